using System.Globalization;
using HuaihuaPilotZone.Enterprises.Merging;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>A page of a record that was merged into another one leads to the same page of that one. Only where the page itself finds nothing is it looked for.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class LeadToHeirAttribute : ActionFilterAttribute
{
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var done = await next();
        var request = context.HttpContext.Request;
        if (done.Result is not NotFoundResult || !HeadRequests.Reads(request) || !int.TryParse(context.RouteData.Values["id"] as string, CultureInfo.InvariantCulture, out var id)) return;
        if (await context.HttpContext.RequestServices.GetRequiredService<MergedRecords>().FindHeirAsync(id, context.HttpContext.RequestAborted) is not { } heir) return;
        var parts = request.Path.Value!.Split('/');
        var at = Array.IndexOf(parts, id.ToString(CultureInfo.InvariantCulture));
        parts[at] = heir.ToString(CultureInfo.InvariantCulture);
        // not for good: a merge can be undone
        done.Result = new RedirectResult(string.Join('/', parts) + request.QueryString);
    }
}
