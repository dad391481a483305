using System.Runtime.InteropServices;
using Google.Protobuf;

namespace Neatx.Learning.Onnx;

/// <summary>A graph in the making: nodes, constants, inputs and outputs, as the format wants them.</summary>
internal sealed class OnnxGraph(string name)
{
    /// <summary>The name of the open first dimension: how many images.</summary>
    public const string Batch = "batch";

    public GraphProto Proto { get; } = new() { Name = name };

    public void Input(string input, IReadOnlyList<int> shape) => Proto.Input.Add(Value(input, shape));

    public void Output(string output, IReadOnlyList<int> shape) => Proto.Output.Add(Value(output, shape));

    /// <summary>A constant; its values are not copied, and must stay as they are until the model is written.</summary>
    public string Constant(string constant, ReadOnlyMemory<float> values, params IReadOnlyList<int> shape)
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("ONNX files are written on little-endian machines only.");
        var tensor = new TensorProto
        {
            Name = constant,
            DataType = (int)TensorProto.Types.Element.Float,
            RawData = UnsafeByteOperations.UnsafeWrap(new FloatBytes(values).Memory),
        };
        tensor.Dims.AddRange(shape.Select(side => (long)side));
        Proto.Initializer.Add(tensor);
        return constant;
    }

    /// <summary>A node with one output, which has the node's name.</summary>
    public void Node(string node, string operation, IReadOnlyList<string> inputs, params IReadOnlyList<AttributeProto> attributes)
    {
        var proto = new NodeProto { Name = node, OpType = operation };
        proto.Input.AddRange(inputs);
        proto.Output.Add(node);
        proto.Attribute.AddRange(attributes);
        Proto.Node.Add(proto);
    }

    public static AttributeProto Whole(string attribute, long value) => new() { Name = attribute, Type = AttributeProto.Types.Kind.Int, I = value };

    public static AttributeProto Number(string attribute, float value) => new() { Name = attribute, Type = AttributeProto.Types.Kind.Float, F = value };

    public static AttributeProto Wholes(string attribute, params ReadOnlySpan<long> values)
    {
        var proto = new AttributeProto { Name = attribute, Type = AttributeProto.Types.Kind.Ints };
        foreach (var value in values) proto.Ints.Add(value);
        return proto;
    }

    private static ValueProto Value(string value, IReadOnlyList<int> shape)
    {
        var dimensions = new TypeProto.Types.Shape();
        dimensions.Dim.Add(new TypeProto.Types.Dimension { DimParam = Batch });
        dimensions.Dim.AddRange(shape.Select(side => new TypeProto.Types.Dimension { DimValue = side }));
        var tensor = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.Element.Float, Shape = dimensions };
        return new ValueProto { Name = value, Type = new TypeProto { TensorType = tensor } };
    }

    /// <summary>Numbers seen as their bytes.</summary>
    private sealed class FloatBytes(ReadOnlyMemory<float> values) : System.Buffers.MemoryManager<byte>
    {
        public override Span<byte> GetSpan()
        {
            var bytes = MemoryMarshal.AsBytes(values.Span);
            return MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(bytes), bytes.Length);
        }

        public override System.Buffers.MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
