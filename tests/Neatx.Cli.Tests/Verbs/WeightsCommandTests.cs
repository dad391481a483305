using System.Text.Json;
using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Weights;
using Networked = Neatx.Core.Training.Architecture;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>neatx weights: what a user sees of pull, show and convert. Downloads themselves are tested where they are made.</summary>
public sealed class WeightsCommandTests : VerbTests
{
    private static readonly string Tiny = Repository.PathOf("tests", "Neatx.Cli.Tests", "Fixtures", "Guide", "weights.safetensors");

    [Fact]
    public void Show_File_ListsItsTensors()
    {
        var ended = Neatx("weights", "show", Tiny);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.StartsWith("safetensors, ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("module.features.conv0.weight  fp32  8x3x3x3", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(ended.Output.Split('\n'), line => line.Length > 80 || line.EndsWith(' '));
    }

    [Fact]
    public void Show_WeightsOfAnother_EndsWith1AndEveryMismatch()
    {
        var ended = Neatx("weights", "show", Tiny, "--model", "small");
        Assert.Equal((1, ""), (ended.Code, ended.Error));
        Assert.Contains("They do not fit small Torchvision:\n", ended.Output, StringComparison.Ordinal);
        Assert.Contains(" missing in the file:\n  features.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("  and ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_Json_HoldsTheContract()
    {
        var json = JsonDocument.Parse(Neatx("weights", "show", Tiny, "--model", "small", "--json").Output).RootElement;
        Assert.Equal(["format", "bytes", "sha256", "looks_like", "metadata", "notes", "tensors", "match"], json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("safetensors", json.GetProperty("format").GetString());
        Assert.Equal([8, 3, 3, 3], json.GetProperty("tensors")[2].GetProperty("shape").EnumerateArray().Select(side => side.GetInt32()));
        var match = json.GetProperty("match");
        Assert.Equal(["network", "fits", "new", "unused", "mismatches"], match.EnumerateObject().Select(member => member.Name));
        Assert.False(match.GetProperty("fits").GetBoolean());
        Assert.Equal(["kind", "name", "wanted", "found"], match.GetProperty("mismatches")[0].EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void Convert_WrappedWeights_FitAndKeepTheirValues()
    {
        var network = Networks.Create(Networked.Small, ModelVariant.Torchvision, [new Head("all", ["a", "b", "c"])]);
        var values = ParameterValues.Initialise(network, 1);
        SafetensorsWriter.Write(Scratch["in"], network.Parameters.Select(each => StoredTensor.Of($"module.{each.Name}", [.. each.Shape.Select(side => (long)side)], values[each.Name])));
        var ended = Neatx("weights", "convert", "in", "--to", "out.safetensors", "--model", "small");
        Assert.Equal((0, "out.safetensors\n", "note: 'module.' taken from the beginning of names\n"), (ended.Code, ended.Output, ended.Error));
        var file = WeightsFile.Open(Scratch["out.safetensors"]);
        Assert.Equal(("Torchvision", "in"), (file.Metadata["neatx_variant"], file.Metadata["neatx_source"]));
        foreach (var tensor in file.Tensors) Assert.True(values[tensor.Name].SequenceEqual(tensor.ToFloats()));
        Assert.Contains("They fit small Torchvision: ", Neatx("weights", "show", "out.safetensors", "--model", "small").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_WeightsOfAnother_WritesNothing()
    {
        Assert.Contains("does not fit densenet121 Torchvision:\n", Refused("weights", "convert", Tiny, "--to", "out.safetensors", "--model", "densenet121"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Scratch.Folder));
    }

    [Fact]
    public void Pull_FromAnotherFile_SaysWhatItIs()
    {
        Scratch.Write("page.pth", "<html>Sign in</html>");
        Assert.Equal(
            "'page.pth' is not the published file: it has 20 bytes, densenet121-a639ec97.pth has 32,342,954; it is a web page, often what a download leaves that needs a login. "
            + "Download the file again. Weights of other origin need not be pulled: name their file where a run asks for weights.",
            Refused("weights", "pull", "densenet121", "--file", "page.pth", "--to", "w"));
    }

    [Fact]
    public void Pull_NobodyThere_NamesTheAddressAndTheWaysOut()
    {
        // Port 9 of this machine is where nothing listens.
        var message = Refused("weights", "pull", "resnet50", "--mirror", "http://127.0.0.1:9/w", "--to", "w");
        Assert.StartsWith("resnet50-0676ba61.pth could not be downloaded from http://127.0.0.1:9/w/resnet50-0676ba61.pth: ", message, StringComparison.Ordinal);
        Assert.Contains("--file PATH", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there are no published weights 'densnet121'; did you mean 'densenet121'?", "pull", "densnet121")]
    [InlineData("--mirror takes an address that begins with https:// or http://, not 'ftp://x'.", "pull", "resnet50", "--mirror", "ftp://x")]
    [InlineData("--file and --mirror are two places to get the same file from; name one.", "pull", "resnet50", "--mirror", "https://x.example", "--file", "y")]
    [InlineData("there is no file 'none.pth'.", "show", "none.pth")]
    [InlineData("where to? Name the file with --to FILE.", "convert", "none.pth")]
    [InlineData("weights needs to know what to do: pull, show or convert.\nSee ./neatx weights --help.")]
    [InlineData("weights has no 'pul'; did you mean 'pull'?\nSee ./neatx weights --help.", "pul")]
    [InlineData("weights pull needs NAME: which weights: densenet121, resnet50 or inceptionv3.\nSee ./neatx weights pull --help.", "pull")]
    [InlineData("weights show has no option '--modle'; did you mean '--model'?\nSee ./neatx weights show --help.", "show", "x", "--modle", "y")]
    public void Weights_WrongInput_SaysWhatToDo(string message, params string[] arguments) => Assert.Equal(message, Refused(["weights", .. arguments]));
}
