using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Declarations;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>Stored checks of one's own documents, run again.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class CheckController(DeclarationService declarations, CheckReplay replay, CurrentMembership membership) : Controller
{
    [HttpGet("/enterprise/declarations/{number}/checks/{sequence:int}")]
    public async Task<IActionResult> Replay(DeclarationNumber number, int sequence, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(membership.Required.EnterpriseId, number, cancellation) is not { } declaration) return NotFound();
        return await replay.RunAsync(declaration, sequence, cancellation) is { } check
            ? View("/Shared/Declarations/Replay.cshtml", new ReplayPage($"/enterprise/declarations/{number}", "企业工作台", declaration, check))
            : NotFound();
    }
}
