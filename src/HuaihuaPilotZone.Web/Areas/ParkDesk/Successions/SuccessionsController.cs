using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Accounts.Successions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Successions;

/// <summary>What the park decides about a request to take over.</summary>
public sealed class SuccessionDecisionForm
{
    /// <summary>The version that the form shows.</summary>
    public int Version { get; set; }

    [Display(Name = "理由")]
    public string? Reason { get; set; }

    [Display(Name = "同意时，终止现管理员的成员身份")]
    public bool EndsFormer { get; set; }
}

public sealed class SuccessionDecisionFormValidator : AbstractValidator<SuccessionDecisionForm>
{
    public SuccessionDecisionFormValidator() => RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明理由：核对了哪些材料，为什么同意或不同意。")
        .MaximumLength(Succession.ReasonMaxLength).WithMessage($"理由最多 {Succession.ReasonMaxLength} 个字。");
}

/// <summary>The list.</summary>
public sealed record SuccessionListPage(SuccessionState? State, string? Word, Page<SuccessionRow> Rows)
{
    public bool IsNarrowed => State is not null || !string.IsNullOrWhiteSpace(Word);
}

/// <summary>One request with the form that decides.</summary>
public sealed record SuccessionPage(SuccessionDetail Detail, Page<JournalLine> History, SuccessionDecisionForm Form);

/// <summary>Requests to take over as administrator of an enterprise. Reading is locked like deciding: they hold personal data and papers.</summary>
[Area(Policies.ParkDesk)]
[Authorize(Policies.KeepRoster)]
public sealed class SuccessionsController(SuccessionDesk desk, FileCabinet cabinet, ChinaTime time) : Controller
{
    private const string Home = "/park/successions";

    private static readonly string[] _head = ["申请号", "企业", "信用代码", "状态", "提出时间", "异议期限", "有异议"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(SuccessionState? state, string? q, int? page, CancellationToken cancellation) =>
        View(new SuccessionListPage(state, q, await desk.ListAsync(state, q, new PageRequest(page), cancellation)));

    [Authorize(Policies.KeepRoster)]
    [HttpPost(Home + "/export.csv")]
    public Task Export([FromQuery] SuccessionState? state, [FromQuery] string? q, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"successions-{time.Today:yyyyMMdd}.csv"), _head, desk.ExportAsync(state, q, cancellation),
        row => [row.Number, row.EnterpriseName, row.CreditCode, row.State.Word(), ListTimes.Of(row.AskedAt), ListTimes.Of(row.ObjectionUntil), row.HasObjection ? "是" : "否"], cancellation);

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, null, cancellation);

    [StepUp]
    [HttpPost(Home + "/{number}/approve")]
    public async Task<IActionResult> Approve(string number, SuccessionDecisionForm form, CancellationToken cancellation) => ModelState.IsValid
        ? await AnswerAsync(number, form, await desk.ApproveAsync(number, form.Version, form.Reason!, form.EndsFormer, cancellation), "已同意接任，并已通知申请人。", cancellation)
        : await ShowAsync(number, form, cancellation);

    [HttpPost(Home + "/{number}/refuse")]
    public async Task<IActionResult> Refuse(string number, SuccessionDecisionForm form, CancellationToken cancellation) => ModelState.IsValid
        ? await AnswerAsync(number, form, await desk.RefuseAsync(number, form.Version, form.Reason!, cancellation), "没有同意，已通知申请人。", cancellation)
        : await ShowAsync(number, form, cancellation);

    [HttpGet(Home + "/{number}/files/{id:int}")]
    public async Task<IActionResult> Download(string number, int id, CancellationToken cancellation) =>
        await desk.FindFileAsync(number, id, cancellation) is { } file ? this.SendFile(file, cabinet.Open(file)) : NotFound();

    private async Task<IActionResult> AnswerAsync(string number, SuccessionDecisionForm form, Outcome outcome, string done, CancellationToken cancellation)
    {
        if (!outcome.IsDone)
        {
            ModelState.Show(outcome.Refusals);
            return await ShowAsync(number, form, cancellation);
        }

        TempData["Notice"] = done;
        return Redirect($"{Home}/{number}");
    }

    private async Task<IActionResult> ShowAsync(string number, SuccessionDecisionForm? form, CancellationToken cancellation)
    {
        if (await desk.FindAsync(number, cancellation) is not { } detail) return NotFound();
        form ??= new SuccessionDecisionForm { EndsFormer = true };
        // what is shown now is what the next answer is about
        ModelState.Remove(nameof(form.Version));
        form.Version = detail.Succession.Version;
        return View("Show", new SuccessionPage(detail, await desk.HistoryAsync(number, this.HistoryPage(), cancellation), form));
    }
}
