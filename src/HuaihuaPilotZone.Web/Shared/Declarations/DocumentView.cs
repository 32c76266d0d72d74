using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Shared.Declarations;

/// <summary>A value as people read it: codes with their names.</summary>
public sealed record ValueView(string Path, string Label, string Text, bool IsCode, bool IsNumber);

/// <summary>The lines of a collection for reading.</summary>
/// <param name="Columns">The fields in the order of the form.</param>
public sealed record LinesView(LineGroup Collection, IReadOnlyList<Field> Columns, IReadOnlyList<IReadOnlyList<ValueView>> Lines)
{
    /// <summary>The value of a column in a line.</summary>
    public ValueView At(int line, Field column) => Lines[line].First(v => v.Path == column.PathAt(line));
}

/// <summary>A document for reading: sections of labelled values, and its collections of lines.</summary>
public sealed record DocumentView(DocumentSchema Schema, string? TradeMode, IReadOnlyList<(string Title, IReadOnlyList<ValueView> Values)> Sections, IReadOnlyList<LinesView> Collections)
{
    public LinesView Goods => Collections[0];

    public static DocumentView Of(CheckedDocument check)
    {
        var document = check.Document;
        var schema = document.Schema;
        ValueView View(Field field, int line) => new(
            field.PathAt(line), field.LabelFor(document.TradeMode), Text(field, document.At(field, line), check.Tables, check.Result.Date),
            field.Kind is FieldKind.Reference or FieldKind.Party or FieldKind.HsCode, field.Kind is FieldKind.Number or FieldKind.WholeNumber);
        var sections = document.UsedHeader.GroupBy(f => f.Section).Select(g => (schema.SectionTitle(g.Key), (IReadOnlyList<ValueView>)[.. g.Select(f => View(f, 0))])).ToList();
        var collections = schema.Collections.Select(c =>
        {
            var columns = document.UsedFields(c);
            return new LinesView(c.Collection, columns, [.. document.Lines(c.Collection).Select((_, i) => (IReadOnlyList<ValueView>)[.. columns.Select(f => View(f, i))])]);
        }).ToList();
        return new DocumentView(schema, document.TradeMode, sections, collections);
    }

    private static string Text(Field field, string? value, CustomsTables tables, DateOnly date)
    {
        if (string.IsNullOrWhiteSpace(value)) return "";
        return tables.Find(field.CodeList, value, date) is { } row ? $"{value} {row.Name}" : value;
    }
}
