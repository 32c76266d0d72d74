using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// A message inside JSON: exactly one text of the file is a message, as XML or in base64. No specification gives the shape [?],
/// so the name of the property does not matter.
/// </summary>
internal static class JsonWrapper
{
    private static readonly JsonReaderOptions _options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 };

    /// <summary>The bytes of the message.</summary>
    public static byte[] Unwrap(ReadOnlySpan<byte> json, ReadingLog log)
    {
        byte[]? found = null;
        var name = "";
        try
        {
            var reader = new Utf8JsonReader(json, _options);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName) name = reader.GetString()!;
                if (reader.TokenType != JsonTokenType.String || MessageIn(reader.GetString()!) is not { } message) continue;
                if (found is not null) throw Stop("JSON 里有不止一份报文，请分开提交。");
                found = message;
                log.Tolerate(ToleranceKind.Wrapped, "JSON", 0, 0, name.Length == 0 ? "报文装在 JSON 里，已取出。" : $"报文装在 JSON 的 {name} 里，已取出。");
            }
        }
        catch (JsonException fault)
        {
            throw new ReadingStoppedException(new MessageProblem(MessageProblemKind.NotWellFormed, (int)(fault.LineNumber ?? 0) + 1, (int)(fault.BytePositionInLine ?? 0) + 1, "", "JSON 在这里写错或不完整。"));
        }
        catch (InvalidOperationException)
        {
            // text that is not Unicode
            throw Stop("JSON 里有不是 UTF-8 的字符。");
        }

        return found ?? throw Stop("JSON 里没有找到报文：没有一个字段的内容是 XML 或 base64 的 XML。");
    }

    private static ReadingStoppedException Stop(string reason) => new(new MessageProblem(MessageProblemKind.BrokenWrapper, 0, 0, "", reason));

    private static byte[]? MessageIn(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed is ['<', ..]) return Encoding.UTF8.GetBytes(text);
        if (trimmed.Length < 8 || !Base64.IsValid(trimmed)) return null;
        var bytes = Convert.FromBase64String(trimmed.ToString());
        return bytes is [(byte)'<', ..] or [0xEF, 0xBB, 0xBF, (byte)'<', ..] or [0xFF, 0xFE, (byte)'<', ..] or [0xFE, 0xFF, 0, ..] ? bytes : null;
    }
}
