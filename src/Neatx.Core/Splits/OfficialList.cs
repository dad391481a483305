namespace Neatx.Core.Splits;

/// <summary>
/// A published list of the images of one part, such as NIH's train_val_list and test_list. Where it stands for several parts, the
/// stratification chooses between them.
/// </summary>
/// <param name="Source">The list's name, for messages.</param>
/// <param name="Images">The ids it lists; those that the cohort lacks do not matter.</param>
/// <param name="Parts">The parts of the split that it stands for.</param>
public sealed record OfficialList(string Source, IReadOnlyCollection<string> Images, IReadOnlyList<string> Parts)
{
    /// <summary>
    /// One rule for each list, which holds the patients of the images it names. A patient whose images are in lists of different parts is in
    /// several rules that contradict one another, which <see cref="Split.TryOf(SplitCohort, SplitPlan, out IReadOnlyList{SplitProblem})"/> reports.
    /// </summary>
    /// <param name="cohort">The images to be split.</param>
    /// <param name="lists">Together they name at least one image of every patient.</param>
    /// <param name="problems">The patients of whom no list names an image: the lists do not say where they belong.</param>
    public static IReadOnlyList<SplitRule> ToRules(
        SplitCohort cohort, IReadOnlyList<OfficialList> lists, out IReadOnlyList<SplitProblem> problems)
    {
        var listed = new bool[cohort.Patients.Count];
        SplitRule[] rules = [.. lists.Select(list => list.ToRule(cohort, listed))];
        var sources = string.Join(", ", lists.Select(list => $"'{list.Source}'"));
        problems = [.. cohort.Patients.Where((_, patient) => !listed[patient]).Select(patient => new SplitProblem(
            SplitProblemKind.PatientUnlisted,
            patient,
            $"No image of patient '{patient}' is in {sources}; take the patient out of the cohort, or add a list that has one."))];
        return rules;
    }

    private SplitRule ToRule(SplitCohort cohort, bool[] listed)
    {
        var images = Images.ToHashSet(StringComparer.Ordinal);
        var patients = new SortedSet<int>();
        for (var image = 0; image < cohort.Images.Count; image++)
            if (images.Contains(cohort.Images[image]))
                patients.Add(cohort.PatientOfImage[image]);
        foreach (var patient in patients) listed[patient] = true;
        return new SplitRule(Source, [.. patients.Select(patient => cohort.Patients[patient])], Parts);
    }
}
