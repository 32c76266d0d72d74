using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Accounts.Successions;

/// <summary>A request in the park's list.</summary>
public sealed record SuccessionRow(string Number, string CreditCode, string? EnterpriseName, SuccessionState State, DateTime AskedAt, DateOnly? ObjectionUntil, bool HasObjection);

/// <summary>Somebody who administers the enterprise now.</summary>
public sealed record PresentAdministrator(string Name, string? Email, DateTime Since, DateTime? LastSignInAt, bool IsDisabled);

/// <summary>A request with everything that the park decides by.</summary>
/// <param name="Person">Null when the keys that protected it are gone.</param>
/// <param name="Blocked">Why it cannot be approved now; null when it can.</param>
public sealed record SuccessionDetail(Succession Succession, SuccessionPerson? Person, IReadOnlyList<PresentAdministrator> Administrators, string? Blocked);

/// <summary>The park decides who takes over. Each request is decided once, and not before those concerned could object.</summary>
public sealed class SuccessionDesk(PortalDbContext db, InvitationService invitations, PersonalColumn personal, PortalJournal journal, Outbox outbox, Actor actor, ChinaTime time)
{
    private const string Gone = "没有这份申请。";

    private const int MostAdministrators = 50;

    /// <param name="state">Null for all.</param>
    /// <param name="word">Part of number, credit code or name of the enterprise.</param>
    public Task<Page<SuccessionRow>> ListAsync(SuccessionState? state, string? word, PageRequest page, CancellationToken cancellation) => Rows(state, word).ToPageAsync(page, cancellation);

    /// <summary>All that a list holds, for a file, without the persons who asked; noted in the journal before the first row leaves.</summary>
    public async IAsyncEnumerable<SuccessionRow> ExportAsync(SuccessionState? state, string? word, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        journal.Write(JournalSubjects.Roster, "export", EnterpriseActs.Exported, $"CSV：接任申请{(state is null && string.IsNullOrWhiteSpace(word) ? "" : "（按条件）")}");
        await db.SaveChangesAsync(cancellation);
        await foreach (var row in Rows(state, word).AsAsyncEnumerable().WithCancellation(cancellation)) yield return row;
    }

    private IQueryable<SuccessionRow> Rows(SuccessionState? state, string? word)
    {
        var found = db.Successions.AsNoTracking().Where(s => state == null || s.State == state);
        if (SearchWord.Of(word) is { } part)
        {
            var upper = part.ToUpperInvariant();
            found = found.Where(s => s.Number.Contains(upper) || s.CreditCode.Contains(upper) || s.Enterprise!.Name.Contains(part));
        }

        return found.OrderByDescending(s => s.Id)
            .Select(s => new SuccessionRow(s.Number, s.CreditCode, s.Enterprise!.Name, s.State, s.AskedAt, s.ObjectionUntil, s.ObjectedAt != null));
    }

    public async Task<SuccessionDetail?> FindAsync(string number, CancellationToken cancellation)
    {
        var found = await db.Successions.AsNoTracking().Include(s => s.Enterprise).Include(s => s.Files).ThenInclude(f => f.File).SingleOrDefaultAsync(s => s.Number == number, cancellation);
        if (found is null) return null;
        var administrators = await Administrators(found.EnterpriseId).OrderBy(m => m.Id).Take(MostAdministrators)
            .Select(m => new PresentAdministrator(m.User!.DisplayName, m.User.Email, m.Since, m.User.LastSignInAt, m.User.IsDisabled)).ToListAsync(cancellation);
        return new SuccessionDetail(found, personal.Read<SuccessionPerson>(found.ProtectedPerson), administrators, Blocked(found));
    }

    /// <summary>A paper of a request; null when it belongs to none of that number.</summary>
    public Task<StoredFile?> FindFileAsync(string number, int fileId, CancellationToken cancellation) => db.Successions.AsNoTracking()
        .Where(s => s.Number == number).SelectMany(s => s.Files).Where(f => f.Id == fileId).Select(f => f.File).SingleOrDefaultAsync(cancellation);

    /// <summary>What was done about a request, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(string number, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Succession, number, page, cancellation);

