namespace HuaihuaPilotZone.Corridors.Bookings.Sharing;

/// <summary>What is done to shipments that share containers, as the journal has it.</summary>
public static class SharingActs
{
    public const string Registered = "cargo-intent.registered";
    public const string Withdrawn = "cargo-intent.withdrawn";
    public const string Proposed = "shared-container.proposed";
    public const string Agreed = "shared-container.agreed";
    public const string Declined = "shared-container.declined";
    public const string Booked = "shared-container.booked";
    public const string Failed = "shared-container.failed";

    /// <summary>What people read; other acts as they are.</summary>
    public static string Word(string act) => act switch
    {
        Registered => "登记拼箱货",
        Withdrawn => "撤回拼箱货",
        Proposed => "提出拼箱方案",
        Agreed => "同意拼箱",
        Declined => "不同意拼箱",
        Booked => "拼成订舱",
        Failed => "没有拼成",
        _ => act,
    };
}
