using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Web.Shared.Declarations;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>An option of a code list.</summary>
public sealed record CodeOption(string Code, string Name);

/// <summary>One field of a document as the form draws it.</summary>
/// <param name="Field">The table's row.</param>
/// <param name="Path">JSON Pointer.</param>
/// <param name="Value">As typed.</param>
/// <param name="Messages">What the check and the reviewer say of it.</param>
/// <param name="Origin">Where the pre-filled value came from, while it still stands.</param>
/// <param name="Options">Offered codes; null for free text.</param>
public sealed record FieldView(
    Field Field, string Path, string Name, string Id, string Label, string? Value, bool IsRequired,
    IReadOnlyList<FieldMessage> Messages, string? Origin, IReadOnlyList<CodeOption>? Options)
{
    public bool IsBad => Messages.Any(m => m.Severity == Severity.MustFix);

    public bool IsNumber => Field.Kind is FieldKind.Number or FieldKind.WholeNumber;

    /// <summary>Few enough options for a select; longer lists are offered while typing.</summary>
    public bool IsSelect => Options is { Count: <= 40 } && !Field.IsOfLine && Field.CodeList is not (CodeList.CustomsOffices or CodeList.DomesticPorts);

    /// <summary>The table that codes are offered from while typing; null for fields without codes.</summary>
    public CodeTableId? SuggestFrom => Field.Kind == FieldKind.HsCode ? CodeTableId.Tariff : Enum.TryParse<CodeTableId>(Field.CodeList.ToString(), out var table) ? table : null;

    public string MessageText => string.Join("；", Messages.Select(m => m.Message).Distinct(StringComparer.Ordinal));

    /// <summary>Width in the form's twelve columns, so that rows come out full: a party's name shares one with its code in a list, with its two codes in a declaration.</summary>
    public string Width => Field.Kind switch
    {
        FieldKind.Text when Field.MaxLength > 250 => "c12",
        FieldKind.Text when Field is HeaderField { Section: FormSection.Parties } => "c8",
        FieldKind.Text when Field is DocumentField { Section: FormSection.Parties, Collection: null } => "c4",
        FieldKind.Text => "c6",
        FieldKind.Party => "c4",
        _ => "c3",
    };
}

/// <summary>A sentence at a field.</summary>
public sealed record FieldMessage(Severity Severity, string Message, string RuleId)
{
    public static FieldMessage Of(Finding finding) => new(finding.Severity, finding.Title, finding.RuleId);
}

/// <summary>A part of the form.</summary>
public sealed record SectionView(string Id, string Title, IReadOnlyList<FieldView> Fields)
{
    public bool HasMustFix => Fields.Any(f => f.IsBad);
}

/// <summary>A collection of lines as the form draws it.</summary>
/// <param name="Empty">A line without values, from which new ones are made.</param>
public sealed record GridView(LineGroup Collection, IReadOnlyList<IReadOnlyList<FieldView>> Lines, IReadOnlyList<FieldView> Empty)
{
    /// <summary>Name of the collection in the names of inputs.</summary>
    public string Prefix => char.ToUpperInvariant(Collection.Name[0]) + Collection.Name[1..];

    public bool IsGoods => Collection.Name == "goods";

    public int MostLines => Collection.MaxLines ?? DraftLimits.MostLines;
}

/// <summary>Makes field views of a document with its check.</summary>
/// <param name="isOrder">Whether the list is one that has nothing but its order.</param>
internal sealed class FieldViews(
    CustomsDocument document, CustomsTables tables, DateOnly date, ILookup<string, FieldMessage> messages,
    IReadOnlyDictionary<string, PrefilledValue> origins, bool isOrder = false)
{
    private static readonly ILookup<string, FieldMessage> _silence = Array.Empty<FieldMessage>().ToLookup(_ => "");

    private readonly Dictionary<CodeList, IReadOnlyList<CodeOption>> _options = [];

    public IReadOnlyList<SectionView> Sections() =>
        [.. (isOrder ? OrderPart.Header : document.UsedHeader).GroupBy(f => f.Section).Select(g => new SectionView($"sec-{g.Key}".ToLowerInvariant(), document.Schema.SectionTitle(g.Key), [.. g.Select(f => Of(f, 0, document[f], messages))]))];

    public IReadOnlyList<GridView> Grids() =>
        [.. document.Schema.Collections.Select(Grid)];

    /// <summary>Code lists that lines and long header fields offer while typing.</summary>
    public IReadOnlyList<(CodeList List, IReadOnlyList<CodeOption> Options)> Suggestions() =>
        [.. document.Schema.Header.Concat(document.Schema.Collections.SelectMany(c => c.Fields)).Select(f => f.CodeList).Where(l => l != CodeList.None).Distinct().Select(l => (l, Options(l)!))];

    private GridView Grid(LineSchema collection)
    {
        var (group, lines) = (collection.Collection, document.Lines(collection.Collection));
        var columns = isOrder ? OrderPart.Goods : document.UsedFields(collection);
        return new GridView(group, [.. lines.Select((line, i) => (IReadOnlyList<FieldView>)[.. columns.Select(f => Of(f, i, line[f], messages))])], [.. columns.Select(f => Of(f, 0, null, _silence))]);
    }

    private FieldView Of(Field field, int line, string? value, ILookup<string, FieldMessage> said)
    {
        var path = field.PathAt(line);
        var origin = origins.TryGetValue(path, out var o) && o.Stands(value) ? o.Origin : null;
        return new FieldView(
            field, path, FieldNames.Name(field, line), FieldNames.Id(field, line), field.LabelFor(document.TradeMode), value, isOrder ? OrderPart.IsRequired(field) : field.IsRequired(document.TradeMode),
            [.. said[path]], origin, Options(field.CodeList));
    }

    private IReadOnlyList<CodeOption>? Options(CodeList list)
    {
        if (list == CodeList.None) return null;
        if (!_options.TryGetValue(list, out var options)) _options[list] = options = [.. tables.Rows(list, date).Where(r => IsOffered(list, r)).Select(r => new CodeOption(r.Code, r.Name))];
        return options;
    }

    /// <summary>What an export of this kind can sensibly choose; anything else may still be typed.</summary>
    private bool IsOffered(CodeList list, CodeRow row) => (list, row) switch
    {
        (CodeList.SupervisionModes, _) => document.Schema.Scope == DocumentScope.List ? ModeChooser.OpenModes([.. tables.SpecialAreas.Where(a => a.HoldsOn(date))]).Contains(row.Code) && ModeChooser.Allows(DocumentKind.List, row.Code) : ModeChooser.DeclarationModes.Contains(row.Code),
        (CodeList.TransportModes, TransportMode mode) => mode.CrossesBorder || document.Schema.Scope == DocumentScope.Declaration,
        (CodeList.Ports, Port port) => port.CountryCode != "CHN" && !port.Code.EndsWith("000", StringComparison.Ordinal),
        _ => true,
    };
}
