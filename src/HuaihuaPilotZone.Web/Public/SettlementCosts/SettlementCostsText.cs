namespace HuaihuaPilotZone.Web.Public.SettlementCosts;

/// <summary>Names the resource files SettlementCostsText.resx (Chinese) and SettlementCostsText.en.resx: what settling costs.</summary>
public sealed class SettlementCostsText;
