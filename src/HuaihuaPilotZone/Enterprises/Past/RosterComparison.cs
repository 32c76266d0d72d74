using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Past;

/// <summary>What became of an enterprise between two days.</summary>
public enum RosterMove
{
    /// <summary>新入: not in the roster on the first day.</summary>
    Joined,

    /// <summary>退出: its stage is 退出 on the second day and was not on the first.</summary>
    Left,

    /// <summary>迁移: another area.</summary>
    Moved,

    /// <summary>其他变化: name, type, stage or tags.</summary>
    Changed,
}

public static class RosterMoveWords
{
    public static string Word(this RosterMove move) => move switch
    {
        RosterMove.Joined => "新入",
        RosterMove.Left => "退出",
        RosterMove.Moved => "迁移",
        RosterMove.Changed => "其他变化",
        _ => throw new ArgumentOutOfRangeException(nameof(move), move, null),
    };
}

/// <summary>One enterprise that is not as it was.</summary>
/// <param name="Changes">Label, word before, word after.</param>
public sealed record ComparedRow(int EnterpriseId, string Name, string CreditCode, RosterMove Move, DateOnly Since, IReadOnlyList<(string Label, string? Before, string? After)> Changes);

/// <summary>What changed between two days.</summary>
/// <param name="Moves">How many there are of each kind; null where so much lies between the days that it is not counted.</param>
public sealed record ComparedList(Page<ComparedRow> Rows, IReadOnlyDictionary<RosterMove, int>? Moves);

/// <summary>
/// The roster of two days side by side, as it is known now. What lies between is found by the spans that began there, not by going through both lists. Where
/// few began, all are looked at and counted; where many did, a page is read off the index of the names and nothing is counted.
/// </summary>
public sealed class RosterComparison(PortalDbContext db, PortalJournal journal)
{
    /// <summary>Spans that began between the days, so few that each may be looked at.</summary>
    private const int MostBegun = 2 * RosterFinder.Exact;

    private IQueryable<RecordSpan> Known => db.RecordSpans.AsNoTracking().Where(s => s.SupersededOn == RecordSpan.Open);

    /// <param name="move">Null for all.</param>
    public async Task<ComparedList> ListAsync(DateOnly from, DateOnly to, RosterMove? move, PageRequest page, CancellationToken cancellation)
    {
        if (await GatherAsync(from, to, cancellation) is { } all)
        {
            var wanted = all.Where(s => move is null || s.Move == move).OrderBy(s => s.NameKey, StringComparer.Ordinal).ThenBy(s => s.Id).ToList();
            long[] ids = [.. wanted.Skip(page.Skip).Take(page.Size).Select(s => s.Id)];
            return new ComparedList(
                new Page<ComparedRow>(await RowsAsync(ids, from, to, cancellation), page.Number, page.Size, wanted.Count),
                Enum.GetValues<RosterMove>().ToDictionary(m => m, m => all.Count(s => s.Move == m)));
        }

        var shown = new PageRequest(Math.Min(page.Number, RosterPlace.MostPages), page.Size);
        var walked = await WalkAsync(from, to, move, shown, cancellation);
        var isCut = walked.Count > shown.Size;
        return new ComparedList(
            new Page<ComparedRow>(await RowsAsync([.. walked.Take(shown.Size)], from, to, cancellation), shown.Number, shown.Size, isCut ? RosterPlace.MostPages * shown.Size : shown.Skip + walked.Count) { IsCut = isCut },
            null);
    }

    /// <summary>A page off the index of the names, and one more: numbers of the spans of the second day.</summary>
    public async Task<IReadOnlyList<long>> WalkAsync(DateOnly from, DateOnly to, RosterMove? move, PageRequest page, CancellationToken cancellation) =>
        await ByName(from, to, move).Skip(page.Skip).Take(page.Size + 1).Select(p => p.After.Id).ToListAsync(cancellation);

    /// <summary>All of them, for a file; noted in the journal before the first row leaves.</summary>
    public async IAsyncEnumerable<ComparedRow> StreamAsync(DateOnly from, DateOnly to, RosterMove? move, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        journal.Write(JournalSubjects.Roster, "export", EnterpriseActs.Exported, string.Create(CultureInfo.InvariantCulture, $"CSV：{from:yyyy-MM-dd} 与 {to:yyyy-MM-dd} 的名录对比"));
        await db.SaveChangesAsync(cancellation);
        var (before, after) = (await TaxonomyWords.ReadAsync(db, from, cancellation), await TaxonomyWords.ReadAsync(db, to, cancellation));
        await foreach (var pair in ByName(from, to, move).AsAsyncEnumerable().WithCancellation(cancellation)) yield return Row(pair, before, after);
    }

