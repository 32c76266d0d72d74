using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Setup;

public static class ConflictAnswer
{
    /// <summary>Answers a form that is older than its record with both values (409), see Shared/Conflict.cshtml.</summary>
    /// <param name="title">What is being edited.</param>
    /// <param name="backHref">Where to go without saving.</param>
    public static ViewResult ShowConflict(this Controller controller, EditConflict conflict, string title, string backHref)
    {
        controller.Response.StatusCode = StatusCodes.Status409Conflict;
        return controller.View("Conflict", ConflictPage.Of(controller.Request, conflict, title, backHref));
    }
}
