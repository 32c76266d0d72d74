using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Receipts;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>What belongs to one declaration beside the document: adopted proposals, submissions, history.</summary>
public sealed class DeclarationDetails(PortalDbContext db, PortalJournal journal)
{
    /// <summary>Adopted proposals, the latest first.</summary>
    public async Task<IReadOnlyList<AppliedFix>> FixesAsync(int declarationId, CancellationToken cancellation) =>
        await db.AppliedFixes.AsNoTracking().Where(f => f.DeclarationId == declarationId).OrderByDescending(f => f.Id).Take(200).ToListAsync(cancellation);

    /// <summary>All submissions, the newest first, with answers and points.</summary>
    public async Task<IReadOnlyList<Submission>> SubmissionsAsync(int declarationId, CancellationToken cancellation) =>
        await db.Submissions.AsNoTracking().Include(s => s.Points).Where(s => s.DeclarationId == declarationId)
            .OrderByDescending(s => s.Sequence).Take(50).ToListAsync(cancellation);

    /// <summary>The return that waits to be mended, or null.</summary>
    public async Task<Submission?> OpenReturnAsync(Declaration declaration, CancellationToken cancellation) =>
        declaration.State != DeclarationState.Returned
            ? null
            : await db.Submissions.AsNoTracking().Include(s => s.Points).Where(s => s.DeclarationId == declaration.Id)
                .OrderByDescending(s => s.Sequence).FirstOrDefaultAsync(s => s.Answer == SubmissionAnswer.Returned, cancellation);

    /// <summary>The journal of one declaration as the park reads it, the newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(DeclarationNumber number, PageRequest page, CancellationToken cancellation) =>
        journal.HistoryAsync(JournalSubjects.Declaration, number.ToString(), page, cancellation);

    /// <summary>What the enterprise reads of it: who else tried the number is the park's business, and must not push the history off the page.</summary>
    public Task<Page<JournalLine>> OwnHistoryAsync(DeclarationNumber number, PageRequest page, CancellationToken cancellation) =>
        journal.HistoryAsync(JournalSubjects.Declaration, number.ToString(), page, cancellation, exceptAct: DeclarationService.ForeignAccess);

    /// <summary>The Chinese word of a journalled act.</summary>
    public static string ActWord(string act) => act switch
    {
        "declaration.opened" => "新建草稿",
        "declaration.converted" => "清单转为报关单",
        DeclarationFixes.AdoptedAct => "采用预检建议",
        DeclarationFixes.UndoneAct => "撤回采用的建议",
        "declaration.submitted" => "提交",
        "declaration.returned" => "园区退回修改",
        "declaration.returned-late" => "园区说明为何此前没有提出",
        AttachmentService.AttachedAct => "附上文件",
        AttachmentService.DetachedAct => "移除文件",
        "declaration.passed" => "园区核对通过",
        "declaration.passed-unreviewed" => "未经园区核对，转为可移交",
        "declaration.handed-over" => "已在单一窗口导入",
        "declaration.reopened" => "取回修改",
        "declaration.withdrawn" => "撤回",
        ReceiptMatching.MatchedAct => "收到企业交来的回执",
        DeclarationService.ForeignAccess => "他人试图查看，已拒绝",
        _ => act,
    };
}
