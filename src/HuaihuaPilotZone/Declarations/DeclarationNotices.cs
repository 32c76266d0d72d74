using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>Tells people of every change of state, in the transaction of the act: reviewers of what waits for them, the filer and the enterprise's administrators of everything else.</summary>
public sealed class DeclarationNotices(PortalDbContext db, Outbox outbox)
{
    internal async Task SubmittedAsync(Declaration declaration, bool isAgain, CancellationToken cancellation) =>
        await TellReviewersAsync(declaration, isAgain ? "修改后再次提交，等待核对" : "等待核对", cancellation);

    internal Task AnsweredAsync(Declaration declaration, Submission submission, CancellationToken cancellation) => submission.Answer == SubmissionAnswer.Returned
        ? TellEnterpriseAsync(
            declaration, MessageKind.DeclarationAnswered, "被退回修改",
            submission.Points.Count > 0 ? $"园区列出了 {submission.Points.Count} 处需要修改的地方，请一次改好后再提交。{submission.Note}" : submission.Note, cancellation, "/edit")
        : TellEnterpriseAsync(declaration, MessageKind.DeclarationAnswered, "已核对通过", $"可以下载报文，在国际贸易单一窗口导入并申报。{submission.Note}", cancellation);

    internal Task HandedOverAsync(Declaration declaration, CancellationToken cancellation) => TellEnterpriseAsync(
        declaration, MessageKind.DeclarationMoved, "已移交", declaration.IsUnreviewed ? "已记为在国际贸易单一窗口导入，未经园区核对。" : "已记为在国际贸易单一窗口导入。", cancellation);

    internal Task ReopenedAsync(Declaration declaration, string reason, CancellationToken cancellation) =>
        TellEnterpriseAsync(declaration, MessageKind.DeclarationMoved, "已取回修改", $"原因：{reason}", cancellation, "/edit");

    /// <param name="waited">It stood in the reviewers' queue.</param>
    internal async Task WithdrawnAsync(Declaration declaration, bool waited, string? reason, CancellationToken cancellation)
    {
        await TellEnterpriseAsync(declaration, MessageKind.DeclarationMoved, "已撤回", string.IsNullOrWhiteSpace(reason) ? null : $"原因：{reason}", cancellation);
        if (waited) await TellReviewersAsync(declaration, "已由企业撤回，不用再核对", cancellation);
    }

    private async Task TellReviewersAsync(Declaration declaration, string what, CancellationToken cancellation)
    {
        var enterprise = await db.Enterprises.Where(e => e.Id == declaration.EnterpriseId).Select(e => e.Name).SingleAsync(cancellation);
        await outbox.NotifyAsync(
            Audience.Staff(StaffRoles.Reviewer),
            new NoticeDraft(
                MessageKind.DeclarationSubmitted, $"预申报 {declaration.Number} {what}", $"{enterprise}的预申报 {declaration.Number} {what}。商品：{declaration.GoodsSummary}", $"/park/declarations/{declaration.Number}"),
            cancellation);
    }

    private async Task TellEnterpriseAsync(Declaration declaration, MessageKind kind, string what, string? more, CancellationToken cancellation, string page = "")
    {
        var filer = await db.Submissions.Where(s => s.DeclarationId == declaration.Id).OrderByDescending(s => s.Sequence).Select(s => s.SubmittedById).FirstOrDefaultAsync(cancellation);
        await outbox.NotifyAsync(
            Audience.Enterprise(declaration.EnterpriseId, filer),
            new NoticeDraft(
                kind, $"预申报 {declaration.Number} {what}", $"预申报 {declaration.Number} {what}。{more}", $"/enterprise/declarations/{declaration.Number}{page}", declaration.EnterpriseId),
            cancellation);
    }
}
