using AutoMapper;
using AutoMapper.QueryableExtensions;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Parks;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Applications;

/// <summary>An application in the park's queue.</summary>
public sealed record ApplicationRow
{
    public string Number { get; init; } = "";

    public string Name { get; init; } = "";

    public string CreditCode { get; init; } = "";

    public EnterpriseType Type { get; init; }

    public string? AreaName { get; init; }

    public ApplicationState State { get; init; }

    /// <summary>UTC.</summary>
    public DateTime SubmittedAt { get; init; }

    public string? DecidedBy { get; init; }

    public bool IsDemonstration { get; init; }
}

/// <summary>What the queue of applications can be ordered by.</summary>
public enum ApplicationSort
{
    Submitted,
    Name,
    Type,
}

/// <summary>Which applications, and in what order.</summary>
/// <param name="State">Null for all.</param>
/// <param name="Word">Part of the number, name or credit code.</param>
public sealed record ApplicationFilter(ApplicationState? State = null, string? Word = null, EnterpriseType? Type = null, ApplicationSort Sort = ApplicationSort.Submitted, bool IsAscending = false)
{
    /// <summary>Whether anything but the state narrows it.</summary>
    public bool IsNarrowed => Type is not null || !string.IsNullOrWhiteSpace(Word);
}

/// <summary>What staff decide when they let an enterprise in.</summary>
/// <param name="Stage">意向 or 签约.</param>
/// <param name="On">Civil day on which the stage begins.</param>
/// <param name="UnitId">The unit that is let to it from that day; null for none.</param>
/// <param name="LeaseUntil">The last day of that lease; null where none is agreed.</param>
public sealed record EntryApproval(EnterpriseStage Stage, DateOnly On, int? ParkAreaId, string? Remark, int? UnitId = null, DateOnly? LeaseUntil = null);

/// <summary>A decided approval: the roster record and the contact's one-time link, to be shown once.</summary>
public sealed record ApprovedEntry(int EnterpriseId, Uri InvitationLink);

