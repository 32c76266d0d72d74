using System.Text.Encodings.Web;
using System.Text.Json;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>How the state of a row is kept in its revisions: Chinese as it is, since escaped it would outgrow the column.</summary>
internal static class SnapshotJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
