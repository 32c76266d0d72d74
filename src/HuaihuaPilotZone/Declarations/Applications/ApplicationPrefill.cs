using System.Globalization;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Declarations;

/// <summary>
/// Fills an application from the documents that it refers to. A field of the head that the sources have under the same name is taken over
/// where they all agree; what belongs to another journey is left to be typed.
/// </summary>
internal static class ApplicationPrefill
{
    private const string Usual = "默认值";
    private const string Sum = "各清单毛重之和";
    private const string FromReceipt = "取自海关回执";
    private const string ListNumber = "invtNo";

    // the goods come back by another vehicle than they left with
    private static readonly Field[] _ofAnotherJourney =
    [
        ReturnApplication.TrafName, ReturnApplication.VoyageNo, ReturnApplication.BillNo, ReturnApplication.Note, ReturnApplication.LoctNo,
        ReturnDeclaration.TradeMode, ReturnDeclaration.RelatedDeclaration, ReturnDeclaration.CutMode, ReturnDeclaration.PortCode, ReturnDeclaration.IeDate, ReturnDeclaration.PromiseItems,
        ReturnDeclaration.TrafMode, ReturnDeclaration.TrafName, ReturnDeclaration.VoyageNo, ReturnDeclaration.BillNo, ReturnDeclaration.GoodsPlace,
        ReturnDeclaration.PackNo, ReturnDeclaration.GrossWeight, ReturnDeclaration.NetWeight,
    ];

    private static readonly (Field Field, string Value)[] _usual =
    [
        (ReturnApplication.TradeMode, "9661"), (ReturnDeclaration.TradeMode, ReturnDeclaration.Mode), (AggregationApplication.SummaryFlag, "1"), (AggregationApplication.ItemNameFlag, "1"),
    ];

    public static PrefilledDocument Fill(DocumentSchema schema, IReadOnlyList<SourceDocument> sources)
    {
        var origins = new Dictionary<string, PrefilledValue>(StringComparer.Ordinal);
        var document = new CustomsDocument(schema);
        if (sources is [{ Document.TradeMode: ModeChooser.Bonded }]) Put(ReturnApplication.TradeMode, "1261", Usual);
        foreach (var (field, value) in _usual.Where(u => schema.Header.Contains(u.Field))) Put(field, value, Usual);
        foreach (var field in schema.Header.Where(f => !_ofAnotherJourney.Contains(f))) Put(field, Agreed(sources, field.Name), Origin(sources));
        Put(AggregationApplication.DeclAgentCode, Agreed(sources, HeaderFields.AgentCode.Name), Origin(sources));
        Put(AggregationApplication.DeclAgentName, Agreed(sources, HeaderFields.AgentName.Name), Origin(sources));
        // the buyer sends the goods back, from where they went to
        Put(ReturnDeclaration.OverseasName, Agreed(sources, DeclarationFields.OverseasName.Name), Origin(sources));
        Put(ReturnDeclaration.DespatchPort, Agreed(sources, DeclarationFields.DestinationPort.Name), Origin(sources));
        Put(TotalsSheet.GrossWeight, GrossWeight(sources), Sum, replace: true);
        foreach (var field in schema.Header.Where(f => f.Name == ListNumber)) Put(field, sources is [{ InvtNo: { } number }] ? number : null, FromReceipt);
        return new PrefilledDocument(schema.Collections is [var lines, ..] ? document.With(lines.Collection, [.. Lines(schema, lines, sources)]) : document, origins);

        void Put(Field field, string? value, string origin, bool replace = false)
        {
            if (!schema.Header.Contains(field) || string.IsNullOrWhiteSpace(value) || field.Name == "note") return;
            if (!replace && origins.ContainsKey(field.PathAt())) return;
            origins[field.PathAt()] = new PrefilledValue(value, origin);
            document = document.With(field, value);
        }
    }

    private static string Origin(IReadOnlyList<SourceDocument> sources) => sources.Count == 1 ? $"取自 {sources[0].Number}" : $"取自所选的 {sources.Count} 份清单";

    private static string? Agreed(IReadOnlyList<SourceDocument> sources, string name)
    {
        var values = sources.Select(s => s.Document.Schema.FindHeader(name) is { } field ? s.Document[field]?.Trim() : null).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return values is [var one] ? one : null;
    }

    private static string? GrossWeight(IReadOnlyList<SourceDocument> sources)
    {
        var weights = sources.Select(s => s.Document.Schema == DocumentSchemas.ExportList ? TypedValue.Decimal(s.Document[HeaderFields.GrossWeight]) : null).ToList();
        return weights.TrueForAll(w => w is >= 0 and < 1_000_000_000) ? weights.Sum()!.Value.ToString("0.#####", CultureInfo.InvariantCulture) : null;
    }

    private static IEnumerable<DocumentLine> Lines(DocumentSchema schema, LineSchema lines, IReadOnlyList<SourceDocument> sources)
    {
        if (schema.Scope == DocumentScope.Return) return ReturnLines(schema, lines, ReturnApplication.Gnum, sources[0]);
        if (schema.Scope == DocumentScope.ReturnDeclaration)
            return ReturnLines(schema, lines, ReturnDeclaration.SourceLine, sources[0]).Select(ComingHome);
        return sources.Select(source => lines.Fields.Aggregate(new DocumentLine(lines), (line, field) => Told(source, field) is { } value ? line.With(field, value) : line));
    }

    private static string? Told(SourceDocument source, Field field) =>
        field.Name == "note" ? null
        : field.Name == ListNumber && source.InvtNo is { } number ? number
        : source.Document.Schema.FindHeader(field.Name) is { } original ? source.Document[original] : null;

    private static IEnumerable<DocumentLine> ReturnLines(DocumentSchema schema, LineSchema lines, Field sourceLine, SourceDocument source)
    {
        var (filed, quantities) = (source.Document.Schema, schema.Keys.Quantities!);
        for (var number = 1; number <= source.Document.Goods.Count; number++)
        {
            var left = ReturnBalance.Left(source, number);
            if (left is { Quantity: <= 0 }) continue;
            var goods = source.Document.Goods[number - 1];
            var line = new DocumentLine(lines).With(sourceLine, number.ToString(CultureInfo.InvariantCulture));
            foreach (var field in lines.Fields)
            {
                if (field != ReturnApplication.LineNote && filed.FindField(filed.Goods, field.Name) is { } original) line = line.With(field, goods[original]);
            }
            if (left is not null)
            {
                line = line.With(quantities.Quantity, Text(left.Quantity)).With(quantities.Quantity1, Text(left.Quantity1));
                if (line[quantities.Quantity2] is not null) line = line.With(quantities.Quantity2, Text(left.Quantity2));
            }
            yield return line;
        }
    }

    /// <summary>The line of an export read from the other side; what only the declarant knows of the way home is left to be typed.</summary>
    private static DocumentLine ComingHome(DocumentLine line)
    {
        if (TypedValue.Decimal(line[ReturnDeclaration.Qty]) is { } quantity && TypedValue.Decimal(line[ReturnDeclaration.Price]) is { } price)
            line = line.With(ReturnDeclaration.TotalPrice, Text(Math.Round(quantity * price, 2, MidpointRounding.AwayFromZero)));
        return line.With(ReturnDeclaration.Gmodel, ReturnDeclaration.ModelOf(line[ReturnDeclaration.Gmodel])).With(ReturnDeclaration.DestinationCountry, "CHN")
            .With(ReturnDeclaration.District, null).With(ReturnDeclaration.DutyMode, null);
    }

    private static string Text(decimal value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
}
