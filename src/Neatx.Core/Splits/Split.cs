namespace Neatx.Core.Splits;

/// <summary>
/// A patient-disjoint partition of images. Parts are kept by patient and an image lies where its patient does, so a split that leaks cannot
/// exist. Immutable.
/// </summary>
public sealed class Split
{
    private readonly string[] _images;
    private readonly string[] _patients;
    private readonly int[] _patientOfImage;
    private readonly int[] _partOfPatient;

    internal Split(IReadOnlyList<string> parts, string[] images, string[] patients, int[] patientOfImage, int[] partOfPatient) =>
        (Parts, _images, _patients, _patientOfImage, _partOfPatient) = (parts, images, patients, patientOfImage, partOfPatient);

    /// <summary>The names of the parts.</summary>
    public IReadOnlyList<string> Parts { get; }

    public IReadOnlyList<string> Images => _images;

    /// <summary>In ordinal order.</summary>
    public IReadOnlyList<string> Patients => _patients;

    /// <summary>Every image with its patient and part, in the order of <see cref="Images"/>.</summary>
    public IEnumerable<SplitMember> Members => _images.Select((image, index) =>
        new SplitMember(image, _patients[_patientOfImage[index]], Parts[_partOfPatient[_patientOfImage[index]]]));

    /// <summary>The part of an image, by its place in <see cref="Images"/>, as an index into <see cref="Parts"/>.</summary>
    public int PartOfImage(int image) => _partOfPatient[_patientOfImage[image]];

    /// <summary>The part of a patient, by the place in <see cref="Patients"/>, as an index into <see cref="Parts"/>.</summary>
    public int PartOfPatient(int patient) => _partOfPatient[patient];

    /// <summary>The images of a part, in the order of <see cref="Images"/>.</summary>
    /// <exception cref="ArgumentException">There is no such part.</exception>
    public IReadOnlyList<string> ImagesOf(string part)
    {
        var index = IndexOf(part);
        return [.. _images.Where((_, image) => PartOfImage(image) == index)];
    }

    /// <summary>The patients of a part, in ordinal order.</summary>
    /// <exception cref="ArgumentException">There is no such part.</exception>
    public IReadOnlyList<string> PatientsOf(string part)
    {
        var index = IndexOf(part);
        return [.. _patients.Where((_, patient) => _partOfPatient[patient] == index)];
    }

    /// <summary>Splits a cohort as planned.</summary>
    /// <exception cref="SplitException">Rules contradict one another, or a part stays empty.</exception>
    /// <exception cref="ArgumentException">The plan stratifies by something that the cohort lacks.</exception>
    public static Split Of(SplitCohort cohort, SplitPlan plan) =>
        TryOf(cohort, plan, out var problems) ?? throw new SplitException(problems);

    /// <summary>Splits a cohort as planned, or gives null and all reasons why that cannot be.</summary>
    /// <exception cref="ArgumentException">The plan stratifies by something that the cohort lacks.</exception>
    public static Split? TryOf(SplitCohort cohort, SplitPlan plan, out IReadOnlyList<SplitProblem> problems)
    {
        var allowed = AllowedParts.Of(cohort, plan, out problems);
        if (problems.Count > 0) return null;
        var partOfPatient = new PatientStratifier(PatientStrata.Of(cohort, plan), plan).Assign(allowed);
        problems = Empty(plan, partOfPatient);
        if (problems.Count > 0) return null;
        string[] parts = [.. plan.Parts.Select(part => part.Name)];
        return new Split(parts, [.. cohort.Images], [.. cohort.Patients], [.. cohort.PatientOfImage], partOfPatient);
    }

    /// <summary>A split that was made before, for instance read from a file, or null and all patients and images that forbid it.</summary>
    public static Split? TryOf(IReadOnlyList<SplitMember> members, out IReadOnlyList<SplitProblem> problems)
    {
        problems = MemberCheck.Of(members);
        if (problems.Count > 0) return null;
        string[] parts = [.. members.Select(member => member.Part).Distinct(StringComparer.Ordinal)];
        var cohort = new SplitCohort([.. members.Select(member => member.Image)], [.. members.Select(member => member.Patient)], []);
        var partOfPatient = new int[cohort.Patients.Count];
        for (var image = 0; image < members.Count; image++) partOfPatient[cohort.PatientOfImage[image]] = Array.IndexOf(parts, members[image].Part);
        return new Split(parts, [.. cohort.Images], [.. cohort.Patients], [.. cohort.PatientOfImage], partOfPatient);
    }

    /// <summary>A split that was made before.</summary>
    /// <exception cref="SplitException">A patient lies in several parts, or an image is listed twice.</exception>
    public static Split Of(IReadOnlyList<SplitMember> members) => TryOf(members, out var problems) ?? throw new SplitException(problems);

    /// <summary>The same patients in other parts: part p becomes the one that the map names.</summary>
    internal Split Mapped(IReadOnlyList<string> parts, Func<int, int> map) =>
        new(parts, _images, _patients, _patientOfImage, [.. _partOfPatient.Select(map)]);

    private static List<SplitProblem> Empty(SplitPlan plan, int[] partOfPatient)
    {
        var problems = new List<SplitProblem>();
        var few = $"{partOfPatient.Length} patients do not reach for {plan.Parts.Count} parts with these shares and rules";
        for (var part = 0; part < plan.Parts.Count; part++)
        {
            var (name, share) = plan.Parts[part];
            if (share > 0 && !partOfPatient.Contains(part))
                problems.Add(new(SplitProblemKind.PartEmpty, name, $"The part '{name}' stays empty: {few}."));
        }

        return problems;
    }

    private int IndexOf(string part)
    {
        for (var index = 0; index < Parts.Count; index++)
            if (Parts[index] == part)
                return index;
        throw new ArgumentException($"There is no part '{part}'; the parts are {string.Join(", ", Parts)}.", nameof(part));
    }
}
