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
            var outcome = await tables.AddOfficeAsync(form.Code!, form.Name!, form.Source!, form.From, cancellation);
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
            var outcome = await tables.AddRateAsync(form.Currency!, form.CnyPerUnit!.Value, form.From!.Value, form.Source!, cancellation);
            if (outcome.IsDone) return Told($"{form.Currency} 汇率已加入，预检立即使用。", nameof(Rates));
            ModelState.Show(outcome.Refusals);
        }
        return View(await RatesAsync(null, form, cancellation));
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
