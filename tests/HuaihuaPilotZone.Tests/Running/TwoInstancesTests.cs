using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Operations;
using HuaihuaPilotZone.Search;
using HuaihuaPilotZone.Tests.Consignments;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Running;

/// <summary>Two processes of the built portal on one database, as behind a balancer: whatever one of them does, the other one knows.</summary>
public sealed class TwoInstancesTests : IAsyncLifetime
{
    private readonly SharedGround _ground = new();
    private string _consignment = "";
    private string _key = "";
    private RunningPortal _first = null!;
    private RunningPortal _second = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _ground.PrepareAsync(async portal =>
        {
            _consignment = await portal.HasConsignmentAsync();
            var carrier = await portal.EnterpriseAsync(ConsignmentScenes.Carrier);
            _key = (await portal.InScopeAsync(s => s.GetRequiredService<ApiKeyService>().IssueAsync(carrier, "承运系统", ApiScopes.ReportEvents, null, Cancellation))).Value.Token;
        });
        var both = await Task.WhenAll(RunningPortal.StartAsync(_ground, "first"), RunningPortal.StartAsync(_ground, "second"));
        (_first, _second) = (both[0], both[1]);
    }

    [Fact]
    public async Task Whatever_one_instance_does_the_other_one_knows()
    {
        var cookies = new CookieContainer();
        var atFirst = _first.Visit(cookies);
        var atSecond = _second.Visit(cookies);
        Assert.Equal(HttpStatusCode.Redirect, (await atFirst.SubmitAsync("/account/login", new() { ["Name"] = "admin", ["Password"] = DemonstrationAccounts.Password })).StatusCode);

        await WhoSignedInOnOneActsOnTheOther(atFirst, atSecond);
        await WhatIsPublishedOnOneIsReadOnTheOther(atFirst, atSecond);
        await WhatIsReportedToOneReachesAReaderOfTheOther();
        await EveryJobIsDoneOnceAndItsOwnerIsToldOnce();
        await TheNightlyInspectionIsOne();
        await BothAreSeenAlive(atSecond);
        await WhenTheHolderOfALeaseIsKilledTheOtherTakesOver();
    }

    public async ValueTask DisposeAsync()
    {
        if (_first is not null) await _first.DisposeAsync();
        if (_second is not null) await _second.DisposeAsync();
        _ground.Dispose();
    }

    private static async Task WhoSignedInOnOneActsOnTheOther(Visitor atFirst, Visitor atSecond)
    {
        // the form is fetched from one and sent to the other: its token is good there too
        var page = await atFirst.OpenAsync("/park/search/new");
        var token = ((AngleSharp.Html.Dom.IHtmlInputElement)page.QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        using var answer = await atSecond.Client.PostAsync(
            new Uri("/park/search/new", UriKind.Relative), new FormUrlEncodedContent([new("Words", "示例甲 示例乙"), new("__RequestVerificationToken", token)]), Cancellation);

        Assert.Equal("/park/search", answer.LedTo());
        Assert.Contains("示例甲", (await atFirst.OpenAsync("/park/search")).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task WhatIsPublishedOnOneIsReadOnTheOther(Visitor atFirst, Visitor atSecond)
    {
        var stranger = _second.Visit();
        for (var i = 0; i < 2; i++) await stranger.OpenAsync("/news?column=Notice");
        var address = (await atFirst.SubmitAsync("/park/news/new", new() { ["Title"] = "示例：两处同时看得到", ["Column"] = "Notice", ["Summary"] = "摘要", ["Body"] = "正文", ["Slug"] = "seen-at-both" })).LedTo();
        await atSecond.SubmitAsync(address, [], $"{address}/publish");

        // published on the second, which kept the list before; a moment later the first has it too
        Assert.NotNull((await stranger.OpenAsync("/news?column=Notice")).QuerySelector("[data-news='seen-at-both']"));
        await UntilAsync(TimeSpan.FromSeconds(5), async () => (await _first.Visit().OpenAsync("/news?column=Notice")).QuerySelector("[data-news='seen-at-both']") is not null, "The other instance still shows its old list.");
        // and the other way round: the first takes it back, the second has a kept page of it
        await stranger.OpenAsync("/news/seen-at-both");
        await atFirst.SubmitAsync($"{address}/withdraw", new() { ["Reason"] = "示例，撤回" });
        await UntilAsync(TimeSpan.FromSeconds(5), async () => (await stranger.GetAsync("/news/seen-at-both")).StatusCode == HttpStatusCode.NotFound, "The other instance still shows what was withdrawn.");
    }

    private async Task WhatIsReportedToOneReachesAReaderOfTheOther()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/tracking/stream?numbers={_consignment}", UriKind.Relative));
        using var stream = await _second.Visit().Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(Cancellation), Encoding.UTF8);
        Assert.Equal("retry: 5000", await reader.ReadLineAsync(Cancellation));

        using var report = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/events", UriKind.Relative))
        {
            Content = new StringContent($"[{ConsignmentScenes.Transport(_consignment, "DEPA", "怀化", DateTime.UtcNow.AddMinutes(-5)).ToJsonString()}]", Encoding.UTF8, "application/json"),
        };
        report.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        using var answer = await _first.Visit().Client.SendAsync(report, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));

        string? line;
        do line = await reader.ReadLineAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        while (line is not null and not "event: changed");
        Assert.Equal("event: changed", line);
    }

    private async Task EveryJobIsDoneOnceAndItsOwnerIsToldOnce()
    {
        var ids = await AddJobsAsync(8);

        await UntilAsync(
            TimeSpan.FromSeconds(25), () => _ground.WithDatabaseAsync(db => db.Jobs.AllAsync(j => !ids.Contains(j.Id) || j.State == JobState.Done, Cancellation)), "Not all jobs came to their end.");

        var links = ids.Select(id => string.Create(CultureInfo.InvariantCulture, $"/park/jobs/{id}")).ToList();
        var told = await _ground.WithDatabaseAsync(db => db.Notices.Where(n => n.Kind == MessageKind.JobEnded && links.Contains(n.Link)).Select(n => n.Link).ToListAsync(Cancellation));
        Assert.Equal(links.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        await UntilAsync(TimeSpan.FromSeconds(10), () => _ground.WithDatabaseAsync(db => db.OutgoingMails.AllAsync(m => m.DeliveredAt != null, Cancellation)), "Not all mails left.");
        Assert.Equal(1, await _ground.WithDatabaseAsync(db => db.OutgoingMails.MaxAsync(m => m.Attempts, Cancellation)));
    }

    /// <summary>Both began to inspect when they were started, if the hour was right; the day has one inspection and no finding was told twice.</summary>
    private async Task TheNightlyInspectionIsOne()
    {
        var days = await _ground.WithDatabaseAsync(db => db.SiteInspections.Select(i => i.Day).ToListAsync(Cancellation));
        var told = await _ground.WithDatabaseAsync(db => db.Notices.Where(n => n.Kind == MessageKind.SiteFinding).Select(n => new { n.UserId, n.Title, n.Text }).ToListAsync(Cancellation));

        Assert.Equal(days.Count, days.Distinct().Count());
        Assert.Equal(told.Count, told.Distinct().Count());
    }

    private async Task BothAreSeenAlive(Visitor visitor)
    {
        var board = await visitor.OpenAsync("/park/operations");

        foreach (var portal in new[] { _first, _second })
        {
            var row = board.QuerySelector($"[data-instance$='/{portal.ProcessId}']");
            Assert.Contains("运行中", row!.TextContent, StringComparison.Ordinal);
        }
    }

    private async Task WhenTheHolderOfALeaseIsKilledTheOtherTakesOver()
    {
        var (holder, job) = await CatchAsync();
        var killed = DateTime.UtcNow;
        await holder.KillAsync();

        await UntilAsync(
            TimeSpan.FromSeconds(25), () => _ground.WithDatabaseAsync(db => db.Jobs.AnyAsync(j => j.Id == job && j.State == JobState.Done, Cancellation)), "Nobody took the job over.");

        var ended = await _ground.WithDatabaseAsync(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Id == job, Cancellation));
        Assert.True(ended.RunStartedAt >= killed, "The job was done by the run that was killed.");
        var other = holder == _first ? _second : _first;
        Assert.Equal(HttpStatusCode.OK, (await other.Visit().GetAsync("/news")).StatusCode);
    }

    /// <summary>Waits until a job is at work and says whose lease it is.</summary>
    private async Task<(RunningPortal Holder, int Job)> CatchAsync()
    {
        var instances = await _ground.WithDatabaseAsync(db => db.PortalInstances.Where(i => i.StoppedAt == null).Select(i => new { i.Id, i.Name }).ToListAsync(Cancellation));
        for (var tries = 0; tries < 10; tries++)
        {
            var ids = await AddJobsAsync(6);
            for (var looks = 0; looks < 2000; looks++)
            {
                var job = await _ground.WithDatabaseAsync(db => db.Jobs.AsNoTracking().Where(j => ids.Contains(j.Id)).OrderByDescending(j => j.State == JobState.Running).ThenByDescending(j => j.State == JobState.Waiting).FirstAsync(Cancellation));
                if (job.State == JobState.Running && instances.Find(i => i.Id.StartsWith(job.Lease![..InstanceIdentity.LeaseHead], StringComparison.Ordinal)) is { } instance)
                    return (instance.Name.EndsWith($"/{_first.ProcessId}", StringComparison.Ordinal) ? _first : _second, job.Id);
                if (job.State == JobState.Done) break;
                await Task.Delay(2, Cancellation);
            }
        }

        throw new InvalidOperationException("No job was caught at work.");
    }

    private Task<List<int>> AddJobsAsync(int count) => _ground.WithDatabaseAsync(async db =>
    {
        var admin = await db.Users.SingleAsync(u => u.UserName == "admin", Cancellation);
        List<Job> jobs = [.. Enumerable.Range(1, count).Select(i => new Job
        {
            Kind = "search.rebuild",
            Title = $"示例任务 {i}",
            Payload = "{}",
            OwnerId = admin.Id,
            OwnerName = admin.DisplayName,
            CreatedAt = DateTime.UtcNow,
            DueAt = DateTime.UtcNow,
        })];
        db.Jobs.AddRange(jobs);
        await db.SaveChangesAsync(Cancellation);
        return jobs.ConvertAll(j => j.Id);
    });

    private static async Task UntilAsync(TimeSpan most, Func<Task<bool>> isSo, string otherwise)
    {
        for (var until = DateTime.UtcNow + most; ; await Task.Delay(100, Cancellation))
        {
            if (await isSo()) return;
            if (DateTime.UtcNow > until) Assert.Fail(otherwise);
        }
    }
}
