namespace Neatx.Cli.Tests.Launching;

/// <summary>How the launcher makes the pages of the server, with an SDK, a Node and an npm that only pretend.</summary>
public sealed class LauncherPagesTests : IDisposable
{
    private const string Sdk = """
        #!/usr/bin/env bash
        if [[ $1 == --version ]]; then echo 10.0.401; exit; fi
        if [[ $1 == exec ]]; then exit; fi
        echo program >> "$FAKE_LOG"
        while [[ $1 != --output ]]; do shift; done
        mkdir -p "$2"
        printf '#!/usr/bin/env bash\necho "ran:$* with:${NEATX_VIEWER:+$(cat "$NEATX_VIEWER/index.html")}"\n' > "$2/neatx"
        chmod +x "$2/neatx"
        """;

    private const string Npm = """
        #!/usr/bin/env bash
        echo "npm $1" >> "$FAKE_LOG"
        if [[ -n ${FAKE_FAIL:-} ]]; then echo 'npm error network'; exit 1; fi
        if [[ $1 == ci ]]; then mkdir -p node_modules; exit; fi
        while [[ $1 != --outDir ]]; do shift; done
        mkdir -p "$2"
        cp index.html "$2/index.html"
        """;

    private readonly Scratch _scratch = new();

    public LauncherPagesTests()
    {
        MakeProgram("sdk/dotnet", Sdk);
        MakeProgram("sdk/npm", Npm);
        MakeProgram("sdk/node", "#!/usr/bin/env bash\necho \"${FAKE_NODE:-v20.19.0}\"\n");
        File.Copy(Repository.PathOf("neatx"), _scratch["neatx"]);
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "src/Neatx.Cli/Program.cs"])
            _scratch.Write(name, "content");
        _scratch.Write("src/Neatx.Web/viewer/index.html", "first");
        _scratch.Write("src/Neatx.Web/viewer/package-lock.json", "{}");
    }

    private string[] Done => File.Exists(_scratch["log"]) ? [.. File.ReadAllLines(_scratch["log"]).Order(StringComparer.Ordinal)] : [];

    [Fact]
    public void Serve_FirstRun_MakesProgramAndPages()
    {
        var ended = Launch(["serve", "study.yaml"]);
        Assert.Equal((0, "ran:serve study.yaml with:first\n"), (ended.Code, ended.Output));
        Assert.Contains("building the pages of the server", ended.Error, StringComparison.Ordinal);
        Assert.Equal(["npm ci", "npm run", "program"], Done);
    }

    [Theory]
    [InlineData("check", "study.yaml")]
    [InlineData("serve", "--help")]
    [InlineData("--version")]
    public void OtherCommands_MakeNoPages(params string[] arguments)
    {
        Launch(arguments);
        Assert.Equal(["program"], Done);
    }

    [Fact]
    public void Serve_NothingChanged_MakesNothing()
    {
        Launch(["serve"]);
        var ended = Launch(["serve"]);
        Assert.Equal(("ran:serve with:first\n", ""), (ended.Output, ended.Error));
        Assert.Equal(3, Done.Length);
    }

    [Fact]
    public void Serve_APageChanged_MakesThePagesAloneFromThePackagesThatAreThere()
    {
        Launch(["serve"]);
        _scratch.Write("src/Neatx.Web/viewer/index.html", "second");
        Assert.Equal("ran:serve with:second\n", Launch(["serve"]).Output);
        Assert.Equal(["npm ci", "npm run", "npm run", "program"], Done);
    }

    [Fact]
    public void Serve_OtherPackages_InstallsThem()
    {
        Launch(["serve"]);
        _scratch.Write("src/Neatx.Web/viewer/package-lock.json", "{ }");
        Launch(["serve"]);
        Assert.Equal(2, Done.Count(line => line == "npm ci"));
    }

    [Fact]
    public void Serve_WhatDevelopersBuilt_IsLeftAloneAndChangesNothing()
    {
        _scratch.Write("src/Neatx.Web/viewer/node_modules/tool/index.js", "tool");
        Launch(["serve"]);
        _scratch.Write("src/Neatx.Web/viewer/dist/index.html", "built by hand");
        _scratch.Write("src/Neatx.Web/viewer/src/api/schema.ts", "generated");
        Assert.Equal("ran:serve with:first\n", Launch(["serve"]).Output);
        Assert.Equal(["npm ci", "npm run", "program"], Done);
        Assert.True(File.Exists(_scratch["src/Neatx.Web/viewer/node_modules/tool/index.js"]));
    }

    [Theory]
    [InlineData("v18.20.4")]
    [InlineData("v20.18.3")]
    [InlineData("v21.7.0")]
    [InlineData("v22.11.0")]
    public void Serve_OlderNode_SaysWhatIsMissingAndServesWithoutPages(string node)
    {
        var ended = Launch(["serve"], new KeyValuePair<string, string?>("FAKE_NODE", node));
        Assert.Equal((0, "ran:serve with:\n"), (ended.Code, ended.Output));
        Assert.Contains("they need Node.js 20.19, 22.12 or later", ended.Error, StringComparison.Ordinal);
        Assert.Contains($"the 'node' of the PATH is {node}.\n", ended.Error, StringComparison.Ordinal);
        Assert.Contains("https://nodejs.org", ended.Error, StringComparison.Ordinal);
        Assert.Equal(["program"], Done);
        // Once it is there, the next start makes them.
        Assert.Equal("ran:serve with:first\n", Launch(["serve"], new KeyValuePair<string, string?>("FAKE_NODE", "v22.12.0")).Output);
    }

    [Fact]
    public void Serve_NpmFails_ShowsWhyServesWithoutPagesAndTriesAgainNextTime()
    {
        var ended = Launch(["serve"], new KeyValuePair<string, string?>("FAKE_FAIL", "1"));
        Assert.Equal((0, "ran:serve with:\n"), (ended.Code, ended.Output));
        Assert.Contains("npm error network", ended.Error, StringComparison.Ordinal);
        Assert.Contains("npm failed for the reason above", ended.Error, StringComparison.Ordinal);
        Assert.Equal("ran:serve with:first\n", Launch(["serve"]).Output);
    }

    [Fact]
    public async Task Serve_StartedTwiceAtOnce_MakesThePagesOnce()
    {
        var both = await Task.WhenAll(Task.Run(() => Launch(["serve"])), Task.Run(() => Launch(["serve"])));
        Assert.All(both, ended => Assert.Equal("ran:serve with:first\n", ended.Output));
        Assert.Equal(["npm ci", "npm run", "program"], Done);
    }

    public void Dispose() => _scratch.Dispose();

    private void MakeProgram(string name, string text)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("The launcher is a bash script.");
        File.SetUnixFileMode(_scratch.Write(name, text.ReplaceLineEndings("\n")), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Ended Launch(string[] arguments, params KeyValuePair<string, string?>[] variables) => Started.Program(
        _scratch["neatx"],
        _scratch.Folder,
        arguments,
        [new("PATH", $"{_scratch["sdk"]}:/usr/bin:/bin"), new("FAKE_LOG", _scratch["log"]), new("LC_ALL", "C"), new("NEATX_VIEWER", null), .. variables]);
}
