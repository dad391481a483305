using System.CommandLine;
using System.Globalization;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Learning.Inference;
using Neatx.Learning.Prediction;
using Neatx.Workspace.Catalog;

namespace Neatx.Cli.Verbs;

/// <summary>neatx predict: a label set of kind 'model', of a folder of images or of those that a table names.</summary>
internal sealed class PredictCommand : Verb
{
    private readonly Argument<string> _model = new("MODEL") { Description = "A run folder whose training is done, or a detector that neatx export wrote." };
    private readonly Option<string?> _images = OptionKinds.Text("--images", "DIR", "The folder with the images, and folders in it.");
    private readonly Option<string?> _table = OptionKinds.Text("--table", "FILE", "Score the images that this CSV file names. Without it, all in the folder.");
    private readonly Option<string?> _column = OptionKinds.Text("--image-column", "COLUMN", "The column of the table that holds the image's file name.");
    private readonly Option<string?> _out = OptionKinds.Text("--out", "FILE", "The label set, a CSV file; others are written beside it. Default: labels.csv.");
    private readonly Option<int?> _threads = OptionKinds.WholeOrNone("--threads", 1, "Threads of the network; changes nothing in the scores. Default: all processors.");
    private readonly DetectorInput _input;
    private readonly Interruption _interruption;

    public PredictCommand(Screen screen, Interruption interruption)
        : base("predict", "Score a whole dataset with a trained detector, and write a label set of kind 'model'.", screen)
    {
        _interruption = interruption;
        Add(_model);
        foreach (var option in (Option[])[_images, _table, _column, _out, _threads]) Add(option);
        _input = new DetectorInput(this);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "./neatx predict detector.onnx --images images --out labels.csv",
        "./neatx predict detector.onnx --images images --table Data_Entry.csv --image-column \"Image Index\"",
    ];

    protected override int Run(ParseResult parsed)
    {
        var images = Images(parsed);
        var path = parsed.GetValue(_out) ?? "labels.csv";
        if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) throw new NeatxException($"--out is a CSV file, and others are named after it; {Wording.Quote(path)} does not end in .csv.");
        var model = _input.Read(parsed, parsed.GetValue(_model)!);
        var options = parsed.GetValue(_threads) is { } threads ? new EngineOptions { Threads = threads } : new EngineOptions();
        var observer = new TerminalObserver(Screen, TimeProvider.System);
        var (start, journal) = (TimeProvider.System.GetTimestamp(), $"{Path.GetFullPath(path)}.progress");
        IReadOnlyList<ImageOutcome> outcomes;
        try
        {
            outcomes = new Predictor(model, options, TimeProvider.System).Score(images, journal, progress => observer.Progress(Task(progress), progress.Done, progress.Total), _interruption.Token);
        }
        finally
        {
            observer.Complete();
        }

        var labels = new PredictedLabels(model, outcomes);
        labels.Write(path);
        File.Delete(journal);
        observer.Finished("predict", Path.GetFileName(path), labels.Card.Labelled, TimeProvider.System.GetElapsedTime(start), reused: false);
        Show(labels.Card, path);
        return ExitCode.Done;
    }

    private static string Task(PredictionProgress progress) => progress is { PerSecond: { } pace, Left: { } left }
        ? string.Create(CultureInfo.InvariantCulture, $"scoring, {pace:0.0} images/s, {Duration(left)} left")
        : "scoring";

    private static string Duration(TimeSpan left) => left.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours} h {left.Minutes} min")
        : left.TotalMinutes >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)Math.Ceiling(left.TotalMinutes)} min")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)Math.Ceiling(left.TotalSeconds)} s");

    private IReadOnlyList<ImageItem> Images(ParseResult parsed)
    {
        var folder = new ImageFolder(parsed.GetValue(_images) ?? throw new NeatxException("where are the images? Name their folder with --images DIR."));
        if (parsed.GetValue(_table) is not { } table)
            return parsed.GetValue(_column) is null ? folder.All() : throw new NeatxException("--image-column names a column of a table: give --table FILE too.");
        var column = parsed.GetValue(_column) ?? throw new NeatxException($"which column of {table} holds the image? Name it with --image-column COLUMN.");
        return folder.Named(ImageColumn.Read(table, column));
    }

    private void Show(LabelSetCard card, string path)
    {
        ExportCommand.Show(Screen, card.Detector);
        Screen.Output.WriteLine();
        var table = Tables.Of("finding", ">positive", ">of");
        foreach (var (finding, count) in card.Positive)
            Tables.Add(table, finding, count.ToString("N0", CultureInfo.InvariantCulture), card.Labelled.ToString("N0", CultureInfo.InvariantCulture));
        Screen.Show(table);
        Screen.Output.WriteLine();
        var (parquet, json, refused) = PredictedLabels.Beside(Path.GetFullPath(path));
        Screen.Say($"Wrote {path}, {Path.GetFileName(parquet)} and {Path.GetFileName(json)}.");
        if (card.Refused > 0) Screen.Say(string.Create(CultureInfo.InvariantCulture, $"{card.Refused:N0} {(card.Refused == 1 ? "image" : "images")} could not be used; {Path.GetFileName(refused)} says why."));
        Screen.Output.Flush();
    }
}