/// <summary>The park's queue of applications. Each is decided once: the first of two decisions counts, the second is refused.</summary>
public sealed class EntryReview(
    PortalDbContext db, EnterpriseService enterprises, EnterpriseRoster roster, InvitationService invitations,
    LeaseService leases, PortalJournal journal, Actor actor, Outbox outbox, IMapper mapper, ChinaTime time)
{
    /// <summary>The stages an approved enterprise may begin with.</summary>
    public static readonly IReadOnlyList<EnterpriseStage> FirstStages = [EnterpriseStage.Signed, EnterpriseStage.Interested];

    public Task<Page<ApplicationRow>> ListAsync(ApplicationFilter filter, PageRequest page, CancellationToken cancellation) => Find(filter).ToPageAsync(page, cancellation);

    /// <summary>All of them, for a file; nothing of the people who applied.</summary>
    public IAsyncEnumerable<ApplicationRow> StreamAsync(ApplicationFilter filter) => Find(filter).AsAsyncEnumerable();

    /// <summary>How many applications wait.</summary>
    public Task<int> CountWaitingAsync(CancellationToken cancellation) =>
        db.EntryApplications.CountAsync(a => a.State == ApplicationState.Submitted, cancellation);

    public Task<EntryApplication?> FindAsync(string number, CancellationToken cancellation) =>
        db.EntryApplications.AsNoTracking().Include(a => a.ParkArea).Include(a => a.Unit!.Building!.Park).Include(a => a.Enterprise).SingleOrDefaultAsync(a => a.Number == number, cancellation);

    /// <summary>The application that an enterprise came in by, if any.</summary>
    public Task<string?> FindNumberAsync(int enterpriseId, CancellationToken cancellation) =>
        db.EntryApplications.Where(a => a.EnterpriseId == enterpriseId).OrderBy(a => a.Id).Select(a => a.Number).FirstOrDefaultAsync(cancellation);

    /// <summary>Makes the roster record and invites the contact as its administrator, all or nothing; the link goes out by mail.</summary>
    public async Task<Outcome<ApprovedEntry>> ApproveAsync(string number, EntryApproval approval, CancellationToken cancellation)
    {
        var choices = await roster.ChoicesAsync(cancellation);
        var refusals = new List<Refusal>();
        if (!FirstStages.Contains(approval.Stage)) refusals.Add(new Refusal("Stage", "入驻时的阶段只能是“签约”或“意向”。"));
        if (approval.Remark is { Length: > EntryApplication.ReasonMaxLength }) refusals.Add(new Refusal("Remark", $"备注最多 {EntryApplication.ReasonMaxLength} 个字。"));
        if (approval.On > time.Today) refusals.Add(new Refusal("On", "日期不能晚于今天。"));
        if (approval.ParkAreaId is { } area && choices.Areas.All(a => a.Id != area)) refusals.Add(new Refusal("ParkAreaId", "没有这个片区，请重新选择。"));
        if (approval is { UnitId: not null, Stage: EnterpriseStage.Interested }) refusals.Add(new Refusal("UnitId", "还只是意向的，不能登记租约；签约后再租给它。"));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        Outcome<(int EnterpriseId, IssuedInvitation Issued)> let;
        try
        {
            let = await db.InTransactionAsync(token => LetInAsync(number, approval, choices, token), cancellation);
        }
        catch (DbUpdateException fault)
        {
            db.ChangeTracker.Clear();
            // two approvals let one unit at once: its version or the index of its leases refused the second one
            if (approval.UnitId is { } unit && (fault is DbUpdateConcurrencyException || await leases.IsLetAsync(unit, approval.On, cancellation)))
                return Outcome.Refused("UnitId", "这个单元刚被他人修改或租出，请核对后再批准。");
            var code = await db.EntryApplications.Where(a => a.Number == number).Select(a => a.CreditCode).SingleAsync(cancellation);
            if (await enterprises.FindTakenAsync(code, null, cancellation) is not { } taken) throw;
            return Outcome.Refused(taken.Refusals[0].Message);
        }
        if (!let.IsDone) return Outcome.Refused(let.Refusals);
        return new ApprovedEntry(let.Value.EnterpriseId, invitations.LinkOf(let.Value.Issued));
    }

    /// <summary>Refuses with a reason, which the contact gets by mail.</summary>
    public async Task<Outcome> RefuseAsync(string number, string reason, CancellationToken cancellation)
    {
        reason = reason.Trim();
        if (reason.Length is 0 or > EntryApplication.ReasonMaxLength) return Outcome.Refused("Reason", $"请写明原因，最多 {EntryApplication.ReasonMaxLength} 个字。");
        return await db.InTransactionAsync(
            async token =>
            {
                if (await DecideAsync(number, ApplicationState.Refused, reason, token) is { } refused) return refused;
                journal.Write(JournalSubjects.Application, number, EnterpriseActs.Refused, reason);
                await TellRefusalAsync(number, reason, token);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }

    private async Task<Outcome<(int, IssuedInvitation)>> LetInAsync(string number, EntryApproval approval, RosterChoices choices, CancellationToken cancellation)
    {
        if (await DecideAsync(number, ApplicationState.Approved, Texts.Tidy(approval.Remark), cancellation) is { } refused) return refused;
        var application = await db.EntryApplications.AsNoTracking().SingleAsync(a => a.Number == number, cancellation);
        var contact = new Contact
        {
            Name = application.ContactName,
            Position = application.ContactPosition,
            Phone = application.ContactPhone,
            Email = application.ContactEmail,
        };
        var data = mapper.Map<EnterpriseData>(application) with { ParkAreaId = approval.ParkAreaId };
        var enterprise = await enterprises.AddAsync(data, approval.Stage, approval.On, $"入驻申请 {number} 获批", choices, [contact], cancellation);
        await db.EntryApplications.Where(a => a.Number == number).ExecuteUpdateAsync(set => set.SetProperty(a => a.EnterpriseId, enterprise.Id), cancellation);
        if (await LetAsync(enterprise.Id, number, approval, cancellation) is { } taken) return taken;
        var issued = await invitations.InviteForEnterpriseAsync(
            enterprise.Id, application.ContactName, application.ContactEmail, MembershipRole.EnterpriseAdministrator, cancellation);
        if (!issued.IsDone) return Outcome.Refused(issued.Refusals);
        journal.Write(JournalSubjects.Application, number, EnterpriseActs.Approved, approval.Remark);
        await db.SaveChangesAsync(cancellation);
        return (enterprise.Id, issued.Value);
    }

    /// <summary>Lets the unit that was chosen with the approval.</summary>
    /// <returns>The refusal, at the fields of the approval; null when it is let or none was chosen.</returns>
    private async Task<Outcome?> LetAsync(int enterpriseId, string number, EntryApproval approval, CancellationToken cancellation)
    {
        if (approval.UnitId is not { } unit) return null;
        var let = await leases.LetWithinAsync(unit, new LeaseData(enterpriseId, approval.On, approval.LeaseUntil, $"入驻申请 {number}"), cancellation);
        return let.IsDone ? null : Outcome.Refused([.. let.Refusals.Select(r => new Refusal(r.Field == "Until" ? "LeaseUntil" : "UnitId", r.Message))]);
    }

    /// <summary>The one conditional update that decides.</summary>
    /// <returns>The refusal when somebody else decided before; null when this decision counts.</returns>
    private async Task<Outcome?> DecideAsync(string number, ApplicationState state, string? reason, CancellationToken cancellation)
    {
        var (now, by) = (time.UtcNow, actor.Name);
        var decided = await db.EntryApplications.Where(a => a.Number == number && a.State == ApplicationState.Submitted).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.State, state).SetProperty(a => a.DecidedAt, now).SetProperty(a => a.DecidedBy, by).SetProperty(a => a.DecisionReason, reason),
            cancellation);
        if (decided == 1) return null;
        var before = await db.EntryApplications.Where(a => a.Number == number).Select(a => new { a.State, a.DecidedBy }).SingleOrDefaultAsync(cancellation);
        return Outcome.Refused(before is null ? "没有这份申请。" : $"这份申请已由{before.DecidedBy}处理，结果是“{before.State.Word()}”。");
    }

    private async Task TellRefusalAsync(string number, string reason, CancellationToken cancellation)
    {
        var application = await db.EntryApplications.AsNoTracking().SingleAsync(a => a.Number == number, cancellation);
        var text = $"""
            {application.ContactName}，您好：

            {application.Name}的入驻申请（{number}）未获批准。原因：

            {reason}

            补充或更正后可以再次申请。
            """;
        outbox.AddMail(MessageKind.EntryDecision, application.ContactEmail, $"入驻申请 {number} 的处理结果", text);
    }

    private IQueryable<ApplicationRow> Find(ApplicationFilter filter)
    {
        var found = db.EntryApplications.AsNoTracking();
        if (filter.State is { } wanted) found = found.Where(a => a.State == wanted);
        if (filter.Type is { } type) found = found.Where(a => a.Type == type);
        if (SearchWord.Of(filter.Word) is { } part)
        {
            var upper = part.ToUpperInvariant();
            found = found.Where(a => a.Name.Contains(part) || a.CreditCode.Contains(upper) || a.Number.Contains(upper));
        }

        var ordered = (filter.Sort, filter.IsAscending) switch
        {
            (ApplicationSort.Name, true) => found.OrderBy(a => a.Name).ThenBy(a => a.Id),
            (ApplicationSort.Name, false) => found.OrderByDescending(a => a.Name).ThenByDescending(a => a.Id),
            (ApplicationSort.Type, true) => found.OrderBy(a => a.Type).ThenBy(a => a.Id),
            (ApplicationSort.Type, false) => found.OrderByDescending(a => a.Type).ThenByDescending(a => a.Id),
            (_, true) => found.OrderBy(a => a.Id),
            _ => found.OrderByDescending(a => a.Id),
        };
        return ordered.ProjectTo<ApplicationRow>(mapper.ConfigurationProvider);
    }
}
