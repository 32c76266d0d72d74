using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Imports.Lists;

/// <summary>A block of goods as it was pasted, cleaned.</summary>
/// <param name="HasHeadings">Whether its first row said what the columns are.</param>
/// <param name="Columns">For each column of the rows its field.</param>
/// <param name="NotRead">Which columns had something in them and no field, as a sentence; null when all were read.</param>
public sealed record PastedGoods(bool HasHeadings, IReadOnlyList<Field> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string? NotRead)
{
    /// <summary>The document with the rows as goods: behind those that are there, or in their place. Empty lines give way.</summary>
    public CustomsDocument AppliedTo(CustomsDocument document, bool replaces)
    {
        ArgumentNullException.ThrowIfNull(document);
        var goods = document.Schema.Goods;
        var lines = replaces ? [] : document.Goods.Where(l => !l.IsEmpty).ToList();
        foreach (var row in Rows)
        {
            var line = new DocumentLine(goods);
            for (var i = 0; i < Columns.Count; i++)
            {
                if (row[i].Length > 0) line = line.With(Columns[i], row[i]);
            }

            lines.Add(line);
        }

        return document.With(goods.Collection, lines);
    }
}

/// <summary>Reads a block that was copied from a spreadsheet into the goods of a document, by the reader that files are read with.</summary>
public sealed class GoodsPaste(CustomsTablesSource tables, ChinaTime time)
{
    /// <summary>More lines no document has.</summary>
    private const int MostRows = 1000;

    private const int MostNamed = 5;

    /// <param name="document">The document that the goods go into; its mode says which columns its lines have.</param>
    /// <param name="firstColumn">Column of the goods, from 0, that the first column of the block is, where the block has no headings.</param>
    public async Task<Outcome<PastedGoods>> ReadAsync(CustomsDocument document, string? block, int firstColumn, CancellationToken cancellation)
    {
        var snapshot = await tables.ReadAsync(cancellation);
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(block ?? ""));
        try
        {
            var rows = SheetReader.Read(text, SheetFormat.Tsv, new SheetLimits(Rows: MostRows)).Where(r => !r.IsBlank).ToList();
            if (rows.Count == 0) return Outcome.Refused("Block", "没有可以粘贴的内容。");
            var (targets, hasHeadings) = TargetsOf(document, rows, firstColumn);
            (int Place, Field Field)[] used = [.. targets.Select((f, i) => (Place: i, Field: f)).Where(t => t.Field is not null).Select(t => (t.Place, t.Field!))];
            if (used.Length == 0) return Outcome.Refused("Block", "列数超过商品的列数，没有粘贴。");
            return new PastedGoods(
                hasHeadings, [.. used.Select(u => u.Field)],
                [.. rows.Skip(hasHeadings ? 1 : 0).Select(r => (IReadOnlyList<string>)[.. used.Select(u => TypedCell.Read(u.Field, r[u.Place], snapshot, time.Today))])],
                NotReadOf(rows, targets, hasHeadings));
        }
        catch (UnreadableSheetException e)
        {
            return Outcome.Refused("Block", e.Message);
        }
    }

    private static string? NotReadOf(List<SheetRow> rows, IReadOnlyList<Field?> targets, bool hasHeadings)
    {
        int[] left = [.. Enumerable.Range(0, targets.Count).Where(i => targets[i] is null && rows.Skip(hasHeadings ? 1 : 0).Any(r => r[i].Length > 0))];
        if (left.Length == 0) return null;
        if (!hasHeadings) return string.Create(CultureInfo.InvariantCulture, $"右边 {left.Length} 列超出商品的列数，没有读取。");
        var named = string.Concat(left.Select(i => rows[0][i]).Where(h => h.Length > 0).Take(MostNamed).Select(h => $"“{h}”"));
        return string.Create(CultureInfo.InvariantCulture, $"{left.Length} 列没有对应的字段，没有读取{(named.Length == 0 ? "" : $"：{named}{(left.Length > MostNamed ? "等" : "")}")}。");
    }

    private static (IReadOnlyList<Field?> Targets, bool HasHeadings) TargetsOf(CustomsDocument document, List<SheetRow> rows, int firstColumn)
    {
        var schema = document.Schema;
        var fields = document.UsedFields(schema.Goods);
        var columns = fields.Select(f => new TargetColumn(f.Name, f.Label, schema.Scope == DocumentScope.List ? ListColumns.SynonymsOf(f) : [], IsRequired: false)).ToList();
        // one word that happens to be a heading is no row of headings
        if (rows.Count > 1 && ColumnMatcher.Match([rows[0]], columns, new Dictionary<string, string>()) is { } match && match.Targets.Count(t => t is not null) is var named && named >= 2 && named * 2 >= rows[0].Cells.Count(c => c.Length > 0))
            return ([.. match.Targets.Select(t => t is null ? null : fields.First(f => f.Name == t))], true);
        var widest = rows.Max(r => r.Cells.Count);
        return ([.. Enumerable.Range(0, widest).Select(i => firstColumn + i is >= 0 and var place && place < fields.Count ? fields[place] : null)], false);
    }
}
