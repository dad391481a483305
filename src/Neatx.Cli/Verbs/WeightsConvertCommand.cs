using System.CommandLine;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Learning.Weights;

namespace Neatx.Cli.Verbs;

/// <summary>neatx weights convert: a file of weights as safetensors under torchvision's names.</summary>
internal sealed class WeightsConvertCommand : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "The weights: safetensors, a .pth of PyTorch or an .h5 of Keras." };
    private readonly Option<string?> _to = OptionKinds.Text("--to", "FILE", "The safetensors file to write.");
    private readonly Option<string[]> _drop = OptionKinds.Texts("--drop", "NAME", "Leave out tensors whose names begin so.");
    private readonly WeightsModel _model;

    public WeightsConvertCommand(Screen screen)
        : base("convert", "Write weights as safetensors under torchvision's names, so that Python loads them.", screen)
    {
        Add(_file);
        Add(_to);
        _model = new WeightsModel(this);
        Add(_drop);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "./neatx weights convert weights.pth --to weights.safetensors --model densenet121",
        "./neatx weights convert weights.h5 --to weights.safetensors --model inceptionv3",
    ];

    protected override int Run(ParseResult parsed)
    {
        var target = parsed.GetValue(_to) ?? throw new NeatxException("where to? Name the file with --to FILE.");
        var file = WeightsFile.Open(parsed.GetValue(_file)!);
        var network = _model.Of(parsed, file) ?? throw new NeatxException("weights of which network? Name it with --model NAME.");
        var converted = ConvertedWeights.Of(file, network, _model.VariantOf(parsed, file), parsed.GetValue(_drop)!);
        converted.Write(target);
        foreach (var remark in converted.Remarks) Screen.Error.WriteLine($"note: {remark}");
        Screen.Output.WriteLine(target);
        return ExitCode.Done;
    }
}
