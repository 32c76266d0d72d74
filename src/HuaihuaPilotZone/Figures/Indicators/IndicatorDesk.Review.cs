using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Figures.Indicators;

/// <summary>What the public reads beside published values is changed by one person and let through by another.</summary>
public sealed partial class IndicatorDesk
{
    private const string NothingWaits = "没有待核对的修改。";

    /// <summary>What waits in an indicator, field by field.</summary>
    public static IReadOnlyList<FieldChange> Waiting(Indicator indicator) =>
        indicator.Pending is { } kept ? Changes(Untracked(indicator), DraftJson.Read<IndicatorData>(kept)) : [];

    /// <summary>What waits in a series, field by field.</summary>
    public static IReadOnlyList<FieldChange> Waiting(IndicatorSeries series) =>
        series.Pending is { } kept ? Changes(Untracked(series), DraftJson.Read<SeriesData>(kept)) : [];

    /// <summary>A second person has looked at the change of an indicator: the public reads it from now on.</summary>
    public async Task<Outcome> ApproveAsync(int id, int version, CancellationToken cancellation)
    {
        if (await db.Indicators.SingleOrDefaultAsync(i => i.Id == id, cancellation) is not { } indicator) return Outcome.Refused(Gone);
        if (AgainstApproval(indicator) is { } own) return own;
        var data = DraftJson.Read<IndicatorData>(indicator.Pending!);
        if (await AgainstAsync(indicator, data, cancellation) is { } refused) return refused;
        db.Expect(indicator, version);
        journal.Write(JournalSubjects.Indicator, indicator.Code, IndicatorActs.IndicatorChanged, $"{indicator.ChangedBy} 修改", Changes(indicator, data));
        Write(data, indicator);
        Settle(indicator);
        indicator.UpdatedAt = time.UtcNow;
        return await SaveAsync(cancellation);
    }

