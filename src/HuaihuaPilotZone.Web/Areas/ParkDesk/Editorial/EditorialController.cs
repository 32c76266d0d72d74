using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Editorial;

/// <summary>The steps of one text to the public. Each kind of text has them below its own address.</summary>
[Area(Policies.ParkDesk)]
public abstract class EditorialController<T>(EditorialDesk<T> desk, string noun, string home) : Controller
    where T : EditedText
{
    [HttpPost("submit")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Submit(int id, int version, CancellationToken cancellation) =>
        Tell(id, await desk.SubmitAsync(id, version, cancellation), "已送审，审核的人会收到消息。");

    [HttpPost("approve")]
    [Authorize(Policies.ReviewContent)]
    public async Task<IActionResult> Approve(int id, int version, CancellationToken cancellation) =>
        Tell(id, await desk.ApproveAsync(id, version, cancellation), "审核通过，可以发布。");

    [HttpGet("return")]
    [Authorize(Policies.ReviewContent)]
    public async Task<IActionResult> Return(int id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } text ? Ask("Return", text, new ReasonForm { Version = text.Version }) : NotFound();

    [HttpPost("return")]
    [Authorize(Policies.ReviewContent)]
    public async Task<IActionResult> Return(int id, ReasonForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await FindAsync(id, cancellation) is { } text ? Ask("Return", text, form) : NotFound();
        return Tell(id, await desk.ReturnAsync(id, form.Version, form.Reason!.Trim(), cancellation), "已退回修改，理由已告知撰写的人。");
    }

    [HttpPost("publish")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Publish(int id, int version, CancellationToken cancellation) =>
        Tell(id, await desk.PublishAsync(id, version, cancellation), "已发布，公众现在可以看到。");

    [HttpGet("schedule")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Schedule(int id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } text ? Ask("Schedule", text, ScheduleForm.Of(text)) : NotFound();

    [HttpPost("schedule")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Schedule(int id, ScheduleForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await desk.ScheduleAsync(id, form.Version, form.At, cancellation);
            if (outcome.IsDone) return Tell(id, outcome, "发布时间已设定，到时自动发布。");
            ModelState.Show(outcome.Refusals);
        }
        return await FindAsync(id, cancellation) is { } text ? Ask("Schedule", text, form) : NotFound();
    }

    [HttpPost("unschedule")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Unschedule(int id, int version, CancellationToken cancellation) =>
        Tell(id, await desk.ScheduleAsync(id, version, at: null, cancellation), "已取消定时发布。");

    [HttpGet("withdraw")]
    public async Task<IActionResult> Withdraw(int id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } text ? AskWhy(text, new WithdrawForm { Version = text.Version }) : NotFound();

    [HttpPost("withdraw")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Withdraw(int id, WithdrawForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await FindAsync(id, cancellation) is { } text ? AskWhy(text, form) : NotFound();
        return Tell(id, await desk.WithdrawAsync(id, form.Version, form.Reason!.Trim(), cancellation), "已撤回，公众不再看到。");
    }

    private protected abstract Task<T?> FindAsync(int id, CancellationToken cancellation);

    private string AddressOf(int id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{home}/{id}");

    private ViewResult Ask<TForm>(string view, T text, TForm form) => View(view, new StepPage<TForm>(text.Title, noun, AddressOf(text.Id), form));

    private ViewResult AskWhy(T text, WithdrawForm form) => View("Withdraw", new WithdrawPage(text.Title, noun, AddressOf(text.Id), form));

    private RedirectResult Tell(int id, Outcome outcome, string notice)
    {
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        TempData["Notice"] = outcome.IsDone ? notice : outcome.Refusals[0].Message;
        return Redirect(AddressOf(id));
    }
}

/// <summary>The steps of a news item.</summary>
[Route("/park/news/{id:int}")]
public sealed class NewsStepsController(NewsEditorial desk, NewsService news) : EditorialController<NewsItem>(desk, "资讯", "/park/news")
{
    private protected override Task<NewsItem?> FindAsync(int id, CancellationToken cancellation) => news.FindAsync(id, cancellation);
}

/// <summary>The steps of a policy document.</summary>
[Route("/park/policies/{id:int}")]
public sealed class PolicyStepsController(PolicyEditorial desk, PolicyDesk documents) : EditorialController<PolicyDocument>(desk, "政策文件", "/park/policies")
{
    private protected override Task<PolicyDocument?> FindAsync(int id, CancellationToken cancellation) => documents.FindAsync(id, cancellation);
}

/// <summary>The steps of an English version.</summary>
[Route("/park/english/{id:int}")]
public sealed class EnglishStepsController(EnglishEditorial desk, EnglishVersions versions) : EditorialController<EnglishVersion>(desk, "英文版", "/park/english")
{
    private protected override async Task<EnglishVersion?> FindAsync(int id, CancellationToken cancellation) => (await versions.FindAsync(id, cancellation))?.English;
}

/// <summary>The steps of a notice of a risk.</summary>
[Route("/park/risks/{id:int}")]
public sealed class RiskStepsController(RiskEditorial desk, RiskLists lists) : EditorialController<RiskNotice>(desk, "风险提示", "/park/risks")
{
    private protected override async Task<RiskNotice?> FindAsync(int id, CancellationToken cancellation) => (await lists.FindAsync(id, cancellation))?.Notice;
}
