using System.Text.Json;

namespace HuaihuaPilotZone.Tracking;

/// <summary>The lists of JSON that are sent: an object with the list, or the list alone.</summary>
internal static class CallContent
{
    /// <returns>Null for what is no JSON.</returns>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>The list and its JSON Pointer; null where there is none.</returns>
    public static (JsonElement List, string Path)? ListOf(JsonElement root, string name) => root switch
    {
        { ValueKind: JsonValueKind.Array } => (root, ""),
        { ValueKind: JsonValueKind.Object } when root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array => (list, $"/{name}"),
        _ => null,
    };
}
