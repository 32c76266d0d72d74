using HuaihuaPilotZone.Web.Api;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// Where people are led on to HTTPS, a program that comes without it is told so: one that follows silently would send its key in the clear for ever, and nobody would notice.
/// Whether there is an HTTPS to be led to is decided behind it.
/// </summary>
public sealed class PlainPrograms(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Request.IsHttps || !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || context.Response.HasStarted) return;
        if (context.Response.StatusCode is not (StatusCodes.Status307TemporaryRedirect or StatusCodes.Status308PermanentRedirect)) return;
        context.Response.Headers.Location = default;
        await ApiProblem.HttpsOnly.WriteAsync(context);
    }
}
