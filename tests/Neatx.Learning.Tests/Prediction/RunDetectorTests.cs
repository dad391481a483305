using Neatx.Core.Training;
using Neatx.Learning.Inference;
using Neatx.Learning.Prediction;
using Neatx.Learning.Tests.Driving;

namespace Neatx.Learning.Tests.Prediction;

public sealed class RunDetectorTests : IDisposable
{
    private readonly TrainedRun _run = new();

    [Fact]
    public void Read_ValidationPart_ChoosesYoudensThresholdBetweenScores()
    {
        var card = RunDetector.Read(_run.Folder, new ThresholdChoice()).Card;
        // The lowest positive image has .6, the highest negative one .39.
        Assert.Equal(new OperatingThreshold("drain", .495, "Youden on validation: 12 images, 4 positive, sensitivity 1.000, specificity 1.000"), card.Thresholds[0]);
        Assert.Equal(new OperatingThreshold("nasogastric", .5, "0.5: no image is positive in the validation part"), card.Thresholds[1]);
        Assert.Equal(["drain", "nasogastric", "effusion"], card.Thresholds.Select(each => each.Finding));
    }

    [Fact]
    public void Read_SensitivityAsked_ReachesIt()
    {
        var card = RunDetector.Read(_run.Folder, new ThresholdChoice { Sensitivity = .5 }).Card;
        Assert.StartsWith("sensitivity >= 0.5 on validation", card.Thresholds[0].Source, StringComparison.Ordinal);
        // Positive images score .6, .66, .72, .78.
        Assert.Equal(.69, card.Thresholds[0].Threshold, 12);
    }

    [Fact]
    public void Read_ThresholdsGiven_SayWhoGaveThem()
    {
        var given = new Dictionary<string, double>(StringComparer.Ordinal) { ["effusion"] = .25, [""] = .75 };
        var card = RunDetector.Read(_run.Folder, new ThresholdChoice { Given = given }).Card;
        Assert.Equal([.75, .75, .25], card.Thresholds.Select(each => each.Threshold));
        Assert.Equal("0.25: given by the user", card.Thresholds[2].Source);
    }

    [Fact]
    public void Read_ThresholdOfUnknownFinding_NamesTheNearest()
    {
        var given = new Dictionary<string, double>(StringComparer.Ordinal) { ["drains"] = .25 };
        var refused = Assert.Throws<NeatxException>(() => RunDetector.Read(_run.Folder, new ThresholdChoice { Given = given }));
        Assert.Contains("'drains', which the detector does not judge; did you mean 'drain'?", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoValidationPart_SaysSo()
    {
        using var run = new TrainedRun(validation: 0);
        Assert.All(RunDetector.Read(run.Folder, new ThresholdChoice()).Card.Thresholds, each => Assert.Equal("0.5: the run has no validation part", each.Source));
    }

    [Theory]
    [InlineData(RunFiles.Model)]
    [InlineData(RunFiles.Scores)]
    [InlineData(RunFiles.Config)]
    public void Read_TrainingNotDone_SaysWhatIsMissing(string file)
    {
        File.Delete(Path.Combine(_run.Folder, file));
        var refused = Assert.Throws<NeatxException>(() => RunDetector.Read(_run.Folder, new ThresholdChoice()));
        Assert.Contains($"has no {file}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WeightsOfAnotherNetwork_AreRefused()
    {
        File.Copy(Path.Combine(_run.Folder, RunFiles.Images), Path.Combine(_run.Folder, RunFiles.Model), overwrite: true);
        Assert.Throws<NeatxException>(() => RunDetector.Read(_run.Folder, new ThresholdChoice()));
    }

    [Fact]
    public void Read_Folded_ScoresAsUnfolded()
    {
        var scores = new List<float[]>();
        foreach (var fold in (bool[])[true, false])
        {
            using var engine = new OnnxEngine(RunDetector.Read(_run.Folder, new ThresholdChoice(), fold).Onnx, new EngineOptions());
            var own = new float[2 * engine.OutputLength];
            engine.Run(Films.Of(2, TrainedRun.Size), own);
            scores.Add(own);
        }

        Assert.Equal(6, scores[0].Length);
        Assert.All(scores[0].Zip(scores[1]), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.All(scores[0], score => Assert.InRange(score, 0, 1));
    }

    [Fact]
    public void OfFile_Exported_BringsItsCardAlong()
    {
        var model = RunDetector.Read(_run.Folder, new ThresholdChoice());
        var path = _run["detector.onnx"];
        File.WriteAllBytes(path, model.Onnx);
        var read = DetectorModel.OfFile(path, new ThresholdChoice());
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(model.Card), System.Text.Json.JsonSerializer.Serialize(read.Card));
        Assert.True(read.Card.Synthetic);
        Assert.Equal("nonexp 3f2a", read.Card.Provenance["labels"]);
        Assert.Equal("random initialisation", read.Card.Provenance["start_weights"]);
    }

    [Fact]
    public void OfFile_ThresholdGiven_GoesOverTheFiles()
    {
        var path = _run["detector.onnx"];
        File.WriteAllBytes(path, RunDetector.Read(_run.Folder, new ThresholdChoice()).Onnx);
        var given = new Dictionary<string, double>(StringComparer.Ordinal) { ["drain"] = .25 };
        Assert.Equal([.25, .5], DetectorModel.OfFile(path, new ThresholdChoice { Given = given }).Card.Thresholds.Take(2).Select(each => each.Threshold));
        Assert.Throws<NeatxException>(() => DetectorModel.OfFile(path, new ThresholdChoice { Specificity = .9 }));
    }

    [Fact]
    public void OfFile_OtherModel_SaysWhatItLacks()
    {
        var path = _run["other.onnx"];
        Neatx.Learning.Onnx.OnnxWriter.Write(path, _run.Network, _run.Weights, new Neatx.Learning.Models.Shape(3, 64, 64), new Neatx.Learning.Onnx.OnnxOptions { Probabilities = true });
        Assert.Contains("was not written by neatx export", Assert.Throws<NeatxException>(() => DetectorModel.OfFile(path, new ThresholdChoice())).Message, StringComparison.Ordinal);
        Assert.Contains("there is no file", Assert.Throws<NeatxException>(() => DetectorModel.OfFile(_run["none.onnx"], new ThresholdChoice())).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _run.Dispose();
}
