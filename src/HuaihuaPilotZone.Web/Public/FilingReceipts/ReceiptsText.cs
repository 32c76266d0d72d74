namespace HuaihuaPilotZone.Web.Public.FilingReceipts;

/// <summary>Names the resource files ReceiptsText.resx (Chinese) and ReceiptsText.en.resx: checking receipts.</summary>
public sealed class ReceiptsText;
