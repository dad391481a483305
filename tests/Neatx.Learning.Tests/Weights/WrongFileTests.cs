using Neatx.Learning.Tests.Driving;
using Neatx.Learning.Weights;

namespace Neatx.Learning.Tests.Weights;

/// <summary>Files that hold no weights, or none of ours: the whole message is what a user reads.</summary>
public sealed class WrongFileTests : IDisposable
{
    private const string Known = " Read are safetensors, PyTorch's .pth and Keras' .h5.";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("", "it is empty. Download or save it again.")]
    [InlineData("<!DOCTYPE html><html>Sign in</html>", "it is a web page, often what a download leaves that needs a login. Download the file again.")]
    [InlineData("\n<html>404", "it is a web page, often what a download leaves that needs a login. Download the file again.")]
    [InlineData("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", "it is XML, often what a store answers that refuses a download. Download the file again.")]
    [InlineData("version https://git-lfs.github.com/spec/v1\n", "it is a Git LFS pointer. Fetch the file itself: git lfs pull.")]
    [InlineData("{\"error\": \"not found\"}", "it is JSON.")]
    [InlineData("\u001f\u008b\u0008", "it is compressed by gzip. Decompress it: gunzip FILE.")]
    [InlineData("\u0093NUMPY\u0001", "it is a single NumPy array. Weights need names: save them as safetensors.")]
    [InlineData("GGUF\u0003", "it is a language model in GGUF.")]
    [InlineData("\u0080\u0004\u0095\u0000}.", "it is a Python pickle that torch.save did not write. Save the tensors with torch.save(model.state_dict(), FILE).")]
    [InlineData("\u0008\u0007\u0012\u0007pytorch", "its first bytes are of no format known here.")]
    public void Open_OtherContent_SaysWhatItIs(string content, string what)
    {
        var path = Write([.. content.Select(character => (byte)character)]);
        Assert.Equal($"'{path}' holds no weights: {what}{Known}", Refusal(path));
    }

    [Fact]
    public void Open_NoFile_SaysSo() => Assert.Equal($"there is no file '{_scratch["none.pth"]}'.", Refusal(_scratch["none.pth"]));

    [Fact]
    public void Open_Folder_SaysSo() => Assert.Equal($"'{_scratch.Folder}' is a folder; a file of weights was expected.", Refusal(_scratch.Folder));

    [Fact]
    public void Open_ZipCutOff_SaysSo()
    {
        var path = Write(File.ReadAllBytes(Fixture.Path("Weights/state.pth"))[..2000]);
        Assert.Equal($"'{path}' cannot be read as weights of PyTorch (zip): the file is cut off or damaged: the directory at its end is absent. Download or save it again.", Refusal(path));
    }

    [Fact]
    public void Open_LegacyCutOff_SaysWhere()
    {
        var whole = File.ReadAllBytes(Fixture.Path("Weights/state.legacy.pth"));
        var path = Write(whole[..^1]);
        Assert.Matches(@"^'.*' cannot be read as weights of PyTorch \(before 1\.6\): the file is cut off within its storage '\d+'\. Download or save it again\.$", Refusal(path));
    }

    [Fact]
    public void Open_ZipDamaged_SaysWhich()
    {
        var whole = File.ReadAllBytes(Fixture.Path("Weights/module.pth"));
        var place = whole.AsSpan().IndexOf((ReadOnlySpan<byte>)[0, 0, 0x80, 0x3f, 0, 0, 0x88, 0x3f]);
        whole[place] ^= 1;
        Assert.Contains("in it is damaged: its CRC-32 is not the one stated. Download or save it again.", Refusal(Write(whole)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model.weights.h5", "it is a Keras 3 archive. Save its weights in Python in the older layout: model.save(\"weights.h5\").")]
    [InlineData("[Content_Types].xml", "it is an Office document.")]
    [InlineData("arr_0.npy", "it is an archive of NumPy arrays. Save them as safetensors.")]
    [InlineData("readme.txt", "it is a zip archive without a single data.pkl, which torch.save writes. If the weights are in it, extract them and name that file.")]
    public void Open_OtherArchive_SaysWhatItIs(string entry, string what)
    {
        var path = Write(TorchZip.Raw((entry, [1], System.IO.Compression.CompressionLevel.NoCompression)));
        Assert.Equal($"'{path}' cannot be read as weights of PyTorch (zip): {what}", Refusal(path));
    }

    [Fact]
    public void Open_TorchScript_SaysHowToGetItsTensors()
    {
        var path = Write(TorchZip.Raw(
            ("m/data.pkl", [], System.IO.Compression.CompressionLevel.NoCompression),
            ("m/constants.pkl", [], System.IO.Compression.CompressionLevel.NoCompression)));
        Assert.Contains("it is a TorchScript program. Save its tensors alone in Python", Refusal(path), StringComparison.Ordinal);
    }

    private string Write(byte[] content)
    {
        File.WriteAllBytes(_scratch["file"], content);
        return _scratch["file"];
    }

    private static string Refusal(string path) => Assert.Throws<NeatxException>(() => WeightsFile.Open(path)).Message;
}
