using System.Net;
using System.Text.Json;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Jobs;

/// <summary>Pages show each person the jobs that are theirs.</summary>
public sealed class WatchingJobsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_enterprise_sees_its_own_jobs_and_nobody_elses()
    {
        var (mine, theirs) = (await HasJobAsync("91431299MA0000015J"), await HasJobAsync("91431299MA0000023D"));
        var visitor = await portal.VisitAsAsync("filer");

        var list = await visitor.OpenAsync("/enterprise/jobs");
        Assert.NotNull(list.QuerySelector($"[data-job-row='{mine}']"));
        Assert.Null(list.QuerySelector($"[data-job-row='{theirs}']"));
        await visitor.OpenAsync($"/enterprise/jobs/{mine}");
        foreach (var address in new[] { $"/enterprise/jobs/{theirs}", $"/enterprise/jobs/{theirs}/progress" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.ForgeAsync($"/enterprise/jobs/{mine}", $"/enterprise/jobs/{theirs}/cancel", [])).StatusCode);
        Assert.Equal(JobState.Running, await StateAsync(theirs));
    }

    [Fact]
    public async Task Staff_see_what_they_started_and_administrators_everything()
    {
        var reviewer = await portal.HasPersonAsync(StaffRoles.Reviewer);
        var other = await portal.HasPersonAsync(StaffRoles.Reviewer);
        var id = await HasJobAsync(null, reviewer.Id);

        await (await portal.VisitAsAsync(reviewer.UserName!)).OpenAsync($"/park/jobs/{id}");
        await (await portal.VisitAsAsync("admin")).OpenAsync($"/park/jobs/{id}");
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.VisitAsAsync(other.UserName!)).GetAsync($"/park/jobs/{id}")).StatusCode);
    }

    [Fact]
    public async Task Progress_is_told_as_JSON_and_on_the_page_and_is_never_kept()
    {
        var id = await HasJobAsync("91431299MA0000015J");
        var visitor = await portal.VisitAsAsync("luggage");
        var page = await visitor.OpenAsync($"/enterprise/jobs/{id}");
        Assert.Equal($"/enterprise/jobs/{id}/progress", page.QuerySelector("[data-job]")!.GetAttribute("data-job"));
        Assert.Contains("已处理 300 / 1,200", page.Content(), StringComparison.Ordinal);

        using var answer = await visitor.GetAsync($"/enterprise/jobs/{id}/progress");
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal((25, "处理中", false), (json.RootElement.GetProperty("percent").GetInt32(), json.RootElement.GetProperty("state").GetString(), json.RootElement.GetProperty("hasEnded").GetBoolean()));
    }

    [Fact]
    public async Task Cancelling_is_asked_for_on_the_page_and_cannot_be_asked_twice()
    {
        var id = await HasJobAsync("91431299MA0000015J");
        var visitor = await portal.VisitAsAsync("filer");
        var address = $"/enterprise/jobs/{id}";

        Assert.Equal("正在取消，已做完的部分保留。", await visitor.NoticeAfterAsync(await visitor.SubmitAsync(address, [], $"{address}/cancel")));

        var page = await visitor.OpenAsync(address);
        Assert.Contains("正在取消", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"form[action='{address}/cancel']"));
        Assert.Contains("已在取消", await visitor.NoticeAfterAsync(await visitor.ForgeAsync(address, $"{address}/cancel", [])), StringComparison.Ordinal);
    }

    /// <summary>A job of a kind that no build knows, so that nobody works on it.</summary>
    private async Task<int> HasJobAsync(string? creditCode, int? ownerId = null)
    {
        var enterprise = creditCode is null ? (int?)null : await portal.IdOfAsync(creditCode);
        return await portal.WithDatabaseAsync(async db =>
        {
            var job = new Job
            {
                Kind = "test.nobody",
                Title = "导入示例",
                Payload = "{}",
                OwnerId = ownerId,
                OwnerName = "示例",
                EnterpriseId = enterprise,
                State = JobState.Running,
                CreatedAt = DateTime.UnixEpoch,
                DueAt = DateTime.UnixEpoch,
                Lease = "x",
                LeasedUntil = DateTime.UnixEpoch.AddYears(100),
                DoneCount = 300,
                TotalCount = 1200,
            };
            db.Jobs.Add(job);
            await db.SaveChangesAsync(Cancellation);
            return job.Id;
        });
    }

    private Task<JobState> StateAsync(int id) => portal.WithDatabaseAsync(db => db.Jobs.Where(j => j.Id == id).Select(j => j.State).SingleAsync(Cancellation));
}
