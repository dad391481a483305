using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>What keeps 'neatx serve' from serving is told before anything is begun: what was found, and what to do.</summary>
public sealed class ServeRefusalTests : VerbTests
{
    private const string Variable = "NEATX_Kestrel__Certificates__Default__";
    private const string Secret = "hidden0password";

    public ServeRefusalTests()
    {
        Scratch.Write("films.csv", "image,patient\nfilm1.png,p1\nfilm2.png,p2\n");
        Scratch.Write("campaign.yaml", """
            name: tubes
            title: Tubes
            findings: {Drain: }
            datasets:
              films: {title: Films, table: {files: films.csv, format: csv, columns: {image: image, patient: patient}}}
            campaign: {title: Tubes, images: films, findings: {Drain: }, raters: [r1, r2]}
            """);
    }

    [Theory]
    [InlineData("nonsense", "--urls takes addresses as http://localhost:5081 or https://0.0.0.0:5443 (ports to 65535); found 'nonsense'.")]
    [InlineData("http://localhost:99999", "found 'http://localhost:99999'.")]
    [InlineData("ftp://localhost:5081", "found 'ftp://localhost:5081'.")]
    [InlineData("http://localhost:5081/path", "found 'http://localhost:5081/path'.")]
    // TEST-NET-3 (RFC 5737), which no machine has.
    [InlineData("http://203.0.113.1:5081", "http://203.0.113.1:5081 is no address of this machine. Take one that is: --urls http://localhost:5081")]
    [InlineData("http://0.0.0.0:0", "Passwords would cross the network in plain text")]
    public void Urls_ThatCannotBeServed_AreRefused(string url, string message)
    {
        Assert.EndsWith(message, Refuses([], "--urls", url).Split(": --urls names")[0], StringComparison.Ordinal);
        Assert.False(File.Exists(Scratch["out/tubes/campaign/campaign.db"]));
    }

    /// <summary>Below a file, as root may write anywhere else.</summary>
    [Fact]
    public void Out_ThatCannotBeWritten_IsRefused() =>
        Assert.Matches("^The run folder 'films.csv/run' cannot be written to: .* Name another one: --out DIR$", Refuses([], "--out", "films.csv/run"));

    [Fact]
    public void Https_WithoutACertificate_SaysWhereToNameIt() =>
        Assert.StartsWith($"https takes a certificate: name its file in {Variable}Path, and that of its key in {Variable}KeyPath; see docs/guide/serve.md.", RefusesHttps(null, null), StringComparison.Ordinal);

    [Theory]
    [InlineData("absent.pem", "key.pem")]
    [InlineData("films.csv", "key.pem")]
    [InlineData("empty.pem", "key.pem")]
    [InlineData("cert.pem", null)]
    [InlineData("cert.pem", "absent.pem")]
    [InlineData("cert.pem", "other.pem")]
    [InlineData("cert.pem", "encrypted.pem")]
    public void Https_WithACertificateThatCannotBeUsed_NamesItAndWhatToDo(string certificate, string? key)
    {
        MakeCertificate();
        var named = key is null ? "no key" : $"the key '{Scratch[key]}'";
        var message = RefusesHttps(Scratch[certificate], key is null ? null : Scratch[key]);
        Assert.StartsWith($"https cannot be served with the certificate '{Scratch[certificate]}' and {named}: ", message, StringComparison.Ordinal);
        Assert.Contains($"Name a certificate in PEM that you may read in {Variable}Path", message, StringComparison.Ordinal);
        Assert.False(File.Exists(Scratch["out/tubes/campaign/campaign.db"]));
    }

    [Theory]
    [InlineData($"nonsense {Secret}", "The connection string of --database or NEATX_DATABASE cannot be read. It has the form \"Host=...;Database=...;Username=...;Password=...\".")]
    [InlineData($"Host=localhost;Prt=1;Password={Secret}", "The connection string of --database or NEATX_DATABASE cannot be read at 'prt'. It has the form")]
    [InlineData($"Database=x;Password={Secret}", "The connection string of --database or NEATX_DATABASE names no Host. It has the form")]
    [InlineData($"Host=127.0.0.1;Port=1;Database=x;Username=u;Password={Secret}", "The PostgreSQL database 'x' on 127.0.0.1 cannot be reached: Failed to connect to 127.0.0.1:1. Check that it runs")]
    public void Database_ThatCannotBeHad_IsRefusedWithoutItsPassword(string connection, string message)
    {
        foreach (var refusal in new[] { Refuses([], "--urls", "http://127.0.0.1:0", "--database", connection), Refuses([new("NEATX_DATABASE", connection)], "--urls", "http://127.0.0.1:0") })
        {
            Assert.StartsWith(message, refusal, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, refusal, StringComparison.Ordinal);
        }
    }

    /// <summary>Links are told once: had they been made before the port was found taken, nobody could ever come in.</summary>
    [Fact]
    public void Port_TakenAtTheFirstStart_LeavesTheLinksForTheNext()
    {
        using (var other = new TcpListener(IPAddress.Loopback, 0))
        {
            other.Start();
            var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
            Assert.Equal(
                $"Something else listens on {url} already: another 'neatx serve', or another program. Stop it, or take another port: --urls http://localhost:5081", Refuses([], "--urls", url));
        }

        using var served = new ServedCampaign(Scratch.Folder, "campaign.yaml");
        Assert.StartsWith("nxi_", served.CodeOf(0), StringComparison.Ordinal);
    }

    private string RefusesHttps(string? certificate, string? key) => Refuses(
        [new($"{Variable}Path", certificate), new($"{Variable}KeyPath", key), new("HOME", Scratch.Folder)], "--urls", "https://127.0.0.1:0");

    private string Refuses(IEnumerable<KeyValuePair<string, string?>> variables, params string[] arguments)
    {
        var ended = Started.Program(Started.Neatx, Scratch.Folder, ["serve", "campaign.yaml", "--no-browser", .. arguments], variables);
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        // Before it, what the catalog said on the way to the database.
        var message = ended.Error[ended.Error.IndexOf("neatx: ", StringComparison.Ordinal)..].TrimEnd();
        Assert.DoesNotContain("   at ", message, StringComparison.Ordinal);
        return message["neatx: ".Length..];
    }

    private void MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        Scratch.Write("cert.pem", certificate.ExportCertificatePem());
        Scratch.Write("empty.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        Scratch.Write("key.pem", key.ExportPkcs8PrivateKeyPem());
        Scratch.Write("other.pem", other.ExportPkcs8PrivateKeyPem());
        Scratch.Write("encrypted.pem", key.ExportEncryptedPkcs8PrivateKeyPem(Secret, new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000)));
    }
}