    /// <summary>Everything that is not as it was, in no order; null where too much began between the days.</summary>
    private async Task<List<ComparedSpot>?> GatherAsync(DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var began = Known.Where(s => s.ValidFrom > first && s.ValidFrom <= last).OrderBy(s => s.ValidFrom).ThenBy(s => s.Id);
        if (await began.Take(MostBegun + 1).CountAsync(cancellation) > MostBegun) return null;
        var pairs = Pairs(began, first, last).Select(p => new
        {
            p.After.Id,
            p.After.NameKey,
            IsNew = p.Before == null,
            IsLeaving = p.Before != null && p.After.Stage == EnterpriseStage.Left && p.Before.Stage != EnterpriseStage.Left,
            IsMoving = p.Before != null && p.Before.ParkAreaId != p.After.ParkAreaId,
        });
        return [.. (await pairs.ToListAsync(cancellation)).Select(p => new ComparedSpot(p.Id, p.NameKey, MoveOf(p.IsNew, p.IsLeaving, p.IsMoving)))];
    }

    /// <summary>Each span is taken by its id, so that SQLite keeps to the index of the names and does not sort.</summary>
    private IQueryable<SpanPair> ByName(DateOnly first, DateOnly last, RosterMove? move)
    {
        var pairs = Pairs(from w in Known.OrderBy(s => s.NameKey).ThenBy(s => s.Id) from s in db.RecordSpans.AsNoTracking() where s.Id == w.Id select s, first, last);
        return move switch
        {
            RosterMove.Joined => pairs.Where(p => p.Before == null),
            RosterMove.Left => pairs.Where(p => p.Before != null && p.After.Stage == EnterpriseStage.Left && p.Before.Stage != EnterpriseStage.Left),
            RosterMove.Moved => pairs.Where(p => p.Before != null && p.Before.ParkAreaId != p.After.ParkAreaId && !(p.After.Stage == EnterpriseStage.Left && p.Before.Stage != EnterpriseStage.Left)),
            RosterMove.Changed => pairs.Where(p => p.Before != null && p.Before.ParkAreaId == p.After.ParkAreaId && !(p.After.Stage == EnterpriseStage.Left && p.Before.Stage != EnterpriseStage.Left)),
            _ => pairs,
        };
    }

    /// <summary>What holds on the second day and began after the first, with what held on the first; only what differs.</summary>
    private IQueryable<SpanPair> Pairs(IQueryable<RecordSpan> spans, DateOnly first, DateOnly last) =>
        from b in spans.Where(b => b.ValidFrom > first && b.ValidFrom <= last && b.ValidTo > last && b.EnterpriseId != null)
        join a in db.RecordSpans.AsNoTracking().Standing().Where(a => a.ValidFrom <= first && a.ValidTo > first) on b.EnterpriseId equals a.EnterpriseId into former
        from a in former.DefaultIfEmpty()
        where a == null || a.Name != b.Name || a.Type != b.Type || a.Stage != b.Stage || a.ParkAreaId != b.ParkAreaId || a.TagIds != b.TagIds
        select new SpanPair { Before = a, After = b };

    private async Task<IReadOnlyList<ComparedRow>> RowsAsync(long[] ids, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var (before, after) = (await TaxonomyWords.ReadAsync(db, from, cancellation), await TaxonomyWords.ReadAsync(db, to, cancellation));
        var pairs = await Pairs(db.RecordSpans.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.Id)), from, to).ToDictionaryAsync(p => p.After.Id, cancellation);
        return [.. ids.Where(pairs.ContainsKey).Select(id => Row(pairs[id], before, after))];
    }

    private static RosterMove MoveOf(bool isNew, bool isLeaving, bool isMoving) =>
        isNew ? RosterMove.Joined : isLeaving ? RosterMove.Left : isMoving ? RosterMove.Moved : RosterMove.Changed;

    private static ComparedRow Row(SpanPair pair, TaxonomyWords before, TaxonomyWords after)
    {
        var (a, b) = (pair.Before, pair.After);
        var move = MoveOf(a is null, a is not null && b.Stage == EnterpriseStage.Left && a.Stage != EnterpriseStage.Left, a?.ParkAreaId != b.ParkAreaId);
        (string Label, string? Before, string? After)[] changes =
        [
            ("名称", a?.Name, b.Name),
            ("类型", a?.Type.Word(), b.Type.Word()),
            ("阶段", a?.Stage.Word(), b.Stage.Word()),
            ("片区", a is null ? null : before.Area(a.ParkAreaId), after.Area(b.ParkAreaId)),
            ("行业标签", a is null ? null : string.Join('、', before.Of(a.TagIds)), string.Join('、', after.Of(b.TagIds))),
        ];
        return new ComparedRow(b.EnterpriseId!.Value, b.Name, b.CreditCode, move, b.ValidFrom, [.. changes.Where(c => !string.Equals(c.Before ?? "", c.After ?? "", StringComparison.Ordinal))]);
    }

    private sealed record ComparedSpot(long Id, string NameKey, RosterMove Move);

    private sealed record SpanPair
    {
        public RecordSpan? Before { get; init; }

        public required RecordSpan After { get; init; }
    }
}
