namespace HuaihuaPilotZone.Web.Public.Parks;

/// <summary>Names the resource files ParksText.resx (Chinese) and ParksText.en.resx: the pages of the parks.</summary>
public sealed class ParksText;
