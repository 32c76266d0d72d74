using HuaihuaPilotZone.Data.Conventions;
using HuaihuaPilotZone.Enterprises.Past;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>
/// Keeps what the roster is found, ordered and counted by in step with the enterprises: whoever saves one saves its keys, its completeness and the
/// change of the counts in the same transaction, and no service has to think of it.
/// </summary>
internal sealed class RosterKeeper : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        Changed(eventData.Context).Count == 0 ? result : throw new InvalidOperationException("Enterprises are saved with SaveChangesAsync.");

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context)
        {
            await CountProfilesAsync(context, cancellationToken);
            var changed = Changed(context);
            foreach (var entry in changed) await KeepKeysAsync(context, entry, cancellationToken);
            await KeepCompletenessAsync(context, changed, cancellationToken);
            foreach (var entry in changed)
            {
                entry.Entity.Visibility = entry.Entity.ShouldBe;
                Tally(context, entry);
            }
            await SpanKeeper.KeepAsync(context, changed, cancellationToken);
        }

        return result;
    }

    /// <summary>Brings the keys of a record, whose present ones are loaded, up to date in the context, without saving.</summary>
    internal static void MakeKeys(DbContext context, Enterprise enterprise)
    {
        (enterprise.NameText, enterprise.NameKey) = (RosterKeys.Text(enterprise.Name), RosterKeys.SortKey(enterprise.Name));
        var (grams, sounds) = KeysOf(enterprise);
        // pairs of a name that was only a mistake stay: on the days when it stood there it is looked for
        enterprise.Grams.AddRange(grams.Except(enterprise.Grams.Select(g => g.Gram), StringComparer.Ordinal).Select(g => new EnterpriseGram { Gram = g }).ToList());
        Follow(context, enterprise.Sounds, s => s.Sound, sounds, s => new EnterpriseSound { Sound = s });
    }

    /// <summary>What an enterprise is found by, of all its names and its former codes; the former ones are loaded.</summary>
    internal static (IReadOnlyList<string> Grams, IReadOnlyList<string> Sounds) KeysOf(Enterprise enterprise)
    {
        string[] texts = [enterprise.NameText.Length > 0 ? enterprise.NameText : RosterKeys.Text(enterprise.Name), .. enterprise.FormerNames.Select(n => n.Text.Length > 0 ? n.Text : RosterKeys.Text(n.Name))];
        var codes = enterprise.FormerCodes.Select(c => RosterKeys.Text(c.Code));
        return ([.. texts.SelectMany(RosterKeys.Grams).Distinct(StringComparer.Ordinal)], [.. RosterKeys.SoundsOf(texts, enterprise.EnglishName).Union(codes, StringComparer.Ordinal)]);
    }

    private static async Task KeepKeysAsync(DbContext context, EntityEntry<Enterprise> entry, CancellationToken cancellation)
    {
        if (entry.State == EntityState.Added)
        {
            MakeKeys(context, entry.Entity);
            return;
        }

        var isRenamed = entry.Property(e => e.Name).IsModified || entry.Property(e => e.EnglishName).IsModified || entry.Entity.NameKey.Length == 0;
        if (entry.State == EntityState.Modified && !isRenamed) return;
        await entry.Collection(e => e.Grams).LoadAsync(cancellation);
        await entry.Collection(e => e.Sounds).LoadAsync(cancellation);
        await entry.Collection(e => e.FormerNames).LoadAsync(cancellation);
        await entry.Collection(e => e.FormerCodes).LoadAsync(cancellation);
        if (entry.State == EntityState.Modified)
        {
            MakeKeys(context, entry.Entity);
            return;
        }

        context.RemoveRange(entry.Entity.Grams);
        context.RemoveRange(entry.Entity.Sounds);
    }

    private static void Follow<T>(DbContext context, List<T> rows, Func<T, string> keyOf, IReadOnlyList<string> wanted, Func<string, T> make)
        where T : class
    {
        context.RemoveRange(rows.Where(r => !wanted.Contains(keyOf(r), StringComparer.Ordinal)).ToList());
        var known = rows.Select(keyOf).ToHashSet(StringComparer.Ordinal);
        rows.AddRange(wanted.Where(w => !known.Contains(w)).Select(make));
    }

    // a profile belongs to the completeness of its enterprise, whose version must then count
    private static async Task CountProfilesAsync(DbContext context, CancellationToken cancellation)
    {
        foreach (var profile in context.ChangeTracker.Seen<FilingProfile>().Where(p => p.State is EntityState.Added or EntityState.Deleted).ToList())
        {
            if (profile.Property(p => p.EnterpriseId).IsTemporary) continue;
            if (await context.FindAsync<Enterprise>([profile.Entity.EnterpriseId], cancellation) is not { } enterprise) continue;
            var entry = context.Entry(enterprise);
            if (entry.State != EntityState.Unchanged) continue;
            entry.Property(e => e.UpdatedAt).IsModified = true;
            enterprise.Version++;
        }
    }

    private static async Task KeepCompletenessAsync(DbContext context, List<EntityEntry<Enterprise>> changed, CancellationToken cancellation)
    {
        foreach (var added in changed.Where(e => e.State == EntityState.Added).Select(e => e.Entity))
            added.Completeness = RecordCompleteness.Score(RecordCompleteness.FactsOf(added));
        List<int> ids = [.. changed.Where(e => e.State == EntityState.Modified).Select(e => e.Entity.Id)];
        if (ids.Count == 0) return;
        var stored = await context.Set<Enterprise>().Where(e => ids.Contains(e.Id))
            .Select(e => new { e.Id, Tags = e.Tags.Count, Markets = e.Markets.Count, Contacts = e.Contacts.Count, HasProfile = e.FilingProfile != null })
            .ToDictionaryAsync(e => e.Id, cancellation);
        foreach (var enterprise in changed.Where(e => e.State == EntityState.Modified).Select(e => e.Entity))
        {
            if (!stored.TryGetValue(enterprise.Id, out var now)) continue;
            enterprise.Completeness = RecordCompleteness.Score(RecordCompleteness.FactsOf(
                enterprise,
                now.Tags + Difference<EnterpriseTag>(context, t => t.EnterpriseId == enterprise.Id),
                now.Markets + Difference<EnterpriseMarket>(context, m => m.EnterpriseId == enterprise.Id),
                now.Contacts + Difference<Contact>(context, c => c.EnterpriseId == enterprise.Id),
                (now.HasProfile ? 1 : 0) + Difference<FilingProfile>(context, p => p.EnterpriseId == enterprise.Id) > 0));
        }
    }

    /// <summary>How many rows this save adds less how many it removes.</summary>
    private static int Difference<T>(DbContext context, Func<T, bool> isOf)
        where T : class =>
        context.ChangeTracker.Entries<T>().Where(e => isOf(e.Entity)).Sum(e => e.State switch
        {
            EntityState.Added => 1,
            EntityState.Deleted => -1,
            _ => 0,
        });

    private static void Tally(DbContext context, EntityEntry<Enterprise> entry)
    {
        // a record that was merged is counted no more
        var merged = entry.Property(e => e.MergedIntoId);
        var (was, isIn) = (entry.State != EntityState.Added && merged.OriginalValue is null, entry.State != EntityState.Deleted && merged.CurrentValue is null);
        var (before, now) = (was ? CellOf(entry, p => p.OriginalValue) : null, isIn ? CellOf(entry, p => p.CurrentValue) : null);
        if (before == now) return;
        if (before is not null) context.Add(before.Tally(-1));
        if (now is not null) context.Add(now.Tally(1));
    }

    private static RosterCell CellOf(EntityEntry<Enterprise> entry, Func<PropertyEntry, object?> valueOf) => new(
        (EnterpriseStage)valueOf(entry.Property(nameof(Enterprise.Stage)))!,
        (EnterpriseType)valueOf(entry.Property(nameof(Enterprise.Type)))!,
        (int?)valueOf(entry.Property(nameof(Enterprise.ParkAreaId))),
        (EnterpriseVisibility)valueOf(entry.Property(nameof(Enterprise.Visibility)))!);

    private static List<EntityEntry<Enterprise>> Changed(DbContext? context) =>
        context is null ? [] : [.. context.ChangeTracker.Seen<Enterprise>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];
}

/// <summary>Enterprises of one stage, type and area that are shown, or that are not.</summary>
public sealed record RosterCell(EnterpriseStage Stage, EnterpriseType Type, int? AreaId, EnterpriseVisibility Visibility)
{
    /// <summary>Whether its enterprises have the stage, type, area and visibility that are asked for.</summary>
    internal bool Fits(RosterQuery query) =>
        (query.Stage is null || Stage == query.Stage) && (query.Type is null || Type == query.Type) && IsIn(query)
        && (!query.IsShown || Visibility == EnterpriseVisibility.Shown);

    private bool IsIn(RosterQuery query) => query.AreaId is null || AreaId == query.AreaId || (AreaId is { } area && query.Areas?.Contains(area) == true);

    internal RosterTally Tally(int change) => new()
    {
        Stage = Stage,
        Type = Type,
        ParkAreaId = AreaId,
        Visibility = Visibility,
        Change = change,
    };
}
