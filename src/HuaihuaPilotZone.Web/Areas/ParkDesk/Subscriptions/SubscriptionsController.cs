using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Subscriptions;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Subscriptions;

/// <summary>Subscriptions as numbers, what was sent, and the switch that stops the mails. Nobody's address stands here.</summary>
[Area(Policies.ParkDesk)]
public sealed class SubscriptionsController(SubscriptionFigures figures) : Controller
{
    private const string Home = "/park/subscriptions";

    [HttpGet(Home)]
    public async Task<IActionResult> Index(PublishedKind? kind, int? page, CancellationToken cancellation) => View(await PageAsync(kind, page, new PauseForm(), cancellation));

    /// <summary>The numbers of the topics for a spreadsheet.</summary>
    [HttpGet(Home + "/export.csv")]
    public async Task Export(CancellationToken cancellation)
    {
        var counts = await figures.CountAsync(cancellation);
        await CsvFile.SendAsync(
            Response, "subscriptions.csv", ["主题", "订阅人数", "即时", "每日汇总", "每周汇总", "英文邮件"], counts.Topics.ToAsyncEnumerable(),
            t => [t.Word, Text(t.Subscribers), Text(t.AtOnce), Text(t.Daily), Text(t.Weekly), Text(t.English)], cancellation);
    }

    [Authorize(Policies.RunPortal)]
    [HttpPost(Home + "/pause")]
    public async Task<IActionResult> Pause(PauseForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(nameof(Index), await PageAsync(null, null, form, cancellation));
        var outcome = await figures.SetPausedAsync(form.IsPaused, form.Version, form.Reason, cancellation);
        if (outcome.IsDone)
        {
            TempData["Notice"] = form.IsPaused ? "已暂停发送。" : "已恢复发送，积压的更新随后发出。";
            return Redirect(Home);
        }

        ModelState.Show(outcome.Refusals);
        return View(nameof(Index), await PageAsync(null, null, form, cancellation));
    }

    private async Task<SubscriptionDeskPage> PageAsync(PublishedKind? kind, int? page, PauseForm form, CancellationToken cancellation)
    {
        var shown = kind is { } one && Enum.IsDefined(one) ? kind : null;
        var pause = await figures.PauseAsync(cancellation);
        return new SubscriptionDeskPage(await figures.CountAsync(cancellation), shown, await figures.ListAsync(shown, new PageRequest(page), cancellation), pause, form);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Stopping the mails, or letting them go again.</summary>
public sealed class PauseForm
{
    public bool IsPaused { get; set; }

    public int Version { get; set; }

    [Display(Name = "原因")]
    public string? Reason { get; set; }
}

public sealed class PauseFormValidator : AbstractValidator<PauseForm>
{
    public PauseFormValidator() => RuleFor(f => f.Reason)
        .NotEmpty().When(f => f.IsPaused, ApplyConditionTo.CurrentValidator).WithMessage("请写明暂停的原因。")
        .MaximumLength(SubscriptionPause.ReasonMaxLength).WithMessage($"原因最多 {SubscriptionPause.ReasonMaxLength} 个字。");
}

/// <summary>The staff's page of subscriptions.</summary>
/// <param name="Kind">What the list of publications is narrowed to.</param>
/// <param name="Pause">Null before anybody touched the switch.</param>
public sealed record SubscriptionDeskPage(SubscriptionCounts Counts, PublishedKind? Kind, Page<AnnouncementRow> Announcements, SubscriptionPause? Pause, PauseForm Form);
