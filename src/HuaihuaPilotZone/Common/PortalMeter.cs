using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace HuaihuaPilotZone.Common;

/// <summary>
/// What this instance counts of its own work, for whoever listens (docs/operations.md). Tags are kinds, rules and states; never an address, a
/// number or anything of a person. Without a listener a count costs nothing.
/// </summary>
public static class PortalMeter
{
    /// <summary>Name of the meter and of the source of spans.</summary>
    public const string Name = "HuaihuaPilotZone";

    private static readonly Meter _meter = new(Name);
    private static readonly Counter<long> _filings = _meter.CreateCounter<long>("portal.filings", description: "Submissions of declarations, by kind of document");
    private static readonly Counter<long> _findings = _meter.CreateCounter<long>("portal.findings", description: "Findings of the pre-check, by rule");
    private static readonly Counter<long> _importRows = _meter.CreateCounter<long>("portal.import.rows", description: "Rows that the bench has checked, by result");
    private static readonly Counter<long> _bookings = _meter.CreateCounter<long>("portal.bookings", description: "Steps of bookings, by the state they lead to");
    private static readonly Counter<long> _events = _meter.CreateCounter<long>("portal.events", description: "Reported transport events, by answer");
    private static readonly Counter<long> _pages = _meter.CreateCounter<long>("portal.pages", description: "Public pages, made anew or served as kept");
    private static readonly Counter<long> _faults = _meter.CreateCounter<long>("portal.faults", description: "Faults of pages and jobs, by type of exception");

    /// <summary>Spans of work behind the pages.</summary>
    public static ActivitySource Source { get; } = new(Name);

    public static void Filed(string kind) => _filings.Add(1, new KeyValuePair<string, object?>("kind", kind));

    public static void Found(string rule) => _findings.Add(1, new KeyValuePair<string, object?>("rule", rule));

    public static void Imported(int rows, bool areGood) => _importRows.Add(rows, new KeyValuePair<string, object?>("result", areGood ? "good" : "bad"));

    public static void Booked(string state) => _bookings.Add(1, new KeyValuePair<string, object?>("state", state));

    public static void Reported(string answer) => _events.Add(1, new KeyValuePair<string, object?>("answer", answer));

    public static void Fault(string kind) => _faults.Add(1, new KeyValuePair<string, object?>("kind", kind));

    /// <param name="times">How many were served.</param>
    public static void Pages(long times, bool areKept) => _pages.Add(times, new KeyValuePair<string, object?>("from", areKept ? "kept" : "made"));

    /// <summary>Begins to tell how long the oldest entries of the queues have been overdue, in seconds.</summary>
    public static void TellAges(Func<IEnumerable<Measurement<double>>> ages) =>
        _meter.CreateObservableGauge("portal.queue.age", ages, "s", "How long the oldest entry of a queue has been overdue");
}
