using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.PublicPages;

namespace HuaihuaPilotZone.Web.Setup.PublicPages;

/// <summary>Keeps the answers of pages marked <see cref="PublicPageAttribute"/>. Stands behind the lock, where route and person are known.</summary>
public sealed class KeepPublicPages(RequestDelegate next, PageStore store, PublicChanges changes, ChinaTime time)
{
    public Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<PublicPageAttribute>() is not { } mark) return next(context);
        if (context.Features.Get<PageSlot>() is { } slot && context.User.Identity?.IsAuthenticated != true)
            return KeepAsync(context, slot, mark.Topics, endpoint);
        // somebody's name stands at the top of it
        context.Response.Headers.CacheControl = "private, no-cache";
        return next(context);
    }

    private async Task KeepAsync(HttpContext context, PageSlot slot, PublicTopic[] topics, Endpoint endpoint)
    {
        // counted before anything is read: what changes meanwhile makes the page out of date at once
        var count = changes.Count(topics);
        var response = context.Response;
        var wire = response.Body;
        using var written = new MemoryStream();
        response.Body = written;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = wire;
        }

        var content = written.GetBuffer().AsMemory(0, (int)written.Length);
        if (!MayBeKept(response))
        {
            if (content.Length > 0) await wire.WriteAsync(content, context.RequestAborted);
            return;
        }

        var page = PageOf(content.Span, topics, count, endpoint);
        response.Headers.Vary = "Accept-Encoding, Cookie";
        response.Headers.CacheControl = "no-cache";
        await PageSender.SendAsync(context, page);
        page.Headers = PageSender.HeadersOf(response);
        PortalMeter.Pages(1, areKept: false);
        // a 304 carries no type
        if (response.StatusCode == StatusCodes.Status200OK) store.Keep(slot.Key, page);
    }

    private KeptPage PageOf(ReadOnlySpan<byte> content, PublicTopic[] topics, long count, Endpoint endpoint) => new(content)
    {
        Topics = topics,
        Count = count,
        MadeAt = time.UtcNow,
        FreshUntil = PageStore.FreshUntil(time),
        Language = CultureInfo.CurrentUICulture.Name,
        Hits = store.HitsOf((endpoint as RouteEndpoint)?.RoutePattern.RawText ?? ""),
    };

    private static bool MayBeKept(HttpResponse response) => response.StatusCode == StatusCodes.Status200OK
        && response.Headers.SetCookie.Count == 0
        && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);
}
