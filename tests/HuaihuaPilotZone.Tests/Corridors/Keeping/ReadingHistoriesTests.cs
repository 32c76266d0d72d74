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

    [Fact]
    public async Task A_departure_and_a_warehouse_are_read_to_their_beginning_beside_what_else_their_pages_list()
    {
        var service = await _portal.HasServiceAsync(NetworkScenes.ServiceOf([.. (await _portal.HasLineAsync(2)).Select(n => n.Id)]));
        var departure = (await _portal.DeparturesAsync(service))[^1].Number;
        var warehouse = (await _portal.WithDatabaseAsync(db => db.Warehouses.OrderBy(w => w.Id).Select(w => w.Id).FirstAsync(Cancellation))).ToString(CultureInfo.InvariantCulture);

        foreach (var (subject, key, address) in new[] { (JournalSubjects.Departure, departure, $"/park/timetable/departures/{departure}"), (JournalSubjects.Warehouse, warehouse, $"/park/warehouses/{warehouse}") })
        {
            var before = await _portal.WithDatabaseAsync(db => db.Set<JournalLine>().CountAsync(l => l.Subject == subject && l.SubjectKey == key, Cancellation));
            var name = await HasLinesAsync(subject, key, 21);
            var admin = await _portal.VisitAsAsync("admin");

            var newest = await admin.OpenAsync(address);
            var older = (await admin.OpenAsync(newest.QuerySelector("main nav.hh-pager a[href*='history=2']")!.GetAttribute("href")!)).Content();

            Assert.Contains($"{name}-20", newest.Content(), StringComparison.Ordinal);
            Assert.DoesNotContain($"{name}-00", newest.Content(), StringComparison.Ordinal);
            Assert.Contains($"共 {before + 21} 条", newest.Content(), StringComparison.Ordinal);
            Assert.Contains($"{name}-00", older, StringComparison.Ordinal);
            Assert.DoesNotContain($"{name}-01", older, StringComparison.Ordinal);
        }
    }

    private async Task IsReadToTheBeginningAsync(string subject, string key, string address, Func<PortalDbContext, IQueryable<int>> records)
    {
        var id = await _portal.WithDatabaseAsync(db => records(db).OrderBy(i => i).FirstAsync(Cancellation));
        var name = await HasLinesAsync(subject, string.Format(CultureInfo.InvariantCulture, key, id), 21);
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

    /// <summary>So many lines of a record, each with a note that begins with the name that is given back.</summary>
    private async Task<string> HasLinesAsync(string subject, string key, int count)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"历史{NetworkScenes.Next()}");
        for (var i = 0; i < count; i++)
        {
            var note = string.Create(CultureInfo.InvariantCulture, $"{name}-{i:D2}");
            await _portal.InScopeAsync(async s =>
            {
                s.GetRequiredService<PortalJournal>().Write(subject, key, NetworkActs.NodeChanged, note, [new FieldChange("名称", "旧", note)]);
                return await s.GetRequiredService<PortalDbContext>().SaveChangesAsync(Cancellation);
            });
        }
        return name;
    }
}
