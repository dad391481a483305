namespace Neatx.Workspace.Report.Data;

/// <summary>The parts of every split, and how alike they are.</summary>
internal static class SplitFiles
{
    public static CsvFile Parts(RunResults results) => new(
        DataFiles.Splits,
        ["split", "part", "asked", "share", "images", "patients"],
        from split in results.Splits
        from part in split.Parts
        select DataFiles.Row(split.Name, part.Part, part.Asked, part.Share, part.Images, part.Patients));

    public static CsvFile Rules(RunResults results) => new(
        DataFiles.SplitRules,
        ["split", "of", "parts", "patients", "official", "unavailable"],
        from split in results.Splits
        from rule in split.Rules
        select DataFiles.Row(split.Name, rule.Of, string.Join(" or ", rule.Parts), rule.Patients, rule.Official ? 1 : 0, rule.Unavailable));

    public static CsvFile Balance(RunResults results) => new(
        DataFiles.Balance,
        ["split", "characteristic", "level", "part", "images", "share", "difference", "standardised_difference", "undefined"],
        from split in results.Splits
        from row in split.Balance
        select DataFiles.Row(
            split.Name, row.Characteristic, row.Level, row.Part, row.Images, row.Share.Value, row.Difference.Value, row.StandardisedDifference.Value,
            row.StandardisedDifference.Undefined));
}
