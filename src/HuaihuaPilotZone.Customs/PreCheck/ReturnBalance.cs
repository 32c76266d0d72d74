using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>What may still come back of a line: exported minus returned, quantity by quantity (facts A9 X8, also over several returns).</summary>
public static class ReturnBalance
{
    /// <summary>What is left of a line; null when the document has no such line or its quantity is no number.</summary>
    /// <param name="line">gnum, from 1.</param>
    public static ReturnedLine? Left(SourceDocument source, int line)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Document.Schema.Keys.Quantities is not { } fields || line < 1 || line > source.Document.Goods.Count) return null;
        var goods = source.Document.Goods[line - 1];
        if (TypedValue.Decimal(goods[fields.Quantity]) is not { } quantity || TypedValue.Decimal(goods[fields.Quantity1]) is not { } first) return null;
        var taken = source.Returned.Where(r => r.Line == line).ToList();
        return new ReturnedLine(
            line, quantity - taken.Sum(r => r.Quantity), first - taken.Sum(r => r.Quantity1), (TypedValue.Decimal(goods[fields.Quantity2]) ?? 0) - taken.Sum(r => r.Quantity2));
    }

    /// <summary>What a return takes of its source, summed by line; lines whose numbers cannot be read are left out.</summary>
    public static IReadOnlyList<ReturnedLine> Taken(CustomsDocument application)
    {
        ArgumentNullException.ThrowIfNull(application);
        var isDeclared = application.Schema.Scope == DocumentScope.ReturnDeclaration;
        var number = isDeclared ? ReturnDeclaration.SourceLine : ReturnApplication.Gnum;
        var fields = application.Schema.Keys.Quantities!;
        return [.. application.Goods.Select(l => Read(l, number, fields)).OfType<ReturnedLine>().GroupBy(r => r.Line)
            .Select(g => new ReturnedLine(g.Key, g.Sum(r => r.Quantity), g.Sum(r => r.Quantity1), g.Sum(r => r.Quantity2)))];
    }

    private static ReturnedLine? Read(DocumentLine line, Field sourceLine, QuantityFields fields) =>
        TypedValue.Decimal(line[sourceLine]) is { } number && number >= 1 && number <= ReturnApplication.Lines.MaxLines && number == decimal.Truncate(number)
        && TypedValue.Decimal(line[fields.Quantity]) is { } quantity && TypedValue.Decimal(line[fields.Quantity1]) is { } first
            ? new ReturnedLine((int)number, quantity, first, TypedValue.Decimal(line[fields.Quantity2]) ?? 0)
            : null;
}
