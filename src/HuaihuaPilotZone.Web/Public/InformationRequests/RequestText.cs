namespace HuaihuaPilotZone.Web.Public.InformationRequests;

/// <summary>Names the resource files RequestText.resx (Chinese) and RequestText.en.resx: information requests.</summary>
public sealed class RequestText;
