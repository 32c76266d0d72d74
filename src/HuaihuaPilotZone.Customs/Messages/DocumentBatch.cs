using System.Globalization;
using System.Text.Json;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>The documents of a file that holds many: CEB603, or JSON with an array of documents.</summary>
/// <param name="Documents">In the order of the file; one that cannot be read says why.</param>
/// <param name="Problems">What is wrong with the file itself.</param>
/// <param name="Refusal">Why the file as a whole is not taken, Chinese; null when it is.</param>
public sealed record DocumentBatch(IReadOnlyList<DocumentFile> Documents, IReadOnlyList<MessageProblem> Problems, string? Refusal)
{
    /// <summary>As many as CEB603 may hold.</summary>
    public const int Most = 100;

    /// <summary>Goods lines of all documents together: as many as so many lists may have.</summary>
    public const int MostLines = Most * FieldMap.MaxLines;

    /// <summary>The name of the array in JSON.</summary>
    public const string ArrayName = "documents";

    private const string ListMessage = "CEB603Message";
    private const string NoDocument = "这一份不是单证的 JSON。";
    private const string Unknown = "内容既不是 CEB603 清单报文，也不是 {\"documents\": […]}。";
    private const string Nothing = "没有任何单证。";
    private const string TooMany = "一次最多 100 份单证。请分几次发送。";
    private const string TooLong = "各份单证的商品合计超过 10,000 项。请分几次发送。";

    /// <summary>Goods lines of the documents that could be read.</summary>
    internal int Lines => Documents.Sum(d => d.Document?.Goods.Count ?? 0);

    /// <summary>Reads a file. A wrong file never makes it throw.</summary>
    /// <param name="date">Today in China.</param>
    public static DocumentBatch Read(ReadOnlyMemory<byte> file, CustomsTables tables, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var read = FromJson(file) ?? OfMessage(file, tables, date);
        if (read.Refusal is not null) return read;
        return read.Documents.Count == 0 ? Refuse(Nothing, read.Problems) : read.Lines > MostLines ? Refuse(TooLong, read.Problems) : read;
    }

    /// <summary>The documents of a JSON array under the name; null when the file is no such JSON.</summary>
    internal static DocumentBatch? FromJson(ReadOnlyMemory<byte> file)
    {
        using var json = DocumentFile.Parse(file);
        return json?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty(ArrayName, out var array) && array.ValueKind == JsonValueKind.Array ? OfArray(array) : null;
    }

    /// <summary>JSON Pointer to a document of the file.</summary>
    public static string PathOf(int index) => string.Create(CultureInfo.InvariantCulture, $"/{ArrayName}/{index}");

    private static DocumentBatch OfArray(JsonElement array)
    {
        if (array.GetArrayLength() > Most) return Refuse(TooMany, []);
        return new DocumentBatch([.. array.EnumerateArray().Select(OfElement)], [], null);
    }

    private static DocumentFile OfElement(JsonElement element) => DocumentFile.FromJson(element) switch
    {
        null => new DocumentFile(null, [], [], NoDocument),
        { Document: { } document } when DocumentFile.IsTooLong(document) => new DocumentFile(null, [], [], DocumentFile.TooLong),
        var read => read,
    };

    private static DocumentBatch OfMessage(ReadOnlyMemory<byte> file, CustomsTables tables, DateOnly date)
    {
        using var reader = MessageReader.Open(file, MessageReadingOptions.Default with { Today = date });
        if (reader.Message is not { Name: ListMessage }) return Refuse(Unknown, reader.Problems);
        var lists = new List<DocumentFile>();
        while (reader.ReadEntity() is { } entity)
        {
            if (lists.Count == Most) return Refuse(TooMany, reader.Problems);
            var list = DocumentFile.OfList(entity, [], tables);
            lists.Add(DocumentFile.IsTooLong(list.Document!) ? list with { Document = null, Refusal = DocumentFile.TooLong } : list);
        }

        return new DocumentBatch(lists, reader.Problems, null);
    }

    private static DocumentBatch Refuse(string reason, IReadOnlyList<MessageProblem> problems) => new([], problems, reason);
}
