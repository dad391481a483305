using System.IO.Compression;
using Neatx.Learning.Tests.Driving;
using Neatx.Learning.Weights;

namespace Neatx.Learning.Tests.Weights;

/// <summary>Pickles that would run code, or ask for more than is there, read as what they are.</summary>
public sealed class HostilePickleTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("posix", "system")]
    [InlineData("os", "system")]
    [InlineData("builtins", "eval")]
    [InlineData("builtins", "getattr")]
    [InlineData("__builtin__", "apply")]
    [InlineData("subprocess", "Popen")]
    [InlineData("torch._utils", "_rebuild_tensor_v2.__globals__")]
    [InlineData("torch", "load")]
    [InlineData("torch.nn.modules.linear", "Linear")]
    [InlineData("numpy.core.multiarray", "_reconstruct")]
    [InlineData("collections", "OrderedDict.__class__")]
    [InlineData("collections", "Counter")]
    public void Global_NotOfTensors_IsRefusedBeforeItsCall(string module, string name)
    {
        var message = Refusal(new PickleBytes().Global(module, name).Text("id > pwned").Raw(0x85).Op('R').Stop());
        Assert.Contains($"at byte 2 its pickle has the instruction GLOBAL, which asks for '{module}.{name}'", message, StringComparison.Ordinal);
        Assert.Contains("anything else can run code", message, StringComparison.Ordinal);
    }

    [Fact]
    public void StackGlobal_NotOfTensors_IsRefused() => Assert.Contains(
        "STACK_GLOBAL, which asks for 'os.system'",
        Refusal(new PickleBytes().Text("os").Text("system").Raw(0x93).Op(')').Op('R').Stop()),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("INST", "ios\nsystem\n")]
    [InlineData("OBJ", "o")]
    [InlineData("PERSID", "Pmodule\n")]
    [InlineData("NEWOBJ", "\u0081")]
    [InlineData("NEWOBJ_EX", "\u0092")]
    [InlineData("EXT1", "\u0082\u0001")]
    [InlineData("EXT2", "\u0083\u0001\u0000")]
    [InlineData("EXT4", "\u0084\u0001\u0000\u0000\u0000")]
    [InlineData("BYTEARRAY8", "\u0096")]
    [InlineData("LONG4", "\u008b\u00ff\u00ff\u00ff\u007f")]
    [InlineData("DUP", "2")]
    [InlineData("0xff", "\u00ff")]
    [InlineData("POP", "0")]
    [InlineData("POP_MARK", "1")]
    [InlineData("EMPTY_SET", "\u008f")]
    [InlineData("BINUNICODE8", "\u008d")]
    public void Instruction_Unneeded_IsRefusedByNameAndPlace(string name, string rest) => Assert.Contains(
        $"at byte 3 its pickle has the instruction {name}, which weights do not need",
        Refusal(new PickleBytes().Op('(').Raw([.. rest.Select(character => (byte)character)]).Stop()),
        StringComparison.Ordinal);

    [Fact]
    public void Reduce_OfTextOrStorageType_IsRefused()
    {
        Assert.Contains("REDUCE, which calls what is no function", Refusal(new PickleBytes().Text("os.system").Op(')').Op('R').Stop()), StringComparison.Ordinal);
        Assert.Contains("REDUCE, which calls what is no function", Refusal(new PickleBytes().Global("torch", "FloatStorage").Op(')').Op('R').Stop()), StringComparison.Ordinal);
        Assert.Contains("the arguments are no tuple", Refusal(new PickleBytes().Global("collections", "OrderedDict").Op('}').Op('R').Stop()), StringComparison.Ordinal);
        Assert.Contains("which makes an OrderedDict of other than a list", Refusal(new PickleBytes().Global("collections", "OrderedDict").Numbers(1).Op('R').Stop()), StringComparison.Ordinal);
        Assert.Contains("with 0 arguments that it does not take", Refusal(new PickleBytes().Global("torch._utils", "_rebuild_tensor_v2").Op(')').Op('R').Stop()), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_OfOtherThanOrderedDict_IsRefused() => Assert.Contains(
        "BUILD, which sets the state of an object", Refusal(new PickleBytes().Op('}').Op('}').Op('b').Stop()), StringComparison.Ordinal);

    [Theory]
    [InlineData("nothing was remembered as 7", "h\u0007")]
    [InlineData("nothing was remembered as 4,294,967,295", "j\u00ff\u00ff\u00ff\u00ff")]
    [InlineData("there is no value", "q\u0000")]
    [InlineData("there is no mark", "t")]
    [InlineData("there is no value", "(\u0085")]
    [InlineData("it appends to what is no list", "}Na")]
    [InlineData("it adds to what is no dictionary", "]NNs")]
    [InlineData("a key has no value", "}(Nu")]
    [InlineData("the names are no texts", "NN\u0093")]
    [InlineData("it ends with other than one value", "")]
    [InlineData("it ends with other than one value", "(")]
    [InlineData("it ends with other than one value", "NN")]
    [InlineData("a whole number of 255 bytes is not read", "\u008a\u00ff")]
    [InlineData("the pickle asks for 4,294,967,295 bytes", "X\u00ff\u00ff\u00ff\u00ff")]
    [InlineData("is no UTF-8", "U\u0001\u00ff")]
    [InlineData("protocol 6 is not read", "\u0080\u0006")]
    [InlineData("refers to other than a storage", "NQ")]
    [InlineData("it holds no dictionary of tensors by name", "}")]
    public void Pickle_Damaged_SaysWhere(string message, string rest) =>
        Assert.Contains(message, Refusal(new PickleBytes().Raw([.. rest.Select(character => (byte)character)]).Stop()), StringComparison.Ordinal);

    [Fact]
    public void Values_Millions_AreRefused() => Assert.Contains(
        "makes more than 4,000,000 values", Refusal(new PickleBytes().Op('N', 4_000_001).Stop()), StringComparison.Ordinal);

    [Fact]
    public void Dictionaries_Deep_AreRefused()
    {
        var pickle = new PickleBytes().Op('}');
        for (var depth = 0; depth < 1000; depth++) pickle.Text("a").Op('}');
        Assert.Contains("more than 32 deep", Refusal(pickle.Op('s', 1000).Stop()), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_Deep_AreNotLookedInto() => Assert.Contains(
        "no dictionary of tensors", Refusal(new PickleBytes().Op(']', 500_000).Op('a', 499_999).Stop()), StringComparison.Ordinal);

    [Fact]
    public void Dictionary_WithinItself_Ends() => Assert.Contains(
        "no dictionary of tensors", Refusal(new PickleBytes().Op('}').Put(0).Text("self").Get(0).Op('s').Stop()), StringComparison.Ordinal);

    [Fact]
    public void Dictionaries_OfSharedParts_AreLookedIntoOnce()
    {
        // Thirty levels, each twice the level below: a billion paths.
        var pickle = new PickleBytes().Op('}').Text("levels").Op(']').Op('}').Put(0).Op('a');
        for (byte level = 1; level <= 30; level++)
            pickle.Op('}').Put(level).Text("a").Get((byte)(level - 1)).Op('s').Text("b").Get((byte)(level - 1)).Op('s').Op('a');
        Assert.Contains("no dictionary of tensors", Refusal(pickle.Op('s').Text("top").Get(30).Op('s').Stop()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reaches to element 4 of a storage of 4", 4L, 1L, new long[] { 4 }, new long[] { 1 })]
    [InlineData("reaches to element 9,223,372,036,854,775,806 of a storage of 4", 4L, 0L, new long[] { 2 }, new long[] { long.MaxValue - 1 })]
    [InlineData("with a negative offset or stride", 4L, -1L, new long[] { 1 }, new long[] { 1 })]
    [InlineData("with a negative offset or stride", 4L, 3L, new long[] { 4 }, new long[] { -1 })]
    [InlineData("which no memory holds", 4L, 0L, new long[] { -1 }, new long[] { 1 })]
    [InlineData("which no memory holds", 4L, 0L, new long[] { 1L << 32, 1L << 32 }, new long[] { 0, 0 })]
    [InlineData("which no memory holds", 4L, 0L, new long[] { 0, long.MaxValue, long.MaxValue }, new long[] { 0, 0, 0 })]
    [InlineData("1 sizes and 2 strides", 4L, 0L, new long[] { 1 }, new long[] { 1, 1 })]
    [InlineData("takes 17,179,869,184 bytes", 4L, 0L, new long[] { 1L << 32 }, new long[] { 0 })]
    public void Tensor_BeyondItsStorage_IsRefused(string message, long count, long offset, long[] sizes, long[] strides) =>
        Assert.Contains(message, Refusal(PickleBytes.Single(count, offset, sizes, strides), ("0", new byte[16])), StringComparison.Ordinal);

    [Fact]
    public void Tensors_ThatRepeatAStorageOverAndOver_AreRefused()
    {
        var pickle = new PickleBytes().Op('}').Text("a").Tensor("0", 4, 0, [1 << 20], [0]).Op('s').Text("b").Tensor("0", 4, 0, [(1 << 29) - 32], [0]).Op('s').Stop();
        Assert.Contains("that repeat or reorder elements take more than 2,147,483,648 bytes", Refusal(pickle, ("0", new byte[16])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\data.pkl")]
    [InlineData("")]
    public void Storage_KeyThatIsAPath_IsOnlyANameInTheArchive(string key) => Assert.Contains(
        "it lacks 'archive/data/", Refusal(PickleBytes.Single(4, 0, [4], [1], key), ("0", new byte[16])), StringComparison.Ordinal);

    [Fact]
    public void Storage_OfOtherLength_IsRefused() => Assert.Contains(
        "'archive/data/0' has 12 bytes; 4 fp32 take 16", Refusal(PickleBytes.Single(4, 0, [4], [1]), ("0", new byte[12])), StringComparison.Ordinal);

    [Fact]
    public void Storage_OfTwoTypes_IsRefused() => Assert.Contains(
        "which takes storage '0' once for 4 fp32 and once for 2 fp64",
        Refusal(new PickleBytes().Op('}').Text("a").Tensor("0", 4, 0, [4], [1]).Op('s').Text("b").Tensor("0", 2, 0, [2], [1], "DoubleStorage").Op('s').Stop(), ("0", new byte[16])),
        StringComparison.Ordinal);

    [Fact]
    public void Tensor_NamedTwice_IsRefused() => Assert.Contains(
        "'w' is in it twice",
        Refusal(new PickleBytes().Op('}').Text("w").Tensor("0", 4, 0, [4], [1]).Op('s').Text("w").Tensor("0", 4, 0, [2], [1]).Op('s').Stop(), ("0", new byte[16])),
        StringComparison.Ordinal);

    [Fact]
    public void Dictionaries_Several_AreAskedAbout()
    {
        var pickle = new PickleBytes().Op('}').Text("teacher").Op('}').Text("w").Tensor("0", 4, 0, [4], [1]).Op('s').Op('s').Text("student").Op('}').Text("w").Tensor("0", 4, 0, [4], [1]).Op('s').Op('s');
        Assert.Contains("it holds several dictionaries of tensors ('teacher', 'student')", Refusal(pickle.Stop(), ("0", new byte[16])), StringComparison.Ordinal);
    }

    [Fact]
    public void Zip_Compressed_IsRefusedUnread()
    {
        var bomb = TorchZip.Raw(
            ("a/data.pkl", PickleBytes.Single(1 << 24, 0, [1 << 24], [1]), CompressionLevel.NoCompression),
            ("a/data/0", new byte[1 << 26], CompressionLevel.SmallestSize));
        Assert.Contains("'a/data/0' in it is compressed (", RefusalOf(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void Zip_PickleTwice_IsRefused() => Assert.Contains(
        "it holds 'a/data.pkl' twice",
        RefusalOf(TorchZip.Raw(("a/data.pkl", [], CompressionLevel.NoCompression), ("a/data.pkl", [], CompressionLevel.NoCompression))),
        StringComparison.Ordinal);

    [Fact]
    public void Pickle_OfPython2_IsRead()
    {
        // What torch.save of PyTorch 0.3 wrote under Python 2: bytes for texts, an OrderedDict of pairs, _rebuild_tensor.
        var pickle = new PickleBytes().Global("collections", "OrderedDict").Op(']').Op(']').Bytes("w")
            .Op('a').Global("torch._utils", "_rebuild_tensor").Op('(').Op('(').Bytes("storage").Global("torch", "FloatStorage").Bytes("0").Bytes("cuda:0").Number(4).Op('t').Op('Q')
            .Number(1).Numbers(3).Numbers(1).Op('t').Op('R').Op('a').Op('a').Raw(0x85).Op('R').Stop();
        var file = Open(TorchZip.Of(pickle, ("0", Floats(1, 2, 3, 4))));
        Assert.Equal([2, 3, 4], Assert.Single(file.Tensors).ToFloats());
    }

    private static byte[] Floats(params ReadOnlySpan<float> values) => [.. StoredTensor.Of("x", [values.Length], values).Content.Span];

    private WeightsFile Open(byte[] file)
    {
        File.WriteAllBytes(_scratch["weights.pth"], file);
        return WeightsFile.Open(_scratch["weights.pth"]);
    }

    private string Refusal(byte[] pickle, params ReadOnlySpan<(string Key, byte[] Content)> storages) => RefusalOf(TorchZip.Of(pickle, storages));

    private string RefusalOf(byte[] file) => Assert.Throws<NeatxException>(() => Open(file)).Message;
}
