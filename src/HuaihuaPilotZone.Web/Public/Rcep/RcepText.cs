namespace HuaihuaPilotZone.Web.Public.Rcep;

/// <summary>Names the resource files RcepText.resx (Chinese) and RcepText.en.resx: the page about RCEP.</summary>
public sealed class RcepText;
