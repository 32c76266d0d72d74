using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HuaihuaPilotZone.Imports.Batches;

/// <summary>What stands at the top of a file.</summary>
/// <param name="HeadingRow">Row number of the headings; 0 for a message, which has none.</param>
/// <param name="Samples">The first rows below.</param>
public sealed record FileTop(int HeadingRow, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Samples)
{
    internal static FileTop None { get; } = new(0, [], []);
}

/// <summary>How rows are kept: a JSON array of texts in the order of the batch's columns, without the empty end.</summary>
public static class ImportCells
{
    // Chinese as Chinese: six times shorter
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int KeptOfLongKey = 80;

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, _json);

    /// <exception cref="JsonException">The text is not such a value.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, _json) ?? throw new JsonException("A batch holds no such value.");

    public static string Write(string[] cells)
    {
        var last = cells.Length;
        while (last > 0 && string.IsNullOrEmpty(cells[last - 1])) last--;
        return JsonSerializer.Serialize(last == cells.Length ? cells : cells[..last], _json);
    }

    /// <summary>The cells, as many as there are columns.</summary>
    public static string[] Cells(string json, int columns)
    {
        var kept = Read<string[]>(json);
        if (kept.Length < columns) Array.Resize(ref kept, columns);
        for (var i = 0; i < kept.Length; i++) kept[i] ??= "";
        return kept;
    }

    /// <summary>Place to the text in the file.</summary>
    public static Dictionary<int, string> Originals(string? json) => json is null ? [] : Read<Dictionary<int, string>>(json);

    public static ImportedRow ToRow(ImportRow row, IReadOnlyList<string> columns)
    {
        var cells = Read<string[]>(row.Cells);
        var byName = new Dictionary<string, string>(cells.Length, StringComparer.Ordinal);
        for (var i = 0; i < cells.Length; i++)
        {
            if (!string.IsNullOrEmpty(cells[i])) byName[columns[i]] = cells[i];
        }

        return new ImportedRow(row.Number, byName, row.Note);
    }

    /// <summary>The key of a row; see <see cref="ImportGroup.Key"/>.</summary>
    public static string Key(string? value, int number) =>
        string.IsNullOrEmpty(value) ? string.Create(CultureInfo.InvariantCulture, $"!{number:D7}") : "=" + Short(value, ImportGroup.KeyMaxLength - 1);

    /// <summary>See <see cref="ImportGroup.Once"/>.</summary>
    public static string? Once(string? value) => value is null ? null : Short(value, ImportGroup.KeyMaxLength);

    private static string Short(string value, int length) => value.Length <= length
        ? value
        : string.Concat(value.AsSpan(0, KeptOfLongKey), "#", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, 16)));
}
