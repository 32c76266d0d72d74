using System.Globalization;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Repairs;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Shared.Declarations;

/// <summary>What the panel beside a document shows of its check.</summary>
/// <param name="Result">All findings.</param>
/// <param name="TablesVersion">Which tables were used.</param>
/// <param name="Schema">What the document consists of.</param>
/// <param name="TradeMode">For the labels of fields.</param>
/// <param name="Fixes">Proposals that were adopted and still stand, the latest first.</param>
/// <param name="Repairs">The fewest changes that resolve what contradicts itself.</param>
/// <param name="IsEditable">Whether proposals can be adopted here.</param>
public sealed record PreCheckPanel(PreCheckResult Result, string TablesVersion, DocumentSchema Schema, string? TradeMode, IReadOnlyList<AppliedFix> Fixes, RepairAnswer Repairs, bool IsEditable)
{
    private const int MostOrigins = 5;

    public static PreCheckPanel Of(CheckedDocument check, IReadOnlyList<AppliedFix> fixes, bool isEditable) => new(
        check.Result, check.Tables.TablesVersion, check.Document.Schema, check.Document.TradeMode,
        [.. fixes.Where(f => f.UndoneAt is null && DocumentPath.TryGet(check.Document, f.Path, out var value) && value == f.NewValue)],
        isEditable ? check.Repairs : RepairAnswer.None, isEditable)
    {
        Origins = OriginsOf(check),
    };

    /// <summary>Agreements that hold for where the goods go: an origin document may be of use there.</summary>
    public IReadOnlyList<OriginMember> Origins { get; init; } = [];

    /// <summary>How many findings have a safe proposal.</summary>
    public int SafeFixes => Result.Findings.Count(f => f.Proposal is not null);

    private static OriginMember[] OriginsOf(CheckedDocument check)
    {
        // goods that come back and applications claim no preference abroad
        if (check.Document.Schema.Scope is not (DocumentScope.List or DocumentScope.Declaration)) return [];
        var roles = check.Document.Schema.Roles;
        return
        [
            .. check.Document.Goods.Select(g => g[roles.Destination]).Prepend(check.Document[roles.Arrival]).Select(c => c?.Trim()).Where(c => !string.IsNullOrEmpty(c)).Distinct(StringComparer.Ordinal)
                .SelectMany(c => OriginMembers.For(check.Tables, c, check.Result.Date)).DistinctBy(m => m.Member.Code).Take(MostOrigins),
        ];
    }

    public string Label(string path) => Schema.Label(path, TradeMode);

    /// <summary>Where the link of a finding leads: the id of the field, or of the section.</summary>
    public string Anchor(string path) => !DocumentPath.TryParse(Schema, path, out var place) ? "document"
        : place.Field is { } field ? FieldNames.Id(field, place.Line ?? 0)
        : place.Collection!.Name;
}

/// <summary>Names and ids of the document's fields in forms.</summary>
public static class FieldNames
{
    /// <summary>TradeMode, Goods[0].Gcode, Containers[0].ContainerId.</summary>
    /// <param name="line">From 0; without meaning for the header.</param>
    public static string Name(Field field, int line) => field.Collection is { } lines
        ? string.Create(CultureInfo.InvariantCulture, $"{Pascal(lines.Name)}[{line}].{Pascal(field.Name)}")
        : Pascal(field.Name);

    /// <summary>TradeMode, Goods_0__Gcode.</summary>
    public static string Id(Field field, int line) => Name(field, line).Replace('[', '_').Replace(']', '_').Replace('.', '_');

    /// <summary>The name of a JSON Pointer's field, or null when it names none.</summary>
    public static string? NameOf(DocumentSchema schema, string path) =>
        DocumentPath.TryParse(schema, path, out var place) && place.Field is { } field ? Name(field, place.Line ?? 0) : null;

    /// <summary>The label of a posted name in whatever kind of document knows it; else the name itself.</summary>
    public static string LabelOf(string name)
    {
        var path = "/" + string.Join('/', name.Split('[', ']', '.').Where(p => p.Length > 0).Select(p => char.ToLowerInvariant(p[0]) + p[1..]));
        return DocumentSchemas.All.Select(s => s.Label(path)).FirstOrDefault(l => l != path) ?? name;
    }

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
