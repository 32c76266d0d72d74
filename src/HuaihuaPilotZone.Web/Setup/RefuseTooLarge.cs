using System.Buffers;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// Refuses what says of itself that it is larger than its page takes. Without this the form's token would be looked for first, not be found in what may not be
/// read, and the page would say that it had been open too long.
/// </summary>
public sealed class RefuseTooLarge : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>A browser shows no answer before it has sent all: so much is let through and thrown away, and from whoever sends more the line is taken.</summary>
    private const long MostThrownAway = 100 * 1024 * 1024;

    private const int Portion = 64 * 1024;

    /// <summary>After the page has said how much it takes, and before the token of the form is looked for.</summary>
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        // the page that says it is asked for with the same request
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null) return;
        var limit = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        var most = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? limit?.MaxRequestBodySize;
        if (http.Request.ContentLength is not { } length || !(length > most)) return;
        context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        if (length > MostThrownAway || limit is { IsReadOnly: true }) return;
        if (limit is not null) limit.MaxRequestBodySize = MostThrownAway;
        await ThrowAwayAsync(http.Request.Body, http.RequestAborted);
    }

    private static async Task ThrowAwayAsync(Stream body, CancellationToken cancellation)
    {
        var portion = ArrayPool<byte>.Shared.Rent(Portion);
        try
        {
            while (await body.ReadAsync(portion, cancellation) > 0)
            {
                // nobody looks at it
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(portion);
        }
    }
}
