using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Tracking;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Tracking;

/// <summary>A list of events by when they happened is read off an index of that order: SQLite's own plans say so.</summary>
public sealed class WalkingEventsTests
{
    private static readonly string[] _large = ["TrackingEvents"];

    private static readonly bool[] _orders = [false, true];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_list_by_time_goes_through_the_table_or_sorts_it()
    {
        var asked = new AskedStatements();
        await using var portal = Portal.Own([asked]);
        var day = new DateOnly(2026, 11, 22);
        await portal.InScopeAsync(async s =>
        {
            var lists = s.GetRequiredService<EventLists>();
            asked.IsListening.Value = true;
            foreach (var oldestFirst in _orders)
            {
                await lists.ListAsync(new EventFilter(OldestFirst: oldestFirst, Sort: EventSort.Occurs), new PageRequest(2, 5), Cancellation);
                await lists.ListAsync(new EventFilter(OldestFirst: oldestFirst, Sort: EventSort.Occurs, From: day.AddDays(-7), To: day), new PageRequest(2, 5), Cancellation);
            }
            return asked.IsListening.Value = false;
        });

        await asked.AssertWalksNoTableAsync(portal, _large, atLeast: 4);
    }
}
