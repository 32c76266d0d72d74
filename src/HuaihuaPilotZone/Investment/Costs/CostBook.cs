using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Parks;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Investment.Costs;

/// <summary>A source as staff write it.</summary>
/// <param name="IsUnverified">待核: nobody has compared it with the source yet.</param>
public sealed record CostSource(string Text, string? Address, FigureStatus Status, bool IsUnverified);

/// <summary>What staff write about a rate. Item, park, use and first day are settled when it is new.</summary>
public sealed record CostRateData(CostItem Item, int? ParkId, UnitUse? Use, decimal Value, DateOnly From, DateOnly? Until, CostSource Source, string? Note);

/// <summary>What staff write about a subsidy.</summary>
public sealed record SubsidyData(string Title, string? EnglishTitle, string Condition, string? EnglishCondition, DateOnly From, DateOnly? Until, CostSource Source);

/// <summary>What the public may ask with.</summary>
/// <param name="Parks">Parks to choose from.</param>
/// <param name="Estimate">Null while nothing was asked.</param>
/// <param name="On">Civil day of the rates.</param>
public sealed record SettlementAnswer(IReadOnlyList<Park> Parks, SettlementEstimate? Estimate, IReadOnlyList<Subsidy> Subsidies, DateOnly On);

/// <summary>Keeps what settling costs: dated rates and subsidies, each with its source, and answers from those in force today.</summary>
public sealed class CostBook(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    private const int MostRates = 2_000;
    private const int MostParks = 100;
    private const int MostSubsidies = 200;
    private const string HistoryKey = "costs";

    /// <summary>Answers from the rates that are in force today.</summary>
    /// <param name="ask">Null for the empty form.</param>
    public async Task<SettlementAnswer> AnswerAsync(SettlementAsk? ask, CancellationToken cancellation)
    {
        var today = time.Today;
        var parks = await db.Parks.AsNoTracking().OrderBy(p => p.SortOrder).ThenBy(p => p.Id).Take(MostParks).ToListAsync(cancellation);
        var subsidies = await db.Subsidies.AsNoTracking().Where(s => s.From <= today && (s.Until == null || s.Until >= today)).OrderBy(s => s.Id).Take(MostSubsidies).ToListAsync(cancellation);
        if (ask is null) return new SettlementAnswer(parks, null, subsidies, today);
        var rates = await db.CostRates.AsNoTracking().Include(r => r.Park).Where(r => r.From <= today && (r.Until == null || r.Until >= today)).OrderBy(r => r.Id).Take(MostRates).ToListAsync(cancellation);
        return new SettlementAnswer(parks, SettlementCost.Estimate(ask, rates), subsidies, today);
    }

    /// <summary>Rates, by item, scope and first day, the latest first.</summary>
    /// <param name="item">Null for all.</param>
    public Task<Page<CostRate>> RatesAsync(CostItem? item, PageRequest page, CancellationToken cancellation)
    {
        var rates = db.CostRates.AsNoTracking().Include(r => r.Park).AsQueryable();
        if (item is { } wanted) rates = rates.Where(r => r.Item == wanted);
        return rates.OrderBy(r => r.Item).ThenBy(r => r.Scope).ThenByDescending(r => r.From).ThenBy(r => r.Id).ToPageAsync(page, cancellation);
    }

    /// <summary>All subsidies, the latest first.</summary>
    public async Task<IReadOnlyList<Subsidy>> SubsidiesAsync(CancellationToken cancellation) =>
        await db.Subsidies.AsNoTracking().OrderByDescending(s => s.From).ThenByDescending(s => s.Id).Take(MostSubsidies).ToListAsync(cancellation);

    public Task<CostRate?> FindRateAsync(int id, CancellationToken cancellation) => db.CostRates.AsNoTracking().Include(r => r.Park).SingleOrDefaultAsync(r => r.Id == id, cancellation);

    public Task<Subsidy?> FindSubsidyAsync(int id, CancellationToken cancellation) => db.Subsidies.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation);

    /// <summary>What was done to rates and subsidies, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Cost, HistoryKey, page, cancellation);

    /// <summary>Adds a rate from a day on. An earlier rate of the same scope stays for the days before.</summary>
    public async Task<Outcome> AddRateAsync(CostRateData data, CancellationToken cancellation)
    {
        if (await RefuseAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var rate = new CostRate
        {
            Item = data.Item,
            ParkId = data.ParkId,
            Use = data.Use,
            Scope = CostRate.ScopeOf(data.ParkId, data.Use),
            From = data.From,
            Value = data.Value,
            Source = data.Source.Text,
            SourceStatus = data.Source.Status,
            IsUnverified = data.Source.IsUnverified,
        };
        Write(rate, data);
        db.CostRates.Add(rate);
        journal.Write(JournalSubjects.Cost, HistoryKey, InvestmentActs.RateAdded, await NameAsync(rate, cancellation), Fields(rate).Select(f => new FieldChange(f.Label, null, f.Value)));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.CostRates.AnyAsync(r => r.Item == rate.Item && r.Scope == rate.Scope && r.From == rate.From, cancellation)) return Outcome.Refused(nameof(data.From), "这个项目、园区和用途已有从这一天起的标准，请修改它。");
            throw;
        }
    }

    /// <summary>Saves an edited rate. The second of two people is told what the first one wrote.</summary>
    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateRateAsync(int id, int version, CostRateData data, CancellationToken cancellation)
    {
        if (await db.CostRates.SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } rate) return Outcome.Refused("没有这项标准。");
        data = data with { Item = rate.Item, ParkId = rate.ParkId, Use = rate.Use, From = rate.From };
        if (await RefuseAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var before = Fields(rate);
        db.Expect(rate, version);
        Write(rate, data);
        var typed = Fields(rate);
        journal.Write(JournalSubjects.Cost, HistoryKey, InvestmentActs.RateChanged, await NameAsync(rate, cancellation), Edits.Changes(before, typed));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Edits.Conflict(Fields(await db.CostRates.AsNoTracking().SingleAsync(r => r.Id == id, cancellation)), typed);
        }
    }

    /// <summary>Adds a subsidy.</summary>
    public async Task<Outcome> AddSubsidyAsync(SubsidyData data, CancellationToken cancellation)
    {
        if (Refuse(data.From, data.Until, data.Source) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var subsidy = new Subsidy
        {
            Title = data.Title,
            Condition = data.Condition,
            From = data.From,
            Source = data.Source.Text,
            SourceStatus = data.Source.Status,
            IsUnverified = data.Source.IsUnverified,
        };
        Write(subsidy, data);
        db.Subsidies.Add(subsidy);
        journal.Write(JournalSubjects.Cost, HistoryKey, InvestmentActs.SubsidyAdded, data.Title, Fields(subsidy).Select(f => new FieldChange(f.Label, null, f.Value)));
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    /// <summary>Saves an edited subsidy. The second of two people is told what the first one wrote.</summary>
    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateSubsidyAsync(int id, int version, SubsidyData data, CancellationToken cancellation)
    {
        if (Refuse(data.From, data.Until, data.Source) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (await db.Subsidies.SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } subsidy) return Outcome.Refused("没有这项补贴条件。");
        var before = Fields(subsidy);
        db.Expect(subsidy, version);
        Write(subsidy, data);
        var typed = Fields(subsidy);
        journal.Write(JournalSubjects.Cost, HistoryKey, InvestmentActs.SubsidyChanged, data.Title, Edits.Changes(before, typed));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Edits.Conflict(Fields(await db.Subsidies.AsNoTracking().SingleAsync(s => s.Id == id, cancellation)), typed);
        }
    }

    private async Task<List<Refusal>> RefuseAsync(CostRateData data, CancellationToken cancellation)
    {
        var refusals = Refuse(data.From, data.Until, data.Source);
        if (data.Value is < 0 or > CostRate.LargestValue) refusals.Add(new Refusal(nameof(data.Value), "标准不能小于 0，也不能超过 1,000 万。"));
        else if (decimal.Round(data.Value, 4) != data.Value) refusals.Add(new Refusal(nameof(data.Value), "标准最多四位小数。"));
        if (data.ParkId is { } park && !await db.Parks.AnyAsync(p => p.Id == park, cancellation)) refusals.Add(new Refusal(nameof(data.ParkId), "没有这个园区，请重新选择。"));
        return refusals;
    }

    private static List<Refusal> Refuse(DateOnly from, DateOnly? until, CostSource source)
    {
        var refusals = new List<Refusal>();
        if (until < from) refusals.Add(new Refusal("Until", "截止日期不能早于开始日期。"));
        if (!Websites.IsGood(source.Address)) refusals.Add(new Refusal("SourceAddress", Websites.Problem));
        return refusals;
    }

    private async Task<string> NameAsync(CostRate rate, CancellationToken cancellation)
    {
        var park = rate.ParkId is { } id ? await db.Parks.Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync(cancellation) : "全部园区";
        return $"{rate.Item.Word()}，{park}，{rate.Use?.Word() ?? "全部用途"}，{LeadDesk.Day(rate.From)} 起";
    }

    private static void Write(CostRate rate, CostRateData data)
    {
        (rate.Value, rate.Until, rate.Note) = (data.Value, data.Until, data.Note);
        (rate.Source, rate.SourceAddress, rate.SourceStatus, rate.IsUnverified) = (data.Source.Text, data.Source.Address, data.Source.Status, data.Source.IsUnverified);
    }

    private static void Write(Subsidy subsidy, SubsidyData data)
    {
        (subsidy.Title, subsidy.EnglishTitle, subsidy.Condition, subsidy.EnglishCondition) = (data.Title, data.EnglishTitle, data.Condition, data.EnglishCondition);
        (subsidy.From, subsidy.Until) = (data.From, data.Until);
        (subsidy.Source, subsidy.SourceAddress, subsidy.SourceStatus, subsidy.IsUnverified) = (data.Source.Text, data.Source.Address, data.Source.Status, data.Source.IsUnverified);
    }

    private static List<EditedField> Fields(CostRate rate) =>
    [
        new(nameof(CostRateData.Value), "标准", $"{rate.Value.ToString("0.####", CultureInfo.InvariantCulture)} {rate.Item.Unit()}"),
        new(nameof(CostRateData.Until), "截止日期", rate.Until is { } until ? LeadDesk.Day(until) : null),
        new(nameof(CostRateData.Note), "说明", rate.Note),
        .. Fields(rate.Source, rate.SourceAddress, rate.SourceStatus, rate.IsUnverified),
    ];

    private static List<EditedField> Fields(Subsidy subsidy) =>
    [
        new(nameof(SubsidyData.Title), "名称", subsidy.Title),
        new(nameof(SubsidyData.EnglishTitle), "英文名称", subsidy.EnglishTitle),
        new(nameof(SubsidyData.Condition), "条件", subsidy.Condition),
        new(nameof(SubsidyData.EnglishCondition), "英文条件", subsidy.EnglishCondition),
        new(nameof(SubsidyData.From), "开始日期", LeadDesk.Day(subsidy.From)),
        new(nameof(SubsidyData.Until), "截止日期", subsidy.Until is { } until ? LeadDesk.Day(until) : null),
        .. Fields(subsidy.Source, subsidy.SourceAddress, subsidy.SourceStatus, subsidy.IsUnverified),
    ];

    private static EditedField[] Fields(string source, string? address, FigureStatus status, bool isUnverified) =>
    [
        new("Source", "来源", source),
        new("SourceAddress", "来源网址", address),
        new("SourceStatus", "来源性质", status.Word()),
        new("IsUnverified", "待核", isUnverified ? "是" : "否"),
    ];
}
