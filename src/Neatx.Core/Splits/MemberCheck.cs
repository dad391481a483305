namespace Neatx.Core.Splits;

/// <summary>What forbids a list of images with patients and parts to be a split.</summary>
internal static class MemberCheck
{
    public static IReadOnlyList<SplitProblem> Of(IReadOnlyList<SplitMember> members)
    {
        var problems = new List<SplitProblem>();
        var images = new HashSet<string>(StringComparer.Ordinal);
        var places = new SortedDictionary<string, List<SplitMember>>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (!images.Add(member.Image))
                problems.Add(new(SplitProblemKind.ImageRepeated, member.Image, $"Image '{member.Image}' is listed twice; list every image once."));
            if (!places.TryGetValue(member.Patient, out var first)) places.Add(member.Patient, first = []);
            if (first.All(other => other.Part != member.Part)) first.Add(member);
        }

        foreach (var (patient, first) in places)
        {
            if (first.Count == 1) continue;
            var where = string.Join(", ", first.Select(member => $"image '{member.Image}' in '{member.Part}'"));
            problems.Add(new(
                SplitProblemKind.PatientInSeveralParts,
                patient,
                $"Patient '{patient}' lies in {first.Count} parts: {where}; keep all images of a patient in one part."));
        }

        return problems;
    }
}
