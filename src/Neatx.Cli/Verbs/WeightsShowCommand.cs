using System.CommandLine;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Learning.Weights;
using Neatx.Learning.Weights.Matching;

namespace Neatx.Cli.Verbs;

/// <summary>neatx weights show: what is in a file of weights, and whether it fits a network.</summary>
internal sealed class WeightsShowCommand : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "The weights: safetensors, a .pth of PyTorch or an .h5 of Keras." };
    private readonly WeightsModel _model;
    private readonly Option<bool> _json = OptionKinds.Switch("--json", "Everything, as JSON.");

    public WeightsShowCommand(Screen screen)
        : base("show", "Names, shapes and types of the tensors in a file, and whether they fit a network.", screen)
    {
        Add(_file);
        _model = new WeightsModel(this);
        Add(_json);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "./neatx weights show model.safetensors --model densenet121",
        "./neatx weights show weights.h5 --model resnet50 --variant keras --json",
    ];

    protected override int Run(ParseResult parsed)
    {
        var file = WeightsFile.Open(parsed.GetValue(_file)!);
        var network = _model.Of(parsed, file);
        var match = network is null ? null : WeightsMatch.Of(network, file, new MatchOptions { AllowsNewHead = true });
        if (parsed.GetValue(_json)) Screen.WriteJson(writer => WeightsJson.Write(writer, file, match));
        else WeightsText.Write(Screen, file, match);
        return match is { Mismatches.Count: > 0 } ? ExitCode.CheckFailed : ExitCode.Done;
    }
}
