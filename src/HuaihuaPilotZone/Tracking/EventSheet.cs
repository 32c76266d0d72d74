using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Tracking;

/// <summary>Reads events out of a spreadsheet, for providers whose systems do not call the interface. Columns have Chinese names; words of either language are taken.</summary>
public static class EventSheet
{
    public const int MostRows = 2000;

    /// <summary>Column, the name that the interface has for it, and an example.</summary>
    public static IReadOnlyList<(string Title, string Name, string Example)> Columns { get; } =
    [
        ("事件号", "eventID", "A-0001"),
        ("类别", "eventType", "运输"),
        ("性质", "eventClassifierCode", "实际"),
        ("事件", "code", "离开"),
        ("时间", "eventDateTime", "2026-11-22 10:00"),
        ("货运单号", "consignment", "HY-20261122-0001"),
        ("提运单号", "waybill", ""),
        ("订舱号", "booking", ""),
        ("箱号", "equipmentReference", ""),
        ("地点", "location", "怀化"),
        ("运输方式", "modeOfTransport", "铁路"),
        ("单证类型", "documentTypeCode", ""),
        ("更正的事件号", "replacesEventID", ""),
        ("备注", "remark", "示例"),
    ];

    private static readonly string[] _forms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    private static readonly Dictionary<string, string> _words = Words();

    /// <summary>All rows, each an event or what stands against it.</summary>
    /// <exception cref="UnreadableSheetException">The file is no sheet, or has no head of ours.</exception>
    public static IReadOnlyList<ReadEvent> Read(Stream file, SheetFormat format, DateTime now)
    {
        var events = new List<ReadEvent>();
        Dictionary<string, int>? places = null;
        foreach (var row in SheetReader.Read(file, format))
        {
            if (row.Cells.All(string.IsNullOrWhiteSpace)) continue;
            if (places is null)
            {
                places = Head(row);
                continue;
            }
            if (events.Count == MostRows) throw new UnreadableSheetException($"一个文件最多 {MostRows} 个事件，请分成几个文件。");
            events.Add(EventReader.Read(name => Cell(row, places, name), $"第 {row.Number} 行", now));
        }
        return events.Count > 0 ? events : throw new UnreadableSheetException("文件里没有事件。请按模板填写。");
    }

    private static Dictionary<string, int> Head(SheetRow row)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var title = row.Cells[i].Trim();
            var column = Columns.FirstOrDefault(c => c.Title == title || c.Name.Equals(title, StringComparison.OrdinalIgnoreCase));
            if (column.Name is { } name) places.TryAdd(name, i);
        }
        var missing = Columns.Where(c => c.Name is "eventID" or "eventType" or "eventClassifierCode" or "code" or "eventDateTime" && !places.ContainsKey(c.Name)).Select(c => c.Title).ToList();
        return missing.Count == 0 ? places : throw new UnreadableSheetException($"第一行缺少列：{string.Join("、", missing)}。请用模板填写。");
    }

    private static string? Cell(SheetRow row, Dictionary<string, int> places, string name)
    {
        var column = name.EndsWith("EventTypeCode", StringComparison.Ordinal) ? "code" : name;
        if (!places.TryGetValue(column, out var at) || at >= row.Cells.Count) return null;
        var text = row.Cells[at].Trim();
        if (column == "eventDateTime") return WithOffset(text);
        return column is "eventType" or "eventClassifierCode" or "code" or "modeOfTransport" && _words.TryGetValue($"{column} {text}", out var code) ? code : text;
    }

    /// <summary>A time without an offset in a sheet of ours is Huaihua's.</summary>
    private static string WithOffset(string text) =>
        DateTime.TryParseExact(text, _forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? ChinaTime.ToUtc(local).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : text;

    private static Dictionary<string, string> Words()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [$"eventType {EventKind.Transport.Word()}"] = "TRANSPORT",
            [$"eventType {EventKind.Equipment.Word()}"] = "EQUIPMENT",
            [$"eventType {EventKind.Shipment.Word()}"] = "SHIPMENT",
            [$"eventClassifierCode {EventClassifier.Planned.Word()}"] = "PLN",
            [$"eventClassifierCode {EventClassifier.Estimated.Word()}"] = "EST",
            [$"eventClassifierCode {EventClassifier.Actual.Word()}"] = "ACT",
        };
        foreach (var mode in Enum.GetValues<TransportMode>()) words[$"modeOfTransport {mode.Word()}"] = mode.ToString().ToUpperInvariant();
        foreach (var code in EventCodes.All) words.TryAdd($"code {code.Word}", code.Code);
        return words;
    }
}
