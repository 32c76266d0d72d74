using System.Globalization;
using System.Text.Json;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Examples;

/// <summary>
/// A document of every kind without any fault, from which examples are broken. All values are invented: division code 431299 is not allocated, and
/// office 4999 and the ten-digit codes are those of <see cref="SampleWorld"/> only.
/// </summary>
public static class SampleDocuments
{
    /// <summary>The modes of lists: 9610, 9710, 9810.</summary>
    public static IReadOnlyList<string> ListModes { get; } = ["9610", "9710", "9810"];

    /// <summary>The modes of declarations: 0110, 9710, 9810.</summary>
    public static IReadOnlyList<string> DeclarationModes { get; } = ["0110", "9710", "9810"];

    private static readonly JsonElement _samples = Read();

    /// <summary>A list of suitcases and tea, by turns.</summary>
    /// <param name="mode">One of <see cref="ListModes"/>.</param>
    public static CustomsDocument List(string mode, int lines = 2)
    {
        var document = Of(DocumentSchemas.ExportList, "list").With(HeaderFields.TradeMode, mode);
        var goods = document.Goods;
        document = document.With(GoodsFields.Lines, [.. Enumerable.Range(0, lines).Select(i => goods[i % 2].With(GoodsFields.ItemNo, Text($"{goods[i % 2][GoodsFields.ItemNo]![..3]}{i + 1:D4}")))]);
        return Weigh(document, lines).With(HeaderFields.OrderGoodsValue, Text($"{document.Goods.Sum(g => TypedValue.Decimal(g[GoodsFields.TotalPrice]))}"));
    }

    /// <summary>A declaration of suitcases and tea, by turns.</summary>
    /// <param name="mode">One of <see cref="DeclarationModes"/>.</param>
    public static CustomsDocument Declaration(string mode, int lines = 2)
    {
        var document = Of(DocumentSchemas.CustomsDeclaration, "declaration").With(DeclarationFields.TradeMode, mode);
        var goods = document.Goods;
        document = Weigh(document.With(DeclarationGoods.Lines, [.. Enumerable.Range(0, lines).Select(i => goods[i % 2])]), lines);
        if (mode == DeclarationModes[0]) document = document.With(DeclarationFields.Note, null);
        return mode == DeclarationModes[2] ? document.With(DeclarationFields.BusinessItems, "00100") : document;
    }

    /// <summary>An application of a kind, made from one or two retail lists, or everything that left with a declaration coming back.</summary>
    public static CustomsDocument Application(DocumentScope scope)
    {
        var schema = DocumentSchemas.Of(scope);
        return Of(schema, scope == DocumentScope.ReturnDeclaration ? "returnDeclaration" : "application");
    }

    private static CustomsDocument Of(DocumentSchema schema, string sample) =>
        DocumentJson.TryDeserialize(schema, _samples.GetProperty(sample).GetRawText(), out var document) ? document : throw new InvalidOperationException($"The sample {sample} is no {schema.Noun}.");

    // a suitcase is 32 kg and 35 kg with its box, a parcel of tea 12 and 13.5
    private static CustomsDocument Weigh(CustomsDocument document, int lines)
    {
        var (cases, teas) = ((lines + 1) / 2, lines / 2);
        var roles = document.Schema.Roles;
        return document.With(roles.NetWeight, Text($"{(cases * 32m) + (teas * 12m)}")).With(roles.GrossWeight, Text($"{(cases * 35m) + (teas * 13.5m)}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static JsonElement Read()
    {
        using var stream = typeof(SampleDocuments).Assembly.GetManifestResourceStream("HuaihuaPilotZone.Customs.PreCheck.Examples.samples.json")
            ?? throw new InvalidOperationException("The samples are not embedded in the assembly.");
        using var read = JsonDocument.Parse(stream);
        return read.RootElement.Clone();
    }
}
