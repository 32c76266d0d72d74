using Microsoft.AspNetCore.Mvc.Filters;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Tells search engines to keep the page out, wherever they found its address.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NotForIndexesAttribute : ResultFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context) => context.HttpContext.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
}
