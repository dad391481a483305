using System.CommandLine;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Learning.Weights.Download;

namespace Neatx.Cli.Verbs;

/// <summary>neatx weights pull: a published file of ImageNet weights, checked, at its place.</summary>
internal sealed class WeightsPullCommand : Verb
{
    private readonly Argument<string> _name = new("NAME") { Description = "Which weights: densenet121, resnet50 or inceptionv3." };
    private readonly Option<string?> _mirror = OptionKinds.Text("--mirror", "URL", "Download from here instead: a folder, or the file itself.");
    private readonly Option<string?> _file = OptionKinds.Text("--file", "PATH", "Take this copy instead of downloading.");
    private readonly Option<string?> _to = OptionKinds.Text("--to", "DIR", "Put the file there instead of into the cache.");
    private readonly Interruption _interruption;

    public WeightsPullCommand(Screen screen, Interruption interruption)
        : base("pull", "Download published ImageNet weights. A broken download goes on where it stopped.", screen)
    {
        _interruption = interruption;
        Add(_name);
        foreach (var option in (Option[])[_mirror, _file, _to]) Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "./neatx weights pull densenet121",
        "./neatx weights pull resnet50 --mirror https://weights.example.org/torchvision",
        "./neatx weights pull densenet121 --file densenet121-a639ec97.pth",
    ];

    protected override int Run(ParseResult parsed)
    {
        var name = parsed.GetValue(_name)!;
        var weights = PublicWeights.All.FirstOrDefault(known => known.Name == name)
            ?? throw new NeatxException(Wording.Sentence($"there are no published weights '{name}'{Wording.Suggest(name, [.. PublicWeights.All.Select(known => known.Name)])}"));
        var mirror = MirrorOf(parsed);
        var source = parsed.GetValue(_file);
        if (source is not null && mirror is not null) throw new NeatxException("--file and --mirror are two places to get the same file from; name one.");
        var target = WeightsPull.TargetOf(weights, WeightsStore.OfUser(Environment.GetEnvironmentVariable), parsed.GetValue(_to));
        var observer = new TerminalObserver(Screen, TimeProvider.System);
        var isThere = source is null && WeightsPull.IsThere(weights, target);
        if (source is not null) WeightsPull.Take(weights, source, target);
        else if (!isThere) Download(weights, target, mirror, observer);
        observer.Complete();
        Screen.Error.WriteLine($"""
            {weights.FileName}: {(isThere ? "there already" : source is null ? "downloaded" : $"taken from {source}")}, {Words.Count(weights.Length)} bytes
            SHA-256 {weights.Sha256}, as pinned.
            The publisher states its first 8 digits, in the name; the others are as
            public projects recorded them.
            """);
        Screen.Output.WriteLine(target);
        return ExitCode.Done;
    }

    private static Uri? AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;

    private Uri? MirrorOf(ParseResult parsed) => parsed.GetValue(_mirror) is { } text
        ? AddressOf(text) ?? throw new NeatxException($"--mirror takes an address that begins with https:// or http://, not '{text}'.")
        : null;

    private void Download(PublicWeights weights, string target, Uri? mirror, TerminalObserver observer)
    {
        using var download = new WeightsDownload(new PullOptions { Mirror = mirror });
        download.PullAsync(weights, target, (done, total) => observer.Progress(weights.FileName, done, total), _interruption.Token).GetAwaiter().GetResult();
    }
}
