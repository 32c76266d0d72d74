using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// Between the new codes of documents and the old customs numbers (JGS-20) of CEB messages (facts A1.12). The way back is not always
/// unique: 399, 499, 599 and 699 stand for several countries, and most ports have the number of their country.
/// </summary>
internal static class OldCodes
{
    /// <summary>The old number of a new code; null when there is none.</summary>
    public static string? Of(CustomsTables tables, CodeList list, string code) => list switch
    {
        CodeList.SupervisionModes => FieldMap.ModeOf(code) == ListModes.None ? null : code,
        CodeList.CustomsOffices => code.Length == 4 && !code.AsSpan().ContainsAnyExceptInRange('0', '9') ? code : null,
        CodeList.StatisticsFlags => code is "A" or "B" ? code : null,
        _ => Find(tables, list, code)?.OldCode,
    };

    /// <summary>Whether old and new codes of a list differ at all.</summary>
    public static bool Differ(CodeList list) => list is not (CodeList.None or CodeList.SupervisionModes or CodeList.CustomsOffices or CodeList.StatisticsFlags);

    /// <summary>The row of a new code, or null.</summary>
    public static CodeRow? Find(CustomsTables tables, CodeList list, string code) => list switch
    {
        CodeList.TransportModes => tables.TransportModes.Find(code),
        CodeList.Currencies => tables.Currencies.Find(code),
        CodeList.Countries => tables.Countries.Find(code),
        CodeList.Units => tables.Units.Find(code),
        CodeList.Packaging => tables.Packaging.Find(code),
        CodeList.Ports => tables.Ports.Find(code),
        _ => null,
    };

    /// <summary>The rows that share an old number.</summary>
    public static IReadOnlyList<CodeRow> FindOld(CustomsTables tables, CodeList list, string oldCode) => list switch
    {
        CodeList.TransportModes => tables.TransportModes.FindByOldCode(oldCode),
        CodeList.Currencies => tables.Currencies.FindByOldCode(oldCode),
        CodeList.Countries => tables.Countries.FindByOldCode(oldCode),
        CodeList.Units => tables.Units.FindByOldCode(oldCode),
        CodeList.Packaging => tables.Packaging.FindByOldCode(oldCode),
        CodeList.Ports => tables.Ports.FindByOldCode(oldCode),
        _ => [],
    };
}
