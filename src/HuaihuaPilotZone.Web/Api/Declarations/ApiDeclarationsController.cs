using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HuaihuaPilotZone.Web.Api.Declarations;

/// <summary>Pre-declarations for an enterprise's own system. The enterprise comes from the key alone; no cookie is looked at, so that there is nothing to forge.</summary>
[ApiExplorerSettings(GroupName = "v1")]
[IgnoreAntiforgeryToken]
[TakesAnyBody]
[EnableRateLimiting(RateLimits.Api)]
[RequestSizeLimit(ApiRequests.MostBytes * 2)]
public sealed class ApiDeclarationsController(ApiFiling filing, ApiRequests requests, DeclarationService declarations, DeclarationFeed feed) : ControllerBase
{
    private const string One = FeedRequest.Path + "/{number}";
    private const string Batch = FeedRequest.Path + "/batch";

    private int EnterpriseId => ApiKeySignIn.EnterpriseOf(User);

    [Authorize(Policies.ApiRead)]
    [HttpGet(FeedRequest.Path)]
    public async Task<IActionResult> List([FromQuery] FeedRequest asked, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return ApiRequests.Send(HttpContext, ApiProblem.Invalid.Because("limit", "limit 应为整数。"));
        var (query, problem) = asked.Read();
        if (query is null) return ApiRequests.Send(HttpContext, problem!);
        var (rows, next) = await feed.ReadAsync(EnterpriseId, query, cancellation);
        return new JsonResult(new DeclarationListAnswer([.. rows.Select(DeclarationRowAnswer.Of)], next is null ? null : asked.NextAfter(next)), ApiJson.Options);
    }

    [Authorize(Policies.ApiWrite)]
    [HttpPost(FeedRequest.Path)]
    public async Task<IActionResult> Create([FromQuery] string? source, CancellationToken cancellation)
    {
        var (body, problem) = await ApiRequests.ReadBodyAsync(Request, cancellation);
        // as below: a refusal would take the note of somebody who asks for another's back
        if (problem is null && DeclarationNumber.TryParse(source, null, out var number) && await declarations.FindAsync(EnterpriseId, number, cancellation) is null)
            problem = ApiProblem.NotFound.Because(nameof(source), "没有找到 source 所写的报关单。");
        return problem is null
            ? await requests.RunAsync(HttpContext, body, token => filing.CreateAsync(EnterpriseId, body, source, token), cancellation)
            : ApiRequests.Send(HttpContext, problem);
    }

    [Authorize(Policies.ApiWrite)]
    [HttpPost(Batch)]
    public async Task<IActionResult> CreateMany(CancellationToken cancellation)
    {
        var (body, problem) = await ApiRequests.ReadBodyAsync(Request, cancellation);
        return problem is null
            ? await requests.RunAsync(HttpContext, body, token => filing.CreateManyAsync(EnterpriseId, body, token), cancellation)
            : ApiRequests.Send(HttpContext, problem);
    }

    [Authorize(Policies.ApiRead)]
    [HttpGet(One)]
    public async Task<IActionResult> Show(DeclarationNumber number, CancellationToken cancellation) =>
        ApiRequests.Send(HttpContext, await filing.FindAsync(EnterpriseId, number, cancellation));

    [Authorize(Policies.ApiWrite)]
    [HttpPut(One)]
    public async Task<IActionResult> Replace(DeclarationNumber number, CancellationToken cancellation)
    {
        var (version, problem) = ApiRequests.ReadVersion(Request);
        if (problem is not null) return ApiRequests.Send(HttpContext, problem);
        (var body, problem) = await ApiRequests.ReadBodyAsync(Request, cancellation);
        return ApiRequests.Send(HttpContext, problem?.ToAnswer() ?? await filing.ReplaceAsync(EnterpriseId, number, version, body, cancellation));
    }

    [Authorize(Policies.ApiWrite)]
    [HttpDelete(One)]
    public async Task<IActionResult> Withdraw(DeclarationNumber number, CancellationToken cancellation)
    {
        var (version, problem) = ApiRequests.ReadVersion(Request);
        return ApiRequests.Send(HttpContext, problem?.ToAnswer() ?? await filing.WithdrawAsync(EnterpriseId, number, version, cancellation));
    }

    [Authorize(Policies.ApiSubmit)]
    [HttpPost(One + "/submit")]
    public async Task<IActionResult> Submit(DeclarationNumber number, CancellationToken cancellation)
    {
        var (version, problem) = ApiRequests.ReadVersion(Request);
        // who asks for another's declaration is noted, and a refusal would take the note back
        if (problem is null && await declarations.FindAsync(EnterpriseId, number, cancellation) is null) problem = ApiProblem.NotFound;
        return problem is null
            ? await requests.RunAsync(HttpContext, default, token => filing.SubmitAsync(EnterpriseId, number, version, token), cancellation)
            : ApiRequests.Send(HttpContext, problem);
    }

    [Authorize(Policies.ApiRead)]
    [HttpGet(One + "/messages/{message}.xml")]
    public async Task<IActionResult> Message(DeclarationNumber number, string message, CancellationToken cancellation)
    {
        var (file, problem) = await filing.MessageAsync(EnterpriseId, number, message, cancellation);
        return file is null ? ApiRequests.Send(HttpContext, problem!) : File(file.Content, "application/xml", file.Name);
    }

    [Authorize(Policies.ApiRead)]
    [HttpGet(One + "/receipts")]
    public async Task<IActionResult> Receipts(DeclarationNumber number, CancellationToken cancellation) =>
        ApiRequests.Send(HttpContext, await filing.ReceiptsAsync(EnterpriseId, number, cancellation));

    [Authorize(Policies.ApiWrite)]
    [HttpPost("/api/v1/receipts")]
    public async Task<IActionResult> TakeReceipts(CancellationToken cancellation)
    {
        var (body, problem) = await ApiRequests.ReadBodyAsync(Request, cancellation);
        return problem is null
            ? await requests.RunAsync(HttpContext, body, token => filing.TakeReceiptsAsync(EnterpriseId, body, token), cancellation)
            : ApiRequests.Send(HttpContext, problem);
    }
}
