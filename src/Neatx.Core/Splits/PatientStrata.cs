using Neatx.Core.Statistics;

namespace Neatx.Core.Splits;

/// <summary>
/// How many images of each stratum every patient has. A stratum is a level of a characteristic; the most frequent level of each is left
/// out, for it follows from the others. The last stratum is that of all images, which every patient is in. Immutable.
/// </summary>
internal sealed class PatientStrata
{
    private readonly int[] _starts;
    private readonly (int Stratum, int Images)[] _entries;

    private PatientStrata(int count, int[] starts, (int Stratum, int Images)[] entries) =>
        (Count, _starts, _entries) = (count, starts, entries);

    /// <summary>The number of strata.</summary>
    public int Count { get; }

    public int Patients => _starts.Length - 1;

    /// <summary>The strata that a patient has images in, ascending.</summary>
    public ReadOnlySpan<(int Stratum, int Images)> Of(int patient) => _entries.AsSpan(_starts[patient].._starts[patient + 1]);

    public static PatientStrata Of(SplitCohort cohort, SplitPlan plan)
    {
        var strata = 0;
        var cells = new List<(int Patient, int Stratum)>();
        foreach (var characteristic in Chosen(cohort, plan))
        {
            var stratumOf = Number(characteristic, ref strata);
            var levels = characteristic.LevelOfImage;
            for (var image = 0; image < levels.Length; image++)
                if (stratumOf[levels[image]] is { } stratum)
                    cells.Add((cohort.PatientOfImage[image], stratum));
        }

        foreach (var patient in cohort.PatientOfImage) cells.Add((patient, strata));
        return OfCells(strata + 1, cohort.Patients.Count, cells);
    }

    private static PatientStrata OfCells(int strata, int patients, List<(int Patient, int Stratum)> cells)
    {
        var keys = new ulong[cells.Count];
        for (var index = 0; index < keys.Length; index++) keys[index] = ((ulong)cells[index].Patient * (ulong)strata) + (ulong)cells[index].Stratum;
        RadixSort.Sort(keys);
        var (starts, entries) = (new int[patients + 1], new List<(int Stratum, int Images)>());
        for (var index = 0; index < keys.Length;)
        {
            var (patient, stratum) = Math.DivRem(keys[index], (ulong)strata);
            var next = index + 1;
            while (next < keys.Length && keys[next] == keys[index]) next++;
            entries.Add(((int)stratum, next - index));
            starts[patient + 1] = entries.Count;
            index = next;
        }

        return new PatientStrata(strata, starts, [.. entries]);
    }

    private static IEnumerable<Characteristic> Chosen(SplitCohort cohort, SplitPlan plan)
    {
        if (plan.Stratify is not { } names) return cohort.Characteristics.Where(characteristic => characteristic.IsFinding);
        return names.Distinct(StringComparer.Ordinal).Select(name =>
            cohort.Characteristics.FirstOrDefault(characteristic => characteristic.Name == name)
            ?? throw new ArgumentException(
                $"The plan stratifies by '{name}'; the cohort knows {string.Join(", ", cohort.Characteristics.Select(known => known.Name))}.",
                nameof(plan)));
    }

    /// <summary>The stratum of each level, null for the most frequent one.</summary>
    private static int?[] Number(Characteristic characteristic, ref int strata)
    {
        var counts = new int[characteristic.Levels.Count];
        foreach (var level in characteristic.LevelOfImage) counts[level]++;
        var most = counts.Length == 0 ? 0 : Array.IndexOf(counts, counts.Max());
        var stratumOf = new int?[counts.Length];
        for (var level = 0; level < counts.Length; level++)
            if (level != most)
                stratumOf[level] = strata++;
        return stratumOf;
    }
}
