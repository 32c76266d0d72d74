using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Imports.Sheets;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tracking;

/// <summary>Why a call was not taken at all.</summary>
public enum CallFault
{
    /// <summary>Taken; what became of each item stands in the answer.</summary>
    None,

    /// <summary>No JSON of the form that is asked for.</summary>
    Unreadable,

    /// <summary>More items than one call may have.</summary>
    TooMany,

    /// <summary>Too many events wait for their commit; the same call is welcome a little later.</summary>
    Busy,
}

/// <summary>The answer to a call with events.</summary>
public sealed record EventCallAnswer(CallFault Fault, IReadOnlyList<EventResult> Results);

/// <summary>The answer to a call with readings.</summary>
public sealed record ReadingCallAnswer(CallFault Fault, KeptReadings Kept);

/// <summary>Takes events and readings as they come in by the interface or as a file: reads them, and hands in what can be read.</summary>
public sealed class EventCalls(EventIntake intake, SensorBook sensors, IOptions<EventOptions> options, ChinaTime time)
{
    /// <summary>Readings of one call.</summary>
    public const int MostReadings = 1000;

    /// <summary>Events as JSON: an object with "events", or the list alone.</summary>
    public async Task<EventCallAnswer> TakeAsync(int providerId, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        using var document = Parse(json);
        if (document is null || ListOf(document.RootElement, "events") is not var (list, path)) return new EventCallAnswer(CallFault.Unreadable, []);
        if (list.GetArrayLength() > options.Value.MostPerCall) return new EventCallAnswer(CallFault.TooMany, []);
        var now = time.UtcNow;
        return await HandInAsync(providerId, EventSource.Interface, [.. list.EnumerateArray().Select((item, i) => EventReader.Read(item, $"{path}/{i}", now))], cancellation);
    }

    /// <summary>Readings as JSON: an object with "readings", or the list alone.</summary>
    public async Task<ReadingCallAnswer> TakeReadingsAsync(int providerId, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var none = new KeptReadings(0, 0, []);
        using var document = Parse(json);
        if (document is null || ListOf(document.RootElement, "readings") is not var (list, path)) return new ReadingCallAnswer(CallFault.Unreadable, none);
        if (list.GetArrayLength() > MostReadings) return new ReadingCallAnswer(CallFault.TooMany, none);
        var now = time.UtcNow;
        var read = list.EnumerateArray().Select((item, i) => ReadingReader.Read(item, $"{path}/{i}", now)).ToList();
        var kept = await sensors.KeepAsync(providerId, [.. read.Select(r => r.Reading).OfType<ReportedReading>()], cancellation);
        return new ReadingCallAnswer(CallFault.None, kept with { Problems = [.. read.SelectMany(r => r.Problems), .. kept.Problems] });
    }

    /// <summary>Events as a file.</summary>
    /// <param name="name">Name of the file, whose ending says how it is read.</param>
    public async Task<Outcome<EventCallAnswer>> TakeFileAsync(int providerId, string name, Stream file, CancellationToken cancellation)
    {
        SheetFormat? format = Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".CSV" or ".TXT" => SheetFormat.Csv,
            ".XLSX" => SheetFormat.Xlsx,
            ".XLS" => SheetFormat.Xls,
            _ => null,
        };
        if (format is null) return Outcome.Refused("Upload", "请上传 CSV 或 Excel 文件。");
        try
        {
            var answer = await HandInAsync(providerId, EventSource.File, EventSheet.Read(file, format.Value, time.UtcNow), cancellation);
            return answer.Fault == CallFault.Busy ? Outcome.Refused("Upload", "正在处理的事件太多，请过一会儿再上传；重复上传不会重复记录。") : answer;
        }
        catch (UnreadableSheetException e)
        {
            return Outcome.Refused("Upload", e.Message);
        }
    }

    private async Task<EventCallAnswer> HandInAsync(int providerId, EventSource source, IReadOnlyList<ReadEvent> read, CancellationToken cancellation)
    {
        var results = await intake.SubmitAsync(new EventSubmission(providerId, source, [.. read.Select(r => r.Event).OfType<ReportedEvent>()]), cancellation);
        if (results is null) return new EventCallAnswer(CallFault.Busy, []);
        var next = 0;
        return new EventCallAnswer(CallFault.None, [.. read.Select(r => r.Event is null ? EventResult.Refuse(r.Path, r.EventId, r.Problems) : results[next++])]);
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> json)
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

    private static (JsonElement List, string Path)? ListOf(JsonElement root, string name) => root switch
    {
        { ValueKind: JsonValueKind.Array } => (root, ""),
        { ValueKind: JsonValueKind.Object } when root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array => (list, $"/{name}"),
        _ => null,
    };
}
