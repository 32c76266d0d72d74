using HuaihuaPilotZone.Enterprises.Finding;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Past;

/// <summary>
/// Writes a change of facts into the spans of one enterprise. What was known on an earlier day is closed and stays; what was recorded on the same
/// day is changed in place, since nobody asks what was known at an hour of a day.
/// </summary>
/// <param name="Day">Civil day of the change.</param>
/// <param name="At">UTC.</param>
internal sealed record SpanWeaver(DbContext Context, DateOnly Day, DateTime At, SpanOrigin Origin, string? Reason, string? By)
{
    /// <summary>Changes the facts from a day to before another.</summary>
    /// <param name="known">The spans that are known now and end after <paramref name="from"/>, in their order; follows the change.</param>
    /// <returns>Whether anything changed.</returns>
    public bool Weave(List<RecordSpan> known, DateOnly from, DateOnly to, Func<SpanFacts, SpanFacts> change)
    {
        var isChanged = false;
        foreach (var span in known.Where(s => s.ValidTo > from && s.ValidFrom < to).ToList())
        {
            var facts = change(span.Facts);
            if (facts == span.Facts) continue;
            isChanged = true;
            if (from == Day && span.ValidFrom < from && span.ValidTo > from && to == RecordSpan.Open) GoOn(known, span, facts);
            else Replace(known, span, from, to, facts);
        }

        known.Sort((one, other) => one.ValidFrom.CompareTo(other.ValidFrom));
        return isChanged;
    }

    /// <summary>Lets the first span begin earlier, with the facts given.</summary>
    public void Extend(List<RecordSpan> known, DateOnly from, SpanFacts facts)
    {
        if (known[0].ValidFrom > from) Add(known, known[0], from, known[0].ValidFrom, facts);
    }

    /// <summary>The world has changed today: until yesterday everything stays as it is known.</summary>
    private void GoOn(List<RecordSpan> known, RecordSpan span, SpanFacts facts)
    {
        var until = span.ValidTo;
        span.ValidTo = Day;
        Add(known, span, Day, until, facts);
    }

    private void Replace(List<RecordSpan> known, RecordSpan span, DateOnly from, DateOnly to, SpanFacts facts)
    {
        var (begin, end, old) = (span.ValidFrom, span.ValidTo, span.Facts);
        var (first, last) = (begin > from ? begin : from, end < to ? end : to);
        if (begin < first) Add(known, span, begin, first, old, isCopy: true);
        if (last < end) Add(known, span, last, end, old, isCopy: true);
        if (span.RecordedOn == Day)
        {
            (span.ValidFrom, span.ValidTo, span.Origin, span.Reason, span.RecordedBy) = (first, last, Origin, Reason, By);
            Write(span, facts);
            return;
        }

        span.SupersededOn = Day;
        known.Remove(span);
        Add(known, span, first, last, facts);
    }

    /// <param name="isCopy">Whether it says what was known already, and only its bounds are new.</param>
    private void Add(List<RecordSpan> known, RecordSpan like, DateOnly from, DateOnly to, SpanFacts facts, bool isCopy = false)
    {
        var span = new RecordSpan
        {
            Enterprise = like.Enterprise,
            EnterpriseId = like.EnterpriseId,
            ValidFrom = from,
            ValidTo = to,
            RecordedOn = Day,
            RecordedAt = At,
            SupersededOn = RecordSpan.Open,
            Origin = isCopy ? like.Origin : Origin,
            Reason = isCopy ? like.Reason : Reason,
            RecordedBy = isCopy ? like.RecordedBy : By,
            Name = like.Name,
            NameText = like.NameText,
            NameKey = like.NameKey,
            CreditCode = like.CreditCode,
            Type = like.Type,
            ParkAreaId = like.ParkAreaId,
            Stage = like.Stage,
            StageSince = like.StageSince,
            TagIds = like.TagIds,
            IsShown = like.IsShown,
        };
        Write(span, facts);
        Context.Add(span);
        known.Add(span);
    }

    private static void Write(RecordSpan span, SpanFacts facts)
    {
        if (!string.Equals(span.Name, facts.Name, StringComparison.Ordinal))
            (span.Name, span.NameText, span.NameKey) = (facts.Name, RosterKeys.Text(facts.Name), RosterKeys.SortKey(facts.Name));
        (span.CreditCode, span.Type, span.ParkAreaId, span.Stage) = (facts.CreditCode, facts.Type, facts.ParkAreaId, facts.Stage);
        (span.StageSince, span.TagIds, span.IsShown) = (facts.StageSince, facts.TagIds, facts.IsShown);
    }
}
