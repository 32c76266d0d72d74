using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises.Past;

/// <summary>How SQLite answers questions about the past: along an index, never through the table.</summary>
public sealed class WalkingSpansTests
{
    private static readonly string[] _large = ["RecordSpans", "Enterprises"];

    private static readonly DateOnly _day = new(2026, 6, 30);

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
            PastQuery[] queries = [new(_day), new(_day, new DateOnly(2026, 7, 1)), new(_day, null, "箱包", EnterpriseType.Services, EnterpriseStage.Signed, 1, 1)];
            foreach (var query in queries)
            {
                await past.ListAsync(query, new PageRequest(2, 5), Cancellation);
                await past.CountAsync(query, Cancellation);
                // what a short list gathers, a long one walks
                await past.WalkAsync(query, new PageRequest(2, 5), Cancellation);
            }

            foreach (var move in Enum.GetValues<RosterMove>().Cast<RosterMove?>().Append(null)) await comparison.ListAsync(_day, new DateOnly(2026, 7, 31), move, new PageRequest(2, 5), Cancellation);
            await past.OfAsync(1, Cancellation);
            await s.GetRequiredService<RosterChanges>().ListAsync(new PageRequest(2, 5), Cancellation);
            return asked.IsListening.Value = false;
        });

        await asked.AssertWalksNoTableAsync(portal, _large, atLeast: 15);
    }
}
