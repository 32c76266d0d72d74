using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Jobs;
using HuaihuaPilotZone.Tests.Letters;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Lasting;

/// <summary>A clock that jumps back gives no number twice, loses no order and no mail, and nothing waits for the old time to come again.</summary>
public sealed class SettingTheClockBackTests
{
    private const string Address = "clock@example.invalid";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_go_on_where_each_day_was_and_the_journal_keeps_its_order()
    {
        await using var portal = Portal.Own(Correspondence.AtOnce);
        var now = portal.Clock.GetUtcNow();
        async Task<string> WriteAtAsync(DateTimeOffset time, string title)
        {
            portal.Clock.Set(time);
            return (await portal.WriteAsync(Correspondence.Filling(title))).Number;
        }

        string[] numbers =
        [
            await WriteAtAsync(now, "一"), await WriteAtAsync(now.AddDays(1), "二"), await WriteAtAsync(now.AddHours(-3), "三"), await WriteAtAsync(now.AddDays(-1), "四"),
            await WriteAtAsync(now.AddDays(1), "五"), await WriteAtAsync(now, "六"),
        ];

        Assert.Equal(
            ["XJ-20261122-0001", "XJ-20261123-0001", "XJ-20261122-0002", "XJ-20261121-0001", "XJ-20261123-0002", "XJ-20261122-0003"],
            numbers);
        var lines = await portal.WithDatabaseAsync(db => db.Journal.Where(l => l.Act == "letter.received").OrderBy(l => l.Id).Select(l => l.SubjectKey).ToListAsync(Cancellation));
        Assert.Equal(numbers, lines.TakeLast(numbers.Length));
    }

    [Fact]
    public async Task A_mail_that_was_due_goes_out_at_once_and_once()
    {
        await using var portal = Portal.Own();
        var now = portal.Clock.GetUtcNow();
        portal.Clock.Set(now.AddHours(2));
        await portal.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            services.GetRequiredService<Outbox>().AddMail(MessageKind.ParkNotice, Address, "钟", "内容");
            // back before the bell rings
            portal.Clock.Set(now);
            return await db.SaveChangesAsync(Cancellation);
        });
        Task<int> DeliverAsync() => portal.InScopeAsync(s => s.GetRequiredService<MailDelivery>().DeliverDueAsync(Cancellation));

        await DeliverAsync();
        await portal.ReceiveAsync(Address);
        portal.Clock.Set(now.AddHours(3));
        await DeliverAsync();

        Assert.Single(portal.MailsTo(Address));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.OutgoingMails.CountAsync(m => m.To == Address && m.DeliveredAt != null, Cancellation)));
    }

    [Fact]
    public async Task A_job_whose_instance_died_before_the_clock_jumped_back_is_taken_over_and_no_step_is_done_twice()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        var (clock, steps, others) = (new TestClock(), new Steps(), new Steps());
        await using var first = new JobInstance(database, clock, steps);
        await using var second = new JobInstance(database, clock, others);
        var (now, id) = (clock.GetUtcNow(), await first.AddAsync(4));
        var (hangs, wakes) = (new TaskCompletionSource(), new TaskCompletionSource());
        steps.At = async (step, _) =>
        {
            if (step != 2) return;
            hangs.SetResult();
            await wakes.Task;
        };
        var hanging = first.RunAsync(Cancellation);
        await hangs.Task;

        // by less than two leases it waits until the lease has run out; beyond that the lease is worth nothing
        clock.Set(now.AddSeconds(-50));
        Assert.False(await second.RunAsync(Cancellation));
        clock.Set(now.AddHours(-2));
        Assert.True(await second.RunAsync(Cancellation));
        wakes.SetResult();
        await hanging;

        Assert.Equal([0, 1], steps.Done);
        Assert.Equal([2, 3], others.Done);
        Assert.Equal(JobState.Done, (await first.FindAsync(id)).State);
    }

    [Fact]
    public async Task A_job_that_nobody_has_tried_yet_is_begun_after_the_clock_was_set_back()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        var (clock, steps) = (new TestClock(), new Steps());
        await using var instance = new JobInstance(database, clock, steps);
        var id = await instance.AddAsync(2);

        clock.Set(clock.GetUtcNow().AddDays(-1));

        Assert.True(await instance.RunAsync(Cancellation));
        Assert.Equal(JobState.Done, (await instance.FindAsync(id)).State);
    }

    [Fact]
    public async Task A_mail_whose_sender_died_before_the_clock_jumped_back_is_taken_over_and_a_pause_is_kept()
    {
        await using var portal = Portal.Own();
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        Task<bool> IsDeliveredAsync() => portal.WithDatabaseAsync(db => db.OutgoingMails.AnyAsync(m => m.To == Address && m.DeliveredAt != null, Cancellation));
        Task<int> DeliverAsync() => portal.InScopeAsync(s => s.GetRequiredService<MailDelivery>().DeliverDueAsync(Cancellation));
        Task HoldAsync(DateTime due, DateTime? until) => portal.WithDatabaseAsync(db => db.OutgoingMails.Where(m => m.To == Address).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.DeliveredAt, (DateTime?)null).SetProperty(m => m.Attempts, 2).SetProperty(m => m.DueAt, due).SetProperty(m => m.LeasedUntil, until), Cancellation));
        await portal.InScopeAsync(services =>
        {
            services.GetRequiredService<Outbox>().AddMail(MessageKind.ParkNotice, Address, "钟", "内容");
            return services.GetRequiredService<PortalDbContext>().SaveChangesAsync(Cancellation);
        });
        await portal.ReceiveAsync(Address);

        await HoldAsync(now.AddHours(5), null);
        await DeliverAsync();
        Assert.False(await IsDeliveredAsync());
        await HoldAsync(now, now.AddMinutes(2));
        await DeliverAsync();
        Assert.False(await IsDeliveredAsync());
        await HoldAsync(now, now.AddDays(1));
        await DeliverAsync();
        Assert.True(await IsDeliveredAsync());
    }
}
