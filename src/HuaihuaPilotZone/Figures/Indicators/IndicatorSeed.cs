using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Figures.Indicators;

/// <summary>Indicators with what publications say of them, always; invented months for the demonstration.</summary>
internal sealed class IndicatorSeed(PortalDbContext db, IndicatorDesk desk, Actor actor, ChinaTime time) : RoomSeed
{
    public override int Order => 31;

    public override async Task EnsureReferenceAsync(CancellationToken cancellation)
    {
        var present = await db.Indicators.Select(i => i.Code).ToListAsync(cancellation);
        foreach (var fact in IndicatorFacts.All().Where(f => !present.Contains(f.Data.Code)))
        {
            var id = Done(await desk.AddAsync(fact.Data, fact.Topic, cancellation));
            foreach (var series in fact.Series) await AddAsync(id, series, cancellation);
        }
        // until they were indicators, these stood among the figures
        await db.Figures.Where(f => f.Topic == FigureTopics.Targets || f.Topic == FigureTopics.Trains).ExecuteDeleteAsync(cancellation);
    }

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        foreach (var (code, fact) in IndicatorFacts.Demonstration())
        {
            var indicator = await db.Indicators.AsNoTracking().Include(i => i.Series).SingleAsync(i => i.Code == code, cancellation);
            if (indicator.Series.Exists(s => s.Code == fact.Data.Code)) continue;
            var added = await AddAsync(indicator.Id, fact, cancellation);
            var targets = indicator.Series.Where(s => s.Kind == FigureKind.Target).Select(s => s.Id).ToList();
            await db.IndicatorSeries.Where(s => targets.Contains(s.Id) && s.ComparedWithId == null)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.ComparedWithId, added).SetProperty(s => s.Version, s => s.Version + 1), cancellation);
        }
    }

    private async Task<int> AddAsync(int indicatorId, SeriesFact fact, CancellationToken cancellation)
    {
        var id = Done(await desk.AddSeriesAsync(indicatorId, fact.Data, cancellation));
        db.Observations.AddRange(fact.Values.Select(v => new Observation
        {
            SeriesId = id,
            Period = v.Period,
            Value = v.Value,
            Bound = v.Bound,
            Source = v.Source.Text,
            SourceAddress = v.Source.Address,
            SourceDate = v.Source.Date,
            Status = v.Source.Status,
            Note = v.Note,
            EnglishNote = v.English,
            State = ObservationState.Published,
            EnteredBy = actor.Name,
            EnteredAt = time.UtcNow,
            CheckedBy = actor.Name,
            CheckedAt = time.UtcNow,
        }));
        await db.SaveChangesAsync(cancellation);
        return id;
    }

    private static int Done(Outcome<int> outcome) => outcome.IsDone ? outcome.Value : throw new InvalidOperationException(outcome.Refusals[0].Message);
}
