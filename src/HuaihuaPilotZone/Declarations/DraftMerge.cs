using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Tables;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>What two people made of one draft.</summary>
/// <param name="BaseVersion">The version that both started from.</param>
/// <param name="Base">What it said; null when it is kept no longer.</param>
/// <param name="IsOtherKind">The list has become a declaration meanwhile: the differences are then what the person changed, and nothing can be merged.</param>
public sealed record DraftComparison(
    DeclarationNumber Number, int BaseVersion, int TheirVersion, CustomsDocument? Base, CustomsDocument Theirs, CustomsDocument Mine, IReadOnlyList<MergeDifference> Differences, bool IsOtherKind);

/// <summary>What was chosen.</summary>
/// <param name="TheirVersion">The version that was compared with.</param>
public sealed record MergeRequest(int BaseVersion, int TheirVersion, CustomsDocument Mine, IReadOnlyDictionary<string, MergeSide> Chosen);

/// <summary>Merges a draft that two people changed. What one has saved is never overwritten without the other having seen it and chosen.</summary>
public sealed class DraftMerge(PortalDbContext db, DeclarationService declarations, CustomsTablesSource tables)
{
    /// <summary>Compares what a person typed with what is saved, by what both started from; null when the enterprise has no such draft.</summary>
    public async Task<DraftComparison?> CompareAsync(int enterpriseId, DeclarationNumber number, int baseVersion, CustomsDocument mine, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(enterpriseId, number, cancellation) is not { } now) return null;
        var theirs = now.Read();
        var started = await ReadAsync(now.Id, baseVersion, mine.Schema, cancellation);
        if (theirs.Schema == mine.Schema) return new DraftComparison(number, baseVersion, now.Version, started, theirs, mine, DocumentMerge.Between(started, theirs, mine), IsOtherKind: false);
        var changed = DocumentMerge.Between(started, started ?? new CustomsDocument(mine.Schema), mine);
        return new DraftComparison(number, baseVersion, now.Version, started, theirs, mine, changed, IsOtherKind: true);
    }

    /// <summary>The kind of document that a draft was in one of its versions: a list may have become a declaration since.</summary>
    public async Task<DocumentSchema> SchemaAtAsync(Declaration declaration, int version, CancellationToken cancellation)
    {
        var kinds = await db.DraftRevisions.Where(r => r.DeclarationId == declaration.Id && r.Version <= version).OrderByDescending(r => r.Version).Select(r => r.Kind).Take(1).ToListAsync(cancellation);
        return (kinds is [var then] ? then : declaration.Kind).Schema();
    }

    /// <summary>Saves a merge over exactly the version it was made with.</summary>
    public async Task<Outcome> SaveAsync(int enterpriseId, DeclarationNumber number, MergeRequest request, CancellationToken cancellation)
    {
        if (await CompareAsync(enterpriseId, number, request.BaseVersion, request.Mine, cancellation) is not { } comparison) return Outcome.Refused(DeclarationService.Gone);
        if (comparison.IsOtherKind) return Outcome.Refused("这份清单已被转为报关单，不能合并。");
        if (comparison.TheirVersion != request.TheirVersion) return Outcome.Refused("您选择期间又有人保存了这份预申报，请再核对一次。");
        var open = comparison.Differences.Count(d => d.IsConflict && !request.Chosen.ContainsKey(d.Key));
        if (open > 0) return Outcome.Refused($"还有 {open} 处两边都改了，请逐处选择。");
        var merged = DocumentMerge.Resolve(comparison.Base, comparison.Theirs, comparison.Mine, request.Chosen);
        var answer = await declarations.SaveAsync(enterpriseId, number, new DraftChange(request.TheirVersion, merged), cancellation);
        return answer switch
        {
            { Refusal: { } refusal } => Outcome.Refused(refusal),
            { Theirs: not null } => Outcome.Refused("您选择期间又有人保存了这份预申报，请再核对一次。"),
            _ => Outcome.Done,
        };
    }

    /// <summary>Keeps what somebody typed as a draft of its own, since the one it was typed into is closed.</summary>
    public async Task<Outcome<DeclarationNumber>> KeepAsync(int enterpriseId, CustomsDocument mine, CancellationToken cancellation)
    {
        if (mine.Schema.IsApplication) return Outcome.Refused("这种单证从原来的单证新建，不能另存。");
        var kept = await declarations.OpenAsync(enterpriseId, DocumentKinds.Of(mine.Schema), mine, await tables.CurrentAsync(cancellation), cancellation);
        return kept.IsDone ? kept.Value.Declaration.Number : Outcome.Refused(kept.Refusals);
    }

    private async Task<CustomsDocument?> ReadAsync(int declarationId, int version, DocumentSchema schema, CancellationToken cancellation)
    {
        var revision = await db.DraftRevisions.AsNoTracking().Where(r => r.DeclarationId == declarationId && r.Version <= version).OrderByDescending(r => r.Version).FirstOrDefaultAsync(cancellation);
        return revision?.Kind.Schema() == schema && DocumentJson.TryDeserialize(schema, revision.Document, out var document) ? document : null;
    }
}
