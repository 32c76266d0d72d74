using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Risks;

/// <summary>Notices of risks for trade, by country, goods and corridor.</summary>
[PublicPage(PublicTopic.Corridors)]
public sealed class RisksController(RiskDirectory risks) : Controller
{
    [HttpGet("/risks")]
    public async Task<IActionResult> Index(RiskListQuery query, CancellationToken cancellation) =>
        View(new RisksPage(query, await risks.ListAsync(query.ToQuestion(), new PageRequest(query.Page), cancellation)));

    [HttpGet("/risks/{number}")]
    [KeptModel]
    public async Task<IActionResult> Show(string number, CancellationToken cancellation) =>
        await risks.FindAsync(number, cancellation) is { } risk ? View(RiskShown.Of(risk)) : NotFound();
}
