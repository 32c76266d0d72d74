using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Conventions;
using HuaihuaPilotZone.Enterprises.Finding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HuaihuaPilotZone.Enterprises.Past;

/// <summary>
/// Keeps the spans of enterprises in step with their records, whoever saves them: one read for all that are saved together, none for new ones.
/// A stage holds from the day that the record says, everything else from the day of the act, which is that of <see cref="Enterprise.UpdatedAt"/>.
/// </summary>
internal static class SpanKeeper
{
    private static readonly string[] _moving =
    [
        nameof(Enterprise.Name), nameof(Enterprise.CreditCode), nameof(Enterprise.Type), nameof(Enterprise.ParkAreaId), nameof(Enterprise.Stage), nameof(Enterprise.StageSince),
        nameof(Enterprise.IsPublic), nameof(Enterprise.SuspendedAt), nameof(Enterprise.MergedIntoId),
    ];

    /// <summary>Adds and changes spans in the context, without saving.</summary>
    public static async Task KeepAsync(DbContext context, IReadOnlyList<EntityEntry<Enterprise>> changed, CancellationToken cancellation)
    {
        foreach (var added in changed.Where(e => e.State == EntityState.Added).Select(e => e.Entity)) context.Add(First(added));
        var gone = changed.Where(e => e.State == EntityState.Deleted).Select(e => e.Entity).ToList();
        if (gone.Count > 0) await ReleaseAsync(context, gone, cancellation);
        var tags = TagChanges(context);
        var moved = changed.Where(e => e.State == EntityState.Modified && (tags.Contains(e.Entity.Id) || _moving.Any(p => e.Property(p).IsModified))).ToList();
        if (moved.Count == 0) return;
        var (ids, earliest) = (moved.ConvertAll(e => (int?)e.Entity.Id), moved.Min(e => ValidFrom(e.Entity)));
        var spans = (await context.Set<RecordSpan>().Where(s => ids.Contains(s.EnterpriseId) && s.SupersededOn == RecordSpan.Open && s.ValidTo >= earliest).ToListAsync(cancellation))
            .ToLookup(s => s.EnterpriseId);
        foreach (var entry in moved)
        {
            var known = spans[entry.Entity.Id].OrderBy(s => s.ValidFrom).ToList();
            if (known.Count == 0) known.Add(await BeforeAsync(context, entry, cancellation));
            var merged = entry.Property(e => e.MergedIntoId);
            if (merged.CurrentValue is not null)
            {
                if (merged.IsModified && merged.OriginalValue is null) Close(known[^1], DayOf(entry.Entity));
                continue;
            }

            if (merged.IsModified) Reopen(context, entry.Entity, known);
            Follow(context, entry.Entity, known, tags[entry.Entity.Id]);
        }
    }

    /// <summary>The first span of a new record.</summary>
    internal static RecordSpan First(Enterprise enterprise) => Make(
        enterprise, FactsOf(enterprise, SpanFacts.Join(enterprise.Tags.Select(t => t.IndustryTagId))), ValidFrom(enterprise), DayOf(enterprise), SpanOrigin.Act);

    /// <summary>As for records that are taken out one by one, for many whose rows are deleted without being read.</summary>
    internal static async Task ReleaseAsync(PortalDbContext db, IReadOnlyList<int> ids, DateOnly day, CancellationToken cancellation)
    {
        var spans = db.RecordSpans.Where(s => s.EnterpriseId != null && ids.Contains(s.EnterpriseId.Value));
        await spans.Where(s => s.SupersededOn == RecordSpan.Open && s.RecordedOn >= day).ExecuteDeleteAsync(cancellation);
        await spans.Where(s => s.SupersededOn == RecordSpan.Open).ExecuteUpdateAsync(set => set.SetProperty(s => s.SupersededOn, day).SetProperty(s => s.EnterpriseId, (int?)null), cancellation);
        await spans.ExecuteUpdateAsync(set => set.SetProperty(s => s.EnterpriseId, (int?)null), cancellation);
    }

    private static void Follow(DbContext context, Enterprise enterprise, List<RecordSpan> known, IEnumerable<EntityEntry<EnterpriseTag>> tags)
    {
        var last = known[^1];
        var day = Later(DayOf(enterprise), last.RecordedOn);
        var ids = SpanFacts.Split(last.TagIds).ToHashSet();
        foreach (var tag in tags)
        {
            if (tag.State == EntityState.Added) ids.Add(tag.Entity.IndustryTagId);
            else ids.Remove(tag.Entity.IndustryTagId);
        }

        var now = FactsOf(enterprise, SpanFacts.Join(ids));
        var weaver = new SpanWeaver(context, day, enterprise.UpdatedAt, SpanOrigin.Act, Reason: null, By: null);
        if ((last.Stage, last.StageSince) != (now.Stage, now.StageSince))
            weaver.Weave(known, Earlier(now.StageSince, day), RecordSpan.Open, f => f with { Stage = now.Stage, StageSince = now.StageSince });
        weaver.Weave(known, day, RecordSpan.Open, _ => now);
    }

