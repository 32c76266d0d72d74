namespace HuaihuaPilotZone.Web.Public.OpenData;

/// <summary>Names the resource files OpenDataText.resx (Chinese) and OpenDataText.en.resx: the page of the open data.</summary>
public sealed class OpenDataText;
