using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Risks.Telling;

/// <summary>Tells the enterprises in the scope of a notice, step by step; each step is kept with what it told.</summary>
internal sealed class RiskTellingJob(PortalDbContext db, RiskTelling telling) : JobHandler
{
    public const string Kind = "risks.tell";

    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var id = run.Payload<Order>().NoticeId;
        var at = run.Checkpoint<Place>() ?? new Place(OfDrafts: false, After: 0);
        var (done, isOver, isGone) = (run.DoneBefore, false, false);
        while (!isOver && !isGone)
        {
            db.ChangeTracker.Clear();
            var next = at;
            await db.InTransactionAsync(
                async token =>
                {
                    if (await telling.FindAsync(id, token) is not { } notice)
                    {
                        isGone = true;
                        return Outcome.Done;
                    }

                    var last = at.OfDrafts ? await telling.TellOfDraftsAsync(notice, at.After, token) : await telling.TellOfProductsAsync(notice, at.After, token);
                    isOver = last is null && at.OfDrafts;
                    next = last is { } known ? at with { After = known } : new Place(OfDrafts: true, After: 0);
                    if (!isOver) await run.ReportAsync(done + 1, total: null, next.OfDrafts ? "正在核对预申报草稿" : "正在核对商品库", next, token);
                    return Outcome.Done;
                },
                cancellation);
            (at, done) = (next, done + 1);
        }

        if (isGone) return new JobResult("风险提示已撤回或已过期，没有再通知。", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/park/risks/{id}"));
        var told = await db.RiskDeliveries.CountAsync(d => d.NoticeId == id, cancellation);
        return new JobResult(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"范围内的企业共通知 {told} 家。"), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/park/risks/{id}"));
    }

    /// <summary>Which notice.</summary>
    internal sealed record Order(int NoticeId);

    private sealed record Place(bool OfDrafts, int After);
}