    /// <summary>From the day of a merge on the record is another one's: until yesterday it stands in the lists, from today on the other one alone.</summary>
    private static void Close(RecordSpan last, DateOnly day) => last.ValidTo = Later(day, last.ValidFrom);

    /// <summary>A merge is undone: on the day itself as if it had never been, later it stays known that the record was away.</summary>
    private static void Reopen(DbContext context, Enterprise enterprise, List<RecordSpan> known)
    {
        var (last, day) = (known[^1], DayOf(enterprise));
        if (last.ValidTo == day)
        {
            last.ValidTo = RecordSpan.Open;
            return;
        }

        var span = Make(enterprise, last.Facts, last.ValidTo, day, SpanOrigin.Act);
        context.Add(span);
        known.Add(span);
    }

    /// <summary>What stood in a record that has no spans yet: it was there before the history began.</summary>
    private static async Task<RecordSpan> BeforeAsync(DbContext context, EntityEntry<Enterprise> entry, CancellationToken cancellation)
    {
        var old = (Enterprise)entry.OriginalValues.ToObject();
        var tags = await context.Set<EnterpriseTag>().AsNoTracking().Where(t => t.EnterpriseId == old.Id).Select(t => t.IndustryTagId).ToListAsync(cancellation);
        var span = Make(entry.Entity, FactsOf(old, SpanFacts.Join(tags)), Earlier(old.StageSince, ChinaTime.DayOf(old.CreatedAt)), ChinaTime.DayOf(old.CreatedAt), SpanOrigin.Opening);
        context.Add(span);
        return span;
    }

    /// <summary>A record is taken out: nothing is known of it any more, but what was once known stays.</summary>
    private static async Task ReleaseAsync(DbContext context, List<Enterprise> gone, CancellationToken cancellation)
    {
        var ids = gone.ConvertAll(e => (int?)e.Id);
        var day = gone.Max(DayOf);
        foreach (var span in await context.Set<RecordSpan>().Where(s => ids.Contains(s.EnterpriseId)).ToListAsync(cancellation))
        {
            span.EnterpriseId = null;
            if (!span.IsKnown) continue;
            if (span.RecordedOn >= day) context.Remove(span);
            else span.SupersededOn = day;
        }
    }

    internal static RecordSpan Make(Enterprise enterprise, SpanFacts facts, DateOnly from, DateOnly day, SpanOrigin origin) => new()
    {
        Enterprise = enterprise,
        ValidFrom = from,
        ValidTo = RecordSpan.Open,
        RecordedOn = day,
        RecordedAt = enterprise.UpdatedAt,
        SupersededOn = RecordSpan.Open,
        Origin = origin,
        Name = facts.Name,
        NameText = IsNamed(enterprise, facts) ? enterprise.NameText : RosterKeys.Text(facts.Name),
        NameKey = IsNamed(enterprise, facts) ? enterprise.NameKey : RosterKeys.SortKey(facts.Name),
        CreditCode = facts.CreditCode,
        Type = facts.Type,
        ParkAreaId = facts.ParkAreaId,
        Stage = facts.Stage,
        StageSince = facts.StageSince,
        TagIds = facts.TagIds,
        IsShown = facts.IsShown,
    };

    internal static SpanFacts FactsOf(Enterprise enterprise, string tagIds) => new(
        enterprise.Name, enterprise.CreditCode, enterprise.Type, enterprise.ParkAreaId, enterprise.Stage, enterprise.StageSince, tagIds, enterprise is { IsPublic: true, SuspendedAt: null });

    // the keys of the record's name were made just now
    private static bool IsNamed(Enterprise enterprise, SpanFacts facts) => enterprise.NameKey.Length > 0 && string.Equals(enterprise.Name, facts.Name, StringComparison.Ordinal);

    private static ILookup<int, EntityEntry<EnterpriseTag>> TagChanges(DbContext context) =>
        context.ChangeTracker.Seen<EnterpriseTag>().Where(t => t.State is EntityState.Added or EntityState.Deleted).ToLookup(t => t.Property(p => p.EnterpriseId).CurrentValue);

    private static DateOnly DayOf(Enterprise enterprise) => ChinaTime.DayOf(enterprise.UpdatedAt);

    private static DateOnly ValidFrom(Enterprise enterprise) => Earlier(enterprise.StageSince, DayOf(enterprise));

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
