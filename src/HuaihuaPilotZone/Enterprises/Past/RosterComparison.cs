using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
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

/// <summary>The roster of two days side by side, as it is known now. What lies between is found by the spans that began there, not by going through both lists.</summary>
public sealed class RosterComparison(PortalDbContext db, PortalJournal journal)
{
    /// <param name="move">Null for all.</param>
    public async Task<Page<ComparedRow>> ListAsync(DateOnly from, DateOnly to, RosterMove? move, PageRequest page, CancellationToken cancellation)
    {
        var (before, after) = (await TaxonomyWords.ReadAsync(db, from, cancellation), await TaxonomyWords.ReadAsync(db, to, cancellation));
        var found = await Find(from, to, move).ToPageAsync(page, cancellation);
        return found.Select(p => Row(p, before, after));
    }

    /// <summary>All of them, for a file; noted in the journal before the first row leaves.</summary>
    public async IAsyncEnumerable<ComparedRow> StreamAsync(DateOnly from, DateOnly to, RosterMove? move, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        journal.Write(JournalSubjects.Roster, "export", EnterpriseActs.Exported, string.Create(CultureInfo.InvariantCulture, $"CSV：{from:yyyy-MM-dd} 与 {to:yyyy-MM-dd} 的名录对比"));
        await db.SaveChangesAsync(cancellation);
        var (before, after) = (await TaxonomyWords.ReadAsync(db, from, cancellation), await TaxonomyWords.ReadAsync(db, to, cancellation));
        await foreach (var pair in Find(from, to, move).AsAsyncEnumerable().WithCancellation(cancellation)) yield return Row(pair, before, after);
    }

    /// <summary>How many there are of each kind.</summary>
    public async Task<IReadOnlyDictionary<RosterMove, int>> CountAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var counts = new Dictionary<RosterMove, int>();
        foreach (var move in Enum.GetValues<RosterMove>()) counts[move] = await Find(from, to, move).CountAsync(cancellation);
        return counts;
    }

    private IQueryable<SpanPair> Find(DateOnly first, DateOnly last, RosterMove? move)
    {
        var pairs =
            from b in db.RecordSpans.AsNoTracking()
            where b.SupersededOn == RecordSpan.Open && b.ValidFrom > first && b.ValidFrom <= last && b.ValidTo > last && b.EnterpriseId != null
            join a in db.RecordSpans.AsNoTracking().Where(a => a.SupersededOn == RecordSpan.Open && a.ValidFrom <= first && a.ValidTo > first)
                on b.EnterpriseId equals a.EnterpriseId into former
            from a in former.DefaultIfEmpty()
            where a == null || a.Name != b.Name || a.Type != b.Type || a.Stage != b.Stage || a.ParkAreaId != b.ParkAreaId || a.TagIds != b.TagIds
            orderby b.NameKey, b.Id
            select new SpanPair { Before = a, After = b };
        return move switch
        {
            RosterMove.Joined => pairs.Where(p => p.Before == null),
            RosterMove.Left => pairs.Where(p => p.Before != null && p.After.Stage == EnterpriseStage.Left && p.Before.Stage != EnterpriseStage.Left),
            RosterMove.Moved => pairs.Where(p => p.Before != null && p.Before.ParkAreaId != p.After.ParkAreaId && !(p.After.Stage == EnterpriseStage.Left && p.Before.Stage != EnterpriseStage.Left)),
            RosterMove.Changed => pairs.Where(p => p.Before != null && p.Before.ParkAreaId == p.After.ParkAreaId && !(p.After.Stage == EnterpriseStage.Left && p.Before.Stage != EnterpriseStage.Left)),
            _ => pairs,
        };
    }

    private static ComparedRow Row(SpanPair pair, TaxonomyWords before, TaxonomyWords after)
    {
        var (a, b) = (pair.Before, pair.After);
        var isLeaving = a is not null && b.Stage == EnterpriseStage.Left && a.Stage != EnterpriseStage.Left;
        var move = a is null ? RosterMove.Joined : isLeaving ? RosterMove.Left : a.ParkAreaId != b.ParkAreaId ? RosterMove.Moved : RosterMove.Changed;
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

    private sealed record SpanPair
    {
        public RecordSpan? Before { get; init; }

        public required RecordSpan After { get; init; }
    }
}
