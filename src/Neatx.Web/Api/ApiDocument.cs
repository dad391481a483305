using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Neatx.Web.Security;

namespace Neatx.Web.Api;

/// <summary>
/// The OpenAPI document at /openapi/v1.json. viewer/api/openapi.json is a copy that a test compares; the types of the pages' client are generated from it.
/// </summary>
internal static class ApiDocument
{
    private const string ProblemJson = "application/problem+json";
    private const string Bearer = "token";
    private const string Cookie = "session";

    public static void Add(IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddSchemaTransformer(AddWords);
        options.AddOperationTransformer(AddProblems);
        options.AddDocumentTransformer(AddFrame);
    });

    private static Task AddWords(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken token)
    {
        var property = context.JsonPropertyInfo?.AttributeProvider;
        if (property?.GetCustomAttributes(typeof(WordsAttribute), inherit: false) is not [WordsAttribute words]) return Task.CompletedTask;
        schema.Enum = [.. words.Words.Select(word => (System.Text.Json.Nodes.JsonNode)word)];
        if (schema.Type?.HasFlag(JsonSchemaType.Null) == true) schema.Enum.Add(JsonNullSentinel.JsonNull);
        return Task.CompletedTask;
    }

    private static Task AddProblems(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken token)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var policies = metadata.OfType<IAllowAnonymous>().Any() ? [] : metadata.OfType<IAuthorizeData>().ToList();
        if (operation.RequestBody is not null || operation.Parameters?.Any(each => each.In == ParameterLocation.Query) == true) Put("400", "Not understood, or not sent by our page.");
        if (policies.Count > 0) Put("401", "Not signed in.");
        if (policies.Exists(each => each.Policy is not null)) Put("403", "Not for the caller's role.");
        if (operation.Parameters?.Any(each => each.In == ParameterLocation.Path) == true) Put("404", "Not there, or not the caller's.");
        Put("429", "Too many requests; Retry-After says how many seconds to wait.");
        Put("default", "Anything else that was not carried out: the code says why.");
        if (policies.Count > 0) operation.Security = [Requirement(Bearer), Requirement(Cookie)];
        return Task.CompletedTask;

        void Put(string status, string description) => (operation.Responses ??= [])[status] = new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [ProblemJson] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), context.Document) } },
        };

        OpenApiSecurityRequirement Requirement(string scheme) => new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };
    }

    private static async Task AddFrame(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken token)
    {
        document.Info = new()
        {
            Title = "Neatx campaign",
            Version = "1",
            Description = "A campaign in which several raters label images, blind to one another. Names are in snake_case; what is not known is null, never 0; times are ISO 8601 with an offset. "
                + "Every answer that is no success is a Problem, whose detail says first what became of the rater's work.",
        };
        // Wherever it is served.
        document.Servers = null;
        document.AddComponent(nameof(Problem), await context.GetOrCreateSchemaAsync(typeof(Problem), null, token));
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A token of a person, for scripts; made at /api/tokens.",
        });
        document.AddComponent<IOpenApiSecurityScheme>(Cookie, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = People.PeopleServices.CookieName,
            Description = $"The session of a browser. What changes something carries 'antiforgery' of /api/me in the header {AntiforgeryFilter.Header} too.",
        });
    }
}
