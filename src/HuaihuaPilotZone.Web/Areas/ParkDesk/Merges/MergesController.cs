using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Merging;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Merges;

/// <summary>Two records that are one enterprise: choose the other one, set both side by side, merge, look it up, undo it.</summary>
[Area(Policies.ParkDesk)]
public sealed class MergesController(MergeService merges, MergeCandidates candidates, MergeLists lists, MergeUndo undo, EnterpriseRoster roster, ChinaTime time) : Controller
{
    private const string Roster = "/park/enterprises";
    private const string Home = Roster + "/merges";

    private static readonly string[] _head = ["编号", "类型", "保留的档案", "另一份档案", "另一份的信用代码", "转入项数", "依据", "办理人", "时间", "拆分起始日", "状态", "撤销人", "撤销时间"];

    [LeadToHeir]
    [Authorize(Policies.KeepRoster)]
    [HttpGet(Roster + "/{id:int}/merge")]
    public async Task<IActionResult> Choose(int id, string? q, CancellationToken cancellation)
    {
        if (await roster.FindAsync(id, cancellation) is not { } kept) return NotFound();
        var found = string.IsNullOrWhiteSpace(q) ? null : await candidates.SearchAsync(id, q, cancellation);
        return View(new MergeChoosePage(kept, q, await candidates.SuggestAsync(id, kept.Name, kept.CustomsCode, cancellation), found));
    }

    [LeadToHeir]
    [Authorize(Policies.KeepRoster)]
    [HttpGet(Roster + "/{id:int}/merge/{other:int}")]
    public async Task<IActionResult> Compare(int id, int other, CancellationToken cancellation)
    {
        var preview = await merges.PreviewAsync(id, other, cancellation);
        if (preview.IsDone) return View(new MergeComparePage(preview.Value, MergeForm.Of(preview.Value)));
        if (await roster.FindAsync(id, cancellation) is null) return NotFound();
        (TempData["Notice"], TempData["NoticeTone"]) = (preview.Refusals[0].Message, "bad");
        return Redirect($"{Roster}/{id}/merge");
    }

    [StepUp]
    [Authorize(Policies.KeepRoster)]
    [HttpPost(Roster + "/{id:int}/merge/{other:int}")]
    public async Task<IActionResult> Merge(int id, int other, MergeForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var merged = await merges.MergeAsync(id, other, form.ToChoice(), cancellation);
            if (merged.IsDone)
            {
                TempData["Notice"] = "两份档案已合并。24 小时内可以撤销。";
                return Redirect($"{Home}/{merged.Value}");
            }

            ModelState.Show(merged.Refusals);
        }

        var preview = await merges.PreviewAsync(id, other, cancellation);
        if (!preview.IsDone)
        {
            (TempData["Notice"], TempData["NoticeTone"]) = (preview.Refusals[0].Message, "bad");
            return Redirect($"{Roster}/{id}");
        }

        if (StaleForm.Renew(ModelState))
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.Remove(nameof(form.OtherVersion));
            (form.Version, form.OtherVersion) = (preview.Value.Kept.Version, preview.Value.Other.Version);
        }

        return View("Compare", new MergeComparePage(preview.Value, form));
    }

    [HttpGet(Home)]
    public async Task<IActionResult> Index(MergeQuery query, CancellationToken cancellation) =>
        View(new MergeListPage(query, query.ToFilter(), await lists.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [Authorize(Policies.ReadRoster)]
    [HttpPost(Home + "/export.csv")]
    public Task Export([FromQuery] MergeQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"merges-{time.Today:yyyyMMdd}.csv"), _head, lists.ExportAsync(query.ToFilter(), cancellation),
        m =>
        [
            m.Id.ToString(CultureInfo.InvariantCulture), m.Kind.Word(), m.KeptName, m.OtherName, m.OtherCode, m.Moved.ToString(CultureInfo.InvariantCulture), m.Reason, m.OwnerName, ListTimes.Of(m.At),
            ListTimes.Of(m.SplitOn), m.State.Word(), m.UndoneBy, ListTimes.Of(m.UndoneAt),
        ],
        cancellation);

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken cancellation) => await lists.FindAsync(id, cancellation) is { } detail ? View(detail) : NotFound();

    [StepUp]
    [Authorize(Policies.KeepRoster)]
    [HttpPost(Home + "/{id:int}/undo")]
    public async Task<IActionResult> Undo(int id, CancellationToken cancellation)
    {
        if (await lists.FindAsync(id, cancellation) is not { Merge.Kind: var kind }) return NotFound();
        var undone = await undo.UndoAsync(id, cancellation);
        TempData["Notice"] = undone.IsDone ? kind == MergeKind.Merge ? "合并已撤销，两份档案各自恢复。" : "拆分已撤销，新档案的内容已回到原档案。" : undone.Refusals[0].Message;
        if (!undone.IsDone) TempData["NoticeTone"] = "bad";
        return Redirect($"{Home}/{id}");
    }
}
