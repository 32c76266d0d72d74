namespace HuaihuaPilotZone.Web.Public.Opportunities;

/// <summary>Names the resource files OpportunitiesText.resx (Chinese) and OpportunitiesText.en.resx: what the zone looks for.</summary>
public sealed class OpportunitiesText;
