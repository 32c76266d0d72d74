namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>Quantities of a line with their units: traded, first and second statutory.</summary>
public sealed record QuantityFields(Field Quantity, Field Unit, Field Quantity1, Field Unit1, Field Quantity2, Field Unit2);

/// <summary>
/// What documents of every kind are found, named and checked by, as far as a kind has it. Lists and declarations have
/// <see cref="DocumentRoles"/> besides, which applications do not fill.
/// </summary>
public sealed record DocumentKeys
{
    /// <summary>监管方式; null where none is given.</summary>
    public Field? TradeMode { get; init; }

    /// <summary>Day of the export, where the document says it.</summary>
    public Field? ExportDate { get; init; }

    /// <summary>What people find a document by: order, contract or list number.</summary>
    public Field? Order { get; init; }

    /// <summary>运单编号, 提运单号.</summary>
    public Field? Waybill { get; init; }

    /// <summary>运抵国, 启运国.</summary>
    public Field? Arrival { get; init; }

    /// <summary>商品名称 of a line.</summary>
    public Field? GoodsName { get; init; }

    /// <summary>Currency and total of a line; null where nothing is valued.</summary>
    public (Field Currency, Field Total)? Value { get; init; }

    /// <summary>Fields that hold a customs office; the office of the declaration comes first.</summary>
    public IReadOnlyList<Field> Offices { get; init; } = [];

    /// <summary>Codes and names of the parties, in the order of the form.</summary>
    public IReadOnlyList<(Field Code, Field Name)> Parties { get; init; } = [];

    /// <summary>Quantities of a line; null where there are none.</summary>
    public QuantityFields? Quantities { get; init; }

    internal static DocumentKeys Of(DocumentRoles roles) => new()
    {
        TradeMode = roles.TradeMode,
        ExportDate = roles.ExportDate,
        Order = roles.Order,
        Waybill = roles.Waybill,
        Arrival = roles.Arrival,
        GoodsName = roles.GoodsName,
        Value = (roles.Currency, roles.Total),
        Offices = [roles.DeclarationOffice, roles.ExitOffice],
        Parties = roles.Parties,
        Quantities = new QuantityFields(roles.Quantity, roles.Unit, roles.Quantity1, roles.Unit1, roles.Quantity2, roles.Unit2),
    };
}
