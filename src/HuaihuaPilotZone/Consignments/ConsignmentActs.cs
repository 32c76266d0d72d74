namespace HuaihuaPilotZone.Consignments;

/// <summary>What is done to consignments, as the journal has it.</summary>
public static class ConsignmentActs
{
    public const string Added = "consignment.added";
    public const string Changed = "consignment.changed";
    public const string Delivered = "consignment.delivered";
    public const string Cancelled = "consignment.cancelled";
    public const string Reopened = "consignment.reopened";
    public const string AlertRaised = "consignment.alert-raised";
    public const string AlertAcknowledged = "consignment.alert-acknowledged";
    public const string AlertClosed = "consignment.alert-closed";
    public const string SensorAnnounced = "consignment.sensor-announced";
    public const string SensorWithdrawn = "consignment.sensor-withdrawn";
    public const string DeclarationJoined = "consignment.declaration-joined";
    public const string DeclarationParted = "consignment.declaration-parted";
    public const string SensorHeard = "consignment.sensor-heard";
    public const string Replanned = "consignment.replanned";
    public const string ReplanAccepted = "consignment.replan-accepted";
    public const string ReplanDeclined = "consignment.replan-declined";

    /// <summary>What people read; other acts as they are.</summary>
    public static string Word(string act) => act switch
    {
        Added => "新建货运单",
        Changed => "修改货运单",
        Delivered => "记为已送达",
        Cancelled => "取消货运单",
        Reopened => "恢复在办",
        AlertRaised => "发出预警",
        AlertAcknowledged => "接手预警",
        AlertClosed => "关闭预警",
        SensorAnnounced => "登记传感器",
        SensorWithdrawn => "撤销传感器登记",
        DeclarationJoined => "关联预申报",
        DeclarationParted => "解除关联预申报",
        SensorHeard => "传感器开始报告",
        Replanned => "提出改线建议",
        ReplanAccepted => "采用改线建议",
        ReplanDeclined => "保持原计划",
        _ => act,
    };
}
