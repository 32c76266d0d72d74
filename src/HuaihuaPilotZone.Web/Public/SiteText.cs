namespace HuaihuaPilotZone.Web.Public;

/// <summary>Names the resource files SiteText.resx (Chinese) and SiteText.en.resx with the texts of the public site.</summary>
public sealed class SiteText;
