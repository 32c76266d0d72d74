using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.PolicyMatching;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.PolicyMatching;

/// <summary>Policies as they fit the enterprise.</summary>
public sealed record MatchListPage(PolicyMatches Matches, MatchStanding? Standing, RosterChoices Choices);

/// <summary>One policy, condition by condition.</summary>
public sealed record MatchPage(PolicyMatch Match, FactSheet Facts, RosterChoices Choices);

/// <summary>The enterprise sees which policies it fits, what is missing and who can supply it.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class PolicyMatchingController(PolicyMatcher matcher, EnterpriseRoster roster, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/policies";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(MatchStanding? standing, int? page, CancellationToken cancellation) => View(new MatchListPage(
        await matcher.ForEnterpriseAsync(EnterpriseId, standing, new PageRequest(page), cancellation), standing, await roster.ChoicesAsync(cancellation)));

    [HttpGet(Home + "/{slug}")]
    public async Task<IActionResult> Show(string slug, CancellationToken cancellation) =>
        await matcher.FindAsync(EnterpriseId, slug, cancellation) is var (match, facts)
            ? View(new MatchPage(match, facts, await roster.ChoicesAsync(cancellation)))
            : NotFound();
}
