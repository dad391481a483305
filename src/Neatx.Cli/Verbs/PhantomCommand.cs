using System.CommandLine;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Workspace.Demo.Films;

namespace Neatx.Cli.Verbs;

/// <summary>neatx phantom: chest films that are computed, with labels, raters and truth.</summary>
internal sealed class PhantomCommand : Verb
{
    private static readonly PhantomSetOptions Defaults = new();

    private readonly Interruption _interruption;
    private readonly Option<string?> _out = OptionKinds.Text("--out", "DIR", "The folder to write to. Default: out/phantom.");
    private readonly Option<int> _images = OptionKinds.Whole("--images", 1, Defaults.Images, "How many films.");
    private readonly Option<int> _size = OptionKinds.Whole("--size", 64, Defaults.Size, "Width and height, 64 to 3,000 pixels.");
    private readonly Option<ulong> _seed = OptionKinds.Seed("--seed", "Seed of everything that is simulated.");
    private readonly Option<double> _association = OptionKinds.Correlation(
        "--drain-pneumothorax", Defaults.DrainPneumothorax, "Phi coefficient of chest drain and pneumothorax; it changes neither one's share.");
    private readonly Option<string?> _format = OptionKinds.Word("--format", ["nih", "padchest"], "nih", "The format of the label table.");
    private readonly Option<bool> _masks = OptionKinds.Switch("--masks", "Write masks of lungs, heart and each finding, too.");
    private readonly Option<bool> _sheet = OptionKinds.Switch("--contact-sheet", "Show a film of each of the first 24 patients on one page.");

    public PhantomCommand(Screen screen, Interruption interruption)
        : base("phantom", "Chest films that are computed, with label tables, raters and the truth.", screen)
    {
        _interruption = interruption;
        foreach (var option in (Option[])[_out, _images, _size, _seed, _association, _format, _masks, _sheet]) Add(option);
    }

    public override IReadOnlyList<string> Examples =>
        ["./neatx phantom --images 24 --size 256 --contact-sheet", "./neatx phantom --out out/shortcut --drain-pneumothorax .8 --format padchest --masks"];

    protected override int Run(ParseResult parsed)
    {
        var observer = new TerminalObserver(Screen, TimeProvider.System);
        var folder = parsed.GetValue(_out) ?? Path.Combine("out", "phantom");
        var options = new PhantomSetOptions
        {
            Images = parsed.GetValue(_images),
            Size = parsed.GetValue(_size),
            Seed = parsed.GetValue(_seed),
            DrainPneumothorax = parsed.GetValue(_association),
            Format = parsed.GetValue(_format) == "padchest" ? PhantomTableFormat.PadChest : PhantomTableFormat.Nih,
            WithMasks = parsed.GetValue(_masks),
            WithContactSheet = parsed.GetValue(_sheet),
        };
        PhantomSet.Write(folder, options, observer, _interruption.Token);
        observer.Complete();
        Screen.Output.WriteLine(folder);
        return ExitCode.Done;
    }
}
