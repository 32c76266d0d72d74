using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Errors;

/// <summary>What a person sees when a page is missing, closed to them or broken.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorsController : Controller
{
    [Route("/error/{status:int}")]
    public IActionResult Show(int status)
    {
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        return View("Error", Response.StatusCode);
    }
}
