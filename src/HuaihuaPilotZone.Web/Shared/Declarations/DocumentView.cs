using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Shared.Declarations;

/// <summary>A value as people read it: codes with their names.</summary>
public sealed record ValueView(string Path, string Label, string Text, bool IsCode, bool IsNumber);

/// <summary>A document for reading: sections of labelled values, and the goods.</summary>
public sealed record DocumentView(string? TradeMode, IReadOnlyList<(string Title, IReadOnlyList<ValueView> Values)> Sections, IReadOnlyList<IReadOnlyList<ValueView>> Goods)
{
    public static DocumentView Of(CheckedDocument check)
    {
        var document = check.Document;
        ValueView View(Field field, string path, string? value) =>
            new(path, field.LabelFor(document.TradeMode), Text(field, value, check.Tables, check.Result.Date), field.Kind is FieldKind.Reference or FieldKind.Party or FieldKind.HsCode, field.Kind is FieldKind.Number or FieldKind.WholeNumber);
        var sections = FieldMap.Header.GroupBy(f => f.Section)
            .Select(g => (FieldMap.SectionTitle(g.Key), (IReadOnlyList<ValueView>)[.. g.Select(f => View(f, DocumentPath.Of(f), f.Read(document)))])).ToList();
        var goods = document.Goods.Select((line, i) => (IReadOnlyList<ValueView>)[.. FieldMap.Goods.Select(f => View(f, DocumentPath.Of(f, i), f.Read(line)))]).ToList();
        return new DocumentView(document.TradeMode, sections, goods);
    }

    private static string Text(Field field, string? value, CustomsTables tables, DateOnly date)
    {
        if (string.IsNullOrWhiteSpace(value)) return "";
        var name = field.CodeList switch
        {
            CodeList.SupervisionModes => tables.Modes.Find(value)?.Name,
            CodeList.TransportModes => tables.TransportModes.Find(value)?.Name,
            CodeList.Currencies => tables.Currencies.Find(value)?.Name,
            CodeList.Countries => tables.Countries.Find(value)?.Name,
            CodeList.Units => tables.Units.Find(value)?.Name,
            CodeList.Packaging => tables.Packaging.Find(value)?.Name,
            CodeList.Ports => tables.Ports.Find(value)?.Name,
            CodeList.CustomsOffices => tables.Offices.Find(value, date)?.Name,
            CodeList.StatisticsFlags => value switch { "A" => "汇总统计", "B" => "汇总申报", _ => null },
            CodeList.None => null,
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.CodeList, null),
        };
        return name is null ? value : $"{value} {name}";
    }
}
