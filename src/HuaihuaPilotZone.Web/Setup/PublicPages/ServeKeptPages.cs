using HuaihuaPilotZone.PublicPages;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Setup.PublicPages;

/// <summary>
/// Stands before everything else: a request that a kept page answers asks neither the routing, the sign-in nor the database, and has
/// no line of its own in the log (<see cref="HitLog"/> writes how many there were).
/// </summary>
public sealed class ServeKeptPages(RequestDelegate next, PageStore store, OutageNotice notice, IOptions<PublicPageOptions> options, IHostEnvironment environment, IConfiguration configuration)
{
    private readonly bool _keeps = options.Value.Keep;
    private readonly bool _wantsHttps = PipelineSetup.RedirectsToHttps(environment, configuration);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!_keeps || (_wantsHttps && !request.IsHttps) || !KeptPageRequest.IsPlain(request)) return next(context);
        var key = KeptPageRequest.KeyOf(request);
        if (store.Find(key, out var unreachableSince) is not { } page)
        {
            context.Features.Set(new PageSlot(key));
            return next(context);
        }

        page.Hits.Add();
        return unreachableSince is null ? PageSender.SendAsync(context, page) : notice.SendAsync(context, page);
    }
}

/// <summary>Where the answer to this request may be kept.</summary>
public sealed record PageSlot(string Key);
