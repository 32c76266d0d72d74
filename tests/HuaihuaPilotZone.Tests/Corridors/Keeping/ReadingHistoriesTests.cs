using System.Globalization;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Keeping;

/// <summary>What was done to one record of the network is read on its page, who, when and what, down to its beginning.</summary>
[Collection(NetworkPortal.Name)]
public sealed class ReadingHistoriesTests(NetworkPortal network)
{
    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_node_is_read_to_its_beginning() => IsReadToTheBeginningAsync(JournalSubjects.Network, "node-{0}", "/park/network/nodes/{0}", db => db.Nodes.Select(n => n.Id));

    [Fact]
    public Task A_leg_is_read_to_its_beginning() => IsReadToTheBeginningAsync(JournalSubjects.Network, "leg-{0}", "/park/network/legs/{0}", db => db.Legs.Select(n => n.Id));

    [Fact]
    public Task A_corridor_is_read_to_its_beginning() => IsReadToTheBeginningAsync(JournalSubjects.Network, "corridor-{0}", "/park/network/corridors/{0}", db => db.Corridors.Select(n => n.Id));

    [Fact]
    public Task A_service_is_read_to_its_beginning() =>
        IsReadToTheBeginningAsync(JournalSubjects.ScheduledService, "{0}", "/park/timetable/services/{0}", db => db.ScheduledServices.Select(n => n.Id));

    private async Task IsReadToTheBeginningAsync(string subject, string key, string address, Func<PortalDbContext, IQueryable<int>> records)
    {
        var id = await _portal.WithDatabaseAsync(db => records(db).OrderBy(i => i).FirstAsync(Cancellation));
        var name = string.Create(CultureInfo.InvariantCulture, $"历史{NetworkScenes.Next()}");
        for (var i = 0; i < 21; i++)
        {
            var note = string.Create(CultureInfo.InvariantCulture, $"{name}-{i:D2}");
            await _portal.InScopeAsync(async s =>
            {
                s.GetRequiredService<PortalJournal>().Write(subject, string.Format(CultureInfo.InvariantCulture, key, id), NetworkActs.NodeChanged, note, [new FieldChange("名称", "旧", note)]);
                return await s.GetRequiredService<PortalDbContext>().SaveChangesAsync(Cancellation);
            });
        }
        var auditor = await _portal.VisitAsAsync("auditor");
        var page = string.Format(CultureInfo.InvariantCulture, address, id);

        var newest = (await auditor.OpenAsync(page)).QuerySelector("#history")!;
        var older = (await auditor.OpenAsync($"{page}?page=2")).QuerySelector("#history")!.TextContent;

        Assert.Equal(20, newest.QuerySelectorAll("ol.hh-timeline > li").Length);
        Assert.Contains($"{name}-20", newest.TextContent, StringComparison.Ordinal);
        Assert.NotNull(newest.QuerySelector("nav.hh-pager a[href*='page=2']"));
        foreach (var text in new[] { $"系统，", $"{name}-00", $"旧 → {name}-00" }) Assert.Contains(text, older, StringComparison.Ordinal);
        Assert.DoesNotContain($"{name}-01", older, StringComparison.Ordinal);
    }
}
