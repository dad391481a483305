using System.Text.Json;
using System.Text.RegularExpressions;

namespace Neatx.Web.Tests.Server;

/// <summary>The OpenAPI document says everything a client has to know, and the copy that the pages are generated from is the one served. NEATX_UPDATE=1 writes it anew.</summary>
public sealed partial class ApiDocumentTests
{
    [Fact]
    public async Task Document_Served_IsTheOneThatThePagesAreGeneratedFrom()
    {
        await using var campaign = await TestCampaign.Start();
        using var answer = await campaign.Anonymous().Send(HttpMethod.Get, "/openapi/v1.json", null);
        var served = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ReplaceLineEndings("\n") + "\n";
        var file = Path.Combine(Root(), "src", "Neatx.Web", "viewer", "api", "openapi.json");
        if (Environment.GetEnvironmentVariable("NEATX_UPDATE") == "1") await File.WriteAllTextAsync(file, served, TestContext.Current.CancellationToken);
        Assert.True(
            File.Exists(file) && await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) == served,
            "src/Neatx.Web/viewer/api/openapi.json is not what the server serves. Write it anew: NEATX_UPDATE=1 dotnet run --project tests/Neatx.Web.Tests -- --filter-class '*ApiDocumentTests'");
    }

    [Fact]
    public async Task Document_EveryOperation_HasANameAWordAndTypedAnswers()
    {
        await using var campaign = await TestCampaign.Start();
        var (_, document) = await campaign.Anonymous().Get("/openapi/v1.json");
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Select(each => each.Value))
            {
                var name = operation.GetProperty("operationId").GetString()!;
                Assert.True(names.Add(name), name);
                Assert.True(operation.GetProperty("summary").GetString()!.Length > 15, name);
                Assert.True(operation.GetProperty("tags").GetArrayLength() > 0, name);
                var answers = operation.GetProperty("responses");
                Assert.Equal("#/components/schemas/Problem", Schema(answers.GetProperty("default"), "application/problem+json").GetProperty("$ref").GetString());
                if (answers.TryGetProperty("204", out _)) continue;
                var success = answers.GetProperty("200").GetProperty("content").EnumerateObject().First();
                Assert.True(success.Value.GetProperty("schema").TryGetProperty("$ref", out _), name);
            }
        }

        Assert.True(names.Count > 25, $"Only {names.Count} operations are listed.");
    }

    [Fact]
    public async Task Document_EverySchema_HasANameOfItsOwnAndSaysWhatItIs()
    {
        await using var campaign = await TestCampaign.Start();
        var (_, document) = await campaign.Anonymous().Get("/openapi/v1.json");
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            // Two types of one name are numbered.
            Assert.DoesNotMatch(Numbered(), schema.Name);
            if (!schema.Value.TryGetProperty("properties", out var properties)) continue;
            Assert.True(schema.Value.TryGetProperty("description", out _), schema.Name);
            Assert.All(properties.EnumerateObject(), property => Assert.Matches("^[a-z_]+$", property.Name));
        }
    }

    private static JsonElement Schema(JsonElement answer, string type) => answer.GetProperty("content").GetProperty(type).GetProperty("schema");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Neatx.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex("[0-9]$")]
    private static partial Regex Numbered();
}
