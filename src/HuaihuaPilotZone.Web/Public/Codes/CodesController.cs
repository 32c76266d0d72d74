using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HuaihuaPilotZone.Web.Public.Codes;

/// <summary>Codes of all tables, open to everybody: found by digits, name or a kept word, in force on a day.</summary>
public sealed class CodesController(CustomsTablesSource tables, TableVersions versions, ChinaTime time) : Controller
{
    private const int MostSuggested = 10;

    [HttpGet("/codes")]
    public async Task<IActionResult> Index(CodeQuery query, CancellationToken cancellation)
    {
        var edition = await tables.CurrentAsync(cancellation);
        return View(CodeListPage.Of(edition, query, query.Day ?? time.Today));
    }

    /// <summary>What fits while somebody types.</summary>
    [HttpGet("/codes/suggest")]
    [EnableRateLimiting(RateLimits.Suggestions)]
    public async Task<IActionResult> Suggest(CodeQuery query, CancellationToken cancellation)
    {
        var edition = await tables.CurrentAsync(cancellation);
        var hits = edition.Search.Find(query.Text, query.Schema?.Id, query.Day ?? time.Today);
        return Json(hits.Take(MostSuggested).Select(h => new CodeSuggestion(h.Row.Code, h.Row.Name, TableSchemas.Of(h.Table).Title, h.Word)));
    }

    [HttpGet("/codes/{table}/{code}")]
    public async Task<IActionResult> Show(string table, string code, string? on, CancellationToken cancellation)
    {
        if (TableSchemas.Find(table) is not { } schema) return NotFound();
        var edition = await tables.CurrentAsync(cancellation);
        var date = new CodeQuery { On = on }.Day ?? time.Today;
        var kept = await versions.OfCodeAsync(schema.Id, code, cancellation);
        var rows = edition.Search.History(schema.Id, code);
        if (rows.Count == 0 && kept.Count == 0) return NotFound();
        return View(new CodePage(schema, code, date, rows, edition.Search.Words(schema.Id, code), kept, schema.IsTariff ? edition.Search.Path(code, date) : [], edition.Tables.Units));
    }
}
