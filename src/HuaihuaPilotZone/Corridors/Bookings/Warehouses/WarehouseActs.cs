namespace HuaihuaPilotZone.Corridors.Bookings.Warehouses;

/// <summary>What is done to warehouses and what stands in them, as the journal has it.</summary>
public static class WarehouseActs
{
    public const string Added = "warehouse.added";
    public const string Changed = "warehouse.changed";
    public const string Booked = "inbound.booked";
    public const string Arrived = "inbound.arrived";
    public const string Cancelled = "inbound.cancelled";

    /// <summary>What people read; other acts as they are.</summary>
    public static string Word(string act) => act switch
    {
        Added => "登记仓库",
        Changed => "修改仓库资料",
        Booked => "预约入仓",
        Arrived => "登记入仓",
        Cancelled => "取消入仓预约",
        _ => act,
    };
}
