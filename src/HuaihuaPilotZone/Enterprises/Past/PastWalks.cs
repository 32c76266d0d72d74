using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1309, CA1310 // becomes SQL: the columns compare by their own binary collation
namespace HuaihuaPilotZone.Enterprises.Past;

/// <summary>
/// The walks along indexes by which the roster of a day is read, each in the order of its index. Which one is taken decides how much is looked at: what
/// had begun by an early day is little; a name is found by its pairs of characters, which hold every name that a record ever had; whatever else is asked
/// stands in the index of the days itself.
/// </summary>
internal sealed class PastWalks(PortalDbContext db, RosterNarrowing narrowing, ChinaTime time)
{
    /// <summary>Spans that had begun by a day, so few that each may be looked at.</summary>
    private const int MostBegun = 2 * RosterFinder.Exact;

    private IQueryable<RecordSpan> Spans => db.RecordSpans.AsNoTracking();

    /// <summary>Walks that together meet everything that fits; what is met twice is the same span.</summary>
    public async Task<IReadOnlyList<PastWalk>> OfAsync(PastQuery query, CancellationToken cancellation)
    {
        var began = db.RecordSpans.Where(s => s.SupersededOn == RecordSpan.Open && s.ValidFrom <= query.On).OrderBy(s => s.ValidFrom).ThenBy(s => s.Id);
        if (await began.Take(MostBegun + 1).CountAsync(cancellation) <= MostBegun)
            return [.. Parts(query).Select(p => new PastWalk(Narrow(p(Spans), query).OrderByDescending(s => s.ValidFrom).ThenByDescending(s => s.Id)))];
        return await OfLongAsync(query, cancellation);
    }

    /// <summary>The same where much had begun by the day.</summary>
    public async Task<IReadOnlyList<PastWalk>> OfLongAsync(PastQuery query, CancellationToken cancellation) => query.Text is { } text
        ? await OfWordAsync(query, text, cancellation)
        : [.. Parts(query).Select(p => new PastWalk(Narrow(p(Spans), query).OrderBy(s => s.ValidTo).ThenBy(s => s.ValidFrom), IsCovered: true))];

    /// <summary>Along the index of the names, part by part: each span is taken by its id, so that SQLite does not take another index and sort, whatever else is asked.</summary>
    /// <param name="after">Goes on behind this one.</param>
    /// <param name="isBack">From the end to the beginning.</param>
    public IEnumerable<IQueryable<RecordSpan>> ByName(PastQuery query, PastSpot? after, bool isBack)
    {
        foreach (var part in Parts(query))
        {
            var index = After(part(Spans), after, isBack);
            var ordered = isBack ? index.OrderByDescending(s => s.NameKey).ThenByDescending(s => s.Id) : index.OrderBy(s => s.NameKey).ThenBy(s => s.Id);
            yield return Narrow(from w in ordered from s in Spans where s.Id == w.Id select s, query);
        }
    }

    /// <summary>The same in one list, for who reads all of it.</summary>
    public IQueryable<RecordSpan> Whole(PastQuery query) =>
        IsKnownNow(query) ? ByName(query, null, isBack: false).Single() : Narrow(Known(query), query).OrderBy(s => s.NameKey).ThenBy(s => s.Id);

    private async Task<IReadOnlyList<PastWalk>> OfWordAsync(PastQuery query, string text, CancellationToken cancellation)
    {
        var walks = new List<PastWalk>();
        var named = await narrowing.NamedAsync(new RosterWord(text), cancellation);
        foreach (var part in Parts(query))
        {
            // first the spans of an enterprise, then each by its id: otherwise SQLite goes through the spans of the day for every name
            var ofNames = from g in named.Found from w in Spans where w.EnterpriseId == g.EnterpriseId from s in Spans where s.Id == w.Id select s;
            walks.Add(new PastWalk(Narrow(part(ofNames), query), MayRepeat: named.MayRepeat));
            if (query.Code is { } code) walks.Add(new PastWalk(Narrow(part(Spans.Where(s => s.CreditCode == code)), query).OrderBy(s => s.SupersededOn).ThenBy(s => s.Id)));
        }

        // records that were taken out have no names any more: as many as were taken out since that day
        if (query.KnownOn is { } day && !IsKnownNow(query))
            walks.Add(new PastWalk(Narrow(Spans.Where(s => s.EnterpriseId == null && s.SupersededOn > day && s.RecordedOn <= day), query).OrderBy(s => s.SupersededOn).ThenBy(s => s.ValidTo)));
        return walks;
    }

