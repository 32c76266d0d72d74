using HuaihuaPilotZone.PolicyMatching;

namespace HuaihuaPilotZone.Web.Public.PolicyMatching;

/// <summary>The panel of a public policy page that says for whom it is: the same for everybody.</summary>
public sealed record CriteriaPanel(string Slug, PublicCriteria Criteria);