    /// <summary>Makes the person administrator: at once when a member asks with the address of their account, otherwise by a link to the address.</summary>
    /// <param name="endsFormer">Whether the present administrators' memberships end; otherwise they stay beside the new one.</param>
    public Task<Outcome> ApproveAsync(string number, int version, string reason, bool endsFormer, CancellationToken cancellation) => DecideAsync(
        number, version, SuccessionState.Approved, reason,
        async (succession, person, token) =>
        {
            if (Blocked(succession) is { } blocked) return Outcome.Refused(blocked);
            if (person is null || succession.EnterpriseId is not { } enterpriseId) return Outcome.Refused("申请人的信息已无法读取，请让对方重新申请。");
            if (endsFormer) await EndFormerAsync(enterpriseId, person.Email, token);
            var upper = person.Email.ToUpperInvariant();
            var member = await db.Memberships.SingleOrDefaultAsync(m => m.EnterpriseId == enterpriseId && m.EndedAt == null && m.User!.NormalizedEmail == upper, token);
            if (member is not null) (member.Role, member.SuspendedAt) = (MembershipRole.EnterpriseAdministrator, null);
            else if (await invitations.InviteForEnterpriseAsync(enterpriseId, person.Name, person.Email, MembershipRole.EnterpriseAdministrator, token) is { IsDone: false } refused) return Outcome.Refused(refused.Refusals);
            journal.Write(JournalSubjects.Succession, number, EnterpriseActs.SuccessionApproved, reason);
            journal.Write(
                JournalSubjects.Enterprise, enterpriseId.ToString(CultureInfo.InvariantCulture), EnterpriseActs.SuccessionApproved, $"接任申请 {number}：{reason}",
                [new FieldChange("企业管理员", null, person.Name, IsPersonal: true)]);
            Tell(person, number, $"园区已同意您接任{succession.Enterprise!.Name}的管理员。{(member is null ? "请打开另一封邮件里的链接，设置登录名和密码。" : "登录后即可管理成员。")}");
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Refuses with a reason, which whoever asked gets by mail.</summary>
    public Task<Outcome> RefuseAsync(string number, int version, string reason, CancellationToken cancellation) => DecideAsync(
        number, version, SuccessionState.Refused, reason,
        (_, person, _) =>
        {
            journal.Write(JournalSubjects.Succession, number, EnterpriseActs.SuccessionRefused, reason);
            if (person is not null) Tell(person, number, $"您的接任申请（{number}）未获同意。原因：\n\n{reason}");
            return Task.FromResult(Outcome.Done);
        },
        cancellation);

    private async Task<Outcome> DecideAsync(
        string number, int version, SuccessionState state, string reason, Func<Succession, SuccessionPerson?, CancellationToken, Task<Outcome>> act, CancellationToken cancellation)
    {
        reason = reason.Trim();
        if (reason.Length is 0 or > Succession.ReasonMaxLength) return Outcome.Refused("Reason", $"请写明理由，最多 {Succession.ReasonMaxLength} 个字。");
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await db.Successions.Include(s => s.Enterprise).SingleOrDefaultAsync(s => s.Number == number, token) is not { } succession) return Outcome.Refused(Gone);
                    if (succession.State != SuccessionState.Waiting) return Outcome.Refused($"这份申请已由{succession.DecidedBy}处理，结果是“{succession.State.Word()}”。");
                    db.Expect(succession, version);
                    var done = await act(succession, personal.Read<SuccessionPerson>(succession.ProtectedPerson), token);
                    if (!done.IsDone) return done;
                    (succession.State, succession.DecisionReason, succession.DecidedBy, succession.DecidedAt) = (state, reason, actor.Name, time.UtcNow);
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，这份申请有了变化（他人已处理，或现管理员提出了异议）。请核对最新内容后再操作。");
        }
    }

    private string? Blocked(Succession succession) => succession switch
    {
        { EnterpriseId: null } => "名录里没有这个信用代码，不能同意。",
        { ObjectedAt: null, ObjectionUntil: { } until } when until >= time.Today =>
            string.Create(CultureInfo.InvariantCulture, $"现管理员可在 {until:yyyy-MM-dd} 前（含当日）提出异议，期满后才能同意。"),
        _ => null,
    };

    private IQueryable<Membership> Administrators(int? enterpriseId) =>
        db.Memberships.Where(m => m.EnterpriseId == enterpriseId && m.EndedAt == null && m.Role == MembershipRole.EnterpriseAdministrator);

    private async Task EndFormerAsync(int enterpriseId, string exceptEmail, CancellationToken cancellation)
    {
        var upper = exceptEmail.ToUpperInvariant();
        var former = await Administrators(enterpriseId).Include(m => m.User).Include(m => m.Enterprise).Where(m => m.User!.NormalizedEmail != upper).ToListAsync(cancellation);
        foreach (var member in former)
        {
            member.EndedAt = time.UtcNow;
            journal.Write(
                JournalSubjects.Enterprise, enterpriseId.ToString(CultureInfo.InvariantCulture), EnterpriseActs.PersonRemoved, "管理员由他人接任",
                [new FieldChange("成员", member.User!.DisplayName, null, IsPersonal: true)]);
            var title = $"您已不再是{member.Enterprise!.Name}的管理员";
            await outbox.NotifyAsync(Audience.Person(member.UserId), new NoticeDraft(MessageKind.MembershipChanged, title, $"{title}：园区核对证明材料后，同意由他人接任。", "/enterprise/switch"), cancellation);
        }
    }

    private void Tell(SuccessionPerson person, string number, string text) =>
        outbox.AddMail(MessageKind.SuccessionMoved, person.Email, $"接任申请 {number} 的处理结果", $"{person.Name}，您好：\n\n{text}");
}
