using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Declarations;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Declarations;

/// <summary>Stored checks of submitted documents, run again.</summary>
[Area(Policies.ParkDesk)]
public sealed class CheckController(ReviewService review, CheckReplay replay) : Controller
{
    [HttpGet("/park/declarations/{number}/checks/{sequence:int}")]
    public async Task<IActionResult> Replay(DeclarationNumber number, int sequence, CancellationToken cancellation)
    {
        if (await review.FindAsync(number, cancellation) is not { } declaration) return NotFound();
        return await replay.RunAsync(declaration, sequence, cancellation) is { } check
            ? View("/Shared/Declarations/Replay.cshtml", new ReplayPage($"/park/declarations/{number}", "管理后台", declaration, check))
            : NotFound();
    }
}
