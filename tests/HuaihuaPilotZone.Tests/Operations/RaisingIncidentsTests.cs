using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Operations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;

namespace HuaihuaPilotZone.Tests.Operations;

/// <summary>Administrators are told once when something is wrong and once when it is over, however many instances see it.</summary>
public sealed class RaisingIncidentsTests
{
    private static readonly DateTime _now = new(2026, 11, 29, 2, 0, 0, DateTimeKind.Utc);

    private static readonly OperationsFacts _well = new(
        _now,
        [new QueueFacts(QueueKind.Jobs, 3, _now.AddMinutes(-14), 0), new QueueFacts(QueueKind.Mails, 0, null, 4), new QueueFacts(QueueKind.Webhooks, 0, null, 100)],
        Errors: 19, Alive: 1, RunningSince: _now.AddDays(-9), [new DiskFacts("m1", 2048)], [new WorkFacts("网站自查", _now.AddHours(-36))]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Nothing_is_wrong_up_to_the_limits() => Assert.Empty(OperationsRules.Find(_well, new OperationsOptions()));

    [Fact]
    public void Beyond_a_limit_each_rule_says_what_it_sees()
    {
        var options = new OperationsOptions { Instances = 2 };
        var ill = new OperationsFacts(
            _now,
            [new QueueFacts(QueueKind.Jobs, 3, _now.AddMinutes(-15), 0), new QueueFacts(QueueKind.Mails, 7, _now.AddHours(-2), 5), new QueueFacts(QueueKind.Webhooks, 1, _now.AddDays(-1), 0)],
            Errors: 20, Alive: 1, RunningSince: _now.AddDays(-9), [new DiskFacts("m1", 2047), new DiskFacts("m2", 9999)],
            [new WorkFacts("网站自查", _now.AddHours(-37)), new WorkFacts("从未做过", null), new WorkFacts("刚做过", _now)])
        {
            Backup = _now.AddHours(-37),
        };

        var found = OperationsRules.Find(ill, options);

        Assert.Equal(
            [
                (OperationsRule.JobsWait, ""), (OperationsRule.MailsWait, ""), (OperationsRule.MailsFail, ""), (OperationsRule.WebhooksWait, ""), (OperationsRule.ManyErrors, ""),
                (OperationsRule.InstancesMissing, ""), (OperationsRule.DiskLow, "m1"), (OperationsRule.WorkOverdue, "网站自查"), (OperationsRule.WorkOverdue, "从未做过"), (OperationsRule.BackupOld, ""),
            ],
            found.Select(f => (f.Rule, f.Subject)));
        Assert.Equal("邮件中最早的一项已等待 120 分钟，共 7 项到期未办。", found[1].Detail);
    }

    [Fact]
    public void A_backup_is_old_only_after_its_hours_and_where_they_are_watched_here()
    {
        Assert.Empty(OperationsRules.Find(_well with { Backup = _now.AddHours(-36) }, new OperationsOptions()));
        Assert.Empty(OperationsRules.Find(_well with { Backup = _now.AddDays(-90) }, new OperationsOptions { BackupHours = 0 }));
        Assert.Equal("最近一次完好的备份做于 49 小时前，应在 36 小时以内。", Assert.Single(OperationsRules.Find(_well with { Backup = _now.AddHours(-49.5) }, new OperationsOptions())).Detail);
    }

    [Fact]
    public void A_portal_that_never_made_a_backup_is_told_of_once_the_first_one_is_due()
    {
        var never = _well with { BackupDueFrom = _now.AddHours(-36) };
        Assert.Empty(OperationsRules.Find(never, new OperationsOptions()));
        Assert.Empty(OperationsRules.Find(never with { BackupDueFrom = _now.AddDays(-90) }, new OperationsOptions { BackupHours = 0 }));
        Assert.Empty(OperationsRules.Find(never with { BackupDueFrom = _now.AddDays(-90), Backup = _now.AddHours(-1) }, new OperationsOptions()));

        var found = Assert.Single(OperationsRules.Find(never with { BackupDueFrom = _now.AddHours(-37.5) }, new OperationsOptions()));
        Assert.Equal((OperationsRule.BackupOld, "启用 37 小时以来没有做过一次完好的备份，应在 36 小时以内。"), (found.Rule, found.Detail));
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Development", false)]
    public async Task The_first_backup_is_due_from_the_first_line_of_the_journal_on_outside_development(string environment, bool isDue)
    {
        await using var portal = Portal.Own();
        await portal.VisitAsAsync("admin");

        var facts = await portal.InScopeAsync(s => ActivatorUtilities.CreateInstance<OperationsReader>(s, new HostingEnvironment { EnvironmentName = environment }).FactsAsync(Cancellation));

        var first = await portal.WithDatabaseAsync(db => db.Journal.OrderBy(l => l.Id).Select(l => l.At).FirstAsync(Cancellation));
        Assert.Equal(isDue ? (DateTime?)first : null, facts.BackupDueFrom);
        Assert.Null(facts.Backup);
    }

    [Fact]
    public void Work_that_was_never_done_is_overdue_only_after_the_portal_has_run_so_long() =>
        Assert.Empty(OperationsRules.Find(_well with { RunningSince = _now.AddHours(-35), Works = [new WorkFacts("网站自查", null)] }, new OperationsOptions()));

    [Fact]
    public async Task Many_instances_that_see_the_same_begin_and_end_it_once_and_tell_each_administrator_once()
    {
        await using var portal = Portal.Own(("Operations:Alerts", "true"), ("Operations:ErrorsInTenMinutes", "3"), ("Operations:LookSeconds", "300"), ("Operations:FreeMegabytes", "1"));
        await NoteErrorsAsync(portal, 3);

        await SettleAtOnceAsync(portal);
        await SettleAtOnceAsync(portal);

        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Incidents.CountAsync(i => i.Rule == OperationsRule.ManyErrors, Cancellation)));
        Assert.Equal("运行告警：页面出错多", Assert.Single(await NoticesAsync(portal)));
        var open = await (await portal.VisitAsAsync("admin")).OpenAsync("/park/operations");
        Assert.Contains("10 分钟内页面出错 3 次", open.QuerySelector("[data-incident=ManyErrors]")!.TextContent, StringComparison.Ordinal);

        portal.Clock.Set(portal.Clock.GetUtcNow().AddMinutes(11));
        await SettleAtOnceAsync(portal);

        Assert.Equal(["运行告警：页面出错多", "告警解除：页面出错多"], await NoticesAsync(portal));
        portal.ForgetVisitors();
        var visitor = await portal.VisitAsAsync("admin");
        Assert.Null((await visitor.OpenAsync("/park/operations")).QuerySelector("[data-incident=ManyErrors]"));
        Assert.Contains("已解除", (await visitor.OpenAsync("/park/operations/incidents?state=ended")).QuerySelector("[data-incident=ManyErrors]")!.TextContent, StringComparison.Ordinal);

        // the same again is a new incident
        await NoteErrorsAsync(portal, 3);
        await SettleAtOnceAsync(portal);
        Assert.Equal(2, await portal.WithDatabaseAsync(db => db.Incidents.CountAsync(i => i.Rule == OperationsRule.ManyErrors, Cancellation)));
    }

