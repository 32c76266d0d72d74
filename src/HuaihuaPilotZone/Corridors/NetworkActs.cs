namespace HuaihuaPilotZone.Corridors;

/// <summary>What is done to the network and its timetable, as the journal has it.</summary>
public static class NetworkActs
{
    public const string NodeAdded = "network.node-added";
    public const string NodeChanged = "network.node-changed";
    public const string LegAdded = "network.leg-added";
    public const string LegChanged = "network.leg-changed";
    public const string ValueRecorded = "network.value-recorded";
    public const string ValueRemoved = "network.value-removed";
    public const string CorridorAdded = "network.corridor-added";
    public const string CorridorChanged = "network.corridor-changed";
    public const string CorridorStands = "network.corridor-stands";
    public const string CorridorStandWithdrawn = "network.corridor-stand-withdrawn";
    public const string NoticeAdded = "network.notice-added";
    public const string NoticeChanged = "network.notice-changed";
    public const string NoticeWithdrawn = "network.notice-withdrawn";
    public const string Imported = "network.imported";
    public const string ServiceAdded = "service.added";
    public const string ServiceChanged = "service.changed";
    public const string ServiceSuspended = "service.suspended";
    public const string ServiceResumed = "service.resumed";
    public const string DepartureChanged = "departure.changed";
    public const string DepartureCancelled = "departure.cancelled";
    public const string DepartureRestored = "departure.restored";

    /// <summary>What people read; other acts as they are.</summary>
    public static string Word(string act) => act switch
    {
        NodeAdded => "登记节点",
        NodeChanged => "修改节点",
        LegAdded => "登记区段",
        LegChanged => "修改区段",
        ValueRecorded => "录入数值",
        ValueRemoved => "删除数值",
        CorridorAdded => "新建通道",
        CorridorChanged => "修改通道",
        CorridorStands => "更新通道状态",
        CorridorStandWithdrawn => "撤销以后的通道状态",
        NoticeAdded => "发布通行提示",
        NoticeChanged => "修改通行提示",
        NoticeWithdrawn => "撤回通行提示",
        Imported => "导入数值",
        ServiceAdded => "新建班次",
        ServiceChanged => "修改班次",
        ServiceSuspended => "停运班次",
        ServiceResumed => "恢复班次",
        DepartureChanged => "调整车次",
        DepartureCancelled => "停开车次",
        DepartureRestored => "恢复车次",
        _ => act,
    };
}
