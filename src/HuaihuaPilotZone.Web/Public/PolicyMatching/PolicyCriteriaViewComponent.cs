using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.PolicyMatching;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.PolicyMatching;

/// <summary>The conditions of a policy in plain words.</summary>
public sealed record CriteriaPanel(string Slug, PublicCriteria Criteria, RosterChoices Choices);

/// <summary>A part of the conditions, for drawing.</summary>
public sealed record CriteriaPart(Criterion Criterion, RosterChoices Choices);

/// <summary>The panel of a public policy page that says for whom it is: the same for everybody, so that the page may be kept by caches.</summary>
public sealed class PolicyCriteriaViewComponent(PolicyMatcher matcher, EnterpriseRoster roster) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(int policyId, string slug)
    {
        var cancellation = HttpContext.RequestAborted;
        return await matcher.CriteriaAsync(policyId, cancellation) is { } criteria
            ? View("/Public/PolicyMatching/Panel.cshtml", new CriteriaPanel(slug, criteria, await roster.ChoicesAsync(cancellation)))
            : Content("");
    }
}
