namespace HuaihuaPilotZone.Parks;

/// <summary>What is done to parks, units and leases, as the journal has it.</summary>
public static class ParkActs
{
    public const string ParkAdded = "park.added";
    public const string ParkChanged = "park.changed";
    public const string BuildingAdded = "park.building-added";
    public const string FigureAdded = "park.figure-added";
    public const string FigureRemoved = "park.figure-removed";
    public const string AreaAdded = "area.added";
    public const string AreaChanged = "area.changed";
    public const string AreaClosed = "area.closed";
    public const string AreaOpened = "area.opened";
    public const string UnitAdded = "unit.added";
    public const string UnitChanged = "unit.changed";
    public const string UnitLet = "unit.let";
    public const string LeaseEnded = "unit.lease-ended";
    public const string LeaseTakenBack = "unit.lease-taken-back";
    public const string TicketReported = "ticket.reported";
    public const string TicketAccepted = "ticket.accepted";
    public const string TicketRefused = "ticket.refused";
    public const string TicketDone = "ticket.done";
    public const string TicketClosed = "ticket.closed";
    public const string TicketReopened = "ticket.reopened";

    /// <summary>What people read; other acts as they are.</summary>
    public static string Word(string act) => act switch
    {
        ParkAdded => "新建园区",
        ParkChanged => "修改园区资料",
        BuildingAdded => "登记楼栋",
        FigureAdded => "录入数据",
        FigureRemoved => "删除数据",
        AreaAdded => "登记片区",
        AreaChanged => "修改片区",
        AreaClosed => "停用片区",
        AreaOpened => "恢复片区",
        UnitAdded => "登记单元",
        UnitChanged => "修改单元",
        UnitLet => "登记租约",
        LeaseEnded => "改定租约终止日",
        LeaseTakenBack => "撤销租约",
        TicketReported => "报修",
        TicketAccepted => "受理报修",
        TicketRefused => "不予受理",
        TicketDone => "报告修好",
        TicketClosed => "确认办结",
        TicketReopened => "没有修好，退回处理",
        _ => act,
    };
}
