using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Subscriptions;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
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

    private static readonly string[] _head = ["内容", "网址", "种类", "发布时间", "已发人数"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(AnnouncementQuery query, CancellationToken cancellation) => View(await PageAsync(query, new PauseForm(), cancellation));

    /// <summary>What came out and to how many it was sent.</summary>
    [HttpGet(Home + "/announcements/export.xlsx")]
    [HttpGet(Home + "/announcements/export.csv")]
    public Task ExportAnnouncements(AnnouncementQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "announcements", "已通知的发布", _head, figures.StreamAsync(query.ToFilter(), cancellation),
        row => [row.Title ?? "已不公开", row.Path, AnnouncementQuery.Word(row.Kind), ListTimes.Of(row.At), Text(row.Sent)], cancellation);

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
        if (!ModelState.IsValid) return View(nameof(Index), await PageAsync(new AnnouncementQuery(null, null, null, null), form, cancellation));
        var outcome = await figures.SetPausedAsync(form.IsPaused, form.Version, form.Reason, cancellation);
        if (outcome.IsDone)
        {
            TempData["Notice"] = form.IsPaused ? "已暂停发送。" : "已恢复发送，积压的更新随后发出。";
            return Redirect(Home);
        }

        ModelState.Show(outcome.Refusals);
        return View(nameof(Index), await PageAsync(new AnnouncementQuery(null, null, null, null), form, cancellation));
    }

    private async Task<SubscriptionDeskPage> PageAsync(AnnouncementQuery query, PauseForm form, CancellationToken cancellation) => new(
        await figures.CountAsync(cancellation), query.ToFilter().Kind, await figures.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation), await figures.PauseAsync(cancellation), form);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What the address of the list says.</summary>
public sealed record AnnouncementQuery(PublishedKind? Kind, string? Sort, string? Dir, int? Page)
{
    public AnnouncementFilter ToFilter() => new(Kind is { } one && Enum.IsDefined(one) ? one : null, SortChoice.Of(Sort, AnnouncementSort.At), SortChoice.IsDescending(Dir, usual: true));

    public static string Word(PublishedKind kind) => kind switch
    {
        PublishedKind.News => "资讯",
        PublishedKind.Policy => "政策文件",
        PublishedKind.Service => "办事指南",
        PublishedKind.Risk => "风险提示",
        _ => "统计数据",
    };
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
