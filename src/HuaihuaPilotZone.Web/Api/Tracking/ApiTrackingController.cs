using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Api.Tracking;

/// <summary>Events and readings that a provider's own system reports. The provider comes from the key alone.</summary>
[ApiExplorerSettings(GroupName = "v1")]
[IgnoreAntiforgeryToken]
[TakesAnyBody]
[EnableRateLimiting(RateLimits.Events)]
[RequestSizeLimit(ApiRequests.MostBytes * 2)]
public sealed class ApiTrackingController(EventCalls calls, ReadingCalls readings, IOptions<EventOptions> options) : ControllerBase
{
    private int ProviderId => ApiKeySignIn.EnterpriseOf(User);

    [Authorize(Policies.ApiReport)]
    [HttpPost("api/v1/events")]
    public async Task<IActionResult> Events(CancellationToken cancellation)
    {
        var (body, problem) = await ApiRequests.ReadBodyAsync(Request, cancellation);
        if (problem is not null) return ApiRequests.Send(HttpContext, problem);
        var answer = await calls.TakeAsync(ProviderId, body, cancellation);
        return answer.Fault == CallFault.None ? new JsonResult(EventsAnswer.Of(answer.Results), ApiJson.Options) : Refuse(answer.Fault, "/events", options.Value.MostPerCall);
    }

    [Authorize(Policies.ApiReport)]
    [HttpPost("api/v1/readings")]
    public async Task<IActionResult> Readings(CancellationToken cancellation)
    {
        var (body, problem) = await ApiRequests.ReadBodyAsync(Request, cancellation);
        if (problem is not null) return ApiRequests.Send(HttpContext, problem);
        var answer = await readings.TakeAsync(ProviderId, body, cancellation);
        return answer.Fault == CallFault.None ? new JsonResult(ReadingsAnswer.Of(answer.Kept), ApiJson.Options) : Refuse(answer.Fault, "/readings", ReadingCalls.MostReadings);
    }

    private ActionResult Refuse(CallFault fault, string list, int most)
    {
        // what waits is committed within a second, or the database has a trouble that takes longer anyway
        if (fault == CallFault.Busy) Response.Headers.RetryAfter = "1";
        return ApiRequests.Send(HttpContext, fault switch
        {
            CallFault.Busy => ApiProblem.Busy,
            CallFault.TooMany => ApiProblem.Invalid.Because(list, $"一次最多 {most} 条，请分几次发送。"),
            _ => ApiProblem.Invalid.Because(list, $"内容应是 JSON 对象，{list[1..]} 是列表。"),
        });
    }
}
