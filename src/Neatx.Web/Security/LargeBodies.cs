using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Neatx.Web.Hosting;

namespace Neatx.Web.Security;

/// <summary>
/// Answers a body that says that it is too large before reading it, and then takes it and throws it away: a client sends all before it reads, and
/// would see a broken connection in place of the answer. One that asks first (Expect: 100-continue) sends nothing.
/// </summary>
internal static class LargeBodies
{
    /// <summary>What is thrown away at most, bytes; who sends more is hung up on.</summary>
    private const long Most = 256L << 20;

    /// <summary>For how long at most.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void Use(WebApplication app, ServerLimits limits) => app.Use((context, next) =>
        context.Request.ContentLength > limits.BodyBytes ? Refuse(context) : next(context));

    private static async Task Refuse(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        context.Response.Headers.Connection = "close";
        await Problems.Write(context, Problems.TooLarge());
        await context.Response.CompleteAsync();
        if (context.Request.ContentLength <= Most && context.Request.Headers.Expect.Count == 0) await Drain(context);
    }

    private static async Task Drain(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        end.CancelAfter(Patience);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            while (await context.Request.Body.ReadAsync(buffer, end.Token) > 0)
            {
                // Nothing of it is wanted.
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The client has gone, or is too slow: it was answered.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
