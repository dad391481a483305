using System.Runtime.InteropServices;
using Neatx.Core.Training;
using Neatx.Imaging;

namespace Neatx.Cli.Tests.Documented;

/// <summary>
/// The Python of docs/guide/export.md, run as shown. Debian has no onnxruntime, so the test gives it one that reads the file with python3-onnx, keeps what it is
/// fed, and answers the same score for all.
/// </summary>
public sealed class PythonExampleTests : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private const string Runtime = """
        import numpy, onnx
        class _About:
            pass
        class InferenceSession:
            def __init__(self, path, providers):
                self.model = onnx.load(path)
            def get_modelmeta(self):
                about = _About()
                about.custom_metadata_map = {each.key: each.value for each in self.model.metadata_props}
                return about
            def run(self, outputs, feeds):
                assert outputs == [each.name for each in self.model.graph.output], outputs
                (given,) = self.model.graph.input
                image = feeds[given.name]
                assert image.dtype == numpy.float32
                assert list(image.shape[1:]) == [each.dim_value for each in given.type.tensor_type.shape.dim[1:]], image.shape
                image.tofile("fed.f32")
                return [numpy.full((len(image), self.model.graph.output[0].type.tensor_type.shape.dim[1].dim_value), .75, numpy.float32)]
        """;

    private readonly Scratch _scratch = new();

    [Fact]
    public void Example_OfTheGuide_FeedsWhatNeatxWould()
    {
        if (!File.Exists(Python) || Started.Program(Python, _scratch.Folder, ["-c", "import onnx, skimage"]).Code != 0)
            Assert.Skip("python3-onnx or python3-skimage is not here: apt-get install python3-onnx python3-skimage");
        TrainedFolder.CopyTo(_scratch.Folder);
        _scratch.Write("onnxruntime.py", Runtime);
        _scratch.Write("example.py", Example());
        string[] films = [.. Directory.EnumerateFiles(_scratch["films"]).Order(StringComparer.Ordinal).Take(3)];

        var ended = Started.Program(Python, _scratch.Folder, ["example.py", .. films]);

        Assert.True(ended.Code == 0, ended.Error);
        Assert.Equal(films.SelectMany(film => (string[])[$"{film} cardiomegaly 0.75", $"{film} effusion 0.75"]), ended.Output.Trim().Split('\n').Select(line => line[..line.LastIndexOf(' ')]));
        var fed = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(_scratch["fed.f32"])).ToArray();
        var preprocessor = new Preprocessor(new PreprocessingOptions { Size = 64 });
        var expected = films.SelectMany(film =>
        {
            var values = new float[64 * 64];
            preprocessor.Prepare(film).Image!.CopyTo(values);
            return values;
        }).ToArray();
        Assert.Equal(expected.Length, fed.Length);
        Assert.InRange(expected.Zip(fed, (a, b) => Math.Abs(a - b)).Max(), 0, 3e-5);
    }

    public void Dispose() => _scratch.Dispose();

    private static string Example()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "guide", "export.md"));
        var start = page.IndexOf("```python\n", StringComparison.Ordinal) + "```python\n".Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
