using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>Which dataset the images of a table are of, so that what needs them from one dataset can say so before anything runs.</summary>
internal static class OriginRule
{
    /// <summary>Remembers what a table's images are of: a dataset, or another table.</summary>
    public static void Declare(Fields fields, string? origin)
    {
        if (origin is not null) fields.Binding.Names.Declare(NameSpace.Origin, fields.Name, fields.Place, means: origin);
    }

    /// <summary>Checks when all is bound that the tables named under a key have images of one dataset.</summary>
    public static void CheckSame(Fields fields, TypedKey<IReadOnlyList<string>> key)
    {
        if (fields.Find(key) is not { Count: > 0 } tables) return;
        var (binding, path, place) = (fields.Binding, $"{fields.Binding.Path}.{key.Name}", fields.Node(key)!.Place);
        binding.AtEnd(() =>
        {
            var known = tables.Where(table => binding.Names.Find(NameSpace.Dataset, table) is not null).ToList();
            foreach (var table in known.Where(table => DatasetOf(binding.Names, table) is null))
                binding.ReportUnder(path, place, $"expected tables of a dataset, found {Wording.Quote(table)}, which names none; give it 'dataset'");
            var datasets = known.Select(table => DatasetOf(binding.Names, table)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (datasets.Count > 1)
                binding.ReportUnder(path, place, $"expected tables of one dataset, found images of {Wording.Either(datasets).Replace(" or ", " and ", StringComparison.Ordinal)}");
        });
    }

    /// <summary>Checks when all is bound that the images of a split are of a dataset that states where its films are.</summary>
    public static void CheckFilmed(Fields fields, Key key, string split)
    {
        var (binding, path, place) = (fields.Binding, $"{fields.Binding.Path}.{key.Name}", fields.Node(key)!.Place);
        binding.AtEnd(() =>
        {
            if (binding.Names.Find(NameSpace.OriginOfSplit, split) is not { } origin || DatasetOf(binding.Names, origin.Means) is not { } dataset) return;
            if (binding.Names.Find(NameSpace.Filmed, dataset) is null)
                binding.ReportUnder(path, place, $"expected images of a dataset with 'images', found those of '{dataset}', which does not say where its films are; add 'images' there");
        });
    }

    /// <summary>The dataset of a table's images, or null where it names none.</summary>
    public static string? DatasetOf(Names names, string table)
    {
        // As many steps as there are kinds of tables: what is made from something wrong must not go round.
        for (var step = 0; step < 4; step++)
        {
            if (names.Find(NameSpace.Dataset, table)?.Space == NameSpace.Dataset) return table;
            if (names.Find(NameSpace.Origin, table) is not { } origin) return null;
            table = origin.Means;
        }

        return null;
    }
}
