using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Shared.Declarations;

/// <summary>What the panel beside a document shows of its check.</summary>
/// <param name="Result">All findings.</param>
/// <param name="TablesVersion">Which tables were used.</param>
/// <param name="TradeMode">For the labels of fields.</param>
/// <param name="Fixes">Proposals that were adopted and still stand, the latest first.</param>
/// <param name="IsEditable">Whether proposals can be adopted here.</param>
public sealed record PreCheckPanel(PreCheckResult Result, string TablesVersion, string? TradeMode, IReadOnlyList<AppliedFix> Fixes, bool IsEditable)
{
    public static PreCheckPanel Of(CheckedDocument check, IReadOnlyList<AppliedFix> fixes, bool isEditable) => new(
        check.Result, check.Tables.TablesVersion, check.Document.TradeMode,
        [.. fixes.Where(f => f.UndoneAt is null && DocumentPath.Get(check.Document, f.Path) == f.NewValue)], isEditable);

    public string Label(string path) => FieldMap.Label(path, TradeMode);

    /// <summary>Where the link of a finding leads: the id of the field, or of the section.</summary>
    public static string Anchor(string path) => !DocumentPath.TryParse(path, out var place) ? "document"
        : place.Field is null ? "goods"
        : FieldNames.Id(place);
}

/// <summary>Names and ids of the document's fields in forms.</summary>
public static class FieldNames
{
    /// <summary>TradeMode, Goods[0].Gcode.</summary>
    public static string Name(DocumentPath place) => place.Line is { } line
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Goods[{line}].{Pascal(place.Field!)}")
        : Pascal(place.Field!);

    /// <summary>TradeMode, Goods_0__Gcode.</summary>
    public static string Id(DocumentPath place) => Name(place).Replace('[', '_').Replace(']', '_').Replace('.', '_');

    /// <summary>The name of a JSON Pointer's field, or null when it names none.</summary>
    public static string? NameOf(string path) => DocumentPath.TryParse(path, out var place) && place.Field is not null ? Name(place) : null;

    private static string Pascal(Field field) => char.ToUpperInvariant(field.Name[0]) + field.Name[1..];
}
