using System.Globalization;
using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.PolicyMatching;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Tests.Parks;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Journal;

/// <summary>Records of the site that were worked on for years: their history is read page by page down to its beginning.</summary>
public sealed class ReadingALongHistoryTests
{
    private const int Many = 21;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_history_of_a_letter_a_notice_conditions_an_indicator_and_a_value_is_read_to_its_beginning()
    {
        await using var own = Portal.Own(("Jobs:Parallel", "0"));
        await ReadToTheBeginningAsync(own, await own.VisitAsAsync("admin"), await RecordsAsync(own));
    }

    [Fact]
    public async Task The_history_of_a_park_an_area_a_unit_a_repair_a_chain_a_lead_an_opportunity_and_the_costs_is_read_to_its_beginning()
    {
        await using var own = Portal.Own(("Jobs:Parallel", "0"));
        var unit = await own.HasUnitAsync(await own.HasBuildingAsync(), "H-1");
        await own.LetAsync(unit, await own.IdOfAsync("91431299MA0000015J"), new DateOnly(2026, 6, 1), null);
        var tenant = await own.VisitAsAsync("luggage");
        var reported = await tenant.SubmitAsync($"/enterprise/premises/new?unit={Text(unit)}", new() { ["Title"] = "空调漏水", ["Text"] = "西墙，随时可以上门。", ["IsUrgent"] = "true" }, "/enterprise/premises/new");
        var repair = reported.LedTo()["/enterprise/premises/".Length..];

        await ReadToTheBeginningAsync(own, await own.VisitAsAsync("admin"), await ParkRecordsAsync(own, unit, repair));
        await ReadToTheBeginningAsync(own, tenant, [(JournalSubjects.Ticket, repair, ParkActs.TicketAccepted, $"/enterprise/premises/{repair}")]);
    }

    private static async Task ReadToTheBeginningAsync(Portal portal, Visitor reader, IReadOnlyList<(string Subject, string Key, string Act, string Address)> records)
    {
        foreach (var (subject, key, act, address) in records)
        {
            var before = await portal.WithDatabaseAsync(db => db.Journal.CountAsync(l => l.Subject == subject && l.SubjectKey == key, Cancellation));
            await portal.InScopeAsync(async s =>
            {
                for (var i = 0; i < Many; i++) s.GetRequiredService<PortalJournal>().Write(subject, key, act, string.Create(CultureInfo.InvariantCulture, $"第 {i:D2} 次的说明"));
                return await s.GetRequiredService<PortalDbContext>().SaveChangesAsync(Cancellation);
            });

            var newest = await reader.OpenAsync(address);
            Assert.True(newest.Content().Contains("第 20 次的说明", StringComparison.Ordinal), address);
            Assert.DoesNotContain("第 00 次的说明", newest.Content(), StringComparison.Ordinal);
            var older = await reader.OpenAsync(newest.QuerySelector("nav.hh-pager a[href$='history=2']")!.GetAttribute("href")!);
            Assert.Contains("第 00 次的说明", older.Content(), StringComparison.Ordinal);
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"共 {before + Many} 条"), older.Content(), StringComparison.Ordinal);
        }
    }

    private static Task<List<(string Subject, string Key, string Act, string Address)>> RecordsAsync(Portal portal) => portal.WithDatabaseAsync(async db =>
    {
        var letter = await db.Letters.OrderBy(l => l.Id).Select(l => l.Number).FirstAsync(Cancellation);
        var risk = await db.RiskNotices.OrderBy(n => n.Id).Select(n => n.Id).FirstAsync(Cancellation);
        var policy = await db.PolicyCriteria.OrderBy(c => c.PolicyDocumentId).Select(c => c.PolicyDocumentId).FirstAsync(Cancellation);
        var index = await db.PolicyDocuments.Where(d => d.Id == policy).Select(d => d.IndexNumber).SingleAsync(Cancellation);
        var indicator = await db.Indicators.OrderBy(i => i.Id).FirstAsync(Cancellation);
        var value = await db.Observations.OrderBy(o => o.Id).Select(o => o.Id).FirstAsync(Cancellation);
        return new List<(string, string, string, string)>
        {
            (JournalSubjects.Letter, letter, "letter.escalated", $"/park/letters/{letter}"),
            (JournalSubjects.Risk, Text(risk), RiskActs.Changed, $"/park/risks/{Text(risk)}"),
            (JournalSubjects.PolicyCriteria, index, CriteriaDesk.SavedAct, $"/park/policies/{Text(policy)}/criteria"),
            (JournalSubjects.Indicator, indicator.Code, IndicatorActs.IndicatorChanged, $"/park/indicators/{Text(indicator.Id)}"),
            (JournalSubjects.Observation, Text(value), IndicatorActs.Changed, $"/park/statistics/{Text(value)}"),
        };
    });

    private static Task<List<(string Subject, string Key, string Act, string Address)>> ParkRecordsAsync(Portal portal, int unit, string repair) => portal.WithDatabaseAsync(async db =>
    {
        var park = Text(await db.Parks.Where(p => p.Slug == ParkScenes.Shown).Select(p => p.Id).SingleAsync(Cancellation));
        var area = Text(await db.Set<ParkArea>().OrderBy(a => a.Id).Select(a => a.Id).FirstAsync(Cancellation));
        var chain = Text(await db.Chains.OrderBy(c => c.Id).Select(c => c.Id).FirstAsync(Cancellation));
        var lead = await db.Leads.OrderBy(l => l.Id).Select(l => l.Number).FirstAsync(Cancellation);
        var opportunity = Text(await db.Opportunities.OrderBy(o => o.Id).Select(o => o.Id).FirstAsync(Cancellation));
        return new List<(string, string, string, string)>
        {
            (JournalSubjects.Park, park, ParkActs.ParkChanged, $"/park/parks/{park}"),
            (JournalSubjects.Area, area, ParkActs.AreaChanged, $"/park/areas/{area}"),
            (JournalSubjects.Unit, Text(unit), ParkActs.UnitChanged, $"/park/units/{Text(unit)}"),
            (JournalSubjects.Ticket, repair, ParkActs.TicketAccepted, $"/park/tickets/{repair}"),
            (JournalSubjects.Chain, chain, ChainActs.ChainChanged, $"/park/chains/{chain}"),
            (JournalSubjects.Lead, lead, InvestmentActs.LeadChanged, $"/park/investment/{lead}"),
            (JournalSubjects.Opportunity, opportunity, InvestmentActs.OpportunityChanged, $"/park/opportunities/{opportunity}"),
            (JournalSubjects.Cost, "costs", InvestmentActs.RateChanged, "/park/settlement-costs"),
        };
    });

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
