namespace Neatx.Workspace.Report.Prose;

/// <summary>The name of a policy, "uncertain=drop invalid=drop missing=drop", in words: "uncertain, invalid and missing labels left out".</summary>
public static class PolicyWords
{
    private static readonly (string Treatment, string Words)[] Treatments =
    [
        ("drop", "left out"), ("class", "kept as a class of their own"), ("positive", "counted as positive"), ("negative", "counted as negative"),
    ];

    /// <summary>The phrase, or the name itself when it is not of that form.</summary>
    public static string Say(string name)
    {
        var parts = name.Split(' ').Select(part => part.Split('=')).ToList();
        if (!parts.TrueForAll(part => part.Length == 2 && Treatments.Any(entry => entry.Treatment == part[1]))) return name;
        var phrases = Treatments
            .Select(entry => (entry.Words, States: parts.Where(part => part[1] == entry.Treatment).Select(part => part[0]).ToList()))
            .Where(entry => entry.States.Count > 0)
            .Select(entry => $"{English.List(entry.States)} labels {entry.Words}");
        return string.Join("; ", phrases);
    }
}
