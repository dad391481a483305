using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;
using Neatx.Imaging;
using Neatx.Learning.Models;
using Neatx.Learning.Onnx;

namespace Neatx.Learning.Inference;

/// <summary>
/// Runs a network, or the part of one before a cut, on ONNX Runtime over gray images: one input, one output. Each thread takes an image of its own:
/// what lies between its steps then stays near its core, and no thread waits for another at each step, a quarter less time than several threads over several images.
/// The memory is bounded, and the same image gives the same bits whatever the threads and whatever is computed beside it. One call at a time.
/// </summary>
public sealed class OnnxEngine : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly string[] _inputs;
    private readonly string[] _outputs;
    private readonly float[][] _images;
    private readonly int[] _inputDimensions;
    private readonly int[] _outputDimensions;

    /// <summary>Loads a model as <see cref="OnnxWriter"/> writes it.</summary>
    /// <param name="model">The bytes of the file.</param>
    /// <param name="options">What it may use.</param>
    /// <exception cref="NeatxException">ONNX Runtime does not load it, or it is not a model of gray images with one output.</exception>
    public OnnxEngine(byte[] model, EngineOptions options)
    {
        Options = options;
        ModelSha256 = Convert.ToHexStringLower(SHA256.HashData(model));
        _session = Load(model, options);
        _inputs = [.. _session.InputMetadata.Keys];
        _outputs = [.. _session.OutputMetadata.Keys];
        _inputDimensions = _inputs is [var input] ? _session.InputMetadata[input].Dimensions : [];
        _outputDimensions = _outputs is [var output] ? _session.OutputMetadata[output].Dimensions : [];
        if (_inputDimensions is not [_, 1, > 0, > 0] || _inputDimensions[2] != _inputDimensions[3] || !_outputDimensions.Skip(1).All(side => side > 0))
        {
            _session.Dispose();
            throw new NeatxException(
                $"the model reads {Shown(_inputs, _session.InputMetadata)} and gives {Shown(_outputs, _session.OutputMetadata)}; "
                + "one input of batch x 1 x size x size and one output are expected. Use a file that neatx export wrote.");
        }

        ImageSize = _inputDimensions[2];
        OutputLength = checked((int)_outputDimensions.Skip(1).Aggregate(1L, (product, side) => product * side));
        _images = [.. Enumerable.Range(0, AtOnce(options)).Select(_ => GC.AllocateUninitializedArray<float>(checked(ImageSize * ImageSize), pinned: true))];
    }

    public EngineOptions Options { get; }

    /// <summary>Width and height of an image.</summary>
    public int ImageSize { get; }

    /// <summary>Values of one image's output.</summary>
    public int OutputLength { get; }

    /// <summary>The dimensions of one image's output: channels, height, width, or one number.</summary>
    public IReadOnlyList<int> OutputDimensions => _outputDimensions[1..];

    /// <summary>SHA-256 of the model's bytes, lower-case hexadecimal: graph and weights.</summary>
    public string ModelSha256 { get; }

    /// <summary>The model's own metadata, key to value.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _session.ModelMetadata.CustomMetadataMap;

    /// <summary>A network of gray images with all its weights.</summary>
    /// <param name="network">With one output, reading one or three channels.</param>
    /// <param name="weights">Of the network.</param>
    /// <param name="size">Width and height of images.</param>
    /// <param name="options">What it may use.</param>
    /// <exception cref="ArgumentException">The images do not fit the network.</exception>
    public static OnnxEngine Of(Network network, ParameterValues weights, int size, EngineOptions options) =>
        new(OnnxWriter.Bytes(network, weights, new Shape(network.InputChannels, size, size), new OnnxOptions()), options);

    /// <summary>Computes the outputs of some images.</summary>
    /// <param name="images">Any number, each <see cref="ImageSize"/> wide.</param>
    /// <param name="outputs">Image after image, <see cref="OutputLength"/> values each; exactly that long.</param>
    /// <exception cref="ArgumentException">An image has another size, or the outputs another length.</exception>
    public void Run(IReadOnlyList<PreparedImage> images, Memory<float> outputs)
    {
        if (outputs.Length != (long)images.Count * OutputLength)
            throw new ArgumentException($"Room for {images.Count} x {OutputLength} values is needed, not {outputs.Length}.", nameof(outputs));
        if (images.FirstOrDefault(image => image.Size != ImageSize) is { } other)
            throw new ArgumentException($"An image is {other.Size} wide, {ImageSize} was expected.", nameof(images));
        var workers = Math.Min(_images.Length, images.Count);
        var next = -1;
        if (workers <= 1) Work(0);
        else
        {
            try
            {
                Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, Work);
            }
            catch (AggregateException several)
            {
                ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
            }
        }

        void Work(int worker)
        {
            for (int image; (image = Interlocked.Increment(ref next)) < images.Count;)
            {
                images[image].CopyTo(_images[worker]);
                Run(_images[worker], outputs.Slice(image * OutputLength, OutputLength));
            }
        }
    }

    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    private static int AtOnce(EngineOptions options) => Math.Min(options.Threads, options.Batch);

    private static InferenceSession Load(byte[] model, EngineOptions options)
    {
        using var session = new SessionOptions
        {
            IntraOpNumThreads = options.Threads / AtOnce(options),
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        // Threads that wait do not burn a processor that decoding could use.
        session.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        try
        {
            return new InferenceSession(model, session);
        }
        catch (OnnxRuntimeException wrong)
        {
            throw new NeatxException($"ONNX Runtime does not load the model: {wrong.Message} Check that the file is complete.", wrong);
        }
    }

    private static string Shown(string[] names, IReadOnlyDictionary<string, NodeMetadata> of) => names.Length == 0
        ? "nothing"
        : string.Join(", ", names.Select(name => $"{name} ({string.Join(" x ", of[name].Dimensions.Select(side => side < 0 ? "batch" : $"{side:D}"))})"));

    private void Run(float[] image, Memory<float> outputs)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, image.AsMemory(), [1, 1, ImageSize, ImageSize]);
        using var output = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, outputs, [1, .. _outputDimensions.Skip(1).Select(side => (long)side)]);
        _session.Run(_run, _inputs, [input], _outputs, [output]);
    }
}
