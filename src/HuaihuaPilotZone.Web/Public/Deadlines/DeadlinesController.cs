using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Deadlines;

/// <summary>By when something is to be done, with the arithmetic and its sources. The question stands in the address, so that it can be passed on.</summary>
[PublicPage(PublicTopic.Services)]
public sealed class DeadlinesController(DeadlineDesk desk) : Controller
{
    [HttpGet("/tools/deadlines")]
    public async Task<IActionResult> Index(DeadlineQuery query, CancellationToken cancellation)
    {
        // what was typed is read by the query itself, in both languages
        ModelState.Clear();
        var rules = desk.Rules;
        var (ask, problems) = query.Read(rules);
        return View(new DeadlinePage(query, rules, problems, ask is null ? null : await desk.AnswerAsync(ask, cancellation)));
    }
}
