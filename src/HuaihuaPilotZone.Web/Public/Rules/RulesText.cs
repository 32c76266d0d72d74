namespace HuaihuaPilotZone.Web.Public.Rules;

/// <summary>Marks the words of the pages about rules.</summary>
public sealed class RulesText;
