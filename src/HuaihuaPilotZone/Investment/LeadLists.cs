using System.Runtime.CompilerServices;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Investment;

public enum LeadSort
{
    /// <summary>What is overdue first, then by the day of the next step; what has none, and what is closed, last.</summary>
    Next,

    /// <summary>By the day of the latest visit.</summary>
    Visited,

    /// <summary>By the wanted area.</summary>
    Area,

    /// <summary>By the day the stage began.</summary>
    Since,
}

/// <summary>What the list of leads is narrowed to and how it is ordered.</summary>
/// <param name="Text">Part of the company or the number.</param>
/// <param name="IsOverdue">Only those whose next step should have been done before today.</param>
public sealed record LeadFilter(
    string? Text = null, LeadStage? Stage = null, int? OwnerId = null, int? TagId = null, int? OpportunityId = null, int? NodeId = null, bool IsOverdue = false, LeadSort Sort = LeadSort.Next, bool Descending = false);

/// <summary>A lead in the list. The person is left out: see <see cref="LeadLists.StreamAsync"/>.</summary>
public sealed record LeadRow(
    int Id, string Number, string Company, LeadStage Stage, DateOnly StageSince, string? Industry, long? WantedHundredths, LeadSource Source, string? OwnerName,
    string? NextStep, DateOnly? NextStepOn, DateOnly? LastVisitOn, int? EnterpriseId, bool IsDemonstration)
{
    /// <summary>Square metres.</summary>
    public decimal? WantedArea => WantedHundredths / 100m;

    public bool IsOverdue(DateOnly today) => NextStepOn < today && LeadStages.Open.Contains(Stage);
}

/// <summary>A lead as a file has it.</summary>
/// <param name="Contact">Null for those who may not take persons along.</param>
public sealed record ExportedLead(LeadRow Row, string? Contact, string? Phone, string? Email);

/// <summary>Somebody who can own a lead.</summary>
public sealed record LeadOwner(int Id, string Name);

/// <summary>A lead that an enterprise of the roster came from.</summary>
public sealed record LeadOfEnterprise(string Number, DateOnly SignedOn, int Visits);

