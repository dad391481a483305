using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Neatx.Web.Exchange;
using Neatx.Web.Hosting;
using Neatx.Web.Security;
using Neatx.Web.Store;

namespace Neatx.Web.Api;

/// <summary>The end of a campaign, and its ratings in files. People are pseudonyms in all of them.</summary>
internal static class ExportApi
{
    private static readonly string[] Formats = ["raw", "long", "events", "label-studio"];

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/curator").RequireAuthorization(Policies.Curator).WithTags("Curator");
        group.MapPost("/freeze", Freeze).WithName("freeze").WithSummary("Makes the campaign read-only for ever, and writes its label sets into the run folder.");
        group.MapGet("/export/{format}", Export).Produces<Stream>(200, "text/csv", "application/jsonl", "application/json")
            .WithName("export").WithSummary("All ratings in a file: raw, long, events or label-studio.");
    }

    /// <summary>Nothing needs to be said.</summary>
    public sealed record FreezeRequest;

    /// <summary>A frozen campaign.</summary>
    /// <param name="Hash">Of all answers.</param>
    /// <param name="Files">In the run folder.</param>
    public sealed record FrozenCampaign(string Hash, IReadOnlyList<string> Files);

    private static async Task<Ok<FrozenCampaign>> Freeze(FreezeRequest request, Caller caller, CampaignStore store, ServerOptions options)
    {
        _ = request;
        var folder = Path.Combine(options.Folder, CampaignFreeze.Folder);
        var hash = await Task.Run(() => CampaignFreeze.Run(store, caller.Actor, folder));
        return TypedResults.Ok(new FrozenCampaign(hash, [.. CampaignFreeze.Files.Select(file => $"{CampaignFreeze.Folder}/{file}")]));
    }

    private static async Task<Results<EmptyHttpResult, ProblemHttpResult>> Export(string format, HttpContext http, CampaignStore store)
    {
        if (!Formats.Contains(format, StringComparer.Ordinal)) return Problems.NotFound();
        var name = format switch
        {
            "events" => "events.jsonl",
            "label-studio" => "label-studio.json",
            _ => $"ratings-{format}.csv",
        };
        http.Response.ContentType = format switch { "events" => "application/jsonl", "label-studio" => "application/json", _ => "text/csv; charset=utf-8" };
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        // The formats write as they read, row by row.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        await Task.Run(() => Write(format, store, http.Response.Body), http.RequestAborted);
        return TypedResults.Empty;
    }

    private static void Write(string format, CampaignStore store, Stream body)
    {
        using var reader = store.OpenReader();
        using var moment = reader.BeginSnapshot();
        if (format == "events")
        {
            EventLines.Write(reader, body);
            return;
        }

        if (format == "label-studio")
        {
            LabelStudioFormat.Write(reader, body);
            return;
        }

        using var text = new StreamWriter(body, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        if (format == "raw") RawFormat.Write(reader, text);
        else LongFormat.Write(reader, text);
    }
}
