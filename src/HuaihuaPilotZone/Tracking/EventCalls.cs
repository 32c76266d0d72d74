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

/// <summary>Takes events as they come in by the interface or as a file: reads them, and hands in what can be read.</summary>
public sealed class EventCalls(EventIntake intake, IOptions<EventOptions> options, ChinaTime time)
{
    /// <summary>Events as JSON: an object with "events", or the list alone.</summary>
    public async Task<EventCallAnswer> TakeAsync(int providerId, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        using var document = CallContent.Parse(json);
        if (document is null || CallContent.ListOf(document.RootElement, "events") is not var (list, path)) return new EventCallAnswer(CallFault.Unreadable, []);
        if (list.GetArrayLength() > options.Value.MostPerCall) return new EventCallAnswer(CallFault.TooMany, []);
        var now = time.UtcNow;
        return await HandInAsync(providerId, EventSource.Interface, [.. list.EnumerateArray().Select((item, i) => EventReader.Read(item, $"{path}/{i}", now))], cancellation);
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
}
