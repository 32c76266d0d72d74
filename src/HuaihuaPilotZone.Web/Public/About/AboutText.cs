namespace HuaihuaPilotZone.Web.Public.About;

/// <summary>Names the resource files AboutText.resx (Chinese) and AboutText.en.resx: the pages about the portal.</summary>
public sealed class AboutText;
