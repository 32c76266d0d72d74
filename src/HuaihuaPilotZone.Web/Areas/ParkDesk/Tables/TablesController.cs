using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Tables;

/// <summary>The tables that staff keep for the pre-check: customs offices and exchange rates, each row with its source.</summary>
[Area(Policies.ParkDesk)]
public sealed class TablesController(CustomsTablesService tables) : Controller
{
    [HttpGet("/park/tables/offices")]
    public async Task<IActionResult> Offices(int? page, CancellationToken cancellation) => View(await OfficesAsync(page, new OfficeForm(), cancellation));

    [HttpPost("/park/tables/offices")]
    [Authorize(Policies.KeepTables)]
    public async Task<IActionResult> Offices(OfficeForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await tables.AddOfficeAsync(form.Code!, form.Name!.Trim(), form.Source!.Trim(), form.From, cancellation);
            if (outcome.IsDone) return Told($"关区 {form.Code} 已加入，预检立即使用。", nameof(Offices));
            ModelState.Show(outcome.Refusals);
        }
        return View(await OfficesAsync(null, form, cancellation));
    }

    [HttpGet("/park/tables/rates")]
    public async Task<IActionResult> Rates(int? page, CancellationToken cancellation) => View(await RatesAsync(page, new RateForm(), cancellation));

    [HttpPost("/park/tables/rates")]
    [Authorize(Policies.KeepTables)]
    public async Task<IActionResult> Rates(RateForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await tables.AddRateAsync(form.Currency!, form.CnyPerUnit!.Value, form.From!.Value, form.Source!.Trim(), cancellation);
            if (outcome.IsDone) return Told($"{form.Currency} 汇率已加入，预检立即使用。", nameof(Rates));
            ModelState.Show(outcome.Refusals);
        }
        return View(await RatesAsync(null, form, cancellation));
    }

    [HttpGet("/park/tables/offices/{id:int}")]
    [Authorize(Policies.KeepTables)]
    public async Task<IActionResult> CorrectOffice(int id, CancellationToken cancellation) => await tables.FindOfficeAsync(id, cancellation) is { } row
        ? ShowCorrection(row, new() { Version = row.Version, Name = row.Name, Source = row.Source, From = row.From, To = row.To })
        : NotFound();

    [HttpPost("/park/tables/offices/{id:int}")]
    [Authorize(Policies.KeepTables)]
    public async Task<IActionResult> CorrectOffice(int id, OfficeCorrectionForm form, CancellationToken cancellation)
    {
        if (await tables.FindOfficeAsync(id, cancellation) is not { } row) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await tables.CorrectOfficeAsync(id, form.Version, form.Name!.Trim(), form.Source!.Trim(), form.From, form.To, cancellation);
            if (outcome.IsDone) return Told($"关区 {row.Code} 已更正，预检立即使用。", nameof(Offices));
            ModelState.Show(outcome.Refusals);
        }
        return ShowCorrection(row, form);
    }

    [HttpGet("/park/tables/rates/{id:int}")]
    [Authorize(Policies.KeepTables)]
    public async Task<IActionResult> CorrectRate(int id, CancellationToken cancellation) => await tables.FindRateAsync(id, cancellation) is { } row
        ? ShowCorrection(row, new() { Version = row.Version, CnyPerUnit = row.CnyPerUnit, Source = row.Source, To = row.To })
        : NotFound();

    [HttpPost("/park/tables/rates/{id:int}")]
    [Authorize(Policies.KeepTables)]
    public async Task<IActionResult> CorrectRate(int id, RateCorrectionForm form, CancellationToken cancellation)
    {
        if (await tables.FindRateAsync(id, cancellation) is not { } row) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await tables.CorrectRateAsync(id, form.Version, form.CnyPerUnit!.Value, form.Source!.Trim(), form.To, cancellation);
            if (outcome.IsDone) return Told($"{row.Currency} 汇率已更正，预检立即使用。", nameof(Rates));
            ModelState.Show(outcome.Refusals);
        }
        return ShowCorrection(row, form);
    }

    private ViewResult ShowCorrection(CustomsOfficeRow row, OfficeCorrectionForm form)
    {
        ViewData["Row"] = row.Code;
        return View(nameof(CorrectOffice), form);
    }

    private ViewResult ShowCorrection(ExchangeRateRow row, RateCorrectionForm form)
    {
        ViewData["Row"] = string.Create(CultureInfo.InvariantCulture, $"{row.Currency}，自 {row.From:yyyy-MM-dd} 起");
        return View(nameof(CorrectRate), form);
    }

    private RedirectResult Told(string notice, string table)
    {
        TempData["Notice"] = notice;
        return Redirect($"/park/tables/{table.ToLowerInvariant()}");
    }

    private async Task<TablePage<CustomsOfficeRow, OfficeForm>> OfficesAsync(int? page, OfficeForm form, CancellationToken cancellation) =>
        new(await tables.OfficesAsync(new PageRequest(page), cancellation), form);

    private async Task<TablePage<ExchangeRateRow, RateForm>> RatesAsync(int? page, RateForm form, CancellationToken cancellation) =>
        new(await tables.RatesAsync(new PageRequest(page), cancellation), form);
}

/// <summary>Rows that are there, and the form for one more.</summary>
public sealed record TablePage<TRow, TForm>(Page<TRow> Rows, TForm Form);
