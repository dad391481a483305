using System.Diagnostics;
using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Tests.Driving;
using Neatx.Learning.Weights;

namespace Neatx.Learning.Tests.Weights;

/// <summary>What we write, Python loads into torchvision's own model, strictly; what its torch.save writes of it, we read (Debian's python3-torchvision).</summary>
public sealed class PythonTests
{
    private const string Python = "/usr/bin/python3";

    /// <summary>A reader of safetensors of its own, from the format's description alone.</summary>
    private const string Load = """
        import json, struct, sys
        import numpy as np, torch, torchvision

        name, source, target = sys.argv[1:]
        data = open(source, "rb").read()
        (length,) = struct.unpack("<Q", data[:8])
        header = json.loads(data[8 : 8 + length])
        assert header.pop("__metadata__") == {"format": "pt"}
        state = {}
        for key, entry in header.items():
            begin, end = entry["data_offsets"]
            assert entry["dtype"] == "F32"
            state[key] = torch.from_numpy(np.frombuffer(data[8 + length + begin : 8 + length + end], "<f4").reshape(entry["shape"]).copy())
        arguments = {"aux_logits": False, "init_weights": False} if name == "inception_v3" else {}
        model = getattr(torchvision.models, name)(**arguments)
        model.load_state_dict(state, strict=True)
        torch.save(model.state_dict(), target)
        """;

    [Fact]
    public void Safetensors_OfDenseNet_LoadStrictlyAndComeBack() => LoadsAndComesBack(Architecture.DenseNet121, "densenet121");

    [Theory]
    [Trait("Category", "Heavy")]
    [InlineData(Architecture.ResNet50, "resnet50")]
    [InlineData(Architecture.InceptionV3, "inception_v3")]
    public void Safetensors_OfOthers_LoadStrictlyAndComeBack(Architecture architecture, string name) => LoadsAndComesBack(architecture, name);

    private static void LoadsAndComesBack(Architecture architecture, string name)
    {
        if (!File.Exists(Python) || Run("import torchvision", []).Code != 0) Assert.Skip("python3-torchvision is not installed: apt-get install python3-torchvision");
        using var scratch = new Scratch();
        var network = Networks.Create(architecture, ModelVariant.Torchvision, [new Head("imagenet", [.. Enumerable.Range(0, 1000).Select(index => $"{index}")])]);
        var values = FormulaWeights.Of(network);
        SafetensorsWriter.Write(
            scratch["ours.safetensors"],
            network.Parameters.Select(parameter => StoredTensor.Of(parameter.Name, [.. parameter.Shape.Select(side => (long)side)], values[parameter.Name])),
            new Dictionary<string, string> { ["format"] = "pt" });

        var ended = Run(Load, [name, scratch["ours.safetensors"], scratch["theirs.pth"]]);

        Assert.True(ended.Code == 0, ended.Text);
        var back = LoadedWeights.Read(network, scratch["theirs.pth"], new());
        foreach (var parameter in network.Parameters) Assert.True(values[parameter.Name].SequenceEqual(back.Match.Tensors[parameter.Name].ToFloats()), parameter.Name);
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
