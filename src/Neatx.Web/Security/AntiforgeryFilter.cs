using Microsoft.AspNetCore.Antiforgery;
using Neatx.Web.People;

namespace Neatx.Web.Security;

/// <summary>Refuses requests that change something and that another site could have had the browser send. Tokens of scripts are sent by no browser unasked.</summary>
internal sealed class AntiforgeryFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public const string Header = "X-Antiforgery";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var isSafe = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var isToken = BearerHandler.TokenOf(http.Request) is not null;
        if (isToken && !isSafe && BearerHandler.IsToken(http.User) && !BearerHandler.MayWrite(http.User)) return Problems.ReadOnlyToken();
        if (isSafe || isToken || await antiforgery.IsRequestValidAsync(http)) return await next(context);
        return Problems.Of(
            400,
            "antiforgery",
            "Not sent by our page",
            $"What was saved is safe. Nothing of this request was carried out: its header {Header} is not the one of this session.",
            $"Get 'antiforgery' from /api/me and send it as {Header}; scripts use a token instead of a cookie.");
    }
}
