using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Neatx.Core.Training;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>What goes wrong with films, weights and training, as a user meets it: each is named with its reason, the rest is done, and nothing is half-written.</summary>
public sealed class DamagedInputTests : VerbTests
{
    private const string Sweep =
        "\ntraining:\n  small: {title: Small, recipe: small, options: {epochs: 1LEARNING}, models: MODEL, labels: truth, findings: [Chest drain], split: patients, seeds: [1]WEIGHTS}\n";

    [Fact]
    public void Run_DamagedFilms_NamesEachAndSaysWhyNothingIsTrained()
    {
        var images = MakeSet();
        File.WriteAllBytes(images[0], File.ReadAllBytes(images[0])[..400]);
        File.WriteAllText(images[1], "no film");
        WriteBomb(images[2]);
        var bytes = File.ReadAllBytes(images[3]);
        bytes[300] ^= 255;
        File.WriteAllBytes(images[3], bytes);
        var ended = Neatx("run", WriteProtocol("small"), "--out", "run", "--resamples", "0");
        Assert.Equal(0, ended.Code);
        Assert.Contains("4 of 20 films of Phantom films cannot be used", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Small was not trained: 4 of 20 films cannot be used", Unwrapped(ended.Error), StringComparison.Ordinal);
        var listed = File.ReadAllText(Scratch["run/images/phantom.problems.csv"]);
        foreach (var reason in (string[])["truncated", "unsupported", "too large", "unreadable"]) Assert.Contains($",{reason},", listed, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FileThatHoldsNoWeights_SaysWhatIsRead()
    {
        MakeSet();
        File.WriteAllText(Scratch["set/weights.pth"], "hello");
        var message = Failed(WriteProtocol("densenet121", weights: ", weights: {densenet121: weights.pth}"));
        Assert.Contains("weights.pth' holds no weights: its first bytes are of no format known here.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckAndRun_StepThatIsASlip_AreRefusedAlike()
    {
        MakeSet();
        var protocol = WriteProtocol("small", learning: ", learning_rate: 1.0e+30");
        const string Message = ": training.small.options.learning_rate: expected a number from 0.000000001 to 1, found the number 1.0e+30\n";
        var check = Neatx("check", protocol);
        Assert.Equal(1, check.Code);
        Assert.Contains(Message, check.Output + check.Error, StringComparison.Ordinal);
        var run = Neatx("run", protocol, "--out", "run");
        Assert.Equal(2, run.Code);
        Assert.Contains(Message, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Scratch["run"]));
    }

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Twenty films.</summary>
    private string[] MakeSet()
    {
        Assert.Equal(0, Neatx("phantom", "--out", "set", "--images", "20", "--size", "64").Code);
        return [.. Directory.GetFiles(Scratch["set/images"]).Order(StringComparer.Ordinal)];
    }

    private string WriteProtocol(string model, string learning = "", string weights = "")
    {
        var sweep = Sweep.Replace("LEARNING", learning, StringComparison.Ordinal).Replace("MODEL", model, StringComparison.Ordinal).Replace("WEIGHTS", weights, StringComparison.Ordinal);
        var protocol = File.ReadAllText(Scratch["set/phantom.yaml"]).Replace("images: {folders: [images], optional: true}", "images: {folders: [images], preprocessing: {size: 64}}", StringComparison.Ordinal);
        File.WriteAllText(Scratch["set/damaged.yaml"], protocol + sweep);
        return "set/damaged.yaml";
    }

    /// <summary>Runs the protocol, of which the training fails and leaves no result: the message.</summary>
    private string Failed(string protocol)
    {
        var ended = Neatx("run", protocol, "--out", "run", "--resamples", "0");
        Assert.Equal(3, ended.Code);
        var run = Assert.Single(Directory.GetDirectories(Scratch["run/training/small"]));
        Assert.False(File.Exists(Path.Combine(run, RunFiles.Model)));
        Assert.False(File.Exists(Path.Combine(run, RunFiles.Scores)));
        Assert.Empty(Directory.GetFiles(run, ".*"));
        using var results = JsonDocument.Parse(File.ReadAllText(Scratch["run/results.json"]));
        Assert.Equal("failed", results.RootElement.GetProperty("training")[0].GetProperty("runs")[0].GetProperty("status").GetString());
        return Unwrapped(ended.Error);
    }

    /// <summary>A PNG of some bytes whose head announces 3.6 gigapixels.</summary>
    private static void WriteBomb(string path)
    {
        byte[] head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, 60_000);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), 60_000);
        head[8] = 8;
        File.WriteAllBytes(path, [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", head), .. Chunk("IDAT", new byte[1000]), .. Chunk("IEND", [])]);
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] content = [.. Encoding.ASCII.GetBytes(type), .. data];
        var chunk = new byte[content.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        content.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 4), Crc32.HashToUInt32(content));
        return chunk;
    }
}
