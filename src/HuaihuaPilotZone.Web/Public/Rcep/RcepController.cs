using HuaihuaPilotZone.Declarations.Tables;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Rcep;

/// <summary>RCEP: its members and the origin documents, as the code tables of the day have them.</summary>
public sealed class RcepController(AgreementDirectory agreements) : Controller
{
    private const string Code = "22";

    [HttpGet("/rcep")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => await agreements.FindAsync(Code, cancellation) is { } view ? View(view) : NotFound();
}
