using HuaihuaPilotZone.Operations;
using Microsoft.AspNetCore.Diagnostics;

namespace HuaihuaPilotZone.Web.Setup.Running;

/// <summary>Notes every fault under the number that stands on its error page. Answers nothing: the page does.</summary>
public sealed class NoteFaults(ErrorNotes errors) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        errors.Add(LoggingSetup.TraceId(httpContext), $"{httpContext.Request.Method} {LoggingSetup.Route(httpContext)}", exception);
        return ValueTask.FromResult(false);
    }
}

/// <summary>Takes the time of every request that is not answered by a kept page, by its route. A live view lasts for minutes and is no slow page.</summary>
public sealed class TakeTimes(RequestDelegate next, RouteTimes times, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = clock.GetTimestamp();
        await next(context);
        if (context.Response.ContentType is "text/event-stream") return;
        times.Add($"{context.Request.Method} {LoggingSetup.Route(context)}", clock.GetElapsedTime(started));
    }
}
