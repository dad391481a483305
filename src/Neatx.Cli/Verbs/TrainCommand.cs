using System.CommandLine;
using System.Globalization;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Learning.Training;
using Neatx.Learning.Training.Sweeps;
using Neatx.Workspace.Training;

namespace Neatx.Cli.Verbs;

/// <summary>neatx train: one run folder, or all in a folder of them.</summary>
internal sealed class TrainCommand : Verb
{
    private static readonly TimeSpan PatienceWithFormer = TimeSpan.FromMinutes(2);

    private readonly Interruption _interruption;
    private readonly Argument<string> _folder = new("RUN_FOLDER") { Description = "A folder with run.json and images.parquet, or a folder of such folders." };
    private readonly Option<string?> _device = DeviceOptions.Device();
    private readonly Option<string?> _images = OptionKinds.Text("--images", "DIR", "The folder that paths of images start from. Default: that in run.json.");
    private readonly Option<int?> _threads = OptionKinds.WholeOrNone("--threads", 1, "Threads of a run. Default: those in run.json. The last digits depend on it.");
    private readonly Option<int?> _workers = OptionKinds.WholeOrNone("--workers", 1, "Threads that prepare images and compute features. Default: all processors.");
    private readonly Option<int?> _atOnce = DeviceOptions.AtOnce();
    private readonly Option<int?> _saveEvery = OptionKinds.WholeOrNone("--save-every", 0, "Seconds between checkpoints within an epoch; 0 after every step. Default: 120.");
    private readonly Option<bool> _untilInputEnds = new(Sweep.UntilInputEnds) { Description = "Save and stop when standard input ends.", Hidden = true };
    private readonly Option<bool> _json = OptionKinds.Switch("--json", "Print the state of the run, or of all, as JSON.");

    public TrainCommand(Screen screen, Interruption interruption)
        : base("train", "Train the run of a folder, or go on where it stopped; or all runs in a folder.", screen)
    {
        _interruption = interruption;
        Add(_folder);
        foreach (var option in (Option[])[_device, _images, _threads, _workers, _saveEvery, _atOnce, _untilInputEnds, _json]) Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "./neatx train out/study/training/drains.densenet121.seed1",
        "./neatx train out/study/training --json",
        "./neatx train RUN_FOLDER --device cuda --images /data/nih",
    ];

    protected override int Run(ParseResult parsed)
    {
        var folder = parsed.GetValue(_folder)!;
        try
        {
            return SweepFolder.IsSweep(folder) ? TrainAll(parsed, folder) : TrainOne(parsed, folder);
        }
        catch (OperationCanceledException)
        {
            Screen.Output.Flush();
            Screen.Error.WriteLine($"neatx: stopped and saved; go on with: neatx train {folder}");
            return _interruption.Code;
        }
    }

    private int TrainOne(ParseResult parsed, string folder)
    {
        var options = new TrainingOptions { Device = parsed.GetValue(_device)!, ImageFolder = parsed.GetValue(_images), Threads = parsed.GetValue(_threads) };
        if (parsed.GetValue(_workers) is { } workers) options = options with { Workers = workers };
        if (parsed.GetValue(_saveEvery) is { } seconds) options = options.SavingEvery(TimeSpan.FromSeconds(seconds));
        var terminal = new TrainingTerminal(Screen, TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_interruption.Token);
        if (parsed.GetValue(_untilInputEnds))
        {
            // The runs of a sweep that was killed save and stop by themselves; the sweep that comes after it need not fail for that.
            options = options with { WaitForFolder = PatienceWithFormer };
            StopWithInput(stop);
        }

        try
        {
            var state = TrainingRun.Train(folder, options, terminal, stop.Token);
            terminal.Complete();
            if (parsed.GetValue(_json)) Screen.WriteJson(writer => TrainingOutput.Write(writer, state));
            else TrainingText.Write(Screen, folder, state);
            return ExitCode.Done;
        }
        finally
        {
            terminal.Complete();
        }
    }

    private int TrainAll(ParseResult parsed, string folder)
    {
        var runs = SweepFolder.RunsOf(folder);
        var device = parsed.GetValue(_device)!;
        List<string> arguments = ["--device", device];
        if (parsed.GetValue(_images) is { } images) arguments.AddRange(["--images", images]);
        var threads = parsed.GetValue(_threads);
        if (threads is { } count) arguments.AddRange(["--threads", count.ToString(CultureInfo.InvariantCulture)]);
        if (parsed.GetValue(_saveEvery) is { } seconds) arguments.AddRange(["--save-every", seconds.ToString(CultureInfo.InvariantCulture)]);
        var atOnce = parsed.GetValue(_atOnce) ?? TrainingPlace.RunsAtOnce(device, threads ?? 1);
        var workers = parsed.GetValue(_workers) ?? Math.Max(1, Environment.ProcessorCount / Math.Min(atOnce, runs.Count));
        arguments.AddRange(["--workers", workers.ToString(CultureInfo.InvariantCulture)]);
        var options = new SweepOptions
        {
            Program = Environment.ProcessPath!,
            Arguments = arguments,
            AtOnce = atOnce,
        };
        var isText = !parsed.GetValue(_json);
        var results = Sweep.Train(runs, options, run =>
        {
            var writer = isText ? Screen.Output : Screen.Error;
            writer.WriteLine(TrainingText.Line(run));
            writer.Flush();
        }, _interruption.Token);
        if (!isText) Screen.WriteJson(writer => TrainingOutput.Write(writer, results));
        var failed = results.Where(run => run.Message is not null).ToList();
        if (failed.Count == 0) return ExitCode.Done;
        Screen.Output.Flush();
        Screen.Error.WriteLine($"neatx: {Words.Count(failed.Count)} of {Words.Count(results.Count)} training runs failed; the same command goes on with them.");
        foreach (var run in failed) Screen.Error.WriteLine($"{Path.Combine(folder, run.Name)}: {run.Message}");
        return ExitCode.RunsFailed;
    }

    private static void StopWithInput(CancellationTokenSource stop)
    {
        var input = Console.OpenStandardInput();
        var listening = new Thread(() =>
        {
            var buffer = new byte[256];
            try
            {
                while (input.Read(buffer) > 0)
                {
                }

                stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The run is over; nobody is left to stop.
            }
        })
        { IsBackground = true };
        listening.Start();
    }
}
