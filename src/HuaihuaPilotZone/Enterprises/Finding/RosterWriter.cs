using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Past;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>
/// Adds many enterprises at once, with everything that saving each would have kept with it: keys, order, completeness, counts. For imports and invented
/// rosters; whatever else is done to enterprises is saved one by one. What an interceptor learns to keep of enterprises has to be kept here too:
/// a test compares both ways table by table.
/// </summary>
public sealed class RosterWriter(PortalDbContext db, ChinaTime time)
{
    /// <summary>Version of a record that is about to go; nobody else saves it any more.</summary>
    private const int Going = -1;

    /// <summary>Inside the caller's transaction. The enterprises have their basic information, tags, markets, contacts, former names and stages; they are not public.</summary>
    /// <returns>The new ids by credit code.</returns>
    /// <exception cref="DbUpdateException">A code is taken.</exception>
    public async Task<IReadOnlyDictionary<string, int>> AddAsync(IReadOnlyList<Enterprise> enterprises, CancellationToken cancellation)
    {
        foreach (var enterprise in enterprises) MakeReady(enterprise);
        await db.InsertManyAsync(enterprises, cancellation);
        string[] codes = [.. enterprises.Select(e => e.CreditCode)];
        var ids = await db.Enterprises.AsNoTracking().Where(e => EF.Parameter(codes).Contains(e.CreditCode)).Select(e => new { e.CreditCode, e.Id }).ToDictionaryAsync(e => e.CreditCode, e => e.Id, StringComparer.Ordinal, cancellation);
        if (ids.Count != enterprises.Count) throw new InvalidOperationException("An enterprise that was written is not there.");
        await InsertPartsAsync(enterprises, ids, e => e.Tags, nameof(EnterpriseTag.EnterpriseId), cancellation);
        await InsertPartsAsync(enterprises, ids, e => e.Markets, nameof(EnterpriseMarket.EnterpriseId), cancellation);
        await InsertPartsAsync(enterprises, ids, e => e.Contacts, nameof(Contact.EnterpriseId), cancellation);
        await InsertPartsAsync(enterprises, ids, e => e.FormerNames, nameof(FormerName.EnterpriseId), cancellation);
        await InsertPartsAsync(enterprises, ids, e => e.StageChanges, nameof(StageChange.EnterpriseId), cancellation);
        await InsertKeysAsync(enterprises, ids, cancellation);
        await db.InsertManyAsync([.. enterprises.Select(SpanKeeper.First)], cancellation, [.. enterprises.Select(e => ids[e.CreditCode])], nameof(RecordSpan.EnterpriseId));
        await db.InsertManyAsync([.. enterprises.GroupBy(e => new RosterCell(e.Stage, e.Type, e.ParkAreaId, e.Visibility)).Select(g => g.Key.Tally(g.Count()))], cancellation);
        return ids;
    }

    /// <summary>Removes enterprises whose records nobody has changed, with their keys and out of the counts; inside the caller's transaction. Nothing else may name them.</summary>
    /// <param name="version">The version that they still have to be.</param>
    /// <returns>Those that are gone.</returns>
    public async Task<IReadOnlySet<int>> RemoveAsync(IReadOnlyList<int> ids, int version, CancellationToken cancellation)
    {
        await db.Enterprises.Where(e => ids.Contains(e.Id) && e.Version == version).ExecuteUpdateAsync(set => set.SetProperty(e => e.Version, Going), cancellation);
        var going = await db.Enterprises.Where(e => ids.Contains(e.Id) && e.Version == Going).Select(e => new { e.Id, Cell = new RosterCell(e.Stage, e.Type, e.ParkAreaId, e.Visibility) }).ToListAsync(cancellation);
        int[] gone = [.. going.Select(e => e.Id)];
        await db.Set<EnterpriseTag>().Where(p => gone.Contains(p.EnterpriseId)).ExecuteDeleteAsync(cancellation);
        await db.Set<EnterpriseMarket>().Where(p => gone.Contains(p.EnterpriseId)).ExecuteDeleteAsync(cancellation);
        await db.Set<Contact>().Where(p => gone.Contains(p.EnterpriseId)).ExecuteDeleteAsync(cancellation);
        await db.Set<FormerName>().Where(p => gone.Contains(p.EnterpriseId)).ExecuteDeleteAsync(cancellation);
        await db.Set<StageChange>().Where(p => gone.Contains(p.EnterpriseId)).ExecuteDeleteAsync(cancellation);
        await db.EnterpriseGrams.Where(p => gone.Contains(p.EnterpriseId)).ExecuteDeleteAsync(cancellation);
        await db.EnterpriseSounds.Where(p => gone.Contains(p.EnterpriseId)).ExecuteDeleteAsync(cancellation);
        await SpanKeeper.ReleaseAsync(db, gone, time.Today, cancellation);
        await db.Enterprises.Where(e => gone.Contains(e.Id)).ExecuteDeleteAsync(cancellation);
        await db.InsertManyAsync([.. going.GroupBy(e => e.Cell).Select(g => g.Key.Tally(-g.Count()))], cancellation);
        return gone.ToHashSet();
    }

    /// <summary>What a save would have written into the record itself.</summary>
    private static void MakeReady(Enterprise enterprise)
    {
        if (enterprise is { IsPublic: true } or { FilingProfile: not null }) throw new ArgumentException("A public record, or one with a profile, is saved by itself.", nameof(enterprise));
        enterprise.NameText = RosterKeys.Text(enterprise.Name);
        enterprise.NameKey = RosterKeys.SortKeyOf(enterprise.NameText);
        enterprise.Completeness = RecordCompleteness.Score(RecordCompleteness.FactsOf(enterprise));
        enterprise.Visibility = enterprise.ShouldBe;
        enterprise.Version = 1;
        enterprise.RefreshSearchText();
    }

    private async Task InsertKeysAsync(IReadOnlyList<Enterprise> enterprises, Dictionary<string, int> ids, CancellationToken cancellation)
    {
        var (grams, sounds) = (new List<EnterpriseGram>(), new List<EnterpriseSound>());
        foreach (var enterprise in enterprises)
        {
            var (id, keys) = (ids[enterprise.CreditCode], RosterKeeper.KeysOf(enterprise));
            grams.AddRange(keys.Grams.Select(g => new EnterpriseGram { Gram = g, EnterpriseId = id }));
            sounds.AddRange(keys.Sounds.Select(s => new EnterpriseSound { Sound = s, EnterpriseId = id }));
        }

        // in the order of the index that they are spread over
        grams.Sort((x, y) => string.CompareOrdinal(x.Gram, y.Gram));
        sounds.Sort((x, y) => string.CompareOrdinal(x.Sound, y.Sound));
        await db.InsertManyAsync(grams, cancellation);
        await db.InsertManyAsync(sounds, cancellation);
    }

    private Task InsertPartsAsync<T>(IReadOnlyList<Enterprise> enterprises, Dictionary<string, int> ids, Func<Enterprise, List<T>> partsOf, string owner, CancellationToken cancellation)
        where T : class
    {
        var parts = enterprises.SelectMany(e => partsOf(e).Select(p => (Owner: ids[e.CreditCode], Part: p))).ToList();
        return db.InsertManyAsync([.. parts.Select(p => p.Part)], cancellation, [.. parts.Select(p => p.Owner)], owner);
    }
}
