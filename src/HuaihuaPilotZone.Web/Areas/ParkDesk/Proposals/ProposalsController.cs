using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises.Proposals;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Proposals;

/// <summary>The list.</summary>
public sealed record ProposalListPage(ProposalState? State, string? Word, Page<ProposalRow> Rows)
{
    public bool IsNarrowed => State is not null || !string.IsNullOrWhiteSpace(Word);
}

/// <summary>What the park decides about each field.</summary>
public sealed class ProposalDecisionForm
{
    /// <summary>The version of the proposal that the form shows.</summary>
    public int Version { get; set; }

    /// <summary>The version of the record that the form shows.</summary>
    public int RecordVersion { get; set; }

    public List<FieldDecisionRow> Decisions { get; set; } = [];

    public string? Answer { get; set; }
}

/// <summary>One field.</summary>
public sealed class FieldDecisionRow
{
    public RecordField Field { get; set; }

    public bool? IsAccepted { get; set; }

    public string? Reason { get; set; }
}

public sealed class ProposalDecisionFormValidator : AbstractValidator<ProposalDecisionForm>
{
    public ProposalDecisionFormValidator()
    {
        RuleFor(f => f.Decisions).Must(d => d.Count <= RecordFields.All.Count).WithMessage("项目太多，请刷新后再试。");
        RuleFor(f => f.Answer).MaximumLength(RecordProposal.NoteMaxLength).WithMessage($"答复最多 {RecordProposal.NoteMaxLength} 个字。");
    }
}

/// <summary>One proposal with the form that decides.</summary>
public sealed record ProposalPage(ProposalDetail Detail, ProposalDecisionForm Form);

/// <summary>What enterprises propose for their records.</summary>
[Area(Policies.ParkDesk)]
public sealed class ProposalsController(ProposalDesk desk, ChinaTime time) : Controller
{
    private const string Home = "/park/proposals";

    private static readonly string[] _head = ["建议号", "企业", "状态", "提出人", "提出时间", "处理时间", "项目", "采纳"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(ProposalState? state, string? q, int? page, CancellationToken cancellation) =>
        View(new ProposalListPage(state, q, await desk.ListAsync(state, q, new PageRequest(page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(ProposalState? state, string? q, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"proposals-{time.Today:yyyyMMdd}.csv"), _head, desk.StreamAsync(state, q),
        row =>
        [
            row.Number, row.EnterpriseName, row.State.Word(), row.ProposedBy, ListTimes.Of(row.ProposedAt), row.DecidedAt is { } at ? ListTimes.Of(at) : null,
            row.Fields.ToString(CultureInfo.InvariantCulture), row.Accepted.ToString(CultureInfo.InvariantCulture),
        ],
        cancellation);

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, null, cancellation);

    [Authorize(Policies.KeepRoster)]
    [HttpPost(Home + "/{number}")]
    public async Task<IActionResult> Show(string number, ProposalDecisionForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var decisions = form.Decisions.ConvertAll(d => new FieldDecision(d.Field, d.IsAccepted, d.Reason));
            var decided = await desk.DecideAsync(number, form.Version, form.RecordVersion, decisions, FormText.Clean(form.Answer), cancellation);
            if (decided.IsDone)
            {
                TempData["Notice"] = "已处理，并已通知企业。";
                return Redirect($"{Home}/{number}");
            }

            ModelState.Show(decided.Refusals);
        }

        return await ShowAsync(number, form, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string number, ProposalDecisionForm? form, CancellationToken cancellation)
    {
        if (await desk.FindAsync(number, cancellation) is not { } detail) return NotFound();
        var typed = form?.Decisions.ToLookup(d => d.Field);
        // the page shows the latest of both, and that is what the next answer is about
        ModelState.Remove(nameof(ProposalDecisionForm.Version));
        ModelState.Remove(nameof(ProposalDecisionForm.RecordVersion));
        return View("Show", new ProposalPage(detail, new ProposalDecisionForm
        {
            Version = detail.Proposal.Version,
            RecordVersion = detail.RecordVersion,
            Answer = form?.Answer,
            Decisions =
            [
                .. detail.Fields.Select(f => typed?[f.Field.Field].FirstOrDefault() ?? new FieldDecisionRow { Field = f.Field.Field, IsAccepted = f.Field.IsAccepted, Reason = f.Field.Reason }),
            ],
        }));
    }
}
