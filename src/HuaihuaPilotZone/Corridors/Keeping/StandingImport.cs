using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>Takes the statuses of corridors through time out of a file: all rows or none. The last one that has begun is a corridor's status now.</summary>
public sealed class StandingImport(PortalDbContext db, CorridorKeeping keeping, PortalJournal journal, ChinaTime time)
{
    public const int MostRows = 1_000;

    /// <summary>The columns of a file.</summary>
    public static IReadOnlyList<TargetColumn> Columns { get; } = NetworkSheet.Exactly(
    [
        new("slug", "网址短名", ["短名"], IsRequired: true),
        new("day", "起始日", ["生效日"], IsRequired: false),
        new("status", "状态", [], IsRequired: true),
        new("source", "状态依据", ["依据"], IsRequired: true),
    ]);

    /// <param name="file">Readable and seekable.</param>
    /// <param name="name">Its name, which says what it is.</param>
    /// <returns>How many statuses are new or different, or every problem with its row.</returns>
    public Task<Outcome<int>> ImportAsync(Stream file, string name, CancellationToken cancellation) =>
        NetworkSheet.TakeInAsync(db, NetworkSheet.Read(file, name, Columns, MostRows), KeepAsync, "修改同一通道", cancellation);

    private async Task<Outcome<int>> KeepAsync(List<SheetLine> lines, CancellationToken cancellation)
    {
        var known = await keeping.WholeAsync([.. lines.Select(l => l["slug"]).Distinct(StringComparer.Ordinal)], cancellation);
        var problems = new List<Refusal>();
        var read = Rows(lines, known, problems);
        if (problems.Count > 0) return Outcome.Refused(problems);
        var before = known.Values.Select(c => (Corridor: c, Suspended: SuspendedDays.Of(c))).ToList();
        var changed = read.Count(r => Keep(r.Corridor, r.Standing));
        foreach (var (corridor, suspended) in before)
        {
            Follow(corridor);
            await keeping.FollowAsync(corridor, suspended, cancellation);
        }
        return changed;
    }

    private List<(Corridor Corridor, CorridorStanding Standing)> Rows(List<SheetLine> lines, Dictionary<string, Corridor> known, List<Refusal> problems)
    {
        var read = new List<(Corridor, CorridorStanding)>();
        var seen = new HashSet<(int, DateOnly)>();
        foreach (var line in lines)
        {
            var values = new SheetValues(line, Columns, problems);
            var day = NetworkSheet.Day(line["day"]);
            if (!known.TryGetValue(line["slug"], out var corridor)) values.Fault($"没有通道“{Texts.Cut(line["slug"], Corridor.SlugMaxLength)}”。");
            if (line["day"].Length > 0 && day is null) values.Fault("起始日应写成 2026-12-01；起初就有的留空。");
            if (day > time.Today.AddDays(CorridorKeeping.MostDaysAhead)) values.Fault($"起始日最多提前 {CorridorKeeping.MostDaysAhead} 天。");
            var standing = CorridorKeeping.StandingOf(day ?? DateOnly.MinValue, values.Named<CorridorStatus>("status", s => s.Word()), values.Needed("source", Corridor.SourceMaxLength));
            if (corridor is not null && !seen.Add((corridor.Id, standing.From))) values.Fault("与前面的行是同一通道、同一起始日。");
            if (problems.Count >= NetworkSheet.MostProblems) break;
            if (values.AreGood) read.Add((corridor!, standing));
        }
        return read;
    }

    private bool Keep(Corridor corridor, CorridorStanding standing)
    {
        if (corridor.Standings.Count == 0)
        {
            if (standing.From == DateOnly.MinValue && (standing.Status, standing.Source) == (corridor.Status, corridor.StatusSource)) return false;
            // what stood since nobody knows when is kept as well
            corridor.Standings.Add(CorridorKeeping.StandingOf(DateOnly.MinValue, corridor.Status, corridor.StatusSource));
        }
        var label = standing.From == DateOnly.MinValue ? "状态（起初）" : string.Create(CultureInfo.InvariantCulture, $"状态（{standing.From:yyyy-MM-dd} 起）");
        var present = corridor.Standings.Find(s => s.From == standing.From);
        if (present is not null && (present.Status, present.Source) == (standing.Status, standing.Source)) return false;
        journal.Write(JournalSubjects.Network, CorridorKeeping.Key(corridor.Id), NetworkActs.CorridorStands, NetworkSheet.Note, [new FieldChange(label, present is null ? null : Said(present), Said(standing))]);
        if (present is null) corridor.Standings.Add(standing);
        else (present.Status, present.Source) = (standing.Status, standing.Source);
        // standings are rows of their own: the corridor has to change for its version to count
        db.Entry(corridor).Property(c => c.Version).IsModified = true;
        return true;
    }

    private void Follow(Corridor corridor)
    {
        if (corridor.On(time.Today) is { } present) (corridor.Status, corridor.StatusSource) = (present.Status, present.Source);
    }

    private static string Said(CorridorStanding standing) => $"{standing.Status.Word()}（{standing.Source}）";
}
