using System.Collections.Frozen;
using System.Globalization;

namespace HuaihuaPilotZone.Customs.Codes.Kept;

/// <summary>A row of any code table as staff import and keep it: one code for one time.</summary>
/// <param name="Code">As the table writes it, see <see cref="TableSchema.CodeShape"/>.</param>
/// <param name="Name">Chinese name.</param>
public sealed record KeptRow(string Code, string Name) : IDatedRow
{
    /// <summary>The old customs number, or null.</summary>
    public string? OldCode { get; init; }

    /// <inheritdoc/>
    public DateOnly? From { get; init; }

    /// <inheritdoc/>
    public DateOnly? To { get; init; }

    /// <summary>Where the row was read.</summary>
    public string Source { get; init; } = "";

    /// <summary>The state of the source.</summary>
    public DateOnly? SourceDate { get; init; }

    /// <summary>False for rows whose source is not an official one (待核).</summary>
    public bool Verified { get; init; } = true;

    /// <summary>Values of the table's further columns by name; empty ones are left out.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>What the row says, without where it was read: two rows of the same content are the same row.</summary>
    public string Content => string.Join('|', [Code, Name, OldCode, Day(From), Day(To), .. More.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}={m.Value}")]);

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);

    /// <summary>A further value, or null.</summary>
    public string? this[string column] => More.GetValueOrDefault(column);

    private static string Day(DateOnly? day) => day?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "";
}
