namespace HuaihuaPilotZone.Web.Public.Corridors;

/// <summary>Names the resource files CorridorText.resx (Chinese) and CorridorText.en.resx: the corridors and the dry port.</summary>
public sealed class CorridorText;
