using System.Globalization;
using Neatx.Core.Labels;
using Neatx.Core.Splits;

namespace Neatx.Bench.Works;

/// <summary>Train, validation and test of 30,805 patients, alike in 15 findings; from ids and labels, image by image.</summary>
internal sealed class SplitWork : IWork
{
    private readonly SplitPlan _plan = SplitPlan.OfShares(.7, .1, .2);
    private readonly string[] _images;
    private readonly string[] _patients;
    private readonly LabelState[][] _findings;

    /// <param name="patients">The patient of each image.</param>
    /// <param name="labels">Finding by finding, 0 or 1 for each image.</param>
    public SplitWork(int[] patients, byte[] labels)
    {
        _images = [.. patients.Select((_, image) => image.ToString("D8", CultureInfo.InvariantCulture))];
        _patients = [.. patients.Select(patient => patient.ToString("D8", CultureInfo.InvariantCulture))];
        _findings = [.. labels.Select(label => label == 0 ? LabelState.Negative : LabelState.Positive).Chunk(patients.Length)];
    }

    public IReadOnlyList<double> Run()
    {
        var findings = _findings.Select((states, finding) => Characteristic.OfFinding(finding.ToString(CultureInfo.InvariantCulture), states));
        var split = Split.Of(new SplitCohort(_images, _patients, [.. findings]), _plan);
        var counts = new double[split.Parts.Count];
        for (var image = 0; image < _images.Length; image++) counts[split.PartOfImage(image)]++;
        return [.. counts.Select(count => count / _images.Length)];
    }
}
