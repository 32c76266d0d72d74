namespace HuaihuaPilotZone.Web.Public.Codes;

/// <summary>Marks the words of the pages about codes.</summary>
public sealed class CodesText;
