using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Tracking;

/// <summary>The answer to a call with readings.</summary>
public sealed record ReadingCallAnswer(CallFault Fault, KeptReadings Kept);

/// <summary>Takes readings as they come in by the interface: reads them, and keeps what can be read.</summary>
public sealed class ReadingCalls(SensorBook sensors, WatchBell bell, ChinaTime time)
{
    /// <summary>Readings of one call.</summary>
    public const int MostReadings = 1000;

    /// <summary>Readings as JSON: an object with "readings", or the list alone.</summary>
    public async Task<ReadingCallAnswer> TakeAsync(int providerId, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var none = new KeptReadings(0, 0, []);
        using var document = CallContent.Parse(json);
        if (document is null || CallContent.ListOf(document.RootElement, "readings") is not var (list, path)) return new ReadingCallAnswer(CallFault.Unreadable, none);
        if (list.GetArrayLength() > MostReadings) return new ReadingCallAnswer(CallFault.TooMany, none);
        var now = time.UtcNow;
        var read = list.EnumerateArray().Select((item, i) => ReadingReader.Read(item, $"{path}/{i}", now)).ToList();
        var kept = await sensors.KeepAsync(providerId, [.. read.Select(r => r.Reading).OfType<ReportedReading>()], cancellation);
        if (kept.Accepted > 0) bell.Ring();
        return new ReadingCallAnswer(CallFault.None, kept with { Problems = [.. read.SelectMany(r => r.Problems), .. kept.Problems] });
    }
}
