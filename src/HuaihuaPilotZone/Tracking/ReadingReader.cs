using System.Globalization;
using System.Text.Json;
using HuaihuaPilotZone.Consignments;

namespace HuaihuaPilotZone.Tracking;

/// <summary>A reading as it is reported.</summary>
/// <param name="Path">JSON Pointer into what was sent.</param>
/// <param name="At">UTC, whole seconds.</param>
/// <param name="Temperature">Hundredths of a degree Celsius.</param>
public sealed record ReportedReading(string Path, string Consignment, string Device, DateTime At, int? Temperature, decimal? Latitude, decimal? Longitude);

/// <summary>Reads readings out of JSON; everything that is wrong with one is said at once.</summary>
public static class ReadingReader
{
    private const decimal Coldest = -100m;
    private const decimal Hottest = 100m;

    private static readonly TimeSpan _skew = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _past = TimeSpan.FromDays(90);

    /// <returns>The reading, or what stands against it.</returns>
    public static (ReportedReading? Reading, IReadOnlyList<EventProblem> Problems) Read(JsonElement item, string path, DateTime now)
    {
        if (item.ValueKind != JsonValueKind.Object) return (null, [new EventProblem(path, "每条读数应是一个对象。")]);
        var problems = new List<EventProblem>();
        var consignment = Text(item, path, "consignment", Consignment.NumberMaxLength, problems);
        var device = Text(item, path, "device", Sensor.DeviceMaxLength, problems);
        var at = Moment(item, path, now, problems);
        var temperature = Number(item, path, "temperature", Coldest, Hottest, problems);
        var latitude = Number(item, path, "latitude", -90m, 90m, problems);
        var longitude = Number(item, path, "longitude", -180m, 180m, problems);
        if (latitude is null != longitude is null) problems.Add(new EventProblem(path, "经度和纬度要一起填写。"));
        if (problems.Count == 0 && temperature is null && latitude is null) problems.Add(new EventProblem(path, "请至少填写温度 temperature，或者位置 latitude 和 longitude。"));
        return problems.Count > 0
            ? (null, problems)
            : (new ReportedReading(path, consignment!.ToUpperInvariant(), device!, at!.Value, temperature is { } t ? (int)decimal.Round(t * 100) : null, Place(latitude), Place(longitude)), []);
    }

    private static string? Text(JsonElement item, string path, string name, int most, List<EventProblem> problems)
    {
        var text = item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";
        if (text.Length > 0 && text.Length <= most && !text.Any(char.IsControl)) return text;
        problems.Add(new EventProblem($"{path}/{name}", $"请填写 {name}，最多 {most} 个字符。"));
        return null;
    }

    private static DateTime? Moment(JsonElement item, string path, DateTime now, List<EventProblem> problems)
    {
        var text = item.TryGetProperty("at", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        if (!hasOffset || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            problems.Add(new EventProblem($"{path}/at", "at 应是带时区的时间，如 2026-11-22T10:00:00+08:00。"));
            return null;
        }
        var utc = moment.UtcDateTime;
        if (utc <= now + _skew && utc >= now - _past) return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond));
        problems.Add(new EventProblem($"{path}/at", "时间应在过去 90 天之内，不能在将来。"));
        return null;
    }

    private static decimal? Number(JsonElement item, string path, string name, decimal least, decimal most, List<EventProblem> problems)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= least && number <= most) return number;
        problems.Add(new EventProblem($"{path}/{name}", string.Create(CultureInfo.InvariantCulture, $"{name} 应是 {least} 到 {most} 的数。")));
        return null;
    }

    /// <summary>Five places are about a metre.</summary>
    private static decimal? Place(decimal? degrees) => degrees is { } value ? decimal.Round(value, 5) : null;
}
