using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Review;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>One thing the reviewer wants mended.</summary>
/// <param name="LibraryId">The reason of the library that was picked, if any; see <see cref="ReviewReasons"/>.</param>
public sealed record ReturnReason(string Path, string Reason, int? LibraryId = null);

/// <summary>How the park helps to check: 园区协助核对, never an approval.</summary>
public sealed class ReviewService(PortalDbContext db, DeclarationCheck check, DeclarationNotices notices, DeclarationEvents events, PortalJournal journal, Actor actor, ChinaTime time)
{
    private const string Changed = "这份预申报刚有变化（可能已被处理或撤回），请刷新后再看。";

    /// <summary>Any declaration that has ever been submitted, not tracked.</summary>
    public Task<Declaration?> FindAsync(DeclarationNumber number, CancellationToken cancellation) =>
        db.Declarations.AsNoTracking().Include(d => d.Enterprise)
            .SingleOrDefaultAsync(d => d.Number == number && db.Submissions.Any(s => s.DeclarationId == d.Id), cancellation);

    /// <summary>Checks a document as it was last submitted: what the enterprise mends after a return is its own until it submits again.</summary>
    public async Task<CheckedDocument> CheckAsync(Declaration declaration, CancellationToken cancellation)
    {
        var submitted = await db.Submissions.AsNoTracking().Where(s => s.DeclarationId == declaration.Id).OrderByDescending(s => s.Sequence)
            .Select(s => new { s.Kind, s.Document }).FirstOrDefaultAsync(cancellation);
        var document = submitted is not null && DocumentJson.TryDeserialize(submitted.Kind.Schema(), submitted.Document, out var read) ? read : declaration.Read();
        return await check.RunAsync(declaration, document, cancellation);
    }

    /// <summary>Gives a submitted or passed document back with everything that is to be mended, once.</summary>
    /// <param name="justification">Why something is named only now that stood there unchanged when it was returned before; needed only then.</param>
    public Task<Outcome> ReturnAsync(
        DeclarationNumber number, int version, IReadOnlyList<ReturnReason> points, string? note, string? justification, CancellationToken cancellation)
    {
        var refused = Check(points, note);
        return refused is not null ? Task.FromResult(refused) : AnswerAsync(number, version, async (declaration, submission, token) =>
        {
            if (CheckPaths(points, declaration.Kind.Schema()) is { } unknown) return unknown;
            if (await JustifyAsync(declaration, submission, points, justification, token) is { } unjustified) return unjustified;
            var outcome = declaration.State is DeclarationState.Submitted or DeclarationState.Accepted
                ? declaration.Return(time.UtcNow)
                : Outcome.Refused($"“{declaration.State.Word()}”的预申报不能退回。");
            if (!outcome.IsDone) return outcome;
            submission.Answer = SubmissionAnswer.Returned;
            submission.Note = note;
            submission.Points.AddRange(points.Select(p => new ReturnPoint { Path = p.Path, Reason = p.Reason.Trim() }));
            journal.Write(JournalSubjects.Declaration, number.ToString(), "declaration.returned", note ?? $"{points.Count} 处需要修改");
            return outcome;
        }, cancellation);
    }

    /// <summary>Passes a submitted document: the park has looked and has nothing more to say.</summary>
    public Task<Outcome> PassAsync(DeclarationNumber number, int version, string? note, CancellationToken cancellation) =>
        AnswerAsync(number, version, (declaration, submission, _) =>
        {
            var outcome = declaration.Accept(time.UtcNow, unreviewed: false);
            if (!outcome.IsDone) return Task.FromResult(outcome);
            submission.Answer = SubmissionAnswer.Passed;
            submission.Note = note;
            journal.Write(JournalSubjects.Declaration, number.ToString(), "declaration.passed", note);
            return Task.FromResult(outcome);
        }, cancellation);

