using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Sheets;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>
/// Takes changes of single departures out of a file: all rows or none. A departure is known by its number; it is moved, made smaller or larger, cancelled or restored,
/// as on its page, with the reason that stands in its row. Departures themselves come out of the calendars of services.
/// </summary>
public sealed class DepartureImport(PortalDbContext db, DepartureDesk desk)
{
    public const int MostRows = 500;

    /// <summary>The columns of a file.</summary>
    public static IReadOnlyList<TargetColumn> Columns { get; } = NetworkSheet.Exactly(
    [
        new("number", "车次", [], IsRequired: true),
        new("status", "状态", [], IsRequired: false),
        new("leaves", "开车（当地）", ["开车时间"], IsRequired: false),
        new("cutOff", "截单（当地）", ["截单时间"], IsRequired: false),
        new("capacity", "舱位", [], IsRequired: false),
        new("reason", "原因", [], IsRequired: false),
    ]);

    /// <param name="file">Readable and seekable.</param>
    /// <param name="name">Its name, which says what it is.</param>
    /// <returns>How many departures are different, or every problem with its row.</returns>
    public Task<Outcome<int>> ImportAsync(Stream file, string name, CancellationToken cancellation) =>
        NetworkSheet.TakeInAsync(db, NetworkSheet.Read(file, name, Columns, MostRows), KeepAsync, "调整同一车次或订它的舱位", cancellation);

    private async Task<Outcome<int>> KeepAsync(List<SheetLine> lines, CancellationToken cancellation)
    {
        var numbers = lines.Select(l => l["number"]).Distinct(StringComparer.Ordinal).ToList();
        var known = await db.Departures.AsNoTracking().Include(d => d.Stops).ThenInclude(s => s.Node).Where(d => numbers.Contains(d.Number)).OrderBy(d => d.Id).ToDictionaryAsync(d => d.Number, StringComparer.Ordinal, cancellation);
        var (problems, seen, changed) = (new List<Refusal>(), new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var line in lines)
        {
            var values = new SheetValues(line, Columns, problems);
            if (!known.TryGetValue(line["number"], out var departure)) values.Fault($"没有车次“{Texts.Cut(line["number"], Departure.NumberMaxLength)}”。车次由班次自动排出，不在文件里新建。");
            else if (!seen.Add(departure.Number)) values.Fault("与前面的行是同一车次。");
            else if (WantedOf(values, departure) is var wanted && values.AreGood && await ActAsync(departure, wanted, values, cancellation)) changed++;
            if (problems.Count >= NetworkSheet.MostProblems) break;
        }
        return problems.Count > 0 ? Outcome.Refused(problems) : changed;
    }

    private static Wanted WantedOf(SheetValues values, Departure departure)
    {
        var present = PresentOf(departure);
        return new Wanted(
            values.Optional<DepartureStatus>("status", s => s.Word()) ?? departure.Status, values.Moment("leaves", present.LeavesAt) ?? present.LeavesAt, values.Moment("cutOff", present.CutOffAt) ?? present.CutOffAt,
            values.Whole("capacity", departure.Capacity) ?? departure.Capacity, values.Text("reason", Departure.ReasonMaxLength) ?? "");
    }

    private static Wanted PresentOf(Departure departure)
    {
        var zone = departure.Stops.MinBy(s => s.Position)!.Node!.TimeZone;
        return new Wanted(departure.Status, Minute(LocalTime.FromUtc(departure.LeavesAt, zone)), Minute(LocalTime.FromUtc(departure.CutOffAt, zone)), departure.Capacity, "");
    }

    /// <summary>Does what the row asks for.</summary>
    /// <returns>Whether anything is different now.</returns>
    private async Task<bool> ActAsync(Departure departure, Wanted wanted, SheetValues values, CancellationToken cancellation)
    {
        var present = PresentOf(departure);
        var (moves, stops) = (wanted with { Status = present.Status, Reason = "" } != present, wanted.Status != present.Status);
        if (!moves && !stops) return false;
        if (moves && wanted.Status == DepartureStatus.Cancelled)
        {
            values.Fault("停开的车次不调整时间和舱位；要调整的，请先恢复。");
            return false;
        }
        var version = departure.Version;
        if (stops)
        {
            var decided = wanted.Status == DepartureStatus.Cancelled
                ? await desk.CancelAsync(departure.Number, version, wanted.Reason, cancellation)
                : await desk.RestoreAsync(departure.Number, version, wanted.Reason, cancellation);
            if (!IsDone(decided, values)) return false;
            if (moves) version = await db.Departures.Where(d => d.Id == departure.Id).Select(d => d.Version).SingleAsync(cancellation);
        }
        return !moves || IsDone(await desk.ChangeAsync(departure.Number, version, new DepartureData(wanted.LeavesAt, wanted.CutOffAt, wanted.Capacity, wanted.Reason), cancellation), values);
    }

    private static bool IsDone(Outcome outcome, SheetValues values)
    {
        foreach (var refusal in outcome.Refusals) values.Fault(refusal.Message);
        return outcome.IsDone;
    }

    private static DateTime Minute(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));

    /// <summary>What a row says of a departure; times are local ones at its first stop.</summary>
    private sealed record Wanted(DepartureStatus Status, DateTime LeavesAt, DateTime CutOffAt, int Capacity, string Reason);
}
