namespace HuaihuaPilotZone.FilingReceipts;

/// <summary>Acts on receipts.</summary>
public static class FilingReceiptActs
{
    public const string Issued = "receipt.issued";

    public static string Word(string act) => act switch
    {
        Issued => "出具回执",
        _ => act,
    };
}
