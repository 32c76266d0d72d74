using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.Codes;

/// <summary>The code tables by the list that a field names.</summary>
public static class CodeLists
{
    // the two kinds of list filing have no table: the message specification itself names them
    private static readonly CodeTable<NamedCode> _statisticsFlags = new([new NamedCode("A", "汇总统计"), new NamedCode("B", "汇总申报")]);

    /// <summary>The row of a code on a day, or null.</summary>
    public static CodeRow? Find(this CustomsTables tables, CodeList list, string? code, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return list == CodeList.CustomsOffices ? tables.Offices.Find(code, date) : TableOf(tables.On(date), list)?.Find(code);
    }

    /// <summary>All rows that hold on a day; none for <see cref="CodeList.None"/>.</summary>
    public static IReadOnlyList<CodeRow> Rows(this CustomsTables tables, CodeList list, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return list == CodeList.CustomsOffices ? tables.Offices.On(date) : TableOf(tables.On(date), list)?.Rows ?? [];
    }

    /// <summary>The undated table of a list, or null.</summary>
    internal static ICodeTable? TableOf(CustomsTables tables, CodeList list) => list switch
    {
        CodeList.SupervisionModes => tables.Modes,
        CodeList.TransportModes => tables.TransportModes,
        CodeList.Currencies => tables.Currencies,
        CodeList.Countries => tables.Countries,
        CodeList.Units => tables.Units,
        CodeList.Packaging => tables.Packaging,
        CodeList.Ports => tables.Ports,
        CodeList.StatisticsFlags => _statisticsFlags,
        CodeList.ContainerTypes => tables.ContainerTypes,
        CodeList.Districts => tables.Districts,
        CodeList.Divisions => tables.Divisions,
        CodeList.DomesticPorts => tables.DomesticPorts,
        _ => PlainTableOf(tables, list),
    };

    private static CodeTable<NamedCode>? PlainTableOf(CustomsTables tables, CodeList list) => list switch
    {
        CodeList.TaxNatures => tables.TaxNatures,
        CodeList.TradeTerms => tables.TradeTerms,
        CodeList.DutyModes => tables.DutyModes,
        CodeList.ControlDocuments => tables.ControlDocuments,
        CodeList.AttachedDocuments => tables.AttachedDocuments,
        CodeList.DeclarationTypes => tables.DeclarationTypes,
        CodeList.EntryTypes => tables.EntryTypes,
        CodeList.FreightMarks => tables.FreightMarks,
        CodeList.ChargeMarks => tables.ChargeMarks,
        CodeList.YesNo => tables.YesNo,
        CodeList.AttachmentFormats => tables.AttachmentFormats,
        _ => null,
    };
}
