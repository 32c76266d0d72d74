using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Risks.Telling;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Public.Risks;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Risks;

/// <summary>Notices of risks at the park desk. Their steps to the public stand below each, as those of news do.</summary>
[Area(Policies.ParkDesk)]
public sealed class RisksController(RiskDesk desk, RiskLists lists, RiskDirectory directory, ChinaTime time) : Controller
{
    private const string Home = "/park/risks";
    private const string EditView = "Edit";

    private static readonly string[] _head =
        ["编号", "标题", "英文标题", "程度", "状态", "步骤", "开始日期", "结束日期", "国别（地区）", "商品编码", "通道", "摘要", "来源", "来源日期", "来源网址", "已通知企业"];

    private static readonly string[] _toldHead = ["企业", "依据", "通知时间"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(RiskQuery query, CancellationToken cancellation) =>
        View(new RiskListPage(query, await lists.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation), time.Today));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(RiskQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "risk-notices", "风险提示", _head, lists.StreamAsync(query.ToFilter()),
        r =>
        [
            r.Notice.Number, r.Notice.Title, r.Notice.EnglishTitle, r.Notice.Severity.Word(), r.Notice.State.Word(), r.Notice.StepWord(), Day(r.Notice.From), r.Notice.Until is { } until ? Day(until) : null,
            string.Join('、', r.Notice.Countries.Select(c => c.Code)), string.Join('、', r.Notice.Goods.Select(g => g.Prefix)), string.Join('、', r.Notice.Corridors.Select(c => c.Corridor?.Name)),
            r.Notice.Summary, r.Notice.Source, Day(r.Notice.SourceOn), r.Notice.SourceAddress, r.Told.ToString(CultureInfo.InvariantCulture),
        ],
        cancellation);

    [HttpGet(Home + "/new")]
    [Authorize(Policies.EditContent)]
    public Task<IActionResult> Create(CancellationToken cancellation) => ShowAsync(null, new RiskForm { From = time.Today }, cancellation);

    [HttpPost(Home + "/new")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Create(RiskForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await desk.AddAsync(form.ToData(), cancellation);
            if (made.IsDone) return Told(made.Value, "草稿已保存。");
            ModelState.Show(made.Refusals);
        }

        return await ShowAsync(null, form, cancellation);
    }

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await lists.FindAsync(id, cancellation) is { } saved ? await ShowAsync(saved, RiskForm.Of(saved.Notice), cancellation) : NotFound();

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Edit(int id, RiskForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await desk.UpdateAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(id, "修改已保存，发布后公众才看到。");
            ModelState.Show(outcome.Refusals);
        }

        if (await lists.FindAsync(id, cancellation) is not { } saved) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = saved.Notice.Version;
        return await ShowAsync(saved, form, cancellation);
    }

    /// <summary>The notice as its public page will show it.</summary>
    [HttpGet(Home + "/{id:int}/preview")]
    [NotForIndexes]
    public async Task<IActionResult> Preview(int id, CancellationToken cancellation) =>
        await lists.FindAsync(id, cancellation) is { } saved ? View("/Public/Risks/Show.cshtml", RiskShown.Of(await directory.ShowAsync(saved.Notice, cancellation), isPreview: true)) : NotFound();

    [HttpGet(Home + "/{id:int}/told.csv")]
    [HttpGet(Home + "/{id:int}/told.xlsx")]
    public async Task<IActionResult> ToldFile(int id, CancellationToken cancellation)
    {
        if (await lists.FindAsync(id, cancellation) is not { } saved) return NotFound();
        await Response.SendListAsync(
            $"risk-{saved.Notice.Number}", "已通知企业", _toldHead, lists.StreamToldAsync(id), t => [t.Name, t.Reason.Word(), ListTimes.Of(t.At)], cancellation);
        return new EmptyResult();
    }

    private async Task<IActionResult> ShowAsync(RiskAtDesk? saved, RiskForm form, CancellationToken cancellation) => View(EditView, new RiskPage(
        saved, form, await lists.CorridorsAsync(cancellation), saved is null ? null : await lists.HistoryAsync(saved.Notice.Id, this.HistoryPage(), cancellation)));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private RedirectResult Told(int id, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}"));
    }
}
