namespace Neatx.Core.Splits;

/// <summary>The images to be split, the patient of each, and what is known of them. Immutable.</summary>
public sealed class SplitCohort
{
    private readonly string[] _images;
    private readonly string[] _patients;
    private readonly int[] _patientOfImage;

    /// <param name="images">The id of each image.</param>
    /// <param name="patients">The id of the patient of each image.</param>
    /// <param name="characteristics">What is known of the images; each has a level for every image.</param>
    /// <exception cref="ArgumentException">Lengths differ, an id is blank, an image comes twice, or two characteristics have one name.</exception>
    public SplitCohort(IReadOnlyList<string> images, IReadOnlyList<string> patients, IReadOnlyList<Characteristic> characteristics)
    {
        if (images.Count != patients.Count)
            throw new ArgumentException($"Expected a patient for each of {images.Count} images, got {patients.Count}.", nameof(patients));
        var seen = new HashSet<string>(images.Count, StringComparer.Ordinal);
        for (var image = 0; image < images.Count; image++)
        {
            if (string.IsNullOrWhiteSpace(images[image]) || string.IsNullOrWhiteSpace(patients[image]))
            {
                throw new ArgumentException(
                    $"Image {image} ('{images[image]}', patient '{patients[image]}') lacks an id; give every image both.", nameof(images));
            }

            if (!seen.Add(images[image])) throw new ArgumentException($"Image '{images[image]}' comes twice; list every image once.", nameof(images));
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var characteristic in characteristics)
        {
            var (name, levels) = (characteristic.Name, characteristic.LevelOfImage.Length);
            if (!names.Add(name)) throw new ArgumentException($"Two characteristics are called '{name}'.", nameof(characteristics));
            if (levels != images.Count)
                throw new ArgumentException($"'{name}' has {levels} levels for {images.Count} images.", nameof(characteristics));
        }

        (_images, Characteristics) = ([.. images], [.. characteristics]);
        (_patients, _patientOfImage) = Number(patients);
    }

    public IReadOnlyList<string> Images => _images;

    /// <summary>The ids of all patients, in ordinal order.</summary>
    public IReadOnlyList<string> Patients => _patients;

    /// <summary>For each image the index into <see cref="Patients"/>.</summary>
    public ReadOnlySpan<int> PatientOfImage => _patientOfImage;

    public IReadOnlyList<Characteristic> Characteristics { get; }

    /// <summary>The place of a patient in <see cref="Patients"/>, or null where the cohort has no image of the patient.</summary>
    public int? IndexOfPatient(string patient)
    {
        var index = Array.BinarySearch(_patients, patient, StringComparer.Ordinal);
        return index < 0 ? null : index;
    }

    /// <summary>Patients are numbered by id, so that nothing depends on the order of the images.</summary>
    private static (string[] Patients, int[] PatientOfImage) Number(IReadOnlyList<string> patients)
    {
        var firstSeen = new Dictionary<string, int>(StringComparer.Ordinal);
        var ofImage = new int[patients.Count];
        for (var image = 0; image < ofImage.Length; image++)
        {
            if (!firstSeen.TryGetValue(patients[image], out ofImage[image]))
            {
                ofImage[image] = firstSeen.Count;
                firstSeen.Add(patients[image], firstSeen.Count);
            }
        }

        var (ids, order) = (new string[firstSeen.Count], new int[firstSeen.Count]);
        foreach (var (id, number) in firstSeen) (ids[number], order[number]) = (id, number);
        Array.Sort(ids, order, StringComparer.Ordinal);
        var rank = new int[ids.Length];
        for (var place = 0; place < order.Length; place++) rank[order[place]] = place;
        for (var image = 0; image < ofImage.Length; image++) ofImage[image] = rank[ofImage[image]];
        return (ids, ofImage);
    }
}
