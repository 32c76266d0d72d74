using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Investment.Opportunities;

/// <summary>What staff write about an opportunity.</summary>
/// <param name="Slug">Only heard when it is new.</param>
/// <param name="LeastArea">Square metres, at most two decimals, like <paramref name="MostArea"/>.</param>
/// <param name="AsOf">The time it stands for (<see cref="PartialDate"/>).</param>
public sealed record OpportunityData(
    string Slug, string Title, string? EnglishTitle, string Wanted, string? EnglishWanted, string Conditions, string? EnglishConditions, int? IndustryTagId, int? ParkId, int? ChainNodeId,
    decimal? LeastArea, decimal? MostArea, string Office, string? EnglishOffice, string Source, string? SourceAddress, FigureStatus SourceStatus, string AsOf, DateOnly? OpenUntil);

/// <summary>An opportunity in the desk's list.</summary>
/// <param name="Leads">How many leads came of it.</param>
public sealed record OpportunityRow(int Id, string Slug, string Title, OpportunityState State, string? Industry, string? Park, DateOnly? PublishedOn, DateOnly? OpenUntil, int Leads, bool IsDemonstration);

/// <summary>Keeps the opportunities. Nothing without its source, nothing that leads to a person.</summary>
public sealed class OpportunityDesk(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    private const int MostChoices = 300;

    /// <param name="text">Part of the title; null for all.</param>
    public Task<Page<OpportunityRow>> ListAsync(string? text, OpportunityState? state, PageRequest page, CancellationToken cancellation)
    {
        var found = db.Opportunities.AsNoTracking();
        if (SearchWord.Of(text) is { } word) found = found.Where(o => o.Title.Contains(word));
        if (state is { } wanted) found = found.Where(o => o.State == wanted);
        return found.OrderByDescending(o => o.Id).Select(o => new OpportunityRow(
            o.Id, o.Slug, o.Title, o.State, o.IndustryTag!.Name, o.Park!.Name, o.PublishedOn, o.OpenUntil, db.Leads.Count(l => l.OpportunityId == o.Id), o.IsDemonstration)).ToPageAsync(page, cancellation);
    }

    /// <summary>Opportunities that a lead can come of, the latest first.</summary>
    public async Task<IReadOnlyList<Opportunity>> ChoicesAsync(CancellationToken cancellation) =>
        await db.Opportunities.AsNoTracking().Where(o => o.State == OpportunityState.Published).OrderByDescending(o => o.Id).Take(MostChoices).ToListAsync(cancellation);

    public Task<Opportunity?> FindAsync(int id, CancellationToken cancellation) => db.Opportunities.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellation);

    /// <summary>What was done to an opportunity, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(int id, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Opportunity, Key(id), page, cancellation);

    /// <summary>Adds a draft.</summary>
    /// <returns>The id of the new opportunity.</returns>
    public async Task<Outcome<int>> AddAsync(OpportunityData data, CancellationToken cancellation)
    {
        if (await RefuseAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var opportunity = new Opportunity
        {
            Slug = data.Slug,
            Title = data.Title,
            Wanted = data.Wanted,
            Conditions = data.Conditions,
            Office = data.Office,
            Source = data.Source,
            SourceStatus = data.SourceStatus,
            AsOf = data.AsOf,
            State = OpportunityState.Draft,
        };
        Write(opportunity, data);
        try
        {
            return await db.InTransactionAsync<int>(
                async token =>
                {
                    db.Opportunities.Add(opportunity);
                    await db.SaveChangesAsync(token);
                    journal.Write(JournalSubjects.Opportunity, Key(opportunity.Id), InvestmentActs.OpportunityAdded, changes: (await FieldsAsync(opportunity, token)).Select(f => new FieldChange(f.Label, null, f.Value)));
                    await db.SaveChangesAsync(token);
                    return opportunity.Id;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Opportunities.AnyAsync(o => o.Slug == data.Slug, cancellation)) return Outcome.Refused(nameof(data.Slug), "已有招商项目使用这个网址短名。");
            throw;
        }
    }

    /// <summary>Saves an edited opportunity; a public one is seen changed at once. The second of two people is told what the first one wrote.</summary>
    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateAsync(int id, int version, OpportunityData data, CancellationToken cancellation)
    {
        if (await db.Opportunities.SingleOrDefaultAsync(o => o.Id == id, cancellation) is not { } opportunity) return Gone();
        data = data with { Slug = opportunity.Slug };
        if (await RefuseAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var before = await FieldsAsync(opportunity, cancellation);
        db.Expect(opportunity, version);
        Write(opportunity, data);
        var typed = await FieldsAsync(opportunity, cancellation);
        journal.Write(JournalSubjects.Opportunity, Key(id), InvestmentActs.OpportunityChanged, changes: Edits.Changes(before, typed));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Edits.Conflict(await FieldsAsync(await db.Opportunities.AsNoTracking().SingleAsync(o => o.Id == id, cancellation), cancellation), typed);
        }
    }

    /// <summary>Shows an opportunity to the public, or takes it off again.</summary>
    /// <param name="version">The version that the page showed.</param>
    /// <param name="isPublic">False closes it.</param>
    public async Task<Outcome> ShowAsync(int id, int version, bool isPublic, CancellationToken cancellation)
    {
        if (await db.Opportunities.SingleOrDefaultAsync(o => o.Id == id, cancellation) is not { } opportunity) return Gone();
        if (isPublic == (opportunity.State == OpportunityState.Published)) return Outcome.Refused(isPublic ? "这个招商项目已经公开。" : "这个招商项目没有公开。");
        if (isPublic && opportunity.IsOver(time.Today)) return Outcome.Refused("截止日期已过，请先改截止日期再公开。");
        db.Expect(opportunity, version);
        opportunity.State = isPublic ? OpportunityState.Published : OpportunityState.Closed;
        if (isPublic) opportunity.PublishedOn ??= time.Today;
        journal.Write(JournalSubjects.Opportunity, Key(id), isPublic ? InvestmentActs.OpportunityPublished : InvestmentActs.OpportunityClosed);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，他人已修改这个招商项目。请核对最新内容后再操作。");
        }
    }

    private async Task<List<Refusal>> RefuseAsync(OpportunityData data, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (!PartialDate.IsValid(data.AsOf)) refusals.Add(new Refusal(nameof(data.AsOf), "日期应写成 2026、2026-03 或 2026-03-18。"));
        if (!Websites.IsGood(data.SourceAddress)) refusals.Add(new Refusal(nameof(data.SourceAddress), Websites.Problem));
        if (!IsArea(data.LeastArea)) refusals.Add(new Refusal(nameof(data.LeastArea), "面积应大于 0，不超过 100 万平方米，最多两位小数。"));
        if (!IsArea(data.MostArea)) refusals.Add(new Refusal(nameof(data.MostArea), "面积应大于 0，不超过 100 万平方米，最多两位小数。"));
        if (data.MostArea < data.LeastArea) refusals.Add(new Refusal(nameof(data.MostArea), "最大面积不能小于最小面积。"));
        refusals.AddRange(Persons(nameof(data.Wanted), data.Wanted, isOffice: false).Concat(Persons(nameof(data.Conditions), data.Conditions, isOffice: false)).Concat(Persons(nameof(data.Office), data.Office, isOffice: true)));
        if (data.IndustryTagId is { } tag && !await db.Set<IndustryTag>().AnyAsync(t => t.Id == tag, cancellation)) refusals.Add(new Refusal(nameof(data.IndustryTagId), "没有这个行业，请重新选择。"));
        if (data.ParkId is { } park && !await db.Parks.AnyAsync(p => p.Id == park, cancellation)) refusals.Add(new Refusal(nameof(data.ParkId), "没有这个园区，请重新选择。"));
        if (data.ChainNodeId is { } node && !await db.ChainNodes.AnyAsync(n => n.Id == node, cancellation)) refusals.Add(new Refusal(nameof(data.ChainNodeId), "没有这个产业链环节，请重新选择。"));
        return refusals;
    }

    /// <summary>An office has a telephone and a mail address of its own; a mobile number is a person's.</summary>
    private static IEnumerable<Refusal> Persons(string field, string text, bool isOffice) => PersonalData.Find(text)
        .Where(t => !isOffice || t.Kind is not ("电话号码" or "邮箱"))
        .Select(t => new Refusal(field, $"公开页面不写个人信息（{t.Kind} {t.Value}）；联系单位写部门和办公电话。")).Take(1);

    private static bool IsArea(decimal? area) => area is null || (area is > 0 and <= Lead.LargestArea && decimal.Round(area.Value, 2) == area);

    private static void Write(Opportunity opportunity, OpportunityData data)
    {
        (opportunity.Title, opportunity.EnglishTitle) = (data.Title, data.EnglishTitle);
        (opportunity.Wanted, opportunity.EnglishWanted) = (data.Wanted, data.EnglishWanted);
        (opportunity.Conditions, opportunity.EnglishConditions) = (data.Conditions, data.EnglishConditions);
        (opportunity.IndustryTagId, opportunity.ParkId, opportunity.ChainNodeId) = (data.IndustryTagId, data.ParkId, data.ChainNodeId);
        (opportunity.LeastHundredths, opportunity.MostHundredths) = ((long?)(data.LeastArea * 100), (long?)(data.MostArea * 100));
        (opportunity.Office, opportunity.EnglishOffice) = (data.Office, data.EnglishOffice);
        (opportunity.Source, opportunity.SourceAddress, opportunity.SourceStatus) = (data.Source, data.SourceAddress, data.SourceStatus);
        (opportunity.AsOf, opportunity.OpenUntil) = (data.AsOf, data.OpenUntil);
    }

    private async Task<List<EditedField>> FieldsAsync(Opportunity o, CancellationToken cancellation)
    {
        var industry = o.IndustryTagId is { } tag ? await db.Set<IndustryTag>().Where(t => t.Id == tag).Select(t => t.Name).SingleOrDefaultAsync(cancellation) : null;
        var park = o.ParkId is { } id ? await db.Parks.Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync(cancellation) : null;
        var node = o.ChainNodeId is { } place ? await db.ChainNodes.Where(n => n.Id == place).Select(n => n.Chain!.Name + " · " + n.Name).SingleOrDefaultAsync(cancellation) : null;
        return
        [
            new(nameof(OpportunityData.Title), "标题", o.Title),
            new(nameof(OpportunityData.EnglishTitle), "英文标题", o.EnglishTitle),
            new(nameof(OpportunityData.Wanted), "招商方向", o.Wanted),
            new(nameof(OpportunityData.EnglishWanted), "英文招商方向", o.EnglishWanted),
            new(nameof(OpportunityData.Conditions), "条件", o.Conditions),
            new(nameof(OpportunityData.EnglishConditions), "英文条件", o.EnglishConditions),
            new(nameof(OpportunityData.IndustryTagId), "行业", industry),
            new(nameof(OpportunityData.ChainNodeId), "产业链环节", node),
            new(nameof(OpportunityData.ParkId), "园区", park),
            new(nameof(OpportunityData.LeastArea), "最小面积", Metres(o.LeastArea)),
            new(nameof(OpportunityData.MostArea), "最大面积", Metres(o.MostArea)),
            new(nameof(OpportunityData.Office), "联系单位", o.Office),
            new(nameof(OpportunityData.EnglishOffice), "英文联系单位", o.EnglishOffice),
            new(nameof(OpportunityData.Source), "来源", o.Source),
            new(nameof(OpportunityData.SourceAddress), "来源网址", o.SourceAddress),
            new(nameof(OpportunityData.SourceStatus), "来源性质", o.SourceStatus.Word()),
            new(nameof(OpportunityData.AsOf), "时点", o.AsOf),
            new(nameof(OpportunityData.OpenUntil), "截止日期", o.OpenUntil is { } until ? LeadDesk.Day(until) : null),
        ];
    }

    private static string? Metres(decimal? area) => area is { } metres ? $"{metres.ToString("0.##", CultureInfo.InvariantCulture)} 平方米" : null;

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static Outcome Gone() => Outcome.Refused("没有这个招商项目。");
}
