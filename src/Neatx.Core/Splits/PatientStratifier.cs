using System.Numerics;
using Neatx.Core.Statistics;

namespace Neatx.Core.Splits;

/// <summary>
/// Iterative stratification of multi-label data (Sechidis, Tsoumakas and Vlahavas 2011), for patients with several images instead of
/// single examples: the stratum with the fewest patients left is dealt out first, patients with many images of it first, so that the small
/// ones even out. The paper sends each to the part that lacks most of that stratum in absolute numbers, which would send all large patients to
/// the largest part; here it is the part that is emptiest in relation to what it should have, over all strata of the patient.
/// </summary>
internal sealed class PatientStratifier
{
    private readonly PatientStrata _strata;
    private readonly double[] _shares;
    private readonly int[] _order;
    private readonly int[] _partOfPatient;

    // How many images of each stratum each part has, and should have; parts x strata.
    private readonly double[] _have;
    private readonly double[] _targets;
    private RandomStream _random;

    public PatientStratifier(PatientStrata strata, SplitPlan plan)
    {
        (_strata, _shares, _random) = (strata, [.. plan.Parts.Select(part => part.Share)], new RandomStream(plan.Seed));
        _order = [.. Enumerable.Range(0, strata.Patients)];
        _random.Shuffle(_order.AsSpan());
        _partOfPatient = new int[strata.Patients];
        _have = new double[_shares.Length * strata.Count];
        _targets = new double[_have.Length];
    }

    /// <summary>The part of each patient. Those with the least choice are placed first, so that the others make up for them.</summary>
    /// <param name="allowed">The parts that each patient may be in, as bits; never none.</param>
    public int[] Assign(ulong[] allowed)
    {
        var groups = _order.GroupBy(patient => allowed[patient]).OrderBy(group => BitOperations.PopCount(group.Key)).ThenBy(group => group.Key);
        foreach (var group in groups)
        {
            int[] parts = [.. Enumerable.Range(0, _shares.Length).Where(part => (group.Key >> part & 1) != 0)];
            if (parts.Length > 1) Deal([.. group], parts);
            else foreach (var patient in group) Place(patient, parts[0]);
        }

        return _partOfPatient;
    }

    private void Deal(int[] patients, int[] parts)
    {
        Aim(patients, parts);
        var members = Members(patients);
        int[] left = [.. members.Select(stratum => stratum.Count)];
        var placed = new bool[_partOfPatient.Length];
        while (Rarest(left) is { } stratum)
        {
            foreach (var patient in members[stratum])
            {
                if (placed[patient]) continue;
                placed[patient] = true;
                Place(patient, Emptiest(patient, parts));
                foreach (var (other, _) in _strata.Of(patient)) left[other]--;
            }
        }
    }

    /// <summary>Sets how many images of each stratum each part should have once these patients are placed.</summary>
    private void Aim(int[] patients, int[] parts)
    {
        var more = new double[_strata.Count];
        foreach (var patient in patients)
            foreach (var (stratum, images) in _strata.Of(patient))
                more[stratum] += images;
        double[] shares = [.. parts.Select(part => _shares[part])];
        for (var stratum = 0; stratum < more.Length; stratum++)
        {
            var targets = PartTargets.Of(more[stratum], shares, [.. parts.Select(part => _have[Cell(part, stratum)])]);
            for (var index = 0; index < parts.Length; index++) _targets[Cell(parts[index], stratum)] = targets[index];
        }
    }

    /// <summary>The patients of each stratum, most images first and otherwise in the seeded order.</summary>
    private List<int>[] Members(int[] patients)
    {
        var most = 0;
        foreach (var patient in patients)
            foreach (var (_, images) in _strata.Of(patient))
                most = Math.Max(most, images);

        // One number for each patient and stratum, in whose order they are wanted.
        var (sizes, count) = ((ulong)most + 1, (ulong)patients.Length);
        var keys = new List<ulong>();
        for (var place = 0; place < patients.Length; place++)
            foreach (var (stratum, images) in _strata.Of(patients[place]))
                keys.Add(((((ulong)stratum * sizes) + (ulong)(most - images)) * count) + (ulong)place);
        ulong[] sorted = [.. keys];
        RadixSort.Sort(sorted);
        var members = new List<int>[_strata.Count];
        for (var stratum = 0; stratum < members.Length; stratum++) members[stratum] = [];
        foreach (var key in sorted) members[key / (sizes * count)].Add(patients[key % count]);
        return members;
    }

    /// <summary>The stratum with the fewest patients left, or null when none has any; the stratum of all images comes last.</summary>
    private static int? Rarest(int[] left)
    {
        int? rarest = null;
        for (var stratum = 0; stratum < left.Length; stratum++)
            if (left[stratum] > 0 && (rarest is null || left[stratum] < left[rarest.Value]))
                rarest = stratum;
        return rarest;
    }

    /// <summary>The part that the patient takes least far from what it should have; of equal ones one by lot.</summary>
    private int Emptiest(int patient, int[] parts)
    {
        var (best, least, ties) = (parts[0], Excess(patient, parts[0]), 1);
        foreach (var part in parts.AsSpan(1))
        {
            var excess = Excess(patient, part);
            if (excess > least) continue;
            ties = excess < least ? 1 : ties + 1;
            if (excess < least || _random.NextInt(ties) == 0) (best, least) = (part, excess);
        }

        return best;
    }

    /// <summary>
    /// How much the patient adds to the distance of a part from its targets, sum (have - target)^2 / target over the strata, up to what is
    /// the same for all parts. Half of the patient's own images count, as in the divisor rule of Sainte-Laguë.
    /// </summary>
    private double Excess(int patient, int part)
    {
        var excess = 0.0;
        foreach (var (stratum, images) in _strata.Of(patient))
            excess += images * (_have[Cell(part, stratum)] + (images / 2.0)) / _targets[Cell(part, stratum)];
        return excess;
    }

    private void Place(int patient, int part)
    {
        _partOfPatient[patient] = part;
        foreach (var (stratum, images) in _strata.Of(patient)) _have[Cell(part, stratum)] += images;
    }

    private int Cell(int part, int stratum) => (part * _strata.Count) + stratum;
}
