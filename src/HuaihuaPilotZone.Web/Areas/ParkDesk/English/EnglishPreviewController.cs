using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.PolicyMatching;
using HuaihuaPilotZone.Web.Public.News;
using HuaihuaPilotZone.Web.Public.PolicyDocuments;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.English;

/// <summary>An English version as its public page will show it, beside what is written now of the Chinese text.</summary>
[Area(Policies.ParkDesk)]
[InEnglish]
public sealed class EnglishPreviewController(EnglishVersions versions, NewsService news, NewsColumns columns, PolicyLibrary policies, PolicyMatcher matcher, ChinaTime time) : Controller
{
    [HttpGet("/park/english/{id:int}/preview")]
    [NotForIndexes]
    public async Task<IActionResult> Preview(int id, CancellationToken cancellation)
    {
        if (await versions.FindAsync(id, cancellation) is not { English: { } english }) return NotFound();
        if (english.NewsItemId is { } item) return await NewsAsync(item, english, cancellation);
        return await policies.PreviewAsync(english.PolicyDocumentId!.Value, cancellation) is { } view
            ? View("/Public/PolicyDocuments/Show.cshtml", PolicyPage.Of(view, await matcher.CriteriaAsync(view.Document.Id, cancellation), time.Today, isPreview: true, english))
            : NotFound();
    }

    private async Task<IActionResult> NewsAsync(int id, EnglishVersion english, CancellationToken cancellation) =>
        await news.FindAsync(id, cancellation) is { } item
            ? View("/Public/News/Show.cshtml", NewsPage.Of(item, (await columns.ReadAsync(cancellation)).ColumnOf(item), item.InterpretsId is { } policy ? await policies.InterpretedAsync(policy, cancellation) : null, time.Today, isPreview: true, english))
            : NotFound();
}
