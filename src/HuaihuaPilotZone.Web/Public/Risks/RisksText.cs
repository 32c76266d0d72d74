namespace HuaihuaPilotZone.Web.Public.Risks;

/// <summary>Names the resource files RisksText.resx (Chinese) and RisksText.en.resx: notices of risks.</summary>
public sealed class RisksText;
