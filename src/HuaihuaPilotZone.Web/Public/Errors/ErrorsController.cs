using System.Globalization;
using HuaihuaPilotZone.Web.Api;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Errors;

/// <summary>What a person sees when a page is missing, closed to them or broken.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorsController : Controller
{
    /// <summary>Reads the status from the route: with a form that cannot be read, no argument of an action is bound.</summary>
    [Route("/error/{status:int}")]
    public IActionResult Show()
    {
        Response.StatusCode = int.TryParse(RouteData.Values["status"] as string, CultureInfo.InvariantCulture, out var status) && status is >= 400 and < 600
            ? status
            : StatusCodes.Status404NotFound;
        if (!IsForProgram()) return View("Error", Response.StatusCode);
        var problem = ApiProblem.OfStatus(Response.StatusCode);
        return new ContentResult { StatusCode = problem.Status, ContentType = ApiProblem.MediaType, Content = problem.ToJson() };
    }

    private bool IsForProgram() =>
        new PathString(HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path)
            .StartsWithSegments("/api", StringComparison.Ordinal);
}
