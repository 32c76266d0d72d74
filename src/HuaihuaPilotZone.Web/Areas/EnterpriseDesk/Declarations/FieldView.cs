using HuaihuaPilotZone.Customs.Codes;
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
    public bool IsSelect => Options is { Count: <= 40 } && Field is HeaderField && Field.CodeList != CodeList.CustomsOffices;

    public string MessageText => string.Join("；", Messages.Select(m => m.Message));

    /// <summary>Width in the form's twelve columns, so that rows come out full: a party's code and name share one.</summary>
    public string Width => Field.Kind switch
    {
        FieldKind.Text when Field.MaxLength > 250 => "c12",
        FieldKind.Text when Field is HeaderField { Section: FormSection.Parties } => "c8",
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

/// <summary>Makes field views of a document with its check.</summary>
internal sealed class FieldViews(
    ExportList document, CustomsTables tables, DateOnly date, ILookup<string, FieldMessage> messages,
    IReadOnlyDictionary<string, PrefilledValue> origins)
{
    private readonly Dictionary<CodeList, IReadOnlyList<CodeOption>> _options = [];

    public IReadOnlyList<SectionView> Sections() =>
        [.. FieldMap.Header.GroupBy(f => f.Section).Select(g => new SectionView($"sec-{g.Key}".ToLowerInvariant(), FieldMap.SectionTitle(g.Key), [.. g.Select(Header)]))];

    public IReadOnlyList<IReadOnlyList<FieldView>> Goods() =>
        [.. document.Goods.Select((line, i) => (IReadOnlyList<FieldView>)[.. FieldMap.Goods.Select(f => Of(f, DocumentPath.Of(f, i), f.Read(line)))])];

    /// <summary>Code lists that goods lines and long header fields offer while typing.</summary>
    public IReadOnlyList<(CodeList List, IReadOnlyList<CodeOption> Options)> Suggestions() =>
        [.. FieldMap.Header.Cast<Field>().Concat(FieldMap.Goods).Select(f => f.CodeList).Where(l => l != CodeList.None).Distinct().Select(l => (l, Options(l)!))];

    private FieldView Header(HeaderField field) => Of(field, DocumentPath.Of(field), field.Read(document));

    private FieldView Of(Field field, string path, string? value)
    {
        if (!DocumentPath.TryParse(path, out var place)) throw new ArgumentException($"{path} names no field.", nameof(path));
        var origin = origins.TryGetValue(path, out var o) && o.Value == value ? o.Origin : null;
        return new FieldView(
            field, path, FieldNames.Name(place), FieldNames.Id(place), field.LabelFor(document.TradeMode), value, field.IsRequired(document.TradeMode),
            [.. messages[path]], origin, Options(field.CodeList));
    }

    private IReadOnlyList<CodeOption>? Options(CodeList list)
    {
        if (list == CodeList.None) return null;
        if (!_options.TryGetValue(list, out var options)) _options[list] = options = Read(list);
        return options;
    }

    private IReadOnlyList<CodeOption> Read(CodeList list) => list switch
    {
        CodeList.SupervisionModes => Rows(tables.Modes.Rows.Where(m => FieldMap.ModeOf(m.Code) != ListModes.None)),
        CodeList.TransportModes => Rows(tables.TransportModes.Rows.Where(m => m.CrossesBorder)),
        CodeList.Currencies => Rows(tables.Currencies.Rows),
        CodeList.Countries => Rows(tables.Countries.Rows),
        CodeList.Units => Rows(tables.Units.Rows),
        CodeList.Packaging => Rows(tables.Packaging.Rows),
        CodeList.Ports => Rows(tables.Ports.Rows.Where(p => p.CountryCode != "CHN" && !p.Code.EndsWith("000", StringComparison.Ordinal))),
        CodeList.CustomsOffices => Rows(tables.Offices.On(date)),
        CodeList.StatisticsFlags => [new("A", "汇总统计"), new("B", "汇总申报")],
        CodeList.None => [],
        _ => throw new ArgumentOutOfRangeException(nameof(list), list, null),
    };

    private static IReadOnlyList<CodeOption> Rows(IEnumerable<CodeRow> rows) => [.. rows.Select(r => new CodeOption(r.Code, r.Name))];
}
