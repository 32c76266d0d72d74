using System.Text.Json;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>The one document that a file holds: CEB603 or a DecMessage of an export or of goods that come back, or the document's own JSON.</summary>
/// <param name="Document">Null when there is none, or more than one.</param>
/// <param name="Notes">What could not be taken over from a message as it stood.</param>
/// <param name="Problems">What is wrong with the file itself.</param>
/// <param name="Refusal">Why there is no document, Chinese; null when there is one.</param>
public sealed record DocumentFile(CustomsDocument? Document, IReadOnlyList<MappingNote> Notes, IReadOnlyList<MessageProblem> Problems, string? Refusal)
{
    /// <summary>Whether the document came as a message, which has no element for some of its fields.</summary>
    public bool IsMessage { get; init; }

    /// <summary>Goods lines beyond which a document is not looked into: twenty times what a list may have. Each line is answered with all that is wrong with it, so a small file could ask for an endless answer.</summary>
    public const int MostLines = 2_000;

    internal const string TooLong = "单证的商品超过 2,000 项，远多于一份单证能申报的项数，没有逐项检查。请拆成几份。";

    private const string Bare = "内容是没有名称的数组。一份单证不要放在数组里，多份写成 {\"documents\": […]}。";
    private const string KindName = "kind";
    private const string ListMessage = "CEB603Message";
    private const string DeclarationMessage = "DecMessage";

    private static readonly JsonDocumentOptions _reading = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    // in a document as JSON, either of these is there
    private static readonly string[] _marks = ["tradeMode", "goods"];

    /// <summary>Reads a file. A wrong file never makes it throw.</summary>
    /// <param name="date">Today in China.</param>
    public static DocumentFile Read(ReadOnlyMemory<byte> file, CustomsTables tables, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var read = FromJson(file) ?? ReadMessage(file, tables, date);
        return read.Document is { } found && IsTooLong(found) ? read with { Document = null, Refusal = TooLong } : read;
    }

    internal static bool IsTooLong(CustomsDocument document) => document.Goods.Count > MostLines;

    /// <summary>
    /// The document that JSON holds under the document's own names: a 报关单 where kind is declaration, a 退运报关单 where it is returnDeclaration, a 清单
    /// where it is list or missing. Null when the file is no such JSON; one that is, and cannot be read, says why.
    /// </summary>
    internal static DocumentFile? FromJson(ReadOnlyMemory<byte> file)
    {
        using var json = Parse(file);
        return json is null ? null : FromJson(json.RootElement);
    }

    /// <inheritdoc cref="FromJson(ReadOnlyMemory{byte})"/>
    internal static DocumentFile? FromJson(JsonElement json)
    {
        try
        {
            if (json.ValueKind == JsonValueKind.Array && json.EnumerateArray().Any(IsDocument)) return new DocumentFile(null, [], [], Bare);
            if (!IsDocument(json)) return null;
            var kind = json.TryGetProperty(KindName, out var written) && written.ValueKind != JsonValueKind.Null ? written : default;
            if (SchemaOf(kind) is not { } schema) return new DocumentFile(null, [], [], $"{KindName} 写的是{Words.Quote(kind.ToString())}，应为 list（清单）、declaration（报关单）或 returnDeclaration（退运报关单）。");
            var shape = DocumentJsonShape.Of(schema, json, KindName);
            return shape.Refusal is { } refusal ? new DocumentFile(null, [], [], refusal) : new DocumentFile(DocumentJson.Read(schema, json), shape.Notes, [], null);
        }
        catch (InvalidOperationException)
        {
            // half of a surrogate pair is no text
            return null;
        }
    }

    private static bool IsDocument(JsonElement json) => json.ValueKind == JsonValueKind.Object && _marks.Any(m => json.TryGetProperty(m, out _));

    /// <summary>The JSON of a file; null when it is none.</summary>
    internal static JsonDocument? Parse(ReadOnlyMemory<byte> file)
    {
        try
        {
            return JsonDocument.Parse(Body(file), _reading);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // what is written there and is none of these must not be taken for a list
    private static DocumentSchema? SchemaOf(JsonElement kind) => kind.ValueKind == JsonValueKind.Undefined ? DocumentSchemas.ExportList : kind.ToString() switch
    {
        "list" => DocumentSchemas.ExportList,
        "declaration" => DocumentSchemas.CustomsDeclaration,
        "returnDeclaration" => ReturnDeclaration.Schema,
        _ => null,
    };

    private static DocumentFile ReadMessage(ReadOnlyMemory<byte> file, CustomsTables tables, DateOnly date)
    {
        using var reader = MessageReader.Open(file, MessageReadingOptions.Default with { Today = date });
        if (reader.Message is not { } message) return Refuse(reader, "内容既不是海关报文，也不是单证的 JSON。");
        if (message.Name is not (ListMessage or DeclarationMessage)) return Refuse(reader, $"{message.Title}报文不能新建预申报，请改用 CEB603 清单或报关单报文（DecMessage）。");
        if (reader.ReadEntity() is not { } entity) return Refuse(reader, "报文里没有完整的单证。");
        if (reader.ReadEntity() is not null) return Refuse(reader, "一次只能发送一份单证，报文里有多份。");
        if (message.Name == ListMessage) return OfList(entity, reader.Problems, tables);
        return DeclarationReader.SchemaOf(entity) is { } schema
            ? new DocumentFile(DeclarationReader.Read(entity, schema), [], reader.Problems, null) { IsMessage = true }
            : Refuse(reader, $"只办理出口报关单（IEFlag 为 E）和退运报关单（监管方式 {ReturnDeclaration.Mode}）。");
    }

    /// <summary>One list of a CEB603.</summary>
    internal static DocumentFile OfList(MessageRecord entity, IReadOnlyList<MessageProblem> problems, CustomsTables tables)
    {
        var mapped = ExportListReader.Read(entity, null, tables);
        return new DocumentFile(mapped.Document.ToDocument(), mapped.Notes, problems, null) { IsMessage = true };
    }

    private static DocumentFile Refuse(MessageReader reader, string reason) => new(null, [], reader.Problems, reason);

    // a byte order mark is no JSON
    private static ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> file) => file.Span is [0xEF, 0xBB, 0xBF, ..] ? file[3..] : file;
}
