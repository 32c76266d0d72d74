using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Personal.Requests;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.PrivacyRequests;

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record PrivacyRequestQuery(string? Q, PrivacyRequestState? State, PrivacyRequestKind? Kind, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => State is not null || Kind is not null || !string.IsNullOrWhiteSpace(Q);

    public PrivacyRequestFilter ToFilter() => new(Q, State, Kind, SortChoice.Of(Sort, PrivacyRequestSort.Waiting), SortChoice.IsDescending(Dir));
}

/// <summary>The list.</summary>
public sealed record PrivacyRequestListPage(PrivacyRequestQuery Query, Page<PrivacyRequestRow> Rows);

/// <summary>What the park says to a request.</summary>
public sealed class PrivacyAnswerForm
{
    public int Version { get; set; }

    [Display(Name = "答复")]
    public string? Answer { get; set; }
}

public sealed class PrivacyAnswerFormValidator : AbstractValidator<PrivacyAnswerForm>
{
    public PrivacyAnswerFormValidator() => RuleFor(f => f.Answer).MaximumLength(PrivacyRequest.AnswerMaxLength).WithMessage("答复最多 {MaxLength} 个字。");
}

/// <summary>One request with the form that decides.</summary>
public sealed record PrivacyRequestPage(PrivacyRequestDetail Detail, Page<JournalLine> History, PrivacyAnswerForm Form);

/// <summary>Requests of people about their own data. Reading is locked like deciding.</summary>
[Area(Policies.ParkDesk)]
[Authorize(Policies.ManagePeople)]
public sealed class PrivacyRequestsController(PrivacyDesk desk) : Controller
{
    private const string Home = "/park/privacy-requests";

    private static readonly string[] _head = ["编号", "类型", "状态", "提出人", "提出时间", "答复期限", "是否超期", "办结时间"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(PrivacyRequestQuery query, CancellationToken cancellation) =>
        View(new PrivacyRequestListPage(query, await desk.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(PrivacyRequestQuery query, CancellationToken cancellation) => Response.SendListAsync("privacy-requests", "个人信息请求", _head, desk.StreamAsync(query.ToFilter(), cancellation), Values, cancellation);

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, null, cancellation);

    [HttpPost(Home + "/{number}/take")]
    public async Task<IActionResult> Take(string number, PrivacyAnswerForm form, CancellationToken cancellation) =>
        await AnswerAsync(number, form, await desk.TakeAsync(number, form.Version, cancellation), "已受理，并已通知对方。", cancellation);

    [HttpPost(Home + "/{number}/answer")]
    public async Task<IActionResult> Answer(string number, PrivacyAnswerForm form, CancellationToken cancellation) => ModelState.IsValid
        ? await AnswerAsync(number, form, await desk.AnswerAsync(number, form.Version, FormText.Clean(form.Answer), cancellation), "已答复。", cancellation)
        : await ShowAsync(number, form, cancellation);

    [HttpPost(Home + "/{number}/refuse")]
    public async Task<IActionResult> Refuse(string number, PrivacyAnswerForm form, CancellationToken cancellation) => ModelState.IsValid
        ? await AnswerAsync(number, form, await desk.RefuseAsync(number, form.Version, FormText.Clean(form.Answer), cancellation), "已说明理由，并已通知对方。", cancellation)
        : await ShowAsync(number, form, cancellation);

    [StepUp]
    [HttpPost(Home + "/{number}/erase")]
    public async Task<IActionResult> Erase(string number, PrivacyAnswerForm form, CancellationToken cancellation) => ModelState.IsValid
        ? await AnswerAsync(number, form, await desk.EraseAsync(number, form.Version, FormText.Clean(form.Answer), cancellation), "账号和个人信息已清空，结果已用邮件告知对方。", cancellation)
        : await ShowAsync(number, form, cancellation);

    private static IEnumerable<string?> Values(PrivacyRequestRow row) =>
    [
        row.Number, row.Kind.Word(), row.State.Word(), row.MaskedName, ListTimes.Of(row.ReceivedAt), row.Due.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.IsLate ? "是" : "否", ListTimes.Of(row.DecidedAt),
    ];

    private async Task<IActionResult> AnswerAsync(string number, PrivacyAnswerForm form, Outcome outcome, string done, CancellationToken cancellation)
    {
        if (!outcome.IsDone)
        {
            ModelState.Show(outcome.Refusals);
            return await ShowAsync(number, form, cancellation);
        }
        TempData["Notice"] = done;
        return Redirect($"{Home}/{number}");
    }

    private async Task<IActionResult> ShowAsync(string number, PrivacyAnswerForm? form, CancellationToken cancellation)
    {
        if (await desk.FindAsync(number, cancellation) is not { } detail) return NotFound();
        form ??= new PrivacyAnswerForm();
        // what is shown now is what the next answer is about
        ModelState.Remove(nameof(form.Version));
        form.Version = detail.Request.Version;
        return View("Show", new PrivacyRequestPage(detail, await desk.HistoryAsync(number, this.HistoryPage(), cancellation), form));
    }
}
