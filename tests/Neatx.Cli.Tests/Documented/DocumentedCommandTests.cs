namespace Neatx.Cli.Tests.Documented;

/// <summary>
/// What the README and the guide show works as shown: each command line is run by a shell in an empty folder with the protocols of the project
/// and the few small tables of Fixtures/Guide; those that name a trained run or a detector find a small one, and films. Those that read ../shared/data need the real data.
/// </summary>
public sealed class DocumentedCommandTests : IDisposable
{
    private const string RealData = "../shared/data";
    private const string TrainedRun = "runs/drains.densenet121.seed1";

    private readonly Scratch _scratch = new();

    public DocumentedCommandTests()
    {
        var work = Directory.CreateDirectory(_scratch["work"]).FullName;
        File.CreateSymbolicLink(Path.Combine(work, "neatx"), Started.Neatx);
        foreach (var (source, target) in (ReadOnlySpan<(string, string)>)[(Repository.PathOf("protocols"), Path.Combine(work, "protocols")), (Repository.PathOf("tests", "Neatx.Cli.Tests", "Fixtures", "Guide"), work)])
        {
            Directory.CreateDirectory(target);
            foreach (var file in Directory.EnumerateFiles(source)) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }

    public static TheoryData<string, string> WithoutData => [.. Commands(isReal: false)];

    [Theory]
    [MemberData(nameof(WithoutData))]
    public void Command_AsShown_Works(string file, string command) => Run(file, command);

    [Fact]
    [Trait("Data", "Real")]
    public void Commands_AsShownOnRealData_Work()
    {
        Directory.CreateDirectory(_scratch["shared"]);
        File.CreateSymbolicLink(_scratch["shared/data"], SharedData.Path(""));
        foreach (var (file, command) in Commands(isReal: true)) Run(file, command);
    }

    public void Dispose() => _scratch.Dispose();

    private static IEnumerable<(string File, string Command)> Commands(bool isReal) =>
        Guide.Commands().Distinct().Where(found => found.Command.Contains(RealData, StringComparison.Ordinal) == isReal);

    private void Run(string file, string command)
    {
        if (command.Contains(" runs", StringComparison.Ordinal) || command.Contains(TrainedFolder.Detector, StringComparison.Ordinal)) GiveTrainedRun();
        var ended = Started.Program("bash", _scratch["work"], ["-e", "-o", "pipefail", "-c", command], [new("LC_ALL", "C")]);
        Assert.True(ended.Code == 0, $"{file}: {command}\nended with {ended.Code}\n{ended.Error}{ended.Output}");
    }

    private void GiveTrainedRun()
    {
        TrainedFolder.CopyTo(_scratch["work"]);
        Directory.CreateDirectory(_scratch["work/runs"]);
        Directory.Move(_scratch["work/run"], _scratch[$"work/{TrainedRun}"]);
    }
}
