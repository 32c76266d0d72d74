using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.NetworkNotices;

/// <summary>Notices about border posts and other nodes, and about legs.</summary>
[Area(Policies.ParkDesk)]
public sealed class NetworkNoticesController(NoticeDesk notices, NoticeImport import, NodeKeeping nodes, LegKeeping legs, AffectedConsignments affected, ChinaTime time) : Controller
{
    private const string Home = "/park/network/notices";
    private const string EditView = "Edit";

    private static readonly string[] _head = ["编号", "标题", "英文标题", "节点", "区段", "类型", "开始时间", "结束时间", "内容", "英文内容", "来源", "来源网址", "撤回"];

    private static readonly SheetImportPage _importPage = new(
        "通行提示", "条提示", "写了编号的修改，没写编号的新发布，显示在使用它的每条通道上。", "节点、区段写一个，区段如“怀化—昆明（铁路）”；时间是怀化时间，如 2026-12-01 09:30。撤回要在页面上写明原因。",
        new Crumb("通行提示", Home), Home + "/import", Home + "/export.xlsx", NoticeImport.MostRows, NoticeImport.Columns);

    [HttpGet(Home)]
    public async Task<IActionResult> Index(NoticeQuery query, CancellationToken cancellation) =>
        View(new NoticeListPage(query, await notices.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation), time.UtcNow));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(NoticeQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "network-notices", "通行提示", _head, notices.StreamAsync(query.ToFilter()),
        n =>
        [
            n.Id.ToString(CultureInfo.InvariantCulture), n.Title, n.EnglishTitle, n.Node?.Name, n.Leg is { } leg ? CorridorImport.Named(leg) : null, n.Kind.Word(), ListTimes.Of(n.From), ListTimes.Of(n.Until), n.Text, n.EnglishText,
            n.Source, n.SourceAddress, n.IsWithdrawn ? "是" : "否",
        ],
        cancellation);

    [HttpGet(Home + "/import")]
    [Authorize(Policies.KeepNetwork)]
    public IActionResult Import() => View(SheetImportPage.ViewName, _importPage);

    [HttpPost(Home + "/import")]
    [Authorize(Policies.KeepNetwork)]
    [RequestSizeLimit(SheetUploadFormValidator.MostBytes + 100_000)]
    public Task<IActionResult> Import(SheetUploadForm form, CancellationToken cancellation) => this.TakeInAsync(form, _importPage, import.ImportAsync, cancellation);

    [HttpGet(Home + "/new")]
    [Authorize(Policies.KeepNetwork)]
    public Task<IActionResult> Create(int? node, int? leg, CancellationToken cancellation) => ShowAsync(null, new NoticeForm { NodeId = node, LegId = leg, From = time.Now }, cancellation);

    [HttpPost(Home + "/new")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Create(NoticeForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await notices.AddAsync(form.ToData(), cancellation);
            if (made.IsDone) return Told(made.Value, "通行提示已发布，显示在使用它的每条通道上。");
            ModelState.Show(made.Refusals);
        }
        return await ShowAsync(null, form, cancellation);
    }

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await notices.FindAsync(id, cancellation) is { } notice ? await ShowAsync(notice, NoticeForm.Of(notice), cancellation) : NotFound();

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Edit(int id, NoticeForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await notices.UpdateAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(id, "修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (await notices.FindAsync(id, cancellation) is not { } notice) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = notice.Version;
        return await ShowAsync(notice, form, cancellation);
    }

    [HttpGet(Home + "/{id:int}/withdraw")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Withdraw(int id, CancellationToken cancellation) =>
        await notices.FindAsync(id, cancellation) is { } notice ? View("TakeBack", new NoticeWithdrawalPage(notice, new WithdrawForm { Version = notice.Version })) : NotFound();

    [HttpPost(Home + "/{id:int}/withdraw")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Withdraw(int id, WithdrawForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await notices.WithdrawAsync(id, form.Version, form.Reason!.Trim(), cancellation);
            if (outcome.IsDone) return Told(id, "通行提示已撤回，公众不再看到。");
            ModelState.Show(outcome.Refusals);
        }
        if (await notices.FindAsync(id, cancellation) is not { } notice) return NotFound();
        form.Version = notice.Version;
        return View("TakeBack", new NoticeWithdrawalPage(notice, form));
    }

    private async Task<IActionResult> ShowAsync(NetworkNotice? notice, NoticeForm form, CancellationToken cancellation) => View(EditView, new NoticePage(
        notice, form, await nodes.ChoicesAsync(form.NodeId is { } node ? [node] : [], cancellation), await legs.ChoicesAsync(form.LegId is { } leg ? [leg] : [], cancellation),
        notice is null ? null : await notices.HistoryAsync(notice.Id, this.HistoryPage(), cancellation), notice is null ? null : await AffectedAsync(notice, cancellation)));

    private Task<Page<AffectedConsignment>> AffectedAsync(NetworkNotice notice, CancellationToken cancellation) => notice.Leg is { } leg
        ? affected.OfLegAsync(leg.FromId, leg.ToId, new PageRequest(), cancellation)
        : affected.OfNodeAsync(notice.NodeId!.Value, new PageRequest(), cancellation);

    private RedirectResult Told(int id, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}"));
    }
}
