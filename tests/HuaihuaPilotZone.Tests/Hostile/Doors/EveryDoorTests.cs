using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Hostile.Doors;

/// <summary>
/// Every endpoint of the running portal is tried by everybody, with their own record and with that of another enterprise, and with a valid,
/// a missing and a forged form token. What has to come of it follows from access.txt alone. The park's doors are tried by <see cref="EveryParkDoorTests"/>.
/// </summary>
public sealed class EveryDoorTests(Portal shared)
{
    [Fact]
    public void Every_endpoint_has_a_line_in_the_table_and_every_line_an_endpoint()
    {
        var lines = AccessTable.Read().Select(d => d.Key).ToList();
        var endpoints = AccessTable.Endpoints(shared.Services.GetRequiredService<EndpointDataSource>());

        Assert.True(endpoints.Count > 700, $"Only {endpoints.Count} endpoints were found.");
        Rule.HoldsEverywhere([
            .. endpoints.Except(lines, StringComparer.Ordinal).Select(e => $"{e} | who? | whose record?     (write this line into access.txt)"),
            .. lines.Except(endpoints, StringComparer.Ordinal).Select(l => $"{l}: there is no such endpoint any more"),
            .. lines.GroupBy(l => l, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{g.Key} stands there twice"),
        ]);
    }

    [Fact]
    public Task Everybody_gets_the_answer_of_the_table_at_every_door_but_those_of_the_park() =>
        DoorMatrix.TryAsync(d => !d.IsOfPark, new LeastTries(Open: 1100, SignIn: 300, Closed: 700, Missing: 200, BadToken: 250));
}

/// <summary>The same at the park's desk: a class of its own, so that both are tried at once.</summary>
public sealed class EveryParkDoorTests
{
    [Fact]
    public Task Everybody_gets_the_answer_of_the_table_at_every_door_of_the_park() =>
        DoorMatrix.TryAsync(d => d.IsOfPark, new LeastTries(Open: 500, SignIn: 500, Closed: 1200, Missing: 0, BadToken: 250));
}
