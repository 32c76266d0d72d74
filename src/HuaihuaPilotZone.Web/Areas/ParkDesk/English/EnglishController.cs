using System.Globalization;
using AutoMapper;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.English;

/// <summary>Writing English versions of news items and policy documents, and the list of them. Their steps stand below /park/english/{id}.</summary>
[Area(Policies.ParkDesk)]
public sealed class EnglishController(EnglishVersions versions, ChinaTime time, IMapper mapper) : Controller
{
    private const string List = "/park/english";

    private const string Home = "/park/{kind:regex(^(news|policies)$)}/{id:int}/english";

    private static readonly string[] _head = ["英文标题", "中文标题", "种类", "状态", "步骤", "中文内容改过", "最近修改"];

    [HttpGet(List)]
    public async Task<IActionResult> Index(EnglishQuery query, CancellationToken cancellation) =>
        View(new EnglishListPage(query, await versions.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(List + "/export.csv")]
    public Task Export(EnglishQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"english-{time.Today:yyyyMMdd}.csv"), _head, versions.StreamAsync(query.ToFilter(), cancellation), Values, cancellation);

    /// <summary>The page of a version by its own id, where its steps lead back to.</summary>
    [HttpGet(List + "/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken cancellation) =>
        await versions.FindAsync(id, cancellation) is { English: { } english } work ? View("Edit", EnglishPage.Of(work, KindOf(english), SourceOf(english), mapper.Map<EnglishForm>(english))) : NotFound();

    [HttpGet(Home)]
    public async Task<IActionResult> Edit(TranslatedKind kind, int id, CancellationToken cancellation) =>
        await versions.FindAsync(kind, id, cancellation) is { } work ? View(EnglishPage.Of(work, kind, id, mapper.Map<EnglishForm>(work.English) ?? new EnglishForm())) : NotFound();

    [HttpPost(Home)]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Edit(TranslatedKind kind, int id, EnglishForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await versions.SaveAsync(kind, id, form.Version, mapper.Map<EnglishDraft>(form), cancellation);
            if (outcome.IsDone)
            {
                TempData["Notice"] = "英文版已保存，发布后公众才看到。";
                return Redirect(EnglishPage.AddressOf(kind, id));
            }
            ModelState.Show(outcome.Refusals);
        }
        if (await versions.FindAsync(kind, id, cancellation) is not { } work) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = work.English?.Version ?? 0;
        return View(EnglishPage.Of(work, kind, id, form));
    }

    private static TranslatedKind KindOf(EnglishVersion english) => english.NewsItemId is null ? TranslatedKind.Policies : TranslatedKind.News;

    private static int SourceOf(EnglishVersion english) => (english.NewsItemId ?? english.PolicyDocumentId)!.Value;

    private static IEnumerable<string?> Values(EnglishRow row) =>
    [
        row.Title, row.Chinese, row.Kind.Word(), row.State.Word(), row.Word(), row.IsStale ? "是" : "否", ListTimes.Of(row.UpdatedAt),
    ];
}
