using System.Text.Json;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>A folder in which neatx is started with files that a test writes there.</summary>
public abstract class VerbTests : IDisposable
{
    private readonly Scratch _scratch = new();

    private protected Scratch Scratch => _scratch;

    /// <summary>Runs neatx in the folder.</summary>
    private protected Ended Neatx(params string[] arguments) => Started.NeatxIn(_scratch.Folder, arguments);

    /// <summary>Runs neatx, which must end well, and reads the JSON that is all of its standard output.</summary>
    private protected JsonElement Json(params string[] arguments)
    {
        var ended = Neatx([.. arguments, "--json"]);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        return JsonDocument.Parse(ended.Output).RootElement;
    }

    /// <summary>Runs neatx, which must refuse: exit code, nothing on standard output, no stack trace. Returns the message.</summary>
    private protected string Refused(params string[] arguments)
    {
        var ended = Neatx(arguments);
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.StartsWith("neatx: ", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        return ended.Error["neatx: ".Length..].TrimEnd();
    }

    public void Dispose()
    {
        _scratch.Dispose();
        GC.SuppressFinalize(this);
    }
}
