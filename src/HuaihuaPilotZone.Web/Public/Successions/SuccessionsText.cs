namespace HuaihuaPilotZone.Web.Public.Successions;

/// <summary>Names the resource files SuccessionsText.resx (Chinese) and SuccessionsText.en.resx: taking over as administrator of an enterprise.</summary>
public sealed class SuccessionsText;
