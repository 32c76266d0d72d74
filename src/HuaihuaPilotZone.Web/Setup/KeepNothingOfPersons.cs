namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Whatever is answered to somebody who has signed in is kept by no browser and no proxy, unless the answer says otherwise itself.</summary>
public sealed class KeepNothingOfPersons(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated != true) return next(context);
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            if (headers.CacheControl.Count == 0) headers.CacheControl = "private, no-store";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
