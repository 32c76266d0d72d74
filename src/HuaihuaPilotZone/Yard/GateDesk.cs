using System.Globalization;
using System.Runtime.CompilerServices;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Personal.Keys;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Yard;

/// <summary>The gate of the yard: containers come in, go out, and what was written down by mistake is taken back. A container that is in cannot come in again, one that is not in cannot go out.</summary>
public sealed class GateDesk(PortalDbContext db, PersonalKeyRing ring, PortalJournal journal, Actor actor, ChinaTime time)
{
    /// <summary>How far back a passage may be written down.</summary>
    public const int MostDaysBack = 30;

    // clocks of the gate and of this machine may differ a little
    private const int MostMinutesAhead = 5;

    public Task<Page<GateRow>> ListAsync(GateFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    public Task<GateRow?> FindAsync(int moveId, CancellationToken cancellation) => Shown(db.GateMoves.AsNoTracking().Where(m => m.Id == moveId)).SingleOrDefaultAsync(cancellation);

    /// <summary>All rows of a list, for a file, with vehicles in full; noted in the journal before the first row leaves.</summary>
    public async IAsyncEnumerable<GateRow> StreamAsync(GateFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        journal.Write(JournalSubjects.Yard, "export", YardActs.GateExported, filter == new GateFilter() ? "CSV" : "CSV（按条件）");
        await db.SaveChangesAsync(cancellation);
        await foreach (var row in Rows(filter).AsAsyncEnumerable().WithCancellation(cancellation)) yield return row;
    }

    /// <returns>The id of the new stay.</returns>
    public async Task<Outcome<int>> InAsync(GateInData data, CancellationToken cancellation)
    {
        var check = ContainerNumber.Examine(data.Container);
        if (Refuse(check, data.IsCompared, data.At) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        try
        {
            return await db.InTransactionAsync<int>(token => InWithinAsync(check, data, token), cancellation);
        }
        catch (DbUpdateException)
        {
            // the unique index: somebody else was first at the container or at the position
            db.ChangeTracker.Clear();
            if (await OpenAsync(check.Normalised, cancellation) is { } open) return IsIn(open);
            if (data.Position is { } code && await db.YardStays.Where(s => s.Position!.Code == code).Select(s => s.Container).FirstOrDefaultAsync(cancellation) is { } other) return YardKeeping.IsTaken(code, other);
            throw;
        }
    }

    /// <summary>Of two people who let the same container out, the first one counts.</summary>
    public async Task<Outcome> OutAsync(GateOutData data, CancellationToken cancellation)
    {
        var number = ContainerNumber.Normalize(data.Container);
        if (number.Length == 0) return Outcome.Refused(nameof(data.Container), "请填写集装箱号。");
        if (RefuseTime(data.At) is { } refusal) return Outcome.Refused([refusal]);
        var at = ChinaTime.ToUtc(data.At);
        return await db.InTransactionAsync(
            async token =>
            {
                if (await OpenAsync(number, token) is not { } open) return NotIn(number);
                if (at < open.InAt) return Outcome.Refused(nameof(data.At), $"进场是 {Text(open.InAt)}，出场时间不能更早。");
                var left = await db.YardStays.Where(s => s.Id == open.Id && s.OutAt == null && s.TakenBackAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.OutAt, at).SetProperty(s => s.PositionId, (int?)null).SetProperty(s => s.Version, s => s.Version + 1), token);
                if (left == 0) return NotIn(number);
                db.GateMoves.Add(Make(open.Id, number, GateDirection.Out, at, data.Vehicle, data.Note, isCompared: false));
                if (open.Position is { } position) db.YardShifts.Add(new YardShift { StayId = open.Id, From = position.Code, At = time.UtcNow, By = actor.Name });
                journal.Write(JournalSubjects.YardStay, Key(open.Id), YardActs.GatedOut, $"{number}，{Text(at)}");
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }

    /// <summary>Takes the latest passage of a container back: one out makes it be in again, without a position, one in makes it never have come.</summary>
    public async Task<Outcome> TakeBackAsync(int moveId, string reason, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(token => TakeBackWithinAsync(moveId, reason, token), cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("他人刚刚登记了这个箱子，请核对最新内容。");
        }
    }

    private async Task<Outcome<int>> InWithinAsync(ContainerNumberCheck check, GateInData data, CancellationToken cancellation)
    {
        var at = ChinaTime.ToUtc(data.At);
        if (await OpenAsync(check.Normalised, cancellation) is { } open) return IsIn(open);
        var last = await db.YardStays.Where(s => s.Container == check.Normalised && s.TakenBackAt == null).MaxAsync(s => s.OutAt, cancellation);
        if (last > at) return Outcome.Refused(nameof(data.At), $"这个箱子最近一次出场是 {Text(last.Value)}，进场时间不能更早。");
        YardPosition? position = null;
        if (data.Position is { } code)
        {
            var (found, refused) = await YardKeeping.FreeAsync(db, code, cancellation);
            if (refused is not null) return refused;
            position = found;
        }
        var stay = new YardStay
        {
            Container = check.Normalised,
            EnterpriseId = data.EnterpriseId,
            Load = data.Load,
            Size = data.Size,
            InAt = at,
            PositionId = position?.Id,
            IsDemonstration = false,
        };
        db.YardStays.Add(stay);
        await db.SaveChangesAsync(cancellation);
        db.GateMoves.Add(Make(stay.Id, stay.Container, GateDirection.In, at, data.Vehicle, data.Note, !check.IsValid));
        if (position is not null) db.YardShifts.Add(new YardShift { StayId = stay.Id, To = position.Code, At = time.UtcNow, By = actor.Name });
        journal.Write(JournalSubjects.YardStay, Key(stay.Id), YardActs.GatedIn, $"{stay.Container}，{Text(at)}{(check.IsValid ? null : "，校验位不符，已对照箱体核对")}");
        await db.SaveChangesAsync(cancellation);
        return stay.Id;
    }

    private async Task<Outcome> TakeBackWithinAsync(int moveId, string reason, CancellationToken cancellation)
    {
        if (await db.GateMoves.Include(m => m.Stay).SingleOrDefaultAsync(m => m.Id == moveId, cancellation) is not { Stay: { } stay } move) return Outcome.Refused("没有这条记录。");
        if (move.TakenBackAt is not null) return Outcome.Refused("这条记录已经撤销。");
        if (await db.YardStays.AnyAsync(s => s.Container == stay.Container && s.Id > stay.Id && s.TakenBackAt == null, cancellation)) return Outcome.Refused("这个箱子以后又有进出场记录，请先撤销以后的记录。");
        if (move.Direction == GateDirection.In && stay.OutAt is not null) return Outcome.Refused("这个箱子已经登记出场，请先撤销出场记录。");
        var (now, position) = (time.UtcNow, stay.PositionId is { } id ? await db.YardPositions.Where(p => p.Id == id).Select(p => p.Code).SingleAsync(cancellation) : null);
        if (move.Direction == GateDirection.In) (stay.TakenBackAt, stay.PositionId) = (now, null);
        else stay.OutAt = null;
        (move.TakenBackAt, move.TakenBackBy, move.TakenBackReason) = (now, actor.Name, reason);
        if (position is not null) db.YardShifts.Add(new YardShift { StayId = stay.Id, From = position, At = now, By = actor.Name });
        journal.Write(JournalSubjects.YardStay, Key(stay.Id), YardActs.TakenBack, $"{move.Container} {move.Direction.Word()}（{Text(move.At)}）：{reason}");
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    private IQueryable<GateRow> Rows(GateFilter filter)
    {
        var moves = db.GateMoves.AsNoTracking();
        if (filter.Direction is { } direction) moves = moves.Where(m => m.Direction == direction);
        if (filter.From is { } from) moves = moves.Where(m => m.Day >= from);
        if (filter.To is { } to) moves = moves.Where(m => m.Day <= to);
        if (SearchWord.Of(filter.Text) is { } word)
        {
            var number = ContainerNumber.Normalize(word) is { Length: > 0 } typed ? typed : word;
            var vehicle = VehicleMarks.Of(ring, word);
            moves = moves.Where(m => m.Container.Contains(number) || (vehicle != null && m.VehicleMark == vehicle) || m.Note!.Contains(word));
        }
        var ordered = filter.OldestFirst ? moves.OrderBy(m => m.At).ThenBy(m => m.Id) : moves.OrderByDescending(m => m.At).ThenByDescending(m => m.Id);
        return Shown(ordered);
    }

    private static IQueryable<GateRow> Shown(IQueryable<GateMove> moves) => moves.Select(m => new GateRow(
        m.Id, m.StayId, m.Container, m.Direction, m.At, m.Stay!.Enterprise!.Name, m.Vehicle, m.Note, m.IsComparedWithBox, m.RecordedBy, m.RecordedAt, m.TakenBackReason, m.Stay.IsDemonstration));

    private Task<YardStay?> OpenAsync(string container, CancellationToken cancellation) =>
        db.YardStays.AsNoTracking().Include(s => s.Position).SingleOrDefaultAsync(s => s.Container == container && s.OutAt == null && s.TakenBackAt == null, cancellation);

    private GateMove Make(int stayId, string container, GateDirection direction, DateTime at, string? vehicle, string? note, bool isCompared) => new()
    {
        StayId = stayId,
        Container = container,
        Direction = direction,
        At = at,
        Day = ChinaTime.DayOf(at),
        Vehicle = vehicle,
        VehicleMark = VehicleMarks.Of(ring, vehicle),
        Note = note,
        IsComparedWithBox = isCompared,
        RecordedBy = actor.Name,
        RecordedAt = time.UtcNow,
    };

    private List<Refusal> Refuse(ContainerNumberCheck check, bool isCompared, DateTime at)
    {
        var refusals = new List<Refusal>();
        if (!check.IsValid && !(check.IsCheckDigitOnly && isCompared))
            refusals.Add(new Refusal(nameof(GateInData.Container), check.IsCheckDigitOnly ? $"{check.Problem}箱体上确实如此的，请勾选“已对照箱体核对”。" : check.Problem!));
        if (RefuseTime(at) is { } refusal) refusals.Add(refusal);
        return refusals;
    }

    private Refusal? RefuseTime(DateTime at) =>
        at > time.Now.AddMinutes(MostMinutesAhead) ? new Refusal(nameof(GateInData.At), "时间不能晚于现在。")
        : at < time.Now.AddDays(-MostDaysBack) ? new Refusal(nameof(GateInData.At), $"最多补记 {MostDaysBack} 天以内的进出场。")
        : null;

    private static Outcome IsIn(YardStay open) => Outcome.Refused(nameof(GateInData.Container), $"{open.Container} 已在场内（{Text(open.InAt)} 进场），请先登记出场。");

    private static Outcome NotIn(string container) => Outcome.Refused(nameof(GateOutData.Container), $"{container} 不在场内，不能登记出场。请核对箱号，或先补记进场。");

    internal static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>A stored moment as people read it.</summary>
    internal static string Text(DateTime utc) => ChinaTime.FromUtc(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
