namespace HuaihuaPilotZone.Web.Public.OwnData;

/// <summary>Names the words of the pages about one's own data (OwnDataText.resx, OwnDataText.en.resx).</summary>
public sealed class OwnDataText;
