using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.KeywordList;

/// <summary>The controlled list of 主题词.</summary>
[Area(Policies.ParkDesk)]
public sealed class KeywordsController(PolicyKeywords keywords, ChinaTime time) : Controller
{
    private const string Home = "/park/keywords";

    private static readonly string[] _head = ["主题词", "用", "使用的文件", "说明"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(KeywordQuery query, CancellationToken cancellation) =>
        View(new KeywordListPage(query, await keywords.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(KeywordQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"keywords-{time.Today:yyyyMMdd}.csv"), _head, keywords.StreamAsync(query.ToFilter()),
        row => [row.Word, row.Instead, row.Documents.ToString(CultureInfo.InvariantCulture), row.Note], cancellation);

    [HttpGet(Home + "/new")]
    [Authorize(Policies.EditContent)]
    public IActionResult New() => View("Edit", new KeywordForm());

    [HttpPost(Home + "/new")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> New(KeywordForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View("Edit", form);
        return Answer(form, await keywords.AddAsync(form.ToDraft(), cancellation), "主题词已加入。");
    }

    [HttpGet(Home + "/{id:int}")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await keywords.FindAsync(id, cancellation) is { } keyword ? View(KeywordForm.Of(keyword)) : NotFound();

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Edit(int id, KeywordForm form, CancellationToken cancellation)
    {
        if (await keywords.FindAsync(id, cancellation) is null) return NotFound();
        if (!ModelState.IsValid) return View(form);
        return Answer(form, await keywords.UpdateAsync(id, form.Version, form.ToDraft(), cancellation), "主题词已保存，使用它的文件已一并改好。");
    }

    [HttpPost(Home + "/{id:int}/remove")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Remove(int id, int version, CancellationToken cancellation)
    {
        var outcome = await keywords.RemoveAsync(id, version, cancellation);
        if (outcome.IsDone) return Done("主题词已移出。");
        TempData["NoticeTone"] = "bad";
        return Done(outcome.Refusals[0].Message);
    }

    private IActionResult Answer(KeywordForm form, Outcome outcome, string notice)
    {
        if (outcome.IsDone) return Done(notice);
        ModelState.Show(outcome.Refusals);
        return View("Edit", form);
    }

    private RedirectResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Home);
    }
}
