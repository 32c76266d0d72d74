namespace HuaihuaPilotZone.Web.Public.Developers;

/// <summary>Marks the words of the page about the interface and of its description for programs.</summary>
public sealed class DevelopersText;
