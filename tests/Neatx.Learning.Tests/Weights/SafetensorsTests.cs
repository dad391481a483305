using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Neatx.Learning.Tests.Driving;
using Neatx.Learning.Weights;

namespace Neatx.Learning.Tests.Weights;

/// <summary>The format as its reference implementation states it, read strictly and written so that the same content gives the same bytes.</summary>
public sealed class SafetensorsTests : IDisposable
{
    private readonly Scratch _scratch = new();

    private static readonly Gen<StoredTensor> Tensors =
        from name in Gen.String[Gen.Char['\u0001', '\u024f'], 1, 12]
        from type in Gen.Enum<DataType>()
        from shape in Gen.Long[0, 4].Array[0, 4]
        from content in Gen.Byte.Array[(int)TensorShape.ElementsOf(shape)!.Value * DataTypes.SizeOf(type)]
        select new StoredTensor(name, type, shape, content);

    private static readonly Gen<Dictionary<string, string>> Metadata =
        Gen.Dictionary(Gen.String[Gen.Char['\u0001', '\u024f'], 0, 5], Gen.String[0, 5])[0, 3].Where(pairs => pairs.Values.All(text => !text.Any(char.IsSurrogate)));

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Write_ThenOpen_GivesTheSame() => Gen.Select(Tensors.Array[0, 6], Metadata).Sample((tensors, metadata) =>
    {
        tensors = [.. tensors.DistinctBy(tensor => tensor.Name)];
        SafetensorsWriter.Write(_scratch["a"], tensors, metadata);
        var file = WeightsFile.Open(_scratch["a"]);
        Assert.Equal(metadata.OrderBy(pair => pair.Key), file.Metadata.OrderBy(pair => pair.Key));
        Assert.Equal(tensors.Select(Text).Order(), file.Tensors.Select(Text).Order());
        SafetensorsWriter.Write(_scratch["b"], tensors.Reverse(), metadata.Reverse().ToDictionary());
        Assert.Equal(File.ReadAllBytes(_scratch["a"]), File.ReadAllBytes(_scratch["b"]));
    }, iter: 100, threads: 1);

