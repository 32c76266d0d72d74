using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Web.Api;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HuaihuaPilotZone.Web.Public.PreCheck;

/// <summary>The pre-check for machines, without a sign-in: a customs message or a document as JSON in, findings out. Nothing is stored.</summary>
[ApiExplorerSettings(GroupName = "v1")]
[IgnoreAntiforgeryToken]
[TakesAnyBody]
public sealed class PreCheckController(CustomsTablesSource tables, ChinaTime time) : Controller
{
    private const int MostBytes = 5 * 1024 * 1024;

    [EnableRateLimiting(RateLimits.PreCheck)]
    [RequestSizeLimit(MostBytes * 2)]
    [HttpPost("/api/v1/pre-check")]
    public async Task<IActionResult> Check(CancellationToken cancellation)
    {
        if (Request.ContentLength > MostBytes) return Problem(ApiProblem.TooLarge);
        using var body = new MemoryStream();
        await Request.Body.CopyToAsync(body, cancellation);
        if (body.Length > MostBytes) return Problem(ApiProblem.TooLarge);
        var snapshot = await tables.ReadAsync(cancellation);
        var file = FilePreCheck.Run(body.GetBuffer().AsMemory(0, (int)body.Length), snapshot, time.Today);
        return file.IsUnreadable
            ? Problem(ApiProblem.Unreadable with { Errors = [.. file.Problems.Select(p => new ApiProblemPoint(p.Line, p.Column, p.Reason))] })
            : new JsonResult(PreCheckAnswer.Of(file, snapshot), ApiJson.Options);
    }

    private static ContentResult Problem(ApiProblem problem) => new() { StatusCode = problem.Status, ContentType = ApiProblem.MediaType, Content = problem.ToJson() };
}
