using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures.Indicators;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Figures;

/// <summary>Figures about the zone, each with its source.</summary>
public sealed class FigureService(PortalDbContext db, PublicStatistics statistics)
{
    private const int MostFigures = 200;

    /// <summary>The figures of the given topics, in the order of the topics and then their own. Targets and trains are the published values of indicators.</summary>
    public async Task<IReadOnlyList<Figure>> ListAsync(IReadOnlyList<string> topics, CancellationToken cancellation)
    {
        var figures = await db.Figures.AsNoTracking().Where(f => topics.Contains(f.Topic)).OrderBy(f => f.SortOrder).ThenBy(f => f.Id).Take(MostFigures).ToListAsync(cancellation);
        if (topics.Contains(FigureTopics.Targets) || topics.Contains(FigureTopics.Trains)) figures.AddRange(IndicatorFigures.Of(await statistics.ListAsync(cancellation)));
        return [.. topics.SelectMany(t => figures.Where(f => f.Topic == t))];
    }

    /// <summary>Adds a figure, or corrects the one with the same key. Refused without a source or a date.</summary>
    public async Task<Outcome> SaveAsync(Figure figure, CancellationToken cancellation)
    {
        if (Refusals(figure) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var saved = await db.Figures.SingleOrDefaultAsync(f => f.Key == figure.Key, cancellation);
        if (saved is null) db.Figures.Add(figure);
        else Copy(figure, saved);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException) when (saved is null)
        {
            db.ChangeTracker.Clear();
            if (await db.Figures.AnyAsync(f => f.Key == figure.Key, cancellation)) return Outcome.Refused(nameof(Figure.Key), "这个数据项刚被他人录入，请刷新后再改。");
            throw;
        }
    }

    private static List<Refusal> Refusals(Figure figure)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(figure.Source)) refusals.Add(new Refusal(nameof(Figure.Source), "没有来源的数据不能保存。"));
        if (!PartialDate.IsValid(figure.AsOf)) refusals.Add(new Refusal(nameof(Figure.AsOf), "日期应写成 2026、2026-03 或 2026-03-18。"));
        if ((figure.Value is null) == (figure.Text is null)) refusals.Add(new Refusal(nameof(Figure.Value), "数值和文字说明须填其中一项。"));
        return refusals;
    }

    private static void Copy(Figure from, Figure to)
    {
        to.Topic = from.Topic;
        to.Label = from.Label;
        to.EnglishLabel = from.EnglishLabel;
        to.Value = from.Value;
        to.Text = from.Text;
        to.EnglishText = from.EnglishText;
        to.Unit = from.Unit;
        to.EnglishUnit = from.EnglishUnit;
        to.EnglishValue = from.EnglishValue;
        to.Bound = from.Bound;
        to.Kind = from.Kind;
        to.Status = from.Status;
        to.Source = from.Source;
        to.SourceAddress = from.SourceAddress;
        to.AsOf = from.AsOf;
        to.Note = from.Note;
        to.EnglishNote = from.EnglishNote;
        to.SortOrder = from.SortOrder;
    }
}
