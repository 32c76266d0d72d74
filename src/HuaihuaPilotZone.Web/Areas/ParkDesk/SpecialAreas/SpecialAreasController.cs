using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.SpecialAreas;

/// <summary>Special customs areas with their approval. Staff see them; administrators state them.</summary>
[Area(Policies.ParkDesk)]
public sealed class SpecialAreasController(CustomsTablesService tables, ChinaTime time) : Controller
{
    private const string Home = "/park/tables/areas";

    private static readonly string[] _head = ["区域", "种类", "批准文号", "批准", "失效", "状态", "来源", "来源网址", "录入", "录入时间"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(AreaQuery query, CancellationToken cancellation) => View(await PageAsync(query, new SpecialAreaForm(), cancellation));

    [HttpGet(Home + "/export.csv")]
    public Task Export(AreaQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"special-areas-{time.Today:yyyyMMdd}.csv"), _head, tables.StreamAreasAsync(query.ToFilter(time.Today)), Values, cancellation);

    [HttpPost(Home)]
    [Authorize(Policies.StateAreas)]
    public async Task<IActionResult> Index(SpecialAreaForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await tables.AddAreaAsync(form.ToData(), cancellation);
            if (outcome.IsDone) return Told($"{form.Name} 已录入。");
            ModelState.Show(outcome.Refusals);
        }
        return View(await PageAsync(new AreaQuery(), form, cancellation));
    }

    [HttpGet(Home + "/{id:int}")]
    [Authorize(Policies.StateAreas)]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await tables.FindAreaAsync(id, cancellation) is { } row ? View(SpecialAreaForm.Of(row)) : NotFound();

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.StateAreas)]
    public async Task<IActionResult> Edit(int id, SpecialAreaForm form, CancellationToken cancellation)
    {
        if (await tables.FindAreaAsync(id, cancellation) is null) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await tables.CorrectAreaAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told($"{form.Name} 已更正。");
            ModelState.Show(outcome.Refusals);
        }
        return View(form);
    }

    private RedirectResult Told(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Home);
    }

    private IEnumerable<string?> Values(SpecialAreaRow row) =>
    [
        row.Name, row.Kind, row.ApprovalNumber, Day(row.From), Day(row.To), row.Look(time.Today).Word, row.Source, row.Link, row.EnteredBy,
        ChinaTime.FromUtc(row.UpdatedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
    ];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<SpecialAreaPage> PageAsync(AreaQuery query, SpecialAreaForm form, CancellationToken cancellation) =>
        new(query, await tables.AreasAsync(query.ToFilter(time.Today), new PageRequest(query.Page, query.Size), cancellation), form, time.Today);
}
