using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Onnx;
using Neatx.Learning.Tests.Driving;

namespace Neatx.Learning.Tests.Onnx;

/// <summary>ONNX's own checker finds nothing wrong with what we write (Debian's python3-onnx).</summary>
public sealed class CheckerTests
{
    [Fact]
    public void Files_OfEveryNetwork_AreValid()
    {
        using var scratch = new Scratch();
        var files = new List<string>();
        foreach (var architecture in Enum.GetValues<Architecture>())
            foreach (var variant in Enum.GetValues<ModelVariant>())
                files.Add(Write(scratch, NetworkCase.Of(architecture, variant), NetworkCase.SizeFor(architecture), $"{architecture}.{variant}"));
        files.Add(Write(scratch, Networks.CreateUNet(), 32, "unet"));

        var said = Python.Run("onnx", Fixture.Path("check_onnx.py"), files);

        Assert.Equal(files.Count, said.Split('\n').Count(line => line.EndsWith(" scores", StringComparison.Ordinal)));
    }

    private static string Write(Scratch scratch, Network network, int size, string name)
    {
        var path = scratch[$"{name}.onnx"];
        var options = new OnnxOptions { Probabilities = true, Metadata = [new("a", "1"), new("b", "")] };
        OnnxWriter.Write(path, network, ParameterValues.Initialise(network, 1), new Shape(network.InputChannels, size, size), options);
        return path;
    }
}
