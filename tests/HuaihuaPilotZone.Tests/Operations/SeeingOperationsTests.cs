using System.Net;
using HuaihuaPilotZone.Operations;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Operations;

/// <summary>Whoever runs the portal sees how it is, and finds what a user quotes from an error page.</summary>
public sealed class SeeingOperationsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_number_on_an_error_page_leads_to_what_happened_and_to_nothing_of_a_person()
    {
        var breaks = new BreaksAt("\"PolicyDocuments\"");
        await using var own = Portal.Own([breaks], ("Operations:LookSeconds", "1"));
        var admin = await own.VisitAsAsync("admin");
        breaks.IsOn = true;

        var broken = await own.Visit().GetAsync("/policies?q=typed-secret");
        var number = (await Visitor.ReadAsync(broken)).DocumentElement.TextContent.Split("编号 ")[1].Split(' ')[0];
        breaks.IsOn = false;

        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
        Assert.Matches("^[0-9a-f]{32}$", number);
        var row = await FindAsync(admin, $"/park/operations/errors?q={number}", $"[data-trace='{number}']");
        Assert.Contains("GET /policies", row, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", row, StringComparison.Ordinal);
        Assert.DoesNotContain("typed-secret", row, StringComparison.Ordinal);
        Assert.DoesNotContain("示例故障", row, StringComparison.Ordinal);
        Assert.Contains(number, await (await admin.GetAsync($"/park/operations/errors/export.csv?q={number}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_queues_and_slow_pages_stand_on_one_page()
    {
        await using var own = Portal.Own(("Operations:LookSeconds", "1"));
        var admin = await own.VisitAsAsync("admin");
        await own.Visit().OpenAsync("/policies?q=示例");

        var route = await FindAsync(admin, "/park/operations/slow?q=/policies", "[data-route='GET /policies']");
        var board = await admin.OpenAsync("/park/operations");

        Assert.Contains($"/{Environment.ProcessId}", route, StringComparison.Ordinal);
        Assert.Contains("运行中", board.QuerySelector($"[data-instance$='/{Environment.ProcessId}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Jobs", "Mails", "Webhooks"], board.QuerySelectorAll("[data-queue]").Select(r => r.GetAttribute("data-queue")));
    }

    [Fact]
    public async Task An_instance_that_has_died_is_lost_and_one_that_was_stopped_is_not()
    {
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        await portal.WithDatabaseAsync(db =>
        {
            db.PortalInstances.Add(Instance("died/1", now.AddMinutes(-5), null));
            db.PortalInstances.Add(Instance("stopped/1", now.AddMinutes(-5), now.AddMinutes(-5)));
            return db.SaveChangesAsync(Cancellation);
        });

        var board = await (await portal.VisitAsAsync("admin")).OpenAsync("/park/operations");

        Assert.Contains("失联", board.QuerySelector("[data-instance='died/1']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已停止", board.QuerySelector("[data-instance='stopped/1']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_that_did_not_get_through_are_listed_without_their_address()
    {
        var number = $"HH-{Guid.NewGuid():N}"[..20];
        await portal.WithDatabaseAsync(async db =>
        {
            var enterprise = await db.Enterprises.OrderBy(e => e.Id).FirstAsync(Cancellation);
            db.WebhookDeliveries.Add(new WebhookDelivery
            {
                WebhookId = 0,
                Webhook = new Webhook { EnterpriseId = enterprise.Id, Url = "https://erp.example.invalid/hook?key=secret-of-theirs", ProtectedSecret = "x", SendsStates = true, SendsReceipts = false, CreatedAt = DateTime.UnixEpoch, CreatedBy = "示例", RemovedAt = DateTime.UnixEpoch },
                EventId = Guid.NewGuid().ToString("N"),
                Event = WebhookEvent.DeclarationState,
                Subject = number,
                Body = "{}",
                CreatedAt = DateTime.UnixEpoch,
                DueAt = DateTime.UnixEpoch,
                LastStatus = 500,
                LastError = "对方答复 500",
                GivenUpAt = DateTime.UnixEpoch,
            });
            return await db.SaveChangesAsync(Cancellation);
        });
        var admin = await portal.VisitAsAsync("admin");

        var page = await admin.OpenAsync($"/park/operations/webhooks?q={number}&state=given-up");
        var file = await (await admin.GetAsync($"/park/operations/webhooks/export.csv?q={number}")).Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("erp.example.invalid", Assert.Single(page.QuerySelectorAll("[data-call]")).TextContent, StringComparison.Ordinal);
        Assert.Contains(number, file, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-theirs", page.DocumentElement.OuterHtml + file, StringComparison.Ordinal);
        Assert.Empty((await admin.OpenAsync($"/park/operations/webhooks?q={number}&state=trying")).QuerySelectorAll("[data-call]"));
    }

    [Fact]
    public async Task What_is_too_old_or_too_much_goes()
    {
        await using var own = Portal.Own(("Operations:MostErrors", "100"), ("Operations:KeptDays", "30"), ("Operations:LookSeconds", "300"));
        var now = own.Clock.GetUtcNow().UtcDateTime;
        await own.WithDatabaseAsync(db =>
        {
            db.ErrorNotes.AddRange(Enumerable.Range(0, 130).Select(i => new ErrorNote { TraceId = $"n{i}", Route = "GET /", Kind = "X", At = i < 5 ? now.AddDays(-31) : now, Instance = "m" }));
            db.PortalInstances.Add(Instance("long-gone/1", now.AddDays(-31), null));
            db.Incidents.Add(new Incident { Rule = OperationsRule.DiskLow, Subject = "m", Detail = "示例", OpenedAt = now.AddDays(-40), EndedAt = now.AddDays(-31) });
            db.Incidents.Add(new Incident { Rule = OperationsRule.DiskLow, Subject = "m", Detail = "示例", OpenedAt = now.AddDays(-40) });
            return db.SaveChangesAsync(Cancellation);
        });

        await own.InScopeAsync(async s =>
        {
            await s.GetRequiredService<OperationsKeeper>().SweepAsync(Cancellation);
            return true;
        });

        var left = await own.WithDatabaseAsync(db => db.ErrorNotes.OrderBy(n => n.Id).Select(n => n.TraceId).ToListAsync(Cancellation));
        Assert.Equal((100, "n30"), (left.Count, left[0]));
        Assert.False(await own.WithDatabaseAsync(db => db.PortalInstances.AnyAsync(i => i.Name == "long-gone/1", Cancellation)));
        Assert.Null(Assert.Single(await own.WithDatabaseAsync(db => db.Incidents.AsNoTracking().ToListAsync(Cancellation))).EndedAt);
    }

    [Theory]
    [InlineData("editor")]
    [InlineData("auditor")]
    [InlineData("luggage")]
    public async Task Only_whoever_runs_the_portal_sees_it(string name)
    {
        var visitor = await portal.VisitAsAsync(name);

        foreach (var address in new[] { "", "/errors", "/slow", "/incidents", "/webhooks", "/errors/export.csv" })
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/park/operations" + address)).StatusCode);
    }

    private static PortalInstance Instance(string name, DateTime seenAt, DateTime? stoppedAt) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        Name = name,
        Version = "1.0",
        StartedAt = seenAt.AddHours(-1),
        SeenAt = seenAt,
        StoppedAt = stoppedAt,
        FreeMegabytes = 10_000,
        MemoryMegabytes = 200,
    };

    /// <summary>Waits until a row is there: what an instance knows is written down within a round.</summary>
    private static async Task<string> FindAsync(Visitor visitor, string address, string row)
    {
        for (var tries = 0; ; tries++)
        {
            if ((await visitor.OpenAsync(address)).QuerySelector(row) is { } found) return found.TextContent;
            Assert.True(tries < 50, $"{address} shows no {row}.");
            await Task.Delay(200, Cancellation);
        }
    }

    /// <summary>Breaks every question to one table while it is on.</summary>
    private sealed class BreaksAt(string table) : DbCommandInterceptor
    {
        public bool IsOn { get; set; }

        public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
            System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default) =>
            IsOn && command.CommandText.Contains(table, StringComparison.Ordinal) ? throw new InvalidOperationException("示例故障") : new(result);
    }
}