    [Fact]
    public async Task Whoever_has_switched_alerts_off_is_told_nothing()
    {
        await using var portal = Portal.Own(("Operations:Alerts", "false"), ("Operations:ErrorsInTenMinutes", "1"));
        await NoteErrorsAsync(portal, 5);

        await SettleAtOnceAsync(portal);

        Assert.False(await portal.WithDatabaseAsync(db => db.Incidents.AnyAsync(Cancellation)));
    }

    private static Task<bool[]> SettleAtOnceAsync(Portal portal) =>
        Task.WhenAll(Enumerable.Range(0, 4).Select(_ => portal.InScopeAsync(async s =>
        {
            await s.GetRequiredService<IncidentDesk>().SettleAsync(Cancellation);
            return true;
        })));

    private static Task<int> NoteErrorsAsync(Portal portal, int count) => portal.WithDatabaseAsync(db =>
    {
        db.ErrorNotes.AddRange(Enumerable.Range(0, count).Select(i => new ErrorNote
        {
            TraceId = $"trace-{i}",
            Route = "GET /news",
            Kind = "System.InvalidOperationException",
            At = portal.Clock.GetUtcNow().UtcDateTime,
            Instance = "m1/1",
        }));
        return db.SaveChangesAsync(Cancellation);
    });

    private static Task<List<string>> NoticesAsync(Portal portal) => portal.WithDatabaseAsync(db =>
        db.Notices.Where(n => n.Kind == MessageKind.OperationsAlert && n.User!.UserName == "admin" && n.Title.Contains("页面出错多")).OrderBy(n => n.Id).Select(n => n.Title).ToListAsync(Cancellation));
}
