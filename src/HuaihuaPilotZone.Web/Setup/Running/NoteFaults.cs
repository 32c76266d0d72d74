using HuaihuaPilotZone.Operations;
using Microsoft.AspNetCore.Diagnostics;

namespace HuaihuaPilotZone.Web.Setup.Running;

/// <summary>Notes every fault under the number that stands on its error page. Answers nothing: the page does. A form that has to wait for an encrypted connection is none.</summary>
public sealed class NoteFaults(ErrorNotes errors) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (PlainForms.IsRefusal(exception, httpContext.Request)) return ValueTask.FromResult(false);
        errors.Add(LoggingSetup.TraceId(httpContext), $"{httpContext.Request.Method} {LoggingSetup.Route(httpContext)}", exception);
        return ValueTask.FromResult(false);
    }
}

/// <summary>Takes the time of every request that is not answered by a kept page, by its route. Assets are no pages, and a live view lasts for minutes.</summary>
public sealed class TakeTimes(RequestDelegate next, RouteTimes times, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = clock.GetTimestamp();
        await next(context);
        if (LoggingSetup.IsOurs(context) && context.Response.ContentType is not "text/event-stream") times.Add($"{context.Request.Method} {LoggingSetup.Route(context)}", clock.GetElapsedTime(started));
    }
}
