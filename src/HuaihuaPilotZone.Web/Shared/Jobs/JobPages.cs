using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Jobs;

namespace HuaihuaPilotZone.Web.Shared.Jobs;

/// <summary>The jobs that somebody may watch.</summary>
/// <param name="Home">Address of the list at this desk.</param>
public sealed record JobListPage(string Home, Page<JobView> Jobs);

/// <summary>One job.</summary>
/// <param name="Home">Address of the list at this desk.</param>
public sealed record JobPage(string Home, JobView Job)
{
    public string Address => $"{Home}/{Job.Id}";
}

/// <summary>What the page's module asks for again and again.</summary>
/// <param name="Percent">0 to 100; null while unknown.</param>
/// <param name="HasEnded">The page is then read anew.</param>
public sealed record JobProgress(string State, int? Percent, string Words, string? Text, bool HasEnded)
{
    public static JobProgress Of(JobView job) => new(job.Look().Word, job.Percent, job.ProgressWords, job.Text, job.State.HasEnded());
}

public static class JobLooks
{
    public static (string Tone, string Word) Look(this JobView job) => job switch
    {
        { State: JobState.Running, IsStopping: true } => ("warn", "正在取消"),
        { State: JobState.Waiting } => ("hollow", job.State.Word()),
        { State: JobState.Running } => ("info", job.State.Word()),
        { State: JobState.Done } => ("ok", job.State.Word()),
        { State: JobState.Failed } => ("bad", job.State.Word()),
        _ => ("mute", job.State.Word()),
    };
}
