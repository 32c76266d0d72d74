using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>A place in the order of changes: that of the last row that was read.</summary>
/// <param name="UpdatedAt">UTC.</param>
public sealed record FeedPlace(DateTime UpdatedAt, int Id);

/// <summary>What a program asks for.</summary>
/// <param name="ChangedSince">UTC.</param>
/// <param name="After">Go on behind this row; null = from the start.</param>
public sealed record FeedQuery(DeclarationState? State = null, DocumentKind? Kind = null, DateTime? ChangedSince = null, FeedPlace? After = null, int Size = FeedQuery.UsualSize)
{
    public const int UsualSize = 50;
    public const int MostRows = 200;
}

/// <summary>A declaration as a program lists it: without the document.</summary>
public sealed record FeedRow(
    int Id, DeclarationNumber Number, DocumentKind Kind, DeclarationState State, CustomsState CustomsState, string? TradeMode, string? OrderNo, string? WaybillNo,
    int MustFixCount, int AdviceCount, int Version, DateTime CreatedAt, DateTime UpdatedAt);

/// <summary>An enterprise's declarations in the order in which they last changed, for programs that keep up with it: a row that changes comes again, and none is skipped while others are added.</summary>
public sealed class DeclarationFeed(PortalDbContext db)
{
    /// <summary>The next rows, and where to go on; null when there are no more.</summary>
    public async Task<(IReadOnlyList<FeedRow> Rows, FeedPlace? Next)> ReadAsync(int enterpriseId, FeedQuery query, CancellationToken cancellation)
    {
        var rows = db.Declarations.AsNoTracking().Where(d => d.EnterpriseId == enterpriseId);
        if (query.State is { } state) rows = rows.Where(d => d.State == state);
        if (query.Kind is { } kind) rows = rows.Where(d => d.Kind == kind);
        if (query.ChangedSince is { } since) rows = rows.Where(d => d.UpdatedAt >= since);
        if (query.After is { UpdatedAt: var at, Id: var id }) rows = rows.Where(d => d.UpdatedAt > at || (d.UpdatedAt == at && d.Id > id));
        var size = Math.Clamp(query.Size, 1, FeedQuery.MostRows);
        var found = await rows.OrderBy(d => d.UpdatedAt).ThenBy(d => d.Id).Take(size + 1)
            .Select(d => new FeedRow(
                d.Id, d.Number, d.Kind, d.State, d.CustomsState, d.TradeMode, d.OrderNo, d.WaybillNo, d.MustFixCount, d.AdviceCount, d.Version, d.CreatedAt, d.UpdatedAt))
            .ToListAsync(cancellation);
        return found.Count <= size ? (found, null) : (found[..size], new FeedPlace(found[size - 1].UpdatedAt, found[size - 1].Id));
    }
}
