namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Whatever is answered to somebody who has signed in, or to a program with a key, is kept by no browser and no proxy, unless the answer says otherwise itself.</summary>
public sealed class KeepNothingOfPersons(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // asked when the answer begins: a program is known only after the lock has looked at its key
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            if (context.User.Identity?.IsAuthenticated == true && context.Response.Headers.CacheControl.Count == 0) context.Response.Headers.CacheControl = "private, no-store";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
