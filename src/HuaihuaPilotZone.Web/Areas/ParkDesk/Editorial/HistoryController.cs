using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Editorial;

/// <summary>The versions of one text, below its own address.</summary>
[Area(Policies.ParkDesk)]
public abstract class HistoryController(TextHistory history, string home) : Controller
{
    [HttpGet("versions")]
    public async Task<IActionResult> Versions(int id, int? page, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } text
            ? View("Versions", new VersionsPage(text, AddressOf(id), await history.ListAsync(id, new PageRequest(page), cancellation)))
            : NotFound();

    [HttpGet("versions/compare")]
    public async Task<IActionResult> Compare(int id, int from, int to, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } text && await history.CompareAsync(id, from, to, cancellation) is { } comparison
            ? View("Compare", new ComparePage(text, AddressOf(id), comparison))
            : NotFound();

    [HttpPost("versions/{number:int}/restore")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Restore(int id, int number, int version, CancellationToken cancellation)
    {
        var outcome = await history.RestoreAsync(id, number, version, cancellation);
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        TempData["Notice"] = outcome.IsDone ? $"第 {number} 版已取回为草稿，发布后公众才看到。" : outcome.Refusals[0].Message;
        return Redirect(AddressOf(id));
    }

    private protected abstract Task<EditedText?> FindAsync(int id, CancellationToken cancellation);

    private string AddressOf(int id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{home}/{id}");
}

/// <summary>The versions of a news item.</summary>
[Route("/park/news/{id:int}")]
public sealed class NewsVersionsController(NewsHistory history, NewsService news) : HistoryController(history, "/park/news")
{
    private protected override async Task<EditedText?> FindAsync(int id, CancellationToken cancellation) => await news.FindAsync(id, cancellation);
}

/// <summary>The versions of a policy document.</summary>
[Route("/park/policies/{id:int}")]
public sealed class PolicyVersionsController(PolicyHistory history, PolicyDesk desk) : HistoryController(history, "/park/policies")
{
    private protected override async Task<EditedText?> FindAsync(int id, CancellationToken cancellation) => await desk.FindAsync(id, cancellation);
}

/// <summary>The versions of an English text.</summary>
[Route("/park/english/{id:int}")]
public sealed class EnglishVersionsController(EnglishHistory history, EnglishVersions versions) : HistoryController(history, "/park/english")
{
    private protected override async Task<EditedText?> FindAsync(int id, CancellationToken cancellation) => (await versions.FindAsync(id, cancellation))?.English;
}

/// <summary>The versions of a notice of a risk.</summary>
[Route("/park/risks/{id:int}")]
public sealed class RiskVersionsController(RiskHistory history, RiskLists lists) : HistoryController(history, "/park/risks")
{
    private protected override async Task<EditedText?> FindAsync(int id, CancellationToken cancellation) => (await lists.FindAsync(id, cancellation))?.Notice;
}

/// <summary>The kept versions of a text.</summary>
/// <param name="Address">Of the text at the desk.</param>
public sealed record VersionsPage(EditedText Text, string Address, Page<TextVersionRow> Rows);

/// <summary>Two versions side by side.</summary>
/// <param name="Address">Of the text at the desk.</param>
public sealed record ComparePage(EditedText Text, string Address, TextComparison Comparison);
