namespace HuaihuaPilotZone.Yard;

/// <summary>What is done at the gate, in the yard and about inspections, as the journal has it.</summary>
public static class YardActs
{
    public const string GatedIn = "yard.in";
    public const string GatedOut = "yard.out";
    public const string TakenBack = "yard.taken-back";
    public const string GateExported = "yard.gate-exported";
    public const string Placed = "yard.placed";
    public const string PositionsAdded = "yard.positions-added";
    public const string PositionClosed = "yard.position-closed";
    public const string PositionOpened = "yard.position-opened";
    public const string PatternAdded = "inspection.pattern-added";
    public const string PatternRemoved = "inspection.pattern-removed";
    public const string SlotsMade = "inspection.slots-made";
    public const string SlotChanged = "inspection.slot-changed";
    public const string Booked = "inspection.booked";
    public const string Arrived = "inspection.arrived";
    public const string Done = "inspection.done";
    public const string NoShow = "inspection.no-show";
    public const string Cancelled = "inspection.cancelled";

    /// <summary>What people read; other acts as they are.</summary>
    public static string Word(string act) => act switch
    {
        GatedIn => "登记进场",
        GatedOut => "登记出场",
        TakenBack => "撤销进出场记录",
        GateExported => "导出进出场记录",
        Placed => "移位",
        PositionsAdded => "登记箱位",
        PositionClosed => "停用箱位",
        PositionOpened => "恢复箱位",
        PatternAdded => "增加每周时段",
        PatternRemoved => "删除每周时段",
        SlotsMade => "生成时段",
        SlotChanged => "修改时段",
        Booked => "预约查验",
        Arrived => "登记到场",
        Done => "查验结束",
        NoShow => "记为未到",
        Cancelled => "取消预约",
        _ => act,
    };
}
