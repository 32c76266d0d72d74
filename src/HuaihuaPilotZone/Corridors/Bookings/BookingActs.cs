namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>What is done to bookings, as the journal has it.</summary>
public static class BookingActs
{
    public const string Drafted = "booking.drafted";
    public const string Changed = "booking.changed";
    public const string Requested = "booking.requested";
    public const string Queued = "booking.queued";
    public const string Confirmed = "booking.confirmed";
    public const string Promoted = "booking.promoted";
    public const string Refused = "booking.refused";
    public const string Cancelled = "booking.cancelled";
    public const string TakenBack = "booking.taken-back";
    public const string Lapsed = "booking.lapsed";
    public const string DepartureMoved = "booking.departure-moved";
    public const string WaySuspended = "booking.way-suspended";
    public const string WayResumed = "booking.way-resumed";
    public const string WayChanged = "booking.way-changed";
    public const string DeclarationJoined = "booking.declaration-joined";
    public const string DeclarationParted = "booking.declaration-parted";

    /// <summary>What people read; other acts as they are.</summary>
    public static string Word(string act) => act switch
    {
        Drafted => "起草订舱",
        Changed => "修改订舱",
        Requested => "提交订舱",
        Queued => "进入候补",
        Confirmed => "确认订舱",
        Promoted => "候补到舱位",
        Refused => "未接受订舱",
        Cancelled => "取消订舱",
        TakenBack => "园区取消订舱",
        Lapsed => "订舱逾期失效",
        DepartureMoved => "车次有变动",
        WaySuspended => "通道停运",
        WayResumed => "通道恢复开行",
        WayChanged => "所属通道变更",
        DeclarationJoined => "关联预申报",
        DeclarationParted => "解除关联预申报",
        _ => act,
    };
}
