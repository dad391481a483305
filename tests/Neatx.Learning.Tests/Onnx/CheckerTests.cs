using System.Diagnostics;
using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Onnx;
using Neatx.Learning.Tests.Driving;

namespace Neatx.Learning.Tests.Onnx;

/// <summary>ONNX's own checker finds nothing wrong with what we write (Debian's python3-onnx).</summary>
public sealed class CheckerTests
{
    private const string Python = "/usr/bin/python3";

    private const string Check = """
        import sys, onnx
        for path in sys.argv[1:]:
            model = onnx.load(path)
            onnx.checker.check_model(model, full_check=True)
            entry = {each.key: each.value for each in model.metadata_props}
            assert entry == {"a": "1", "b": ""}, entry
            print(len(model.graph.node), model.graph.output[0].name)
        """;

    [Fact]
    public void Files_OfEveryNetwork_AreValid()
    {
        if (!File.Exists(Python) || Run("import onnx", []).Code != 0) Assert.Skip("python3-onnx is not installed: apt-get install python3-onnx");
        using var scratch = new Scratch();
        var files = new List<string>();
        foreach (var architecture in Enum.GetValues<Architecture>())
            foreach (var variant in Enum.GetValues<ModelVariant>())
                files.Add(Write(scratch, NetworkCase.Of(architecture, variant), NetworkCase.SizeFor(architecture), $"{architecture}.{variant}"));
        files.Add(Write(scratch, Networks.CreateUNet(), 32, "unet"));

        var ended = Run(Check, files);

        Assert.True(ended.Code == 0, ended.Text);
        Assert.Equal(files.Count, ended.Text.Split('\n').Count(line => line.EndsWith(" scores", StringComparison.Ordinal)));
    }

    private static string Write(Scratch scratch, Network network, int size, string name)
    {
        var path = scratch[$"{name}.onnx"];
        var options = new OnnxOptions { Probabilities = true, Metadata = [new("a", "1"), new("b", "")] };
        OnnxWriter.Write(path, network, ParameterValues.Initialise(network, 1), new Shape(network.InputChannels, size, size), options);
        return path;
    }

    private static (int Code, string Text) Run(string script, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text + error.GetAwaiter().GetResult());
    }
}
