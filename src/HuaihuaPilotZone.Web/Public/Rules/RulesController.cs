using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Rules;

/// <summary>The rules of the pre-check, open to everybody: what is checked, on what basis, how to mend it.</summary>
[PublicPage]
public sealed class RulesController : Controller
{
    [HttpGet("/rules")]
    public IActionResult Index(RuleQuery query) => View(new RuleListPage(query, query.ToRules()));

    [HttpGet("/rules/{id}")]
    public IActionResult Show(string id) => RuleCatalogue.Find(id.ToUpperInvariant()) is { } rule ? View(rule) : NotFound();
}