    /// <summary>The same for a series.</summary>
    public async Task<Outcome> ApproveSeriesAsync(int id, int version, CancellationToken cancellation)
    {
        if (await db.IndicatorSeries.Include(s => s.Indicator).SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } series) return Outcome.Refused("没有找到这个系列。");
        if (AgainstApproval(series) is { } own) return own;
        var data = DraftJson.Read<SeriesData>(series.Pending!);
        if (await AgainstAsync(series, data, cancellation) is { } refused) return refused;
        db.Expect(series, version);
        journal.Write(JournalSubjects.Indicator, series.Indicator!.Code, IndicatorActs.SeriesChanged, $"{series.ChangedBy} 修改", Named(series, Changes(series, data)));
        Write(data, series);
        Settle(series);
        series.UpdatedAt = time.UtcNow;
        return await SaveAsync(cancellation);
    }

    /// <summary>Drops the change that waits; nothing of it was ever public.</summary>
    public async Task<Outcome> DropAsync(int id, int version, CancellationToken cancellation)
    {
        if (await db.Indicators.SingleOrDefaultAsync(i => i.Id == id, cancellation) is not { } indicator) return Outcome.Refused(Gone);
        if (indicator.Pending is null) return Outcome.Refused(NothingWaits);
        db.Expect(indicator, version);
        Settle(indicator);
        journal.Write(JournalSubjects.Indicator, indicator.Code, IndicatorActs.IndicatorDropped);
        return await SaveAsync(cancellation);
    }

    /// <summary>The same for a series.</summary>
    public async Task<Outcome> DropSeriesAsync(int id, int version, CancellationToken cancellation)
    {
        if (await db.IndicatorSeries.Include(s => s.Indicator).SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } series) return Outcome.Refused("没有找到这个系列。");
        if (series.Pending is null) return Outcome.Refused(NothingWaits);
        db.Expect(series, version);
        Settle(series);
        journal.Write(JournalSubjects.Indicator, series.Indicator!.Code, IndicatorActs.SeriesDropped, series.Code);
        return await SaveAsync(cancellation);
    }

    private async Task<Outcome?> AgainstAsync(Indicator indicator, IndicatorData data, CancellationToken cancellation) =>
        indicator.Unit != data.Unit && await db.Observations.AnyAsync(o => o.Series!.IndicatorId == indicator.Id, cancellation)
            ? Outcome.Refused(nameof(data.Unit), "已有数据按原单位录入，单位不能再改。请另建指标。")
            : null;

    private async Task<Outcome?> AgainstAsync(IndicatorSeries series, SeriesData data, CancellationToken cancellation)
    {
        if ((series.Kind != data.Kind || series.Form != data.Form) && await db.Observations.AnyAsync(o => o.SeriesId == series.Id, cancellation))
            return Outcome.Refused(nameof(data.Kind), "系列已有数据，类型和数值形式不能再改。实际值与目标、预计值不能放在同一系列，请另建系列。");
        if (data.ComparedWithId == series.Id) return Outcome.Refused(nameof(data.ComparedWithId), "不能与自己比较。");
        return await RefuseAsync(series.IndicatorId, data, cancellation);
    }

    private Outcome? AgainstApproval(IHasWaitingChange record) =>
        record.Pending is null ? Outcome.Refused(NothingWaits)
        : actor.UserId is not { } checker ? Outcome.Refused("须由登录的人员核对后公开。")
        : checker == record.ChangedById ? Outcome.Refused("修改的人不能自己核对，请由另一人核对。")
        : null;

    /// <summary>Keeps a change beside what the public reads. One that changes nothing takes back what waited.</summary>
    private void SetAside(IHasWaitingChange record, string change, bool isNone)
    {
        if (isNone)
        {
            Settle(record);
            return;
        }

        (record.Pending, record.ChangedById, record.ChangedBy, record.ChangedAt) = (change, actor.UserId, actor.Name, time.UtcNow);
    }

    private static void Settle(IHasWaitingChange record) => (record.Pending, record.ChangedById, record.ChangedBy, record.ChangedAt) = (null, null, null, null);

    private static List<FieldChange> Changes(Indicator indicator, IndicatorData data)
    {
        var changed = Untracked(indicator);
        Write(data, changed);
        return Compare(Describe(indicator), Describe(changed));
    }

    private static List<FieldChange> Changes(IndicatorSeries series, SeriesData data)
    {
        var changed = Untracked(series);
        Write(data, changed);
        return Compare(Describe(series), Describe(changed));
    }

    private static List<FieldChange> Compare(IEnumerable<(string Label, string? Text)> before, IEnumerable<(string Label, string? Text)> after) =>
        [.. before.Zip(after, (old, now) => new FieldChange(old.Label, old.Text, now.Text)).Where(c => c.IsChange)];

    private static IEnumerable<FieldChange> Named(IndicatorSeries series, IEnumerable<FieldChange> changes) => changes.Select(c => c with { Field = $"{series.Code}：{c.Field}" });

    private static Indicator Untracked(Indicator i) => new()
    {
        Code = i.Code,
        Name = i.Name,
        EnglishName = i.EnglishName,
        Unit = i.Unit,
        EnglishUnit = i.EnglishUnit,
        EnglishPerUnit = i.EnglishPerUnit,
        Definition = i.Definition,
        EnglishDefinition = i.EnglishDefinition,
        SortOrder = i.SortOrder,
        UpdatedAt = i.UpdatedAt,
    };

    private static IndicatorSeries Untracked(IndicatorSeries s) => new()
    {
        Code = s.Code,
        Name = s.Name,
        EnglishName = s.EnglishName,
        Kind = s.Kind,
        Form = s.Form,
        Counting = s.Counting,
        EnglishCounting = s.EnglishCounting,
        ComparedWithId = s.ComparedWithId,
        SortOrder = s.SortOrder,
        UpdatedAt = s.UpdatedAt,
    };
}
