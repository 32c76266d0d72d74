using System.Globalization;
using System.Text.Json;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Customs.Identifiers;

namespace HuaihuaPilotZone.Tracking;

/// <summary>One event read: either the event, or what is wrong with it.</summary>
public sealed record ReadEvent(string Path, string? EventId, ReportedEvent? Event, IReadOnlyList<EventProblem> Problems);

/// <summary>Reads events out of named texts: the properties of a JSON object, or the cells of a row. Everything that is wrong is said at once, at its place.</summary>
public static class EventReader
{
    /// <summary>How far the clock of a provider may go ahead of ours.</summary>
    private static readonly TimeSpan _skew = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan _past = TimeSpan.FromDays(731);
    private static readonly TimeSpan _future = TimeSpan.FromDays(366);

    private static readonly Dictionary<string, EventKind> _kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["TRANSPORT"] = EventKind.Transport,
        ["EQUIPMENT"] = EventKind.Equipment,
        ["SHIPMENT"] = EventKind.Shipment,
    };

    private static readonly Dictionary<string, EventClassifier> _classifiers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PLN"] = EventClassifier.Planned,
        ["EST"] = EventClassifier.Estimated,
        ["ACT"] = EventClassifier.Actual,
    };

    private static readonly Dictionary<string, TransportMode> _modes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["VESSEL"] = TransportMode.Vessel,
        ["RAIL"] = TransportMode.Rail,
        ["TRUCK"] = TransportMode.Truck,
        ["BARGE"] = TransportMode.Barge,
        ["AIR"] = TransportMode.Air,
    };

    /// <summary>Reads an object of JSON.</summary>
    public static ReadEvent Read(JsonElement item, string path, DateTime now)
    {
        if (item.ValueKind != JsonValueKind.Object) return new ReadEvent(path, null, null, [new EventProblem(path, "每个事件应是一个对象。")]);
        return Read(new Names("/"), name => TextOf(item, name), path, now);
    }

    /// <summary>Reads a row of a file whose columns have the names of the JSON.</summary>
    public static ReadEvent Read(Func<string, string?> textOf, string path, DateTime now) => Read(new Names(" "), textOf, path, now);

    private static ReadEvent Read(Names names, Func<string, string?> textOf, string path, DateTime now)
    {
        var r = new Reading(names, textOf, path);
        var id = r.Text("eventID", TrackingEvent.EventIdMaxLength, isNeeded: true);
        var kind = r.Word("eventType", _kinds);
        var classifier = r.Word("eventClassifierCode", _classifiers);
        var code = kind is { } known ? Code(r, known) : null;
        var occurs = r.Moment("eventDateTime", isNeeded: true);
        var said = r.Moment("eventCreatedDateTime", isNeeded: false) ?? now;
        var reference = new ConsignmentReference(
            Upper(r.Text("consignment", Consignment.NumberMaxLength)), Upper(r.Text("waybill", Consignment.ReferenceMaxLength)), Upper(r.Text("booking", Consignment.ReferenceMaxLength)), Container(r));
        var place = r.Text("location", ConsignmentStop.PlaceMaxLength);
        var mode = textOf("modeOfTransport") is { Length: > 0 } ? r.Word("modeOfTransport", _modes) : null;
        var document = r.Text("documentTypeCode", TrackingEvent.DocumentTypeMaxLength);
        var replaces = r.Text("replacesEventID", TrackingEvent.EventIdMaxLength);
        var remark = r.Text("remark", TrackingEvent.RemarkMaxLength);
        if (reference.IsEmpty) r.Refuse("consignment", "请写明货运单号 consignment，或者提运单号 waybill、订舱号 booking、箱号 equipmentReference 之一。");
        if (kind == EventKind.Transport && place is null) r.Refuse("location", "运输事件要写明地点。");
        if (kind == EventKind.Equipment && reference.Container is null) r.Refuse("equipmentReference", "箱货事件要写明箱号。");
        if (replaces is not null && replaces == id) r.Refuse("replacesEventID", "一个事件不能更正它自己。");
        if (occurs is { } at) JudgeTime(r, at, classifier, now);
        if (said > now + _skew) r.Refuse("eventCreatedDateTime", "报告时间在将来，请核对时区。");
        return r.Problems.Count > 0
            ? new ReadEvent(path, id, null, r.Problems)
            : new ReadEvent(path, id, new ReportedEvent(path, id!, kind!.Value, classifier!.Value, code!, occurs!.Value, said, reference, place, reference.Container, mode, document, replaces, remark), []);
    }

    private static string? Code(Reading r, EventKind kind)
    {
        var name = kind switch
        {
            EventKind.Transport => "transportEventTypeCode",
            EventKind.Equipment => "equipmentEventTypeCode",
            _ => "shipmentEventTypeCode",
        };
        if (r.Text(name, 4, isNeeded: true)?.ToUpperInvariant() is not { } code) return null;
        if (EventCodes.Find(kind, code) is not null) return code;
        r.Refuse(name, $"没有代码 {code}，可以用 {string.Join("、", EventCodes.All.Where(c => c.Kind == kind).Select(c => c.Code))}。");
        return null;
    }

    /// <summary>Boxes with a wrong check digit exist, so that alone is no fault.</summary>
    private static string? Container(Reading r)
    {
        if (r.Text("equipmentReference", 40) is not { } typed) return null;
        var number = ContainerNumber.Normalize(typed);
        if (ContainerNumber.Check(typed) is not { Fault: not IdentifierFault.CheckCharacter } problem) return number;
        r.Refuse("equipmentReference", problem.Message);
        return null;
    }

    private static void JudgeTime(Reading r, DateTime at, EventClassifier? classifier, DateTime now)
    {
        if (classifier == EventClassifier.Actual && at > now + _skew) r.Refuse("eventDateTime", "实际发生的时间在将来；还没有发生的请用 PLN 或 EST。");
        else if (at < now - _past || at > now + _future) r.Refuse("eventDateTime", "时间应在过去两年到今后一年之间，请核对。");
    }

    private static string? Upper(string? text) => text?.ToUpperInvariant();

    private static string? TextOf(JsonElement item, string name) => !item.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        // a number or an object where a text belongs is told apart from nothing by what is read of it
        _ => value.GetRawText(),
    };

    /// <summary>How the place of a property is written.</summary>
    private sealed record Names(string Between);

    /// <summary>The reading of one event: what was found wrong so far.</summary>
    private sealed class Reading(Names names, Func<string, string?> textOf, string path)
    {
        public List<EventProblem> Problems { get; } = [];

        public void Refuse(string name, string message) => Problems.Add(new EventProblem($"{path}{names.Between}{name}", message));

        public string? Text(string name, int most, bool isNeeded = false)
        {
            var text = textOf(name)?.Trim();
            if (string.IsNullOrEmpty(text))
            {
                if (isNeeded) Refuse(name, $"请填写 {name}。");
                return null;
            }
            if (text.Length > most)
            {
                Refuse(name, $"{name} 最多 {most} 个字符。");
                return null;
            }
            if (!text.Any(char.IsControl)) return text;
            Refuse(name, $"{name} 里有不可见的字符。");
            return null;
        }

        public T? Word<T>(string name, Dictionary<string, T> words)
            where T : struct
        {
            if (Text(name, 20, isNeeded: true) is not { } text) return null;
            if (words.TryGetValue(text, out var value)) return value;
            Refuse(name, $"{name} 应为 {string.Join("、", words.Keys)}，填的是“{text}”。");
            return null;
        }

        /// <summary>With an offset always, so that nobody guesses a time zone.</summary>
        public DateTime? Moment(string name, bool isNeeded)
        {
            if (Text(name, 40, isNeeded) is not { } text) return null;
            if (HasOffset(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            {
                // whole seconds, as both databases keep and compare them
                var utc = moment.UtcDateTime;
                return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond));
            }
            Refuse(name, $"{name} 应带时区，如 2026-11-22T10:00:00+08:00，填的是“{text}”。");
            return null;
        }

        private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
    }
}
