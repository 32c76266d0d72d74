namespace HuaihuaPilotZone.Web.Public.Shared;

/// <summary>Names the resource files ContentText.resx (Chinese) and ContentText.en.resx: words that several public pages share.</summary>
public sealed class ContentText;
