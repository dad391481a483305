namespace Neatx.Cli.Tests.Launching;

/// <summary>The launcher, with an SDK that only pretends: its publish notes that it ran and makes a program that prints its arguments.</summary>
public sealed class LauncherTests : IDisposable
{
    private const string Sdk = """
        #!/usr/bin/env bash
        if [[ $1 == --version ]]; then echo "${FAKE_SDK:-10.0.401}"; exit; fi
        # The compiler of the build is told to end.
        if [[ $1 == exec ]]; then exit; fi
        echo "$PWD" >> "$FAKE_LOG"
        if [[ -n ${FAKE_FAIL:-} ]]; then echo 'error CS1002: ; expected'; exit 1; fi
        while [[ $1 != --output ]]; do shift; done
        mkdir -p "$2"
        printf '#!/usr/bin/env bash\necho "ran:$*"\nexit 3\n' > "$2/neatx"
        chmod +x "$2/neatx"
        """;

    private readonly Scratch _scratch = new();

    public LauncherTests()
    {
        MakeProgram("sdk/dotnet", Sdk);
        File.Copy(Repository.PathOf("neatx"), _scratch["neatx"]);
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "src/Neatx.Cli/Program.cs"])
            _scratch.Write(name, "content");
    }

    private int Builds => File.Exists(_scratch["log"]) ? File.ReadAllLines(_scratch["log"]).Length : 0;

    [Fact]
    public void Launcher_FirstRun_BuildsSaysSoAndPassesArgumentsAndCode()
    {
        var ended = Launch("a b", "--json");
        Assert.Equal((3, "ran:a b --json\n"), (ended.Code, ended.Output));
        Assert.Equal("building neatx (first run or sources changed)...\n", ended.Error);
        Assert.Equal(1, Builds);
    }

    [Fact]
    public void Launcher_NothingChanged_RunsWithoutBuilding()
    {
        Launch();
        Assert.Equal("", Launch().Error);
        Assert.Equal(1, Builds);
    }

    [Theory]
    [InlineData("src/Neatx.Cli/Program.cs")]
    [InlineData("src/Neatx.Cli/packages.lock.json")]
    [InlineData("Directory.Packages.props")]
    public void Launcher_SourceChangedOrAdded_BuildsAgain(string source)
    {
        Launch();
        _scratch.Write(source, "other content");
        Launch();
        Assert.Equal(2, Builds);
    }

    [Fact]
    public void Launcher_SourceRemoved_BuildsAgain()
    {
        _scratch.Write("src/Neatx.Cli/Other.cs", "");
        Launch();
        File.Delete(_scratch["src/Neatx.Cli/Other.cs"]);
        Launch();
        Assert.Equal(2, Builds);
    }

    [Fact]
    public void Launcher_OlderFilesOfTheSameSize_BuildsAgain()
    {
        Launch();
        File.SetLastWriteTimeUtc(_scratch["src/Neatx.Cli/Program.cs"], new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Launch();
        Assert.Equal(2, Builds);
    }

    [Fact]
    public void Launcher_ThroughLinksFromAnotherFolder_FindsItsOwn()
    {
        File.CreateSymbolicLink(_scratch["first"], "neatx");
        Directory.CreateDirectory(_scratch["else where"]);
        File.CreateSymbolicLink(_scratch["else where/second"], "../first");
        Assert.Equal("ran:x\n", Start(_scratch["else where/second"], "/", "x").Output);
        Assert.Equal(_scratch.Folder, File.ReadAllText(_scratch["log"]).Trim());
    }

    [Fact]
    public async Task Launcher_StartedTwiceAtOnce_BuildsOnce()
    {
        var both = await Task.WhenAll(Task.Run(() => Launch()), Task.Run(() => Launch()));
        Assert.All(both, ended => Assert.Equal("ran:\n", ended.Output));
        Assert.Equal(1, Builds);
    }

    [Fact]
    public void Launcher_BuildFails_ShowsTheLogAndLeavesNothing()
    {
        var ended = Start(_scratch["neatx"], _scratch.Folder, [], new KeyValuePair<string, string?>("FAKE_FAIL", "1"));
        Assert.Equal((70, ""), (ended.Code, ended.Output));
        Assert.Contains("error CS1002", ended.Error, StringComparison.Ordinal);
        Assert.Contains("the build failed for the reason above", ended.Error, StringComparison.Ordinal);
        Assert.Equal(3, Launch().Code);
    }

    [Fact]
    public void Launcher_OlderSdk_NamesItAndHowToGetTheRightOne()
    {
        var ended = Start(_scratch["neatx"], _scratch.Folder, [], new KeyValuePair<string, string?>("FAKE_SDK", "8.0.100"));
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.StartsWith("neatx: building needs the .NET SDK 10; ", ended.Error, StringComparison.Ordinal);
        Assert.Contains("https://dotnet.microsoft.com/download/dotnet/10.0", ended.Error, StringComparison.Ordinal);
        Assert.Contains("has only the SDK 8.0.100", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Launcher_ManyBuilds_KeepsTheLastTwo()
    {
        for (var build = 0; build < 4; build++)
        {
            _scratch.Write("src/Neatx.Cli/Program.cs", new string('x', build));
            Launch();
        }

        Assert.Equal(4, Builds);
        Assert.Equal(2, Directory.GetDirectories(_scratch[".build/neatx"]).Length);
    }

    public void Dispose() => _scratch.Dispose();

    private void MakeProgram(string name, string text)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("The launcher is a bash script.");
        File.SetUnixFileMode(_scratch.Write(name, text.ReplaceLineEndings("\n")), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Ended Launch(params string[] arguments) => Start(_scratch["neatx"], _scratch.Folder, arguments);

    private Ended Start(string launcher, string folder, params string[] arguments) => Start(launcher, folder, arguments, []);

    private Ended Start(string launcher, string folder, string[] arguments, params KeyValuePair<string, string?>[] variables) => Started.Program(
        launcher,
        folder,
        arguments,
        [new("PATH", $"{_scratch["sdk"]}:/usr/bin:/bin"), new("FAKE_LOG", _scratch["log"]), new("LC_ALL", "C"), .. variables]);
}
