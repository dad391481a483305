using System.Security.Cryptography;
using Neatx.Core.Training;
using Neatx.Learning.Tests.Driving;
using Neatx.Learning.Weights.Download;
using static Neatx.Learning.Tests.Weights.LoopbackServer;

namespace Neatx.Learning.Tests.Weights;

/// <summary>Downloads from a server on this machine that behaves, breaks off, lies, or sends elsewhere.</summary>
public sealed class DownloadTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 200_000).Select(index => (byte)(index * 7 % 251))];
    private static readonly PublicWeights Weights = new("x", Architecture.Small, "x-1234.pth", Convert.ToHexStringLower(SHA256.HashData(Content)), Content.Length);

    private readonly Scratch _scratch = new();

    private string Target => _scratch["store/x-1234.pth"];

    private string Part => $"{Target}.part";

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Pull_Whole_IsThereAndNothingElse()
    {
        using var server = new LoopbackServer(_ => Answer("200 OK", Content, "ETag: \"a\""));
        var seen = new List<long>();
        Pull(server, (done, total) =>
        {
            Assert.Equal(Content.Length, total);
            seen.Add(done);
        });
        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(_scratch["store"]));
        Assert.Equal("/models/x-1234.pth", Assert.Single(server.Requests).Path);
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(Content.Length, seen[^1]);
        Assert.True(WeightsPull.IsThere(Weights, Target));
    }

    [Fact]
    public void Pull_BrokenOff_GoesOnWhereItStopped()
    {
        using var server = new LoopbackServer(request => request.From is { } from
            ? [.. Ranged(from), .. Content[from..Math.Min(from + 50_000, Content.Length)]]
            : [.. Head("200 OK", $"Content-Length: {Content.Length}", "ETag: \"a\""), .. Content[..50_000]]);
        Pull(server);
        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal([null, 50_000, 100_000, 150_000], server.Requests.Select(request => request.From));
        Assert.All(server.Requests.Skip(1), request => Assert.Equal("\"a\"", request.Headers["If-Range"]));
    }

    [Fact]
    public void Pull_BrokenOffForGood_KeepsWhatCameForTheNext()
    {
        using (var server = new LoopbackServer(request => request.From is null ? [.. Head("200 OK", $"Content-Length: {Content.Length}", "ETag: \"a\""), .. Content[..50_000]] : []))
        {
            var message = Refusal(server);
            Assert.StartsWith($"x-1234.pth could not be downloaded from {server.Address}x-1234.pth: ", message, StringComparison.Ordinal);
            Assert.Contains("50,000 of 200,000 bytes are kept; run this again to go on from there.", message, StringComparison.Ordinal);
            Assert.Contains("name the file with --file PATH, or name a mirror with --mirror URL", message, StringComparison.Ordinal);
        }

        Assert.Equal(Content[..50_000], File.ReadAllBytes(Part));
        Assert.False(File.Exists(Target));
        using var better = new LoopbackServer(request => [.. Ranged(request.From!.Value), .. Content[request.From.Value..]]);
        Pull(better);
        Assert.Equal(50_000, Assert.Single(better.Requests).From);
        Assert.Equal(Content, File.ReadAllBytes(Target));
    }

    [Theory]
    [InlineData("another content by now")]
    [InlineData("a server without ranges")]
    public void Pull_AnsweredWithTheWhole_StartsAnew(string why)
    {
        Keep([.. Enumerable.Repeat((byte)9, 70_000)], why[0] == 'a' ? "\"old\"" : null);
        using var server = new LoopbackServer(_ => Answer("200 OK", Content));
        Pull(server);
        Assert.Equal(70_000, Assert.Single(server.Requests).From);
        Assert.Equal(Content, File.ReadAllBytes(Target));
    }

    [Fact]
    public void Pull_PartThatIsWhole_AsksNobody()
    {
        Keep(Content, null);
        using var server = new LoopbackServer(_ => Answer("500 Broken", []));
        Pull(server);
        Assert.Empty(server.Requests);
        Assert.Equal(Content, File.ReadAllBytes(Target));
    }

    [Fact]
    public void Pull_PartTooLong_StartsAnew()
    {
        Keep(new byte[Content.Length + 1], null);
        using var server = new LoopbackServer(_ => Answer("200 OK", Content));
        Pull(server);
        Assert.Null(Assert.Single(server.Requests).From);
    }

    [Fact]
    public void Pull_RangeNotSatisfiable_StartsAnew()
    {
        Keep([1, 2, 3], null);
        using var server = new LoopbackServer(request => request.From is null ? Answer("200 OK", Content) : Answer("416 Range Not Satisfiable", []));
        Pull(server);
        Assert.Equal([3, null], server.Requests.Select(request => request.From));
        Assert.Equal(Content, File.ReadAllBytes(Target));
    }

    [Fact]
    public void Pull_OtherBytes_AreDeletedWithBothHashes()
    {
        var other = (byte[])Content.Clone();
        other[^1] ^= 1;
        using var server = new LoopbackServer(_ => Answer("200 OK", other));
        Assert.Equal(
            $"what {server.Address}x-1234.pth gave is not the published file: its SHA-256 is {Convert.ToHexStringLower(SHA256.HashData(other))}, that of x-1234.pth is {Weights.Sha256}. It was deleted. "
            + "Run this again, or name another place with --mirror URL or a copy with --file PATH.",
            Refusal(server));
        Assert.Empty(Directory.GetFiles(_scratch["store"]));
    }

    [Fact]
    public void Pull_WebPage_IsRefusedBeforeItIsTaken()
    {
        using var server = new LoopbackServer(_ => Answer("200 OK", "<html>Sign in</html>"u8, "Content-Type: text/html"));
        Assert.Contains("offers 20 bytes (text/html); x-1234.pth has 200,000. It is another file", Refusal(server), StringComparison.Ordinal);
        Assert.False(File.Exists(Part));
    }

    [Fact]
    public void Pull_LargerThanStated_TakesNoMoreThanTheFileHas()
    {
        // Without a length, to the end of the connection.
        using var server = new LoopbackServer(_ => [.. Head("200 OK"), .. Content, .. Content]);
        Pull(server);
        Assert.Equal(Content.Length, new FileInfo(Target).Length);
    }

    [Theory]
    [InlineData("404 Not Found")]
    [InlineData("403 Forbidden")]
    [InlineData("503 Service Unavailable")]
    public void Pull_Refused_SaysWithWhat(string status)
    {
        using var server = new LoopbackServer(_ => Answer(status, []));
        Assert.Equal($"{server.Address}x-1234.pth answers {status}. Name another place with --mirror URL, or a copy of x-1234.pth with --file PATH.", Refusal(server));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/elsewhere")]
    [InlineData("/elsewhere")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/x")]
    public void Pull_RedirectToOtherThanHttps_IsNotFollowed(string location)
    {
        using var server = new LoopbackServer(_ => Answer("302 Found", [], $"Location: {location}"));
        Assert.Contains("which is not https and is not followed", Refusal(server), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void Pull_NobodyThere_NamesTheAddressAndTheWaysOut()
    {
        Uri address;
        using (var server = new LoopbackServer(_ => [])) address = server.Address;
        var message = Assert.Throws<NeatxException>(() => Pull(address)).Message;
        Assert.StartsWith($"x-1234.pth could not be downloaded from {address}x-1234.pth: ", message, StringComparison.Ordinal);
        Assert.Contains("Nothing came.", message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_scratch.Folder, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public void Pull_Silence_EndsAfterItsPatience()
    {
        using var gate = new ManualResetEventSlim();
        using var server = new LoopbackServer(_ =>
        {
            gate.Wait(TestContext.Current.CancellationToken);
            return [];
        });
        var message = Assert.Throws<NeatxException>(() => Pull(new PullOptions { Mirror = server.Address, Patience = TimeSpan.FromMilliseconds(50), Attempts = 1 })).Message;
        gate.Set();
        Assert.Contains("nothing came for 0.05 s", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pull_Cancelled_KeepsWhatCame()
    {
        using var source = new CancellationTokenSource();
        using var server = new LoopbackServer(_ => Answer("200 OK", Content));
        Assert.ThrowsAny<OperationCanceledException>(() => Pull(new PullOptions { Mirror = server.Address }, (done, _) => source.Cancel(), source.Token));
        Assert.NotEmpty(File.ReadAllBytes(Part));
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public void Pull_SecondOfTheSame_IsToldToWait()
    {
        Directory.CreateDirectory(_scratch["store"]);
        using var held = new FileStream(Part, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        Assert.Contains("is being written by another neatx", Assert.Throws<NeatxException>(() => Pull(new Uri("http://127.0.0.1:1/"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_Copy_IsCheckedAndCopied()
    {
        File.WriteAllBytes(_scratch["mine.pth"], Content);
        WeightsPull.Take(Weights, _scratch["mine.pth"], Target);
        Assert.Equal(Content, File.ReadAllBytes(Target));
        File.WriteAllText(_scratch["page.pth"], "<html>");
        Assert.Equal(
            $"'{_scratch["page.pth"]}' is not the published file: it has 6 bytes, x-1234.pth has 200,000; it is a web page, often what a download leaves that needs a login. Download the file again. "
            + "Weights of other origin need not be pulled: name their file where a run asks for weights.",
            Assert.Throws<NeatxException>(() => WeightsPull.Take(Weights, _scratch["page.pth"], Target)).Message);
        File.WriteAllText(Target, "damaged");
        Assert.Contains("Delete it and run this again.", Assert.Throws<NeatxException>(() => WeightsPull.IsThere(Weights, Target)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_Pinned_BeginWithTheDigitsInTheirNames() => Assert.All(PublicWeights.All, weights =>
    {
        Assert.EndsWith($"-{weights.Sha256[..8]}.pth", weights.FileName, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", weights.Sha256);
        Assert.Equal($"https://download.pytorch.org/models/{weights.FileName}", weights.AddressAt(null).AbsoluteUri);
    });

    [Theory]
    [InlineData("https://m.example.org/w", "https://m.example.org/w/x-1234.pth")]
    [InlineData("https://m.example.org/w/", "https://m.example.org/w/x-1234.pth")]
    [InlineData("https://m.example.org", "https://m.example.org/x-1234.pth")]
    [InlineData("https://m.example.org/w/x-1234.pth", "https://m.example.org/w/x-1234.pth")]
    [InlineData("https://m.example.org/w?token=1", "https://m.example.org/w/x-1234.pth?token=1")]
    public void AddressAt_Mirror_IsAFolderOrTheFile(string mirror, string address) => Assert.Equal(address, Weights.AddressAt(new Uri(mirror)).AbsoluteUri);

    [Theory]
    [InlineData("/n", "/x", "/n")]
    [InlineData("", "/x", "/x/neatx/weights")]
    [InlineData(null, "x", null)]
    [InlineData(null, null, null)]
    public void Store_OfUser_FollowsTheEnvironment(string? named, string? xdg, string? folder)
    {
        var store = WeightsStore.OfUser(name => name == "NEATX_WEIGHTS" ? named : xdg);
        Assert.Equal(folder ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache/neatx/weights"), store.Folder);
        Assert.Equal(Path.Combine(store.Folder, Weights.Sha256, "x-1234.pth"), WeightsPull.TargetOf(Weights, store, null));
        Assert.Equal("/to/x-1234.pth", WeightsPull.TargetOf(Weights, store, "/to"));
    }

    private static byte[] Ranged(int from) => Head("206 Partial Content", $"Content-Length: {Content.Length - from}", $"Content-Range: bytes {from}-{Content.Length - 1}/{Content.Length}", "ETag: \"a\"");

    private void Keep(byte[] part, string? tag)
    {
        Directory.CreateDirectory(_scratch["store"]);
        File.WriteAllBytes(Part, part);
        if (tag is not null) File.WriteAllText($"{Part}.tag", tag);
    }

    private void Pull(LoopbackServer server, Action<long, long>? progress = null) => Pull(new PullOptions { Mirror = server.Address }, progress);

    private void Pull(Uri mirror) => Pull(new PullOptions { Mirror = mirror });

    private void Pull(PullOptions options, Action<long, long>? progress = null, CancellationToken? cancellation = null)
    {
        using var download = new WeightsDownload(options);
        download.PullAsync(Weights, Target, progress ?? ((_, _) => { }), cancellation ?? TestContext.Current.CancellationToken).GetAwaiter().GetResult();
    }

    private string Refusal(LoopbackServer server) => Assert.Throws<NeatxException>(() => Pull(server)).Message;
}
