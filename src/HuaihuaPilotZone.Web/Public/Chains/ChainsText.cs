namespace HuaihuaPilotZone.Web.Public.Chains;

/// <summary>Names the resource files ChainsText.resx (Chinese) and ChainsText.en.resx: the pages of the industry chains.</summary>
public sealed class ChainsText;
