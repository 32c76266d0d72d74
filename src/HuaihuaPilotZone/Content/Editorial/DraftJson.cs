using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>How drafts are kept beside their record: words for choices, so that a version can still be read when the choices have grown.</summary>
internal static class DraftJson
{
    private static readonly JsonSerializerOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write<T>(T draft) => JsonSerializer.Serialize(draft, _options);

    /// <exception cref="JsonException">It is not a draft of this kind.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, _options) ?? throw new JsonException("The kept draft is empty.");
}
