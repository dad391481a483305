using Neatx.Imaging;
using Neatx.Learning.Inference;

namespace Neatx.Learning.Prediction;

/// <summary>A trained detector: its graph as ONNX, and what it says of itself.</summary>
/// <param name="Onnx">The bytes of the file.</param>
/// <param name="Card">As its metadata say.</param>
public sealed record DetectorModel(byte[] Onnx, DetectorCard Card)
{
    /// <summary>Reads an exported detector.</summary>
    /// <param name="path">The file.</param>
    /// <param name="choice">Thresholds that go over those in the file.</param>
    /// <exception cref="NeatxException">It is not there, not a detector of Neatx, or wants images prepared in a way that this version does not know.</exception>
    public static DetectorModel OfFile(string path, ThresholdChoice choice)
    {
        if (!File.Exists(path)) throw new NeatxException($"there is no file '{path}'. Name a run folder or a detector that neatx export wrote.");
        var onnx = File.ReadAllBytes(path);
        using var engine = new OnnxEngine(onnx, new EngineOptions { Threads = 1, Batch = 1 });
        var card = CardMetadata.Read(path, engine.Metadata);
        if (card.PreprocessorVersion != Preprocessor.Version)
        {
            throw new NeatxException(
                $"{path} was trained on images prepared by version {card.PreprocessorVersion} of the preprocessing; this Neatx has version {Preprocessor.Version}, whose pixels differ. Use the Neatx that exported it.");
        }

        if (engine.ImageSize != card.Preprocessing.Size || engine.OutputLength != card.Findings().Count || card.Thresholds.Count != card.Findings().Count)
            throw new NeatxException($"the graph and the metadata of {path} do not belong together. Export the detector again.");
        return new DetectorModel(onnx, choice.IsDefault ? card : card with { Thresholds = Thresholds.Over(card.Thresholds, choice) });
    }
}
