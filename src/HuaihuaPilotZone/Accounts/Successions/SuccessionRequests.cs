using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Accounts.Successions;

/// <summary>What somebody writes who wants to take over.</summary>
public sealed record SuccessionRequest(string CreditCode, SuccessionPerson Person, string Reason, PrivacyConsent Consent);

/// <summary>A request as the present administrators see it: who asks and why, no address, no papers.</summary>
public sealed record SuccessionNotice(string Number, string Name, string Position, string Reason, DateTime AskedAt, SuccessionState State, DateOnly? ObjectionUntil, bool MayObject, string? Objection, string? ObjectedBy);

/// <summary>Those who ask to take over, and the present administrators who may object.</summary>
public sealed class SuccessionRequests(
    PortalDbContext db, NumberGiver numbers, FileCabinet cabinet, PersonalColumn personal, IOptions<SuccessionOptions> options, PortalJournal journal, Outbox outbox, Actor actor, ChinaTime time)
{
    private const int MostShown = 20;

    /// <summary>Takes a request in, tells the park and the present administrators. What it answers does not depend on the roster.</summary>
    /// <returns>The number.</returns>
    public async Task<Outcome<string>> AskAsync(SuccessionRequest request, IReadOnlyList<KeptFile> files, CancellationToken cancellation)
    {
        var code = CreditCodes.Normalize(request.CreditCode);
        if (Problems(request, code, files) is { Count: > 0 } problems) return Outcome.Refused(problems);
        var series = string.Create(CultureInfo.InvariantCulture, $"JJ-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        return await db.InTransactionAsync<string>(
            async token =>
            {
                var sequence = await numbers.NextAsync(series, token);
                var number = string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}");
                var enterprise = await db.Enterprises.Where(e => e.CreditCode == code).Select(e => new { e.Id, e.Name }).SingleOrDefaultAsync(token);
                var isContested = enterprise is not null && await Administrators(enterprise.Id).AnyAsync(token);
                db.Successions.Add(Make(request, code, files, number, enterprise?.Id, isContested));
                journal.Write(JournalSubjects.Succession, number, EnterpriseActs.SuccessionAsked, changes: [new FieldChange("申请人", null, request.Person.Name, IsPersonal: true)]);
                await outbox.NotifyAsync(
                    Audience.Staff(StaffRoles.ParkAdministrator),
                    new NoticeDraft(MessageKind.SuccessionMoved, $"接任申请 {number}", $"有人申请接任{enterprise?.Name ?? "一家不在名录中的企业"}的管理员，请核对证明材料。", $"/park/successions/{number}"), token);
                if (enterprise is not null) await WarnAsync(enterprise.Id, number, request.Person.Name, token);
                await db.SaveChangesAsync(token);
                return number;
            },
            cancellation);
    }

    /// <summary>Requests for an enterprise, the newest first.</summary>
    public async Task<IReadOnlyList<SuccessionNotice>> ListAsync(int enterpriseId, CancellationToken cancellation)
    {
        var found = await db.Successions.AsNoTracking().Where(s => s.EnterpriseId == enterpriseId).OrderByDescending(s => s.Id).Take(MostShown).ToListAsync(cancellation);
        return [.. found.Select(Show)];
    }

    /// <summary>One of them; null for one of another enterprise.</summary>
    public async Task<SuccessionNotice?> FindAsync(int enterpriseId, string number, CancellationToken cancellation) =>
        await db.Successions.AsNoTracking().SingleOrDefaultAsync(s => s.Number == number && s.EnterpriseId == enterpriseId, cancellation) is { } found ? Show(found) : null;

    /// <summary>A present administrator objects, once.</summary>
    public async Task<Outcome> ObjectAsync(int enterpriseId, string number, string objection, CancellationToken cancellation)
    {
        objection = objection.Trim();
        if (objection.Length is 0 or > Succession.ReasonMaxLength) return Outcome.Refused("Objection", $"请写明异议的理由，最多 {Succession.ReasonMaxLength} 个字。");
        return await db.InTransactionAsync(
            async token =>
            {
                var (now, today, by) = (time.UtcNow, time.Today, actor.Name);
                var noted = await db.Successions
                    .Where(s => s.Number == number && s.EnterpriseId == enterpriseId && s.State == SuccessionState.Waiting && s.ObjectedAt == null && s.ObjectionUntil >= today)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(s => s.Objection, objection).SetProperty(s => s.ObjectedBy, by).SetProperty(s => s.ObjectedAt, now).SetProperty(s => s.Version, s => s.Version + 1), token);
                if (noted == 0) return Outcome.Refused("不能再提出异议：已有人提出、期限已过，或园区已经处理。");
                journal.Write(JournalSubjects.Succession, number, EnterpriseActs.SuccessionObjected, objection);
                await outbox.NotifyAsync(
                    Audience.Staff(StaffRoles.ParkAdministrator),
                    new NoticeDraft(MessageKind.SuccessionMoved, $"接任申请 {number}：现管理员有异议", $"{by}提出异议：{objection}", $"/park/successions/{number}"), token);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }

    private Task WarnAsync(int enterpriseId, string number, string name, CancellationToken cancellation) => outbox.NotifyAsync(
        Audience.Enterprise(enterpriseId),
        new NoticeDraft(
            MessageKind.SuccessionMoved, $"{name}申请接任贵企业的管理员",
            $"园区收到接任申请 {number}。如果不是贵企业的意思，请在 {options.Value.ObjectionDays} 天内提出异议。", $"/enterprise/people/successions/{number}", enterpriseId),
        cancellation);

    private IQueryable<Membership> Administrators(int enterpriseId) => db.Memberships.Where(m =>
        m.EnterpriseId == enterpriseId && m.EndedAt == null && m.SuspendedAt == null && m.Role == MembershipRole.EnterpriseAdministrator && !m.User!.IsDisabled);

    private static List<Refusal> Problems(SuccessionRequest request, string code, IReadOnlyList<KeptFile> files)
    {
        var problems = new List<Refusal>();
        if (PrivacyNotice.Check(request.Consent) is { } consent) problems.Add(consent);
        if (CreditCodes.Problem(code, request.Reason) is { } wrong) problems.Add(new Refusal("CreditCode", wrong));
        if (request.Reason.Trim().Length is 0 or > Succession.ReasonMaxLength) problems.Add(new Refusal("Reason", $"请写明情况，最多 {Succession.ReasonMaxLength} 个字。"));
        if (files.Count == 0) problems.Add(new Refusal(FileCabinet.Field, "请上传证明材料，如盖章的授权书或任免文件。"));
        if (files.Count > Succession.MostFiles) problems.Add(new Refusal(FileCabinet.Field, $"最多上传 {Succession.MostFiles} 个文件。"));
        return problems;
    }

    private Succession Make(SuccessionRequest request, string code, IReadOnlyList<KeptFile> files, string number, int? enterpriseId, bool isContested) => new()
    {
        Number = number,
        CreditCode = code,
        EnterpriseId = enterpriseId,
        ProtectedPerson = personal.Protect(request.Person),
        PrivacyNoticeVersion = PrivacyNotice.Version,
        Reason = request.Reason.Trim(),
        Files = [.. files.Select(f => new SuccessionFile { File = cabinet.Record(f, null) })],
        State = SuccessionState.Waiting,
        AskedAt = time.UtcNow,
        ObjectionUntil = isContested ? time.Today.AddDays(options.Value.ObjectionDays) : null,
    };

    private SuccessionNotice Show(Succession found)
    {
        var person = personal.Read<SuccessionPerson>(found.ProtectedPerson);
        var mayObject = found is { State: SuccessionState.Waiting, ObjectedAt: null } && found.ObjectionUntil >= time.Today;
        return new SuccessionNotice(
            found.Number, person?.Name ?? "（已无法读取）", person?.Position ?? "", found.Reason, found.AskedAt, found.State, found.ObjectionUntil, mayObject, found.Objection, found.ObjectedBy);
    }
}