    /// <summary>一次告知: what is named late needs a word of why, which the journal keeps.</summary>
    /// <returns>The refusal when that word is missing.</returns>
    private async Task<Outcome?> JustifyAsync(Declaration declaration, Submission submission, IReadOnlyList<ReturnReason> points, string? justification, CancellationToken cancellation)
    {
        var earlier = await db.Submissions.AsNoTracking().Include(s => s.Points)
            .Where(s => s.DeclarationId == declaration.Id && s.Id != submission.Id && s.Answer == SubmissionAnswer.Returned).OrderBy(s => s.Sequence).ToListAsync(cancellation);
        var document = declaration.Read();
        List<string> late = [.. LateFields.Of(document, earlier, points).Select(path => document.Schema.Label(path, document.TradeMode))];
        if (late.Count == 0) return null;
        if (justification is { Length: > Declaration.ReasonMaxLength }) return Outcome.Refused("Justification", $"说明最多 {Declaration.ReasonMaxLength} 个字。");
        if (string.IsNullOrWhiteSpace(justification))
            return Outcome.Refused("Justification", $"{string.Join('、', late)}：上次退回时内容相同，却没有提出。请说明为什么现在才提出，说明会留在办理记录里。");
        journal.Write(JournalSubjects.Declaration, declaration.Number.ToString(), "declaration.returned-late", $"{string.Join('、', late)}：{justification.Trim()}");
        return null;
    }

    private static Outcome? Check(IReadOnlyList<ReturnReason> points, string? note)
    {
        if (points.Count == 0 && string.IsNullOrWhiteSpace(note)) return Outcome.Refused("Points", "请至少写一处需要修改的内容和理由。");
        if (note is { Length: > Declaration.ReasonMaxLength }) return Outcome.Refused("Note", $"总的说明最多 {Declaration.ReasonMaxLength} 个字。");
        var refusals = points.Select((p, i) => (p, i)).SelectMany(x => Check(x.p, x.i)).ToList();
        return refusals.Count > 0 ? Outcome.Refused(refusals) : null;
    }

    private static Outcome? CheckPaths(IReadOnlyList<ReturnReason> points, DocumentSchema schema)
    {
        var refusals = points.Select((p, i) => (p.Path, Index: i))
            .Where(p => p.Path.Length > 0 && (p.Path.Length > ReturnPoint.PathMaxLength || !DocumentPath.TryParse(schema, p.Path, out _)))
            .Select(p => new Refusal($"Points[{p.Index}].Path", "请从列表中选择栏目。")).ToList();
        return refusals.Count > 0 ? Outcome.Refused(refusals) : null;
    }

    private static IEnumerable<Refusal> Check(ReturnReason point, int index)
    {
        if (string.IsNullOrWhiteSpace(point.Reason)) yield return new Refusal($"Points[{index}].Reason", "请写明理由和改法。");
        else if (point.Reason.Trim().Length > ReturnPoint.ReasonMaxLength) yield return new Refusal($"Points[{index}].Reason", $"理由最多 {ReturnPoint.ReasonMaxLength} 个字。");
    }

    private async Task<Outcome> AnswerAsync(DeclarationNumber number, int version, Func<Declaration, Submission, CancellationToken, Task<Outcome>> answer, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    var declaration = await db.Declarations.SingleOrDefaultAsync(d => d.Number == number, token);
                    if (declaration is null) return Outcome.Refused(DeclarationService.Gone);
                    if (declaration.Version != version) return Outcome.Refused(Changed);
                    var submission = await db.Submissions.Where(s => s.DeclarationId == declaration.Id).OrderByDescending(s => s.Sequence).FirstOrDefaultAsync(token);
                    if (submission is null) return Outcome.Refused("这份预申报还没有提交过。");
                    var outcome = await answer(declaration, submission, token);
                    if (!outcome.IsDone) return outcome;
                    (submission.AnsweredAt, submission.AnsweredBy) = (time.UtcNow, actor.Name);
                    await notices.AnsweredAsync(declaration, submission, token);
                    await events.ChangedAsync(declaration, token);
                    await db.SaveChangesAsync(token);
                    return outcome;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Changed);
        }
    }
}