    [Fact]
    public void Open_AnyByteChanged_ReadsOrRefuses()
    {
        SafetensorsWriter.Write(_scratch["a"], [StoredTensor.Of("x", [2], [1, 2]), new StoredTensor("y", DataType.U8, [3], new byte[3])], new Dictionary<string, string> { ["k"] = "v" });
        var whole = File.ReadAllBytes(_scratch["a"]);
        for (var place = 0; place < whole.Length; place++)
        {
            for (var bit = 1; bit < 256; bit <<= 1)
            {
                var changed = (byte[])whole.Clone();
                changed[place] ^= (byte)bit;
                File.WriteAllBytes(_scratch["b"], changed);
                try
                {
                    WeightsFile.Open(_scratch["b"]);
                }
                catch (NeatxException refusal)
                {
                    Assert.DoesNotContain("Exception", refusal.Message, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void Write_Layout_IsAlignedWidestFirstAndByName()
    {
        SafetensorsWriter.Write(_scratch["a"], [new StoredTensor("b", DataType.U8, [1], new byte[1]), StoredTensor.Of("z", [], [1]), StoredTensor.Of("a", [1], [2])]);
        var bytes = File.ReadAllBytes(_scratch["a"]);
        var length = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        Assert.Equal(0, length % 8);
        Assert.Equal(
            """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"z":{"dtype":"F32","shape":[],"data_offsets":[4,8]},"b":{"dtype":"U8","shape":[1],"data_offsets":[8,9]}}""",
            Encoding.UTF8.GetString(bytes, 8, (int)length).TrimEnd(' '));
        Assert.Equal(8 + length + 9, bytes.Length);
    }

    [Fact]
    public void Write_SourceFails_LeavesTheFormerFile()
    {
        SafetensorsWriter.Write(_scratch["a"], [StoredTensor.Of("x", [1], [1])]);
        var before = File.ReadAllBytes(_scratch["a"]);
        Assert.Throws<IOException>(() => SafetensorsWriter.Write(_scratch["a"], [new PlannedTensor("x", DataType.F32, [1], () => throw new IOException("disk"))]));
        Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(_scratch["a"], [new PlannedTensor("x", DataType.F32, [2], () => new byte[4])]));
        Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(_scratch["a"], [StoredTensor.Of("x", [1], [1]), StoredTensor.Of("x", [1], [2])]));
        Assert.Equal(before, File.ReadAllBytes(_scratch["a"]));
        Assert.Single(Directory.GetFiles(_scratch.Folder));
    }

    [Theory]
    [InlineData("a gap of 4 bytes before 'y'", """{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"y":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""", 12)]
    [InlineData("a gap of 4 bytes before 'x'", """{"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8)]
    [InlineData("'y' begins at byte 2, within another tensor, which ends at 4", """{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"y":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}""", 6)]
    [InlineData("the file is cut off: 'x' ends at byte 4 of the data, of which 3 are there", """{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 3)]
    [InlineData("5 bytes at the end belong to no tensor", """{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 9)]
    [InlineData("'x' is named twice", """{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"\u0078":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4)]
    [InlineData("'x' in the header is 2 fp32, which takes 8 bytes, but its data_offsets span 4", """{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4)]
    [InlineData("has a shape that no memory holds", """{"x":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", 0)]
    [InlineData("has a shape that is not a list of at most 16 whole numbers from 0", """{"x":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4)]
    [InlineData("has a shape that is not a list of at most 16 whole numbers from 0", """{"x":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", 4)]
    [InlineData("has data_offsets that are not a begin and an end", """{"x":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4)]
    [InlineData("has the dtype 'F8_E4M3'; read are F32, F16, BF16", """{"x":{"dtype":"F8_E4M3","shape":[1],"data_offsets":[0,1]}}""", 1)]
    [InlineData("has a dtype that is no text", """{"x":{"dtype":1,"shape":[1],"data_offsets":[0,1]}}""", 1)]
    [InlineData("has the member 'evil', which is unknown or there twice", """{"x":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"evil":1}}""", 1)]
    [InlineData("has the member 'shape', which is unknown or there twice", """{"x":{"dtype":"U8","shape":[1],"shape":[1],"data_offsets":[0,1]}}""", 1)]
    [InlineData("lacks dtype, shape or data_offsets", """{"x":{"dtype":"U8","shape":[1]}}""", 0)]
    [InlineData("is no object", """{"x":[]}""", 0)]
    [InlineData("has no name", """{"":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1)]
    [InlineData("'__metadata__' in the header is no object", """{"__metadata__":1}""", 0)]
    [InlineData("'k' in '__metadata__' is no text", """{"__metadata__":{"k":1}}""", 0)]
    [InlineData("'k' is named twice in '__metadata__'", """{"__metadata__":{"k":"","k":""}}""", 0)]
    [InlineData("the header is no JSON object of tensors", """{"x":""", 0)]
    [InlineData("the header is no JSON object of tensors", """{} {}""", 0)]
    [InlineData("has a shape that is not a list", """{"x":{"dtype":"U8","shape":[[[1]]],"data_offsets":[0,1]}}""", 1)]
    public void Open_Header_WrongIsRefused(string message, string header, int data)
    {
        File.WriteAllBytes(_scratch["x"], [.. BitConverter.GetBytes((long)Encoding.UTF8.GetByteCount(header)), .. Encoding.UTF8.GetBytes(header), .. new byte[data]]);
        Assert.Contains(message, Assert.Throws<NeatxException>(() => WeightsFile.Open(_scratch["x"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_HeaderLongerThanAllowed_IsRefusedBeforeItIsRead()
    {
        SafetensorsWriter.Write(_scratch["x"], [StoredTensor.Of("x", [1], [1])]);
        Assert.Contains(
            "its header would be 56 bytes long; 10 are the most that is read",
            Assert.Throws<NeatxException>(() => WeightsFile.Open(_scratch["x"], new ReadLimits { MaxHeader = 10 })).Message,
            StringComparison.Ordinal);
    }

    private static string Text(StoredTensor tensor) => $"{tensor} {Convert.ToHexString(tensor.Content.Span)}";
}
