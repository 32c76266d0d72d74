using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Jobs;
using HuaihuaPilotZone.Tests.Letters;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Lasting;

/// <summary>A clock that jumps back gives no number twice, loses no order and no mail; what is due waits.</summary>
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
    public async Task A_mail_that_was_due_waits_for_the_clock_and_goes_out_once()
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
        Assert.Empty(portal.MailsTo(Address));
        portal.Clock.Set(now.AddHours(3));
        await DeliverAsync();
        await portal.ReceiveAsync(Address);
        await DeliverAsync();

        Assert.Single(portal.MailsTo(Address));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.OutgoingMails.CountAsync(m => m.To == Address && m.DeliveredAt != null, Cancellation)));
    }

    [Fact]
    public async Task A_job_whose_instance_died_before_the_clock_jumped_back_is_taken_over_later_and_no_step_is_done_twice()
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

        clock.Set(now.AddHours(-2));
        Assert.False(await second.RunAsync(Cancellation));
        clock.Set(now.AddSeconds(61));
        Assert.True(await second.RunAsync(Cancellation));
        wakes.SetResult();
        await hanging;

        Assert.Equal([0, 1], steps.Done);
        Assert.Equal([2, 3], others.Done);
        Assert.Equal(JobState.Done, (await first.FindAsync(id)).State);
    }
}
