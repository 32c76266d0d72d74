using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Shared.Jobs;

/// <summary>What both desks answer about jobs; each says whose jobs they are.</summary>
public static class JobAnswers
{
    public static async Task<IActionResult> ListAsync(this Controller desk, JobService jobs, JobScope scope, string home, int? page, CancellationToken cancellation) =>
        desk.View("/Shared/Jobs/List.cshtml", new JobListPage(home, await jobs.ListAsync(scope, new PageRequest(page), cancellation)));

    public static async Task<IActionResult> ShowAsync(this Controller desk, JobService jobs, JobScope scope, string home, int id, CancellationToken cancellation) =>
        await jobs.FindAsync(scope, id, cancellation) is { } job ? desk.View("/Shared/Jobs/Show.cshtml", new JobPage(home, job)) : desk.NotFound();

    public static async Task<IActionResult> ProgressAsync(this Controller desk, JobService jobs, JobScope scope, int id, CancellationToken cancellation)
    {
        desk.Response.Headers.CacheControl = "no-store";
        return await jobs.FindAsync(scope, id, cancellation) is { } job ? desk.Json(JobProgress.Of(job)) : desk.NotFound();
    }

    /// <summary>Cancelled or started again, or the sentence why not.</summary>
    public static async Task<IActionResult> ActAsync(this Controller desk, JobService jobs, JobScope scope, string home, int id, bool restart, CancellationToken cancellation)
    {
        if (await jobs.FindAsync(scope, id, cancellation) is null) return desk.NotFound();
        var outcome = restart ? await jobs.RestartAsync(scope, id, cancellation) : await jobs.CancelAsync(scope, id, cancellation);
        desk.TempData["Notice"] = !outcome.IsDone ? outcome.Refusals[0].Message : restart ? "已重新排队。" : "正在取消，已做完的部分保留。";
        if (!outcome.IsDone) desk.TempData["NoticeTone"] = "bad";
        return desk.Redirect($"{home}/{id}");
    }
}
