using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises.Past;

/// <summary>How SQLite answers questions about the past: along an index, never through the table.</summary>
public sealed class WalkingSpansTests
{
    private static readonly string[] _large = ["RecordSpans", "Enterprises", "EnterpriseGrams"];

    private static readonly DateOnly _day = new(2026, 6, 30);

    private static readonly RosterPlace[] _places = [new(2), new(AfterId: 3), new(BeforeId: 3)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_day_no_comparison_and_no_change_log_goes_through_a_table()
    {
        var asked = new AskedStatements();
        await using var portal = Portal.Own([asked]);
        await portal.InScopeAsync(async s =>
        {
            var (past, comparison) = (s.GetRequiredService<PastRoster>(), s.GetRequiredService<RosterComparison>());
            asked.IsListening.Value = true;
            foreach (var query in Queries())
            {
                foreach (var place in _places) await past.ListAsync(query, place, 5, Cancellation);
                await past.CountAsync(query, Cancellation);
                // what a short list gathers, a long one meets by other indexes or walks
                await past.MeetAsync(query, Cancellation);
                await past.WalkAsync(query, 5, Cancellation);
            }

            foreach (var move in Enum.GetValues<RosterMove>().Cast<RosterMove?>().Append(null))
            {
                await comparison.ListAsync(_day, new DateOnly(2026, 7, 31), move, new PageRequest(2, 5), Cancellation);
                await comparison.WalkAsync(_day, new DateOnly(2026, 7, 31), move, new PageRequest(2, 5), Cancellation);
            }

            await past.OfAsync(1, Cancellation);
            await CorrectAsync(s);
            await s.GetRequiredService<RosterChanges>().ListAsync(new PageRequest(2, 5), Cancellation);
            return asked.IsListening.Value = false;
        });

        await asked.AssertWalksNoTableAsync(portal, _large, atLeast: 60);
        // nearly all spans are open
        await asked.AssertWalksForListsAloneAsync(portal, "IX_RecordSpans_SupersededOn", "\"EnterpriseId\" = @");
    }

    /// <summary>Asks for all spans of one enterprise.</summary>
    private static async Task CorrectAsync(IServiceProvider services)
    {
        var version = await services.GetRequiredService<PortalDbContext>().Enterprises.Where(e => e.Id == 1).Select(e => e.Version).SingleAsync(Cancellation);
        var correction = new PastCorrection(_day, _day.AddDays(2), "示例依据") { Name = "从前写错的公司" };
        Assert.True((await services.GetRequiredService<PastCorrections>().CorrectAsync(1, version, correction, Cancellation)).IsDone);
    }

    private static IEnumerable<PastQuery> Queries() =>
        from known in new DateOnly?[] { null, new DateOnly(2026, 7, 1) }
        from word in new[] { null, "箱", "箱包", "箱包有限", "91431299MA4EXAMPLE" }
        from facets in Enumerable.Range(0, 16)
        where word is null || facets is 0 or 5 or 15
        select new PastQuery(
            _day, known, word, (facets & 1) > 0 ? EnterpriseType.Services : null, (facets & 2) > 0 ? EnterpriseStage.Signed : null, (facets & 4) > 0 ? 1 : null, (facets & 8) > 0 ? 1 : null);
}
