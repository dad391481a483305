using System.Buffers.Binary;
using System.Text;

namespace Neatx.Learning.Tests.Weights;

/// <summary>A pickle written instruction by instruction, as pickletools names them.</summary>
internal sealed class PickleBytes
{
    private readonly List<byte> _bytes = [0x80, 2];

    public byte[] Stop() => [.. _bytes, (byte)'.'];

    public PickleBytes Raw(params ReadOnlySpan<byte> bytes)
    {
        foreach (var each in bytes) _bytes.Add(each);
        return this;
    }

    public PickleBytes Op(char opcode, int times = 1)
    {
        for (var index = 0; index < times; index++) _bytes.Add((byte)opcode);
        return this;
    }

    public PickleBytes Global(string module, string name) => Raw([(byte)'c', .. Encoding.UTF8.GetBytes($"{module}\n{name}\n")]);

    public PickleBytes Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Raw([(byte)'X', .. Little(bytes.Length), .. bytes]);
    }

    /// <summary>As Python 2 writes a str.</summary>
    public PickleBytes Bytes(string text) => Raw([(byte)'U', (byte)text.Length, .. Encoding.ASCII.GetBytes(text)]);

    public PickleBytes Number(long number)
    {
        if (number is >= int.MinValue and <= int.MaxValue) return Raw([(byte)'J', .. Little((int)number)]);
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return Raw([0x8a, sizeof(long), .. bytes]);
    }

    public PickleBytes Put(byte slot) => Raw((byte)'q', slot);

    public PickleBytes Get(byte slot) => Raw((byte)'h', slot);

    public PickleBytes Numbers(params ReadOnlySpan<long> numbers)
    {
        Op('(');
        foreach (var number in numbers) Number(number);
        return Op('t');
    }

    /// <summary>The persistent id of a storage, loaded.</summary>
    public PickleBytes Storage(string key, long count, string type = "FloatStorage") =>
        Op('(').Text("storage").Global("torch", type).Text(key).Text("cpu").Number(count).Op('t').Op('Q');

    /// <summary>A tensor by _rebuild_tensor_v2.</summary>
    public PickleBytes Tensor(string key, long count, long offset, long[] sizes, long[] strides, string type = "FloatStorage") =>
        Global("torch._utils", "_rebuild_tensor_v2").Op('(').Storage(key, count, type).Number(offset).Numbers(sizes).Numbers(strides)
            .Raw(0x89).Global("collections", "OrderedDict").Op(')').Op('R').Op('t').Op('R');

    /// <summary>A dictionary of one tensor "w".</summary>
    public static byte[] Single(long count, long offset, long[] sizes, long[] strides, string key = "0") =>
        new PickleBytes().Op('}').Text("w").Tensor(key, count, offset, sizes, strides).Op('s').Stop();

    private static byte[] Little(int number)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
