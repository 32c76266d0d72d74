using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Merging;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Past;

/// <summary>The roster through time: of a day, of two days, of one enterprise. Only the correction changes anything.</summary>
[Area(Policies.ParkDesk)]
public sealed class PastController(PastRoster past, RosterComparison comparison, PastCorrections corrections, EnterpriseRoster roster, MergedRecords merged, ChinaTime time) : Controller
{
    private const string Home = "/park/enterprises";

    private static readonly string[] _head = ["企业", "信用代码", "类型", "片区", "阶段", "阶段开始", "行业标签", "租用单元", "有效起", "登记日", "补录"];

    private static readonly string[] _comparedHead = ["企业", "信用代码", "变化", "变化日期", "项目", "之前", "之后"];

    [WithDay]
    [HttpGet(Home)]
    public async Task<IActionResult> Index(PastAddress address, CancellationToken cancellation)
    {
        if (address.ToQuery(time.Today) is not { } query)
        {
            (TempData["Notice"], TempData["NoticeTone"]) = ("请填写今天或更早的日期，例如 2026-06-30。", "bad");
            return Redirect(Home);
        }

        return View(new PastPage(
            query, await past.ListAsync(query, new RosterPlace(address.Page ?? 1, address.After, address.Before), PageRequest.DefaultSize, cancellation), await past.CountAsync(query, cancellation), await past.WordsAsync(query.On, cancellation), time.Today));
    }

    [Authorize(Policies.ReadRoster)]
    [HttpPost(Home + "/as-of/export.csv")]
    public async Task<IActionResult> Export([FromQuery] PastAddress address, CancellationToken cancellation)
    {
        if (address.ToQuery(time.Today) is not { } query) return NotFound();
        await CsvFile.SendAsync(
            Response, string.Create(CultureInfo.InvariantCulture, $"roster-as-of-{query.On:yyyyMMdd}.csv"), _head, past.StreamAsync(query, cancellation),
            row => [row.Name, row.CreditCode, row.Type.Word(), row.AreaName, row.Stage.Word(), Day(row.StageSince), string.Join('、', row.TagNames), string.Join('、', row.Units), Day(row.ValidFrom), Day(row.RecordedOn), row.IsBackdated ? "是" : "否"],
            cancellation);
        return new EmptyResult();
    }

    [HttpGet(Home + "/compare")]
    public async Task<IActionResult> Compare(DateOnly? from, DateOnly? to, RosterMove? move, int? page, CancellationToken cancellation)
    {
        var (first, last) = Days(from, to);
        return View(new ComparisonPage(
            first, last, move, await comparison.ListAsync(first, last, move, new PageRequest(page), cancellation),
            await past.CountAsync(new PastQuery(first), cancellation), await past.CountAsync(new PastQuery(last), cancellation), time.Today));
    }

    [Authorize(Policies.ReadRoster)]
    [HttpPost(Home + "/compare/export.csv")]
    public Task ExportComparison([FromQuery] DateOnly? from, [FromQuery] DateOnly? to, [FromQuery] RosterMove? move, CancellationToken cancellation)
    {
        var (first, last) = Days(from, to);
        return CsvFile.SendAsync(
            Response, string.Create(CultureInfo.InvariantCulture, $"roster-{first:yyyyMMdd}-{last:yyyyMMdd}.csv"), _comparedHead, LinesAsync(first, last, move, cancellation),
            line => [line.Row.Name, line.Row.CreditCode, line.Row.Move.Word(), Day(line.Row.Since), line.Label, line.Before, line.After], cancellation);
    }

    [HttpGet(Home + "/{id:int}/past")]
    public async Task<IActionResult> Record(int id, CancellationToken cancellation) =>
        // the past of a merged record is its own
        (await roster.FindAsync(id, cancellation) ?? await merged.FindAsync(id, cancellation)) is { } enterprise ? View(new RecordPastPage(enterprise, await past.OfAsync(id, cancellation))) : NotFound();

    [Authorize(Policies.KeepRoster)]
    [HttpGet(Home + "/{id:int}/past/correct")]
    public async Task<IActionResult> Correct(int id, CancellationToken cancellation) =>
        await roster.FindAsync(id, cancellation) is { } enterprise ? await FormAsync(enterprise, new CorrectionForm { Version = enterprise.Version }, cancellation) : NotFound();

    [Authorize(Policies.KeepRoster)]
    [HttpPost(Home + "/{id:int}/past/correct")]
    public async Task<IActionResult> Correct(int id, CorrectionForm form, CancellationToken cancellation)
    {
        if (await roster.FindAsync(id, cancellation) is not { } enterprise) return NotFound();
        if (!ModelState.IsValid) return await FormAsync(enterprise, form, cancellation);
        var corrected = await corrections.CorrectAsync(id, form.Version, form.ToCorrection(), cancellation);
        if (!corrected.IsDone)
        {
            ModelState.Show(corrected.Refusals.Select(r => r.Field == "AreaId" ? r with { Field = "Area" } : r));
            return await FormAsync(enterprise, form, cancellation);
        }

        TempData["Notice"] = "已更正。原先登记的内容仍然保留，可以查看。";
        return Redirect($"{Home}/{id}/past");
    }

    private async Task<IActionResult> FormAsync(Enterprise enterprise, CorrectionForm form, CancellationToken cancellation)
    {
        (form.Enterprise, form.Choices) = (enterprise, await roster.ChoicesAsync(cancellation));
        return View("Correct", form);
    }

    /// <summary>The days in their order, none in the future; without any, the last month.</summary>
    private (DateOnly First, DateOnly Last) Days(DateOnly? from, DateOnly? to)
    {
        var last = to is { } day && day < time.Today ? day : time.Today;
        var first = from ?? last.AddMonths(-1);
        return first <= last ? (first, last) : (last, first < time.Today ? first : time.Today);
    }

    private async IAsyncEnumerable<(ComparedRow Row, string Label, string? Before, string? After)> LinesAsync(
        DateOnly first, DateOnly last, RosterMove? move, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in comparison.StreamAsync(first, last, move, cancellation))
        {
            foreach (var (label, before, after) in row.Changes) yield return (row, label, before, after);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
