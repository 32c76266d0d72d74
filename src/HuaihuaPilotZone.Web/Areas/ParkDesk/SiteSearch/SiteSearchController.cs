using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Search;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.SiteSearch;

/// <summary>Synonyms of the search, and its index.</summary>
[Area(Policies.ParkDesk)]
public sealed class SiteSearchController(SearchSynonyms synonyms, SearchRebuild rebuild) : Controller
{
    private const string Home = "/park/search";

    private static readonly string[] _head = ["同义词"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(string? q, string? dir, int? page, CancellationToken cancellation) =>
        View(new SynonymListPage(q, await synonyms.ListAsync(q, SortChoice.IsDescending(dir), new PageRequest(page), cancellation)));

    [HttpGet(Home + "/export.xlsx")]
    [HttpGet(Home + "/export.csv")]
    public Task Export(string? q, string? dir, CancellationToken cancellation) =>
        Response.SendListAsync("synonyms", "同义词", _head, synonyms.StreamAsync(q, SortChoice.IsDescending(dir)), s => [s.Words], cancellation);

    [Authorize(Policies.EditContent)]
    [HttpGet(Home + "/new")]
    public IActionResult New() => View("Edit", new SynonymForm());

    [Authorize(Policies.EditContent)]
    [HttpPost(Home + "/new")]
    public Task<IActionResult> New(SynonymForm form, CancellationToken cancellation) => SaveAsync(null, form, cancellation);

    [Authorize(Policies.EditContent)]
    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await synonyms.FindAsync(id, cancellation) is { } group ? View(new SynonymForm { Version = group.Version, Words = group.Words }) : NotFound();

    [Authorize(Policies.EditContent)]
    [HttpPost(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, SynonymForm form, CancellationToken cancellation) =>
        await synonyms.FindAsync(id, cancellation) is null ? NotFound() : await SaveAsync(id, form, cancellation);

    [Authorize(Policies.EditContent)]
    [HttpPost(Home + "/{id:int}/remove")]
    public async Task<IActionResult> Remove(int id, int version, CancellationToken cancellation)
    {
        var outcome = await synonyms.RemoveAsync(id, version, cancellation);
        if (outcome.IsDone) return Done("这组同义词已删除。");
        TempData["NoticeTone"] = "bad";
        return Done(outcome.Refusals[0].Message);
    }

    /// <summary>Builds the index anew in the background.</summary>
    [Authorize(Policies.EditContent)]
    [HttpPost(Home + "/rebuild")]
    public async Task<IActionResult> Rebuild(CancellationToken cancellation)
    {
        await rebuild.StartAsync(cancellation);
        TempData["Notice"] = "已开始重建搜索索引，期间可以照常搜索。";
        return Redirect("/park/jobs");
    }

    private async Task<IActionResult> SaveAsync(int? id, SynonymForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View("Edit", form);
        var outcome = await synonyms.SaveAsync(id, form.Version, form.Words!, cancellation);
        if (outcome.IsDone) return Done("同义词已保存，下一次搜索就生效。");
        ModelState.Show(outcome.Refusals);
        return View("Edit", form);
    }

    private RedirectResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Home);
    }
}
