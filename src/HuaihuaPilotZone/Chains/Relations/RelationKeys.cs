using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Chains.Relations;

/// <summary>By what a relation is known, whoever states it: supplier, buyer and goods. Where a side becomes another record, its relations get their keys anew.</summary>
internal static class RelationKeys
{
    /// <param name="otherName">Where the other side is not in the roster.</param>
    public static string Of(int statedById, int? otherId, string? otherName, bool isSupplier, string goods)
    {
        var (own, other) = (FormattableString.Invariant($"e{statedById}"), otherId is { } id ? FormattableString.Invariant($"e{id}") : $"n{otherName}");
        var said = isSupplier ? $"{own}\n{other}\n{goods}" : $"{other}\n{own}\n{goods}";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
    }

    /// <summary>After rows have gone from one record to another, inside the caller's transaction: an enterprise states some hundreds at most.</summary>
    public static async Task RenewAsync(PortalDbContext db, int enterpriseId, CancellationToken cancellation)
    {
        var relations = await db.SupplyRelations.AsNoTracking().Where(r => r.StatedById == enterpriseId || r.OtherId == enterpriseId).OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.StatedById, r.OtherId, r.OtherName, r.IsSupplier, r.Goods, r.Key }).ToListAsync(cancellation);
        foreach (var relation in relations)
        {
            var key = Of(relation.StatedById, relation.OtherId, relation.OtherName, relation.IsSupplier, relation.Goods);
            if (key != relation.Key) await db.SupplyRelations.Where(r => r.Id == relation.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Key, key), cancellation);
        }
    }
}
