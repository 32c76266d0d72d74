namespace HuaihuaPilotZone.Tracking;

/// <summary>A code of DCSA Track and Trace.</summary>
public sealed record EventCode(EventKind Kind, string Code, string Word, string English);

/// <summary>The codes that are taken: those of the facts (mission.md, section D, source P35), and what they are called.</summary>
public static class EventCodes
{
    public const string Arrival = "ARRI";
    public const string Departure = "DEPA";
    public const string GateIn = "GTIN";
    public const string GateOut = "GTOT";

    public static IReadOnlyList<EventCode> All { get; } =
    [
        new(EventKind.Transport, Arrival, "到达", "Arrival"),
        new(EventKind.Transport, Departure, "离开", "Departure"),
        new(EventKind.Equipment, "LOAD", "装上运输工具", "Loaded"),
        new(EventKind.Equipment, "DISC", "卸下运输工具", "Discharged"),
        new(EventKind.Equipment, GateIn, "进场", "Gate in"),
        new(EventKind.Equipment, GateOut, "出场", "Gate out"),
        new(EventKind.Equipment, "STUF", "装箱", "Stuffed"),
        new(EventKind.Equipment, "STRP", "拆箱", "Stripped"),
        new(EventKind.Equipment, "PICK", "提箱", "Picked up"),
        new(EventKind.Equipment, "DROP", "还箱", "Dropped off"),
        new(EventKind.Equipment, "INSP", "查验", "Inspected"),
        new(EventKind.Equipment, "RSEA", "重新施封", "Resealed"),
        new(EventKind.Equipment, "RMVD", "移除", "Removed"),
        new(EventKind.Shipment, "RECE", "已收到", "Received"),
        new(EventKind.Shipment, "DRFT", "草稿", "Drafted"),
        new(EventKind.Shipment, "PENA", "待批准", "Pending approval"),
        new(EventKind.Shipment, "PENU", "待补充", "Pending update"),
        new(EventKind.Shipment, "PENC", "待确认", "Pending confirmation"),
        new(EventKind.Shipment, "CONF", "已确认", "Confirmed"),
        new(EventKind.Shipment, "REJE", "已拒绝", "Rejected"),
        new(EventKind.Shipment, "APPR", "已批准", "Approved"),
        new(EventKind.Shipment, "ISSU", "已签发", "Issued"),
        new(EventKind.Shipment, "SURR", "已交单", "Surrendered"),
        new(EventKind.Shipment, "SUBM", "已提交", "Submitted"),
        new(EventKind.Shipment, "VOID", "已作废", "Void"),
        new(EventKind.Shipment, "REQS", "已请求", "Requested"),
        new(EventKind.Shipment, "CMPL", "已完成", "Completed"),
        new(EventKind.Shipment, "HOLD", "暂扣", "On hold"),
        new(EventKind.Shipment, "RELS", "放行", "Released"),
        new(EventKind.Shipment, "CANC", "已取消", "Cancelled"),
    ];

    public static EventCode? Find(EventKind kind, string code) => All.FirstOrDefault(c => c.Kind == kind && c.Code == code);

    /// <summary>What people read of a code; the code itself where it is not known.</summary>
    public static string Word(EventKind kind, string code) => Find(kind, code)?.Word ?? code;
}

public static class EventWords
{
    public static string Word(this EventKind kind) => kind switch
    {
        EventKind.Transport => "运输",
        EventKind.Equipment => "箱货",
        EventKind.Shipment => "单证",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Word(this EventClassifier classifier) => classifier switch
    {
        EventClassifier.Planned => "计划",
        EventClassifier.Estimated => "预计",
        EventClassifier.Actual => "实际",
        _ => throw new ArgumentOutOfRangeException(nameof(classifier), classifier, null),
    };

    public static string Word(this EventSource source) => source switch
    {
        EventSource.Interface => "接口",
        EventSource.File => "文件",
        EventSource.Simulation => "演示模拟",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };

    public static string Word(this TransportMode mode) => mode switch
    {
        TransportMode.Vessel => "海运",
        TransportMode.Rail => "铁路",
        TransportMode.Truck => "公路",
        TransportMode.Barge => "内河",
        TransportMode.Air => "航空",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };
}
