using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Parks;

/// <summary>A lease to record.</summary>
/// <param name="Until">The last day; null where none is agreed.</param>
public sealed record LeaseData(int EnterpriseId, DateOnly From, DateOnly? Until, string? Note);

/// <summary>Lets units. The unit's counted version decides between two people who let it at once; nothing is ever let twice on one day.</summary>
public sealed class LeaseService(PortalDbContext db, PortalJournal journal, Actor actor, ChinaTime time)
{
    private const string Stale = "您打开之后，他人已修改这个单元或它的租约。请核对最新内容后再操作。";

    /// <summary>The enterprise that a person means by a credit code or by its whole name; null for none.</summary>
    public async Task<int?> FindTenantAsync(string typed, CancellationToken cancellation)
    {
        var (name, code) = (typed.Trim(), CreditCodes.Normalize(typed));
        var found = await db.Enterprises.Where(e => e.CreditCode == code || e.Name == name).OrderByDescending(e => e.CreditCode == code).Select(e => e.Id).Take(1).ToListAsync(cancellation);
        return found is [var id] ? id : null;
    }

    /// <summary>Lets a unit to an enterprise.</summary>
    /// <param name="version">The unit's version that the form showed.</param>
    public async Task<Outcome> LetAsync(int unitId, int version, LeaseData data, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(token => LetWithinAsync(unitId, version, data, token), cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Stale);
        }
    }

    /// <summary>Whether a unit is let on a day: tells why a save was refused by the database.</summary>
    internal Task<bool> IsLetAsync(int unitId, DateOnly day, CancellationToken cancellation) => db.Leases.Where(OnDay.Runs(day)).AnyAsync(l => l.UnitId == unitId, cancellation);

    /// <summary>Lets a unit as a part of the caller's transaction, over whatever version it has now.</summary>
    internal async Task<Outcome> LetWithinAsync(int unitId, LeaseData data, CancellationToken cancellation)
    {
        var version = await db.Units.Where(u => u.Id == unitId).Select(u => (int?)u.Version).SingleOrDefaultAsync(cancellation);
        return version is { } present ? await LetWithinAsync(unitId, present, data, cancellation) : Gone();
    }

    /// <summary>Sets the last day of a lease: sooner when the tenant leaves, later when it stays on.</summary>
    /// <param name="version">The unit's version that the form showed.</param>
    /// <param name="until">The last day; null where none is agreed any more.</param>
    public Task<Outcome> EndAsync(int leaseId, int version, DateOnly? until, string reason, CancellationToken cancellation) => ChangeAsync(leaseId, version, (unit, lease) =>
    {
        if (until < lease.From) return Outcome.Refused("Until", $"终止日不能早于起租日 {UnitDesk.Day(lease.From)}。");
        if (unit.Leases.Find(l => l.Id != lease.Id && l.From > lease.From && (until is null || l.From <= until)) is { } next)
            return Outcome.Refused("Until", $"{UnitDesk.Day(next.From)} 起已租给{next.Enterprise!.Name}，终止日须早于这一天。");
        journal.Write(JournalSubjects.Unit, UnitDesk.Key(unit.Id), ParkActs.LeaseEnded, reason, [new FieldChange($"{lease.Enterprise!.Name}的租约终止日", Last(lease.Until), Last(until))]);
        lease.Until = until;
        return Outcome.Done;
    }, cancellation);

    /// <summary>Takes a lease back that was recorded by mistake and has not begun.</summary>
    /// <param name="version">The unit's version that the form showed.</param>
    public Task<Outcome> TakeBackAsync(int leaseId, int version, CancellationToken cancellation) => ChangeAsync(leaseId, version, (unit, lease) =>
    {
        if (lease.From <= time.Today) return Outcome.Refused("租约已经开始，不能撤销；租户离开的，请改定终止日。");
        journal.Write(JournalSubjects.Unit, UnitDesk.Key(unit.Id), ParkActs.LeaseTakenBack, $"{lease.Enterprise!.Name}，{UnitDesk.Day(lease.From)} 至 {Last(lease.Until)}");
        db.Remove(lease);
        return Outcome.Done;
    }, cancellation);

    private async Task<Outcome> LetWithinAsync(int unitId, int version, LeaseData data, CancellationToken cancellation)
    {
        if (await WithLeases().SingleOrDefaultAsync(u => u.Id == unitId, cancellation) is not { } unit) return Gone();
        if (Refuse(unit, data) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var tenant = await db.Enterprises.Where(e => e.Id == data.EnterpriseId).Select(e => new { e.Name, e.Stage }).SingleAsync(cancellation);
        if (tenant.Stage == EnterpriseStage.Left) return Outcome.Refused("Tenant", $"{tenant.Name}已退出园区，不能登记租约。");
        db.Expect(unit, version);
        // the lease is a row of its own: the unit has to change for its version to count
        db.Entry(unit).Property(u => u.Version).IsModified = true;
        unit.Leases.Add(new Lease
        {
            EnterpriseId = data.EnterpriseId,
            From = data.From,
            Until = data.Until,
            Note = data.Note,
            RecordedAt = time.UtcNow,
            RecordedBy = actor.Name,
        });
        journal.Write(JournalSubjects.Unit, UnitDesk.Key(unitId), ParkActs.UnitLet, data.Note, [new FieldChange("租户", null, tenant.Name), new FieldChange("租期", null, $"{UnitDesk.Day(data.From)} 至 {Last(data.Until)}")]);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    private async Task<Outcome> ChangeAsync(int leaseId, int version, Func<Unit, Lease, Outcome> change, CancellationToken cancellation)
    {
        if (await WithLeases().SingleOrDefaultAsync(u => u.Leases.Any(l => l.Id == leaseId), cancellation) is not { } unit) return Outcome.Refused("没有这份租约。");
        db.Expect(unit, version);
        db.Entry(unit).Property(u => u.Version).IsModified = true;
        if (change(unit, unit.Leases.Single(l => l.Id == leaseId)) is { IsDone: false } refused)
        {
            db.ChangeTracker.Clear();
            return refused;
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Stale);
        }
    }

    private IQueryable<Unit> WithLeases() => db.Units.Include(u => u.Leases).ThenInclude(l => l.Enterprise);

    private static List<Refusal> Refuse(Unit unit, LeaseData data)
    {
        var refusals = new List<Refusal>();
        if (data.Until < data.From) refusals.Add(new Refusal("Until", "终止日不能早于起租日。"));
        if (data.From < unit.LettableFrom || data.From > unit.LettableUntil) refusals.Add(new Refusal("From", $"这个单元{Lettable(unit)}可以出租，起租日须在其中。"));
        else if ((data.Until ?? DateOnly.MaxValue) > (unit.LettableUntil ?? DateOnly.MaxValue)) refusals.Add(new Refusal("Until", $"这个单元只出租到 {UnitDesk.Day(unit.LettableUntil!.Value)}，请写明终止日。"));
        if (unit.Leases.Find(l => l.From <= (data.Until ?? DateOnly.MaxValue) && (l.Until ?? DateOnly.MaxValue) >= data.From) is { } other)
            refusals.Add(new Refusal("From", $"这段时间已租给{other.Enterprise!.Name}（{UnitDesk.Day(other.From)} 至 {Last(other.Until)}）。"));
        return refusals;
    }

    private static string Lettable(Unit unit) => unit.LettableUntil is { } until ? $" {UnitDesk.Day(unit.LettableFrom)} 至 {UnitDesk.Day(until)} " : $" {UnitDesk.Day(unit.LettableFrom)} 起";

    private static string Last(DateOnly? day) => day is { } until ? UnitDesk.Day(until) : "未约定";

    private static Outcome Gone() => Outcome.Refused("没有这个单元。");
}
