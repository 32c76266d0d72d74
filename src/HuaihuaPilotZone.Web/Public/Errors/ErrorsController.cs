using System.Data.Common;
using System.Globalization;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Api;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore.Storage;

namespace HuaihuaPilotZone.Web.Public.Errors;

/// <summary>What a person sees when a page is missing, closed to them or broken.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorsController(PublicChanges changes, SiteMenus menus) : Controller
{
    private const string RetrySeconds = "30";

    /// <summary>Reads the status from the route: with a form that cannot be read, no argument of an action is bound.</summary>
    [Route("/error/{status:int}")]
    public IActionResult Show()
    {
        var status = int.TryParse(RouteData.Values["status"] as string, CultureInfo.InvariantCulture, out var said) && said is >= 400 and < 600
            ? said
            : StatusCodes.Status404NotFound;
        var fault = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var isPlainForm = PlainForms.IsRefusal(fault?.Error, Request);
        if (isPlainForm) status = StatusCodes.Status403Forbidden;
        else if (fault is not null && StorageFaults.IsOne(fault.Error)) status = StatusCodes.Status507InsufficientStorage;
        else if (fault is not null && IsOutage(fault.Error)) status = StatusCodes.Status503ServiceUnavailable;
        Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable) Response.Headers.RetryAfter = RetrySeconds;
        if (!IsForProgram()) return View("Error", WayBack(new ErrorPage(status, FormOf(status, fault)) { IsPlainForm = isPlainForm }));
        var problem = ApiProblem.OfStatus(status);
        return new ContentResult { StatusCode = problem.Status, ContentType = ApiProblem.MediaType, Content = problem.ToJson() };
    }

    private KeptForm? FormOf(int status, IExceptionHandlerPathFeature? fault) => status switch
    {
        StatusCodes.Status503ServiceUnavailable or StatusCodes.Status507InsufficientStorage => KeptForm.Of(Request, fault?.Path, Request.QueryString.Value),
        StatusCodes.Status401Unauthorized when HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } asked => KeptForm.Of(Request, asked.OriginalPath, asked.OriginalQueryString),
        _ => null,
    };

    /// <summary>Leads back to the form whose file was too large: nothing of it was read, so it cannot be shown here.</summary>
    private ErrorPage WayBack(ErrorPage page)
    {
        if (page.Status != StatusCodes.Status413PayloadTooLarge) return page;
        var asked = new PathString(HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath);
        var from = PageAddress.SentFrom(Request);
        return page with
        {
            FormAddress = Url.IsLocalUrl(from) ? from : null,
            DeskHome = menus.Desks.FirstOrDefault(d => asked.StartsWithSegments(d.Home, StringComparison.OrdinalIgnoreCase))?.Home,
        };
    }

    private bool IsForProgram() =>
        new PathString(HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path)
            .StartsWithSegments("/api", StringComparison.Ordinal);

    /// <summary>Whether the database could not be reached, so that the same request may go through in a moment.</summary>
    private bool IsOutage(Exception? error)
    {
        if (changes.UnreachableSince is not null) return true;
        for (; error is not null; error = error.InnerException)
        {
            if (error is RetryLimitExceededException or DbException { IsTransient: true }) return true;
        }

        return false;
    }
}