/// <summary>Reads the leads.</summary>
public sealed class LeadLists(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    private const int MostOwners = 100;
    private const int MostVisits = 200;

    public Task<Page<LeadRow>> ListAsync(LeadFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file; noted in the journal before the first one leaves.</summary>
    /// <param name="mayPersonal">Whether the person may take the contacts along.</param>
    public async IAsyncEnumerable<ExportedLead> StreamAsync(LeadFilter filter, bool mayPersonal, [EnumeratorCancellation] CancellationToken cancellation)
    {
        journal.Write(JournalSubjects.Lead, "export", InvestmentActs.LeadsExported, mayPersonal ? "CSV（含个人信息）" : "CSV");
        await db.SaveChangesAsync(cancellation);
        var rows = Ordered(filter).Select(l => new ExportedLead(
            new LeadRow(
                l.Id, l.Number, l.Company, l.Stage, l.StageSince, l.IndustryTag!.Name, l.WantedHundredths, l.Source, l.Owner!.DisplayName,
                l.NextStep, l.NextStepOn, l.LastVisitOn, l.EnterpriseId, l.IsDemonstration),
            mayPersonal ? l.ContactName : null, mayPersonal ? l.ContactPhone : null, mayPersonal ? l.ContactEmail : null));
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation)) yield return row;
    }

    /// <summary>How many leads stand in each stage.</summary>
    public async Task<IReadOnlyDictionary<LeadStage, int>> CountsAsync(CancellationToken cancellation) =>
        await db.Leads.GroupBy(l => l.Stage).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);

    /// <summary>How many open leads have a next step that should have been done before today.</summary>
    public Task<int> CountOverdueAsync(CancellationToken cancellation) => Overdue(db.Leads).CountAsync(cancellation);

    /// <summary>One lead with its steps and visits, the latest first; not tracked.</summary>
    public Task<Lead?> FindAsync(string number, CancellationToken cancellation) => db.Leads.AsNoTracking()
        .Include(l => l.Owner).Include(l => l.IndustryTag).Include(l => l.Opportunity).Include(l => l.ChainNode!.Chain).Include(l => l.Enterprise)
        .Include(l => l.Steps.OrderByDescending(s => s.Id))
        .Include(l => l.Visits.OrderByDescending(v => v.On).ThenByDescending(v => v.Id).Take(MostVisits))
        .AsSplitQuery().SingleOrDefaultAsync(l => l.Number == number, cancellation);

    /// <summary>What was done to a lead, newest first.</summary>
    /// <param name="mayPersonal">Whether the person may see who the contacts were.</param>
    public async Task<Page<JournalLine>> HistoryAsync(string number, bool mayPersonal, PageRequest page, CancellationToken cancellation)
    {
        var history = await journal.HistoryAsync(JournalSubjects.Lead, number, page, cancellation);
        if (!mayPersonal) foreach (var line in history.Rows) line.Changes.RemoveAll(c => c.Personal is not null);
        return history;
    }

    /// <summary>Those who may own a lead: the park's administrators.</summary>
    public async Task<IReadOnlyList<LeadOwner>> OwnersAsync(CancellationToken cancellation) =>
        await db.LeadOwners().OrderBy(u => u.Id).Take(MostOwners).Select(u => new LeadOwner(u.Id, u.DisplayName)).ToListAsync(cancellation);

    /// <summary>The leads that became an enterprise of the roster, the latest first.</summary>
    public async Task<IReadOnlyList<LeadOfEnterprise>> OfEnterpriseAsync(int enterpriseId, CancellationToken cancellation) =>
        await db.Leads.Where(l => l.EnterpriseId == enterpriseId).OrderByDescending(l => l.Id).Take(MostOwners)
            .Select(l => new LeadOfEnterprise(l.Number, l.StageSince, l.Visits.Count)).ToListAsync(cancellation);

    private IQueryable<LeadRow> Rows(LeadFilter filter) => Ordered(filter).Select(l => new LeadRow(
        l.Id, l.Number, l.Company, l.Stage, l.StageSince, l.IndustryTag!.Name, l.WantedHundredths, l.Source, l.Owner!.DisplayName,
        l.NextStep, l.NextStepOn, l.LastVisitOn, l.EnterpriseId, l.IsDemonstration));

    private IQueryable<Lead> Ordered(LeadFilter filter)
    {
        var leads = db.Leads.AsNoTracking();
        if (SearchWord.Of(filter.Text) is { } word) leads = leads.Where(l => l.Company.Contains(word) || l.Number.Contains(word));
        if (filter.Stage is { } stage) leads = leads.Where(l => l.Stage == stage);
        if (filter.OwnerId is { } owner) leads = leads.Where(l => l.OwnerId == owner);
        if (filter.TagId is { } tag) leads = leads.Where(l => l.IndustryTagId == tag);
        if (filter.OpportunityId is { } opportunity) leads = leads.Where(l => l.OpportunityId == opportunity);
        if (filter.NodeId is { } node) leads = leads.Where(l => l.ChainNodeId == node);
        if (filter.IsOverdue) leads = Overdue(leads);
        var ordered = (filter.Sort, filter.Descending) switch
        {
            (LeadSort.Visited, true) => leads.OrderByDescending(l => l.LastVisitOn),
            (LeadSort.Visited, false) => leads.OrderBy(l => l.LastVisitOn == null ? 1 : 0).ThenBy(l => l.LastVisitOn),
            (LeadSort.Area, true) => leads.OrderByDescending(l => l.WantedHundredths),
            (LeadSort.Area, false) => leads.OrderBy(l => l.WantedHundredths == null ? 1 : 0).ThenBy(l => l.WantedHundredths),
            (LeadSort.Since, true) => leads.OrderByDescending(l => l.StageSince),
            (LeadSort.Since, false) => leads.OrderBy(l => l.StageSince),
            (_, true) => leads.OrderByDescending(l => l.NextStepOn),
            _ => leads.OrderBy(l => l.Stage == LeadStage.Signed || l.Stage == LeadStage.Lost ? 2 : l.NextStepOn == null ? 1 : 0).ThenBy(l => l.NextStepOn),
        };
        return ordered.ThenBy(l => l.Id);
    }

    private IQueryable<Lead> Overdue(IQueryable<Lead> leads)
    {
        var today = time.Today;
        return leads.Where(l => l.NextStepOn < today && LeadStages.Open.Contains(l.Stage));
    }
}

/// <summary>Who may own a lead.</summary>
internal static class LeadOwnership
{
    public static IQueryable<PortalUser> LeadOwners(this PortalDbContext db) => db.StaffIn(StaffRoles.ParkAdministrator);
}