    private static IQueryable<RecordSpan> Narrow(IQueryable<RecordSpan> spans, PastQuery query)
    {
        var on = query.On;
        var found = spans.Where(s => s.ValidTo > on && s.ValidFrom <= on);
        if (query.Stage is { } stage) found = found.Where(s => s.Stage == stage);
        if (query.Type is { } type) found = found.Where(s => s.Type == type);
        if (query.Areas is { } areas) found = found.Where(s => s.ParkAreaId != null && areas.Contains(s.ParkAreaId.Value));
        else if (query.AreaId is { } area) found = found.Where(s => s.ParkAreaId == area);
        if (query.TagId is { } tag)
        {
            var joined = SpanFacts.Join([tag]);
            found = found.Where(s => s.TagIds.Contains(joined));
        }

        if (query.Text is { } text)
        {
            var code = query.Code;
            found = found.Where(s => s.NameText.Contains(text) || s.CreditCode == code);
        }

        return found;
    }

    private static IQueryable<RecordSpan> After(IQueryable<RecordSpan> spans, PastSpot? after, bool isBack)
    {
        if (after is null) return spans;
        var (key, id) = (after.NameKey, after.Id);
        return isBack
            ? spans.Where(s => string.Compare(s.NameKey, key) <= 0 && (s.NameKey != key || s.Id < id))
            : spans.Where(s => string.Compare(s.NameKey, key) >= 0 && (s.NameKey != key || s.Id > id));
    }

    private bool IsKnownNow(PastQuery query) => query.KnownOn is not { } day || day >= time.Today;

    /// <summary>The spans as known on a day.</summary>
    private IQueryable<RecordSpan> Known(PastQuery query)
    {
        var day = query.KnownOn;
        return Spans.Where(s => s.RecordedOn <= day && s.SupersededOn > day);
    }

    /// <summary>The same in parts of one index each: what is still known, and what has been superseded since.</summary>
    private List<Func<IQueryable<RecordSpan>, IQueryable<RecordSpan>>> Parts(PastQuery query)
    {
        if (IsKnownNow(query)) return [spans => spans.Where(s => s.SupersededOn == RecordSpan.Open && s.EnterpriseId != null)];
        var day = query.KnownOn!.Value;
        return
        [
            spans => spans.Where(s => s.RecordedOn <= day && s.SupersededOn == RecordSpan.Open),
            spans => spans.Where(s => s.RecordedOn <= day && s.SupersededOn > day && s.SupersededOn < RecordSpan.Open),
        ];
    }
}

/// <summary>Spans along one index, in its order.</summary>
/// <param name="IsCovered">Whether the index has all that is asked for, so that counting looks at nothing else.</param>
/// <param name="MayRepeat">Whether a span may come more than once.</param>
internal sealed record PastWalk(IQueryable<RecordSpan> Found, bool IsCovered = false, bool MayRepeat = false)
{
    /// <summary>How many rows are read before there are said to be too many.</summary>
    public int Most => MayRepeat ? 2 * RosterFinder.Exact : RosterFinder.Exact;
}

/// <summary>Where a span stands in the list, and what it counts for.</summary>
internal sealed record PastSpot(long Id, string NameKey, EnterpriseStage Stage, int? AreaId)
{
    /// <summary>By the sound of the names, as the index has it.</summary>
    public static readonly IComparer<PastSpot> ByName = Comparer<PastSpot>.Create((x, y) => string.CompareOrdinal(x.NameKey, y.NameKey) is var order && order != 0 ? order : x.Id.CompareTo(y.Id));
}
