using HuaihuaPilotZone.Investment.Costs;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.SettlementCosts;

/// <summary>What settling costs, with its arithmetic and sources. The question stands in the address, so that it can be passed on.</summary>
[PublicPage(PublicTopic.Investment, PublicTopic.Parks)]
public sealed class SettlementCostsController(CostBook costs) : Controller
{
    [HttpGet("/tools/settlement-cost")]
    public async Task<IActionResult> Index(SettlementQuery query, CancellationToken cancellation)
    {
        // what was typed is read by the query itself, in both languages
        ModelState.Clear();
        var read = query.Read();
        return View(new SettlementPage(query, read.Problems, await costs.AnswerAsync(read.Ask, cancellation)));
    }
}
