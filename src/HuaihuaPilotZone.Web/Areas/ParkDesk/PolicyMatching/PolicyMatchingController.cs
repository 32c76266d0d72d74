using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.PolicyMatching;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Web.Shared.PolicyMatching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.PolicyMatching;

/// <summary>For whom policies are: the criteria that editors draw from a text, and the enterprises that fit.</summary>
[Area(Policies.ParkDesk)]
public sealed class PolicyMatchingController(CriteriaDesk desk, PolicyMatcher matcher, EnterpriseRoster roster) : Controller
{
    private const string Home = "/park/policy-matching";
    private const string Criteria = "/park/policies/{id:int}/criteria";
    private const string Demonstration = "演示";

    private static readonly string[] _head = ["企业", "结果", "理由", "备注"];

    private static readonly string[] _policyHead = ["政策", "文号", "状态", "条件数", "申报截止", "修改人", "修改时间", "备注"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(CriteriaQuery query, CancellationToken cancellation) =>
        View(new CriteriaListPage(query, await desk.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.xlsx")]
    [HttpGet(Home + "/export.csv")]
    public Task ExportPolicies(CriteriaQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "policy-matching", "政策匹配", _policyHead, desk.StreamAsync(query.ToFilter()),
        row =>
        [
            row.Title, row.Number, row.State.Word(), row.Conditions.ToString(CultureInfo.InvariantCulture), ListTimes.Of(row.ApplyUntil), row.ChangedBy, ListTimes.Of(row.UpdatedAt),
            row.IsDemonstration ? Demonstration : null,
        ],
        cancellation);

    [HttpGet(Criteria)]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not var (document, criteria)) return NotFound();
        return await ShowAsync(document, CriteriaForm.Of(criteria, await roster.ChoicesAsync(cancellation)), criteria is not null, cancellation);
    }

    /// <summary>Saves, or only changes the rows of the form.</summary>
    [HttpPost(Criteria)]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Edit(int id, CriteriaForm form, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not var (document, criteria)) return NotFound();
        form.Tidy();
        if (!form.IsSave)
        {
            form.Press();
            ModelState.Clear();
        }
        else if (ModelState.IsValid && form.ToData(await roster.ChoicesAsync(cancellation)) is var read)
        {
            var saved = read.IsDone ? await desk.SaveAsync(id, form.Version, read.Value, cancellation) : Outcome.Refused(read.Refusals);
            if (saved.Conflict is { } conflict) return this.ShowConflict(conflict, $"{document.Title}：匹配条件", $"/park/policies/{id}/criteria");
            if (saved.IsDone) return Done($"/park/policies/{id}/criteria", "匹配条件已保存，企业现在可以看到结果。");
            ModelState.Clear();
            ModelState.Show(saved.Outcome.Refusals);
        }
        return await ShowAsync(document, form, criteria is not null, cancellation);
    }

    [HttpPost(Criteria + "/remove")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Remove(int id, int version, CancellationToken cancellation)
    {
        var outcome = await desk.RemoveAsync(id, version, cancellation);
        if (outcome.IsDone) return Done(Home, "匹配条件已清除。");
        TempData["NoticeTone"] = "bad";
        return Done(Home, outcome.Refusals[0].Message);
    }

    [HttpGet("/park/policies/{id:int}/enterprises")]
    public async Task<IActionResult> Enterprises(int id, MatchStanding? standing, int? page, CancellationToken cancellation) =>
        await desk.FindAsync(id, cancellation) is var (document, _) && await matcher.ForPolicyAsync(id, standing, new PageRequest(page), cancellation) is { } audience
            ? View(new AudiencePage(document, audience, standing, await roster.ChoicesAsync(cancellation)))
            : NotFound();

    [HttpGet("/park/policies/{id:int}/enterprises/export.xlsx")]
    [HttpGet("/park/policies/{id:int}/enterprises/export.csv")]
    public async Task<IActionResult> Export(int id, MatchStanding? standing, CancellationToken cancellation)
    {
        if (await matcher.ExportForPolicyAsync(id, standing, cancellation) is not { } matches) return NotFound();
        var choices = await roster.ChoicesAsync(cancellation);
        await Response.SendListAsync(
            "eligible-enterprises", "适用企业", _head, matches.ToAsyncEnumerable(), m => [m.Name, m.Evaluation.Standing.Word(), m.Evaluation.Reason(choices), m.IsDemonstration ? Demonstration : null], cancellation);
        return new EmptyResult();
    }

    private async Task<IActionResult> ShowAsync(PolicyDocument document, CriteriaForm form, bool isSaved, CancellationToken cancellation) => View("Edit", new CriteriaPage(
        document, form, await roster.ChoicesAsync(cancellation), await desk.HistoryAsync(document.IndexNumber, this.HistoryPage(), cancellation), isSaved));

    private RedirectResult Done(string address, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(address);
    }
}
