using System.Globalization;
using System.Text;

namespace Neatx.Workspace.Tests.Splits;

/// <summary>An archive of images made up for tests: patients with one to three images, a drain on some, an expert's labels on a few patients.</summary>
internal static class MadeArchive
{
    /// <summary>What every protocol on it begins with.</summary>
    public const string Protocol = """
        name: t
        title: T
        findings: {Drain: , Tube: }
        datasets:
          d: {title: Archive, table: {files: images.csv, format: csv, columns: {image: image, patient: patient, age: age, sex: sex, view: view}}}
          test_list: {title: Official test list, table: {files: test.txt, format: image_list}}
          other_list: {title: Official other list, table: {files: other.txt, format: image_list}}
        label_sets:
          raters:
            title: Raters
            kind: non_expert
            dataset: d
            table: {files: raters.csv, format: csv, columns: {image: image, findings: [Drain, Tube], values: {positive: 1, negative: 0, uncertain: u}}}
          expert:
            title: Expert
            kind: image_review
            dataset: d
            table: {files: expert.csv, format: csv, columns: {image: image, findings: [Drain], values: {positive: 1, negative: 0}}}
          absent:
            title: Absent
            kind: image_review
            dataset: d
            table: {files: absent.csv, format: csv, optional: true, obtain: nobody, columns: {image: image, findings: [Drain], values: {positive: 1, negative: 0}}}
        agreement: {resamples: 0}

        """;

    /// <summary>Writes the tables of so many patients; those whose number is divisible by 10 are the expert's.</summary>
    public static T WriteTo<T>(T run, Action<string, string> write, int patients = 100)
    {
        var (images, raters, expert, test, other) = (new StringBuilder("image,patient,age,sex,view\n"), new StringBuilder("image,Drain,Tube\n"), new StringBuilder("image,Drain\n"), new StringBuilder(), new StringBuilder());
        foreach (var image in Images(patients))
        {
            images.Append(CultureInfo.InvariantCulture, $"{image.Name},p{image.Patient},{20 + (image.Patient % 60)},{(image.Patient % 2 == 0 ? "F" : "M")},{(image.Number == 0 ? "PA" : "AP")}\n");
            if (image.IsExpert) expert.Append(CultureInfo.InvariantCulture, $"{image.Name},{(image.Drain ? 1 : 0)}\n");
            else raters.Append(CultureInfo.InvariantCulture, $"{image.Name},{(image.Drain ? "1" : "0")},{(image.Patient % 7 == 0 ? "u" : image.Tube ? "1" : "0")}\n");
            (image.Patient % 5 == 0 ? test : other).Append(CultureInfo.InvariantCulture, $"{image.Name}\n");
        }

        write("images.csv", images.ToString());
        write("raters.csv", raters.ToString());
        write("expert.csv", expert.ToString());
        write("test.txt", test.ToString());
        write("other.txt", other.ToString());
        return run;
    }

    /// <summary>The images in the order of the table.</summary>
    public static IEnumerable<MadeImage> Images(int patients = 100) =>
        from patient in Enumerable.Range(1, patients)
        from number in Enumerable.Range(0, 1 + (patient % 3))
        select new MadeImage($"i{patient:D4}_{number}.png", patient, number);
}
