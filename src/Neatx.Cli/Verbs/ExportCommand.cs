using System.CommandLine;
using System.Globalization;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Learning.Prediction;

namespace Neatx.Cli.Verbs;

/// <summary>neatx export: a trained detector as one ONNX file that others run without Neatx.</summary>
internal sealed class ExportCommand : Verb
{
    private readonly Argument<string> _run = new("RUN_FOLDER") { Description = "The folder of a training run that is done." };
    private readonly Option<string?> _out = OptionKinds.Text("--out", "FILE", "The file to write. Default: detector.onnx in the run folder.");
    private readonly Option<bool> _unfolded = OptionKinds.Switch("--keep-batch-norm", "Write batch norms as they are, not worked into convolutions.");
    private readonly DetectorInput _input;

    public ExportCommand(Screen screen)
        : base("export", "A trained detector as one ONNX file that runs anywhere, with its preprocessing and thresholds.", screen)
    {
        Add(_run);
        foreach (var option in (Option[])[_out, _unfolded]) Add(option);
        _input = new DetectorInput(this);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "./neatx export out/study/runs/drains.densenet121.seed1 --out detector.onnx",
        "./neatx export out/study/runs/drains.densenet121.seed1 --sensitivity 0.95",
    ];

    protected override int Run(ParseResult parsed)
    {
        var folder = parsed.GetValue(_run)!;
        var path = parsed.GetValue(_out) ?? Path.Combine(folder, "detector.onnx");
        var model = RunDetector.Read(folder, _input.Choice(parsed), !parsed.GetValue(_unfolded));
        AtomicFile.Write(path, stream => stream.Write(model.Onnx));
        Show(Screen, model.Card);
        Screen.Output.WriteLine();
        Screen.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Wrote {path} ({model.Onnx.Length / 1e6:0.0} MB)."));
        return ExitCode.Done;
    }

    /// <summary>What a detector is, and from which score on it calls what positive.</summary>
    public static void Show(Screen screen, DetectorCard card)
    {
        screen.Say($"{card.Name}: {card.Network}, started from {card.Provenance.GetValueOrDefault("start_weights", "?")}{(card.Synthetic ? "; trained on simulated images" : "")}.");
        screen.Output.WriteLine();
        foreach (var (finding, threshold, source) in card.Thresholds)
            screen.Say(string.Create(CultureInfo.InvariantCulture, $"{finding}: positive from {threshold:0.0000} on. {source}."));
    }
}
