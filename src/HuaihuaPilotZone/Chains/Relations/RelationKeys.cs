using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Chains.Relations;

/// <summary>
/// Keys of relations: supplier, buyer and goods, the same whoever states it, so that nobody states one twice. They are made of the enterprises' ids;
/// where records are merged or split, the keys of what moves are made anew.
/// </summary>
internal static class RelationKeys
{
    /// <summary>Keys of a request in one list.</summary>
    private const int Chunk = 500;

    /// <param name="otherName">Of another side that is not in the roster.</param>
    public static string Of(int statedById, int? otherId, string? otherName, bool isSupplier, string goods)
    {
        var (own, other) = (FormattableString.Invariant($"e{statedById}"), otherId is { } id ? FormattableString.Invariant($"e{id}") : $"n{otherName}");
        var said = isSupplier ? $"{own}\n{other}\n{goods}" : $"{other}\n{own}\n{goods}";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
    }

    /// <summary>Relations that one enterprise states, or that are stated of it, which would say what is stated already once they were the other one's.</summary>
    /// <param name="isStated">Those that it states; otherwise those that others state of it.</param>
    public static async Task<IReadOnlyList<int>> TwiceAsync(PortalDbContext db, int from, int to, bool isStated, CancellationToken cancellation)
    {
        var relations = db.SupplyRelations.AsNoTracking();
        var coming = (await (isStated ? relations.Where(r => r.StatedById == from) : relations.Where(r => r.OtherId == from)).OrderBy(r => r.Id).ToListAsync(cancellation))
            .ConvertAll(r => (r.Id, StatedById: isStated ? to : r.StatedById, Key: isStated ? Of(to, r.OtherId, r.OtherName, r.IsSupplier, r.Goods) : Of(r.StatedById, to, null, r.IsSupplier, r.Goods)));
        var there = new HashSet<(int StatedById, string Key)>();
        foreach (var part in coming.Select(r => r.Key).Distinct(StringComparer.Ordinal).Chunk(Chunk))
        {
            List<string> keys = [.. part];
            var known = await db.SupplyRelations.Where(r => keys.Contains(r.Key)).Select(r => new { r.StatedById, r.Key }).ToListAsync(cancellation);
            there.UnionWith(known.Select(r => (r.StatedById, r.Key)));
        }
        return [.. coming.Where(r => there.Contains((r.StatedById, r.Key))).Select(r => r.Id)];
    }

    /// <summary>Makes the keys of relations anew whose enterprises are others now.</summary>
    public static async Task RenewAsync(PortalDbContext db, IReadOnlyList<int> ids, CancellationToken cancellation)
    {
        foreach (var part in ids.Chunk(Chunk))
        {
            List<int> some = [.. part];
            foreach (var relation in await db.SupplyRelations.AsNoTracking().Where(r => some.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(cancellation))
            {
                var key = Of(relation.StatedById, relation.OtherId, relation.OtherName, relation.IsSupplier, relation.Goods);
                await db.SupplyRelations.Where(r => r.Id == relation.Id && r.Key != key).ExecuteUpdateAsync(set => set.SetProperty(r => r.Key, key), cancellation);
            }
        }
    }

    /// <summary>
    /// Makes the keys anew of what records were merged or split with before their keys followed them. Where the right key is another relation's, which was stated
    /// once more since, the old one stays: neither can be stated again.
    /// </summary>
    /// <returns>How many.</returns>
    public static async Task<int> RepairAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var moved = db.RosterMerges.Select(m => m.KeptId).Union(db.RosterMerges.Select(m => m.OtherId));
        var repaired = 0;
        for (var last = 0; ;)
        {
            var some = await db.SupplyRelations.AsNoTracking().Where(r => r.Id > last).Where(r => moved.Contains(r.StatedById) || (r.OtherId != null && moved.Contains(r.OtherId.Value)))
                .OrderBy(r => r.Id).Take(Chunk).ToListAsync(cancellation);
            foreach (var relation in some)
            {
                var key = Of(relation.StatedById, relation.OtherId, relation.OtherName, relation.IsSupplier, relation.Goods);
                if (key == relation.Key || await db.SupplyRelations.AnyAsync(r => r.StatedById == relation.StatedById && r.Key == key, cancellation)) continue;
                repaired += await db.SupplyRelations.Where(r => r.Id == relation.Id && r.StatedById == relation.StatedById && r.OtherId == relation.OtherId).ExecuteUpdateAsync(set => set.SetProperty(r => r.Key, key), cancellation);
            }

            if (some.Count < Chunk) return repaired;
            last = some[^1].Id;
        }
    }
}
