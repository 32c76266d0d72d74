using System.Globalization;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.PolicyMatching;
using HuaihuaPilotZone.Risks;
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
        var admin = await own.VisitAsAsync("admin");
        foreach (var (subject, key, act, address) in await RecordsAsync(own))
        {
            var before = await own.WithDatabaseAsync(db => db.Journal.CountAsync(l => l.Subject == subject && l.SubjectKey == key, Cancellation));
            await own.InScopeAsync(async s =>
            {
                for (var i = 0; i < Many; i++) s.GetRequiredService<PortalJournal>().Write(subject, key, act, string.Create(CultureInfo.InvariantCulture, $"第 {i:D2} 次的说明"));
                return await s.GetRequiredService<PortalDbContext>().SaveChangesAsync(Cancellation);
            });

            var newest = await admin.OpenAsync(address);
            Assert.True(newest.Content().Contains("第 20 次的说明", StringComparison.Ordinal), address);
            Assert.DoesNotContain("第 00 次的说明", newest.Content(), StringComparison.Ordinal);
            var older = await admin.OpenAsync(newest.QuerySelector("nav.hh-pager a[href$='history=2']")!.GetAttribute("href")!);
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

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
