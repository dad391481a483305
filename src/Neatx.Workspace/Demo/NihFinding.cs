using Neatx.Workspace.Demo.Population;

namespace Neatx.Workspace.Demo;

/// <summary>A finding of the NIH-like archive and how well each source sees it.</summary>
/// <param name="Name">As the data entry table spells it.</param>
/// <param name="Prevalence">Near the share in the public table.</param>
/// <param name="Parser">The report parser.</param>
/// <param name="Reader">Each reader of the review panel.</param>
internal sealed record NihFinding(string Name, double Prevalence, ReadingSkill Parser, ReadingSkill Reader)
{
    /// <summary>The fourteen, in the order of the review tables. Parsing is good on heart size and poor on pneumonia, as in the public labels.</summary>
    public static IReadOnlyList<NihFinding> All { get; } =
    [
        Of("Atelectasis", .103, .62, .95, .85, .96),
        Of("Cardiomegaly", .045, .88, .995, .93, .99),
        Of("Effusion", .119, .75, .97, .90, .97),
        Of("Infiltration", .177, .55, .88, .75, .90),
        Of("Mass", .052, .80, .985, .85, .985),
        Of("Nodule", .056, .65, .98, .78, .98),
        Of("Pneumonia", .030, .30, .99, .70, .98),
        Of("Pneumothorax", .047, .80, .985, .92, .99),
        Of("Consolidation", .042, .45, .97, .75, .97),
        Of("Edema", .021, .60, .985, .85, .985),
        Of("Emphysema", .022, .60, .985, .80, .985),
        Of("Fibrosis", .015, .45, .985, .75, .985),
        Of("Pleural_Thickening", .030, .50, .98, .75, .98),
        Of("Hernia", .004, .80, .999, .95, .999),
    ];

    /// <summary>The index of a finding in <see cref="All"/>.</summary>
    /// <exception cref="ArgumentException">No such finding.</exception>
    public static int IndexOf(string name)
    {
        for (var index = 0; index < All.Count; index++)
            if (All[index].Name == name) return index;
        throw new ArgumentException($"No finding '{name}' among the fourteen.", nameof(name));
    }

    private static NihFinding Of(string name, double prevalence, double parserSensitivity, double parserSpecificity, double readerSensitivity, double readerSpecificity) =>
        new(name, prevalence, new ReadingSkill(parserSensitivity, parserSpecificity), new ReadingSkill(readerSensitivity, readerSpecificity));
}
