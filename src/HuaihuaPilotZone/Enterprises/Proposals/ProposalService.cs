using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Proposals;

/// <summary>A proposal in a list.</summary>
public sealed record ProposalRow(string Number, int EnterpriseId, string EnterpriseName, ProposalState State, string ProposedBy, DateTime ProposedAt, DateTime? DecidedAt, int Fields, int Accepted);

/// <summary>The enterprise's side: its administrator proposes, looks and withdraws. Everything is for the enterprise of the sign-in.</summary>
public sealed class ProposalService(PortalDbContext db, EnterpriseRoster roster, NumberGiver numbers, PortalJournal journal, Outbox outbox, Actor actor, ChinaTime time)
{
    private const string WaitsAlready = "已有一份修改建议在等园区处理。要改内容，请先撤回那一份。";

    /// <summary>Proposes what differs from the record.</summary>
    /// <param name="version">The version of the record that the form showed.</param>
    /// <param name="wanted">The record as it should be; what only the park keeps is not looked at.</param>
    /// <returns>The number.</returns>
    public async Task<Outcome<string>> ProposeAsync(int enterpriseId, int version, EnterpriseData wanted, string? note, CancellationToken cancellation)
    {
        wanted = wanted.Tidied();
        if (await roster.FindAsync(enterpriseId, cancellation) is not { } enterprise) return Outcome.Refused("名录里没有这家企业。");
        if (enterprise.Version != version) return Outcome.Refused("您打开之后，园区修改了贵企业的档案。您填写的内容还在，请对照最新的档案核对后再提交。");
        if (RecordFields.Refuse(wanted).ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (note?.Length > RecordProposal.NoteMaxLength) return Outcome.Refused("Note", $"说明最多 {RecordProposal.NoteMaxLength} 个字。");
        var now = EnterpriseData.Of(enterprise);
        List<ProposedField> fields =
        [
            .. RecordFields.All.Select(f => new ProposedField { Field = f, Before = f.Read(now), Proposed = f.Read(wanted) }).Where(f => !string.Equals(f.Before, f.Proposed, StringComparison.Ordinal)),
        ];
        if (fields.Count == 0) return Outcome.Refused("和档案里的内容一样，没有要修改的。");
        var series = string.Create(CultureInfo.InvariantCulture, $"XG-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        try
        {
            return await db.InTransactionAsync<string>(
                async token =>
                {
                    if (await db.RecordProposals.AnyAsync(p => p.WaitsFor == enterpriseId, token)) return Outcome.Refused(WaitsAlready);
                    var sequence = await numbers.NextAsync(series, token);
                    var number = string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}");
                    db.RecordProposals.Add(Make(enterpriseId, number, note, fields));
                    journal.Write(JournalSubjects.Proposal, number, EnterpriseActs.ProposalMade, note, Changes(fields));
                    await outbox.NotifyAsync(
                        Audience.Staff(Accounts.StaffRoles.ParkAdministrator),
                        new NoticeDraft(MessageKind.ProposalMoved, $"修改建议 {number}：{enterprise.Name}", $"建议修改：{string.Join('、', fields.Select(f => f.Field.Word()))}。", $"/park/proposals/{number}"), token);
                    await db.SaveChangesAsync(token);
                    return number;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.RecordProposals.AnyAsync(p => p.WaitsFor == enterpriseId, cancellation)) return Outcome.Refused(WaitsAlready);
            throw;
        }
    }

    /// <summary>Proposals of an enterprise, the newest first.</summary>
    public Task<Page<ProposalRow>> ListAsync(int enterpriseId, PageRequest page, CancellationToken cancellation) =>
        ProposalDesk.Rows(db.RecordProposals.AsNoTracking().Where(p => p.EnterpriseId == enterpriseId).OrderByDescending(p => p.Id)).ToPageAsync(page, cancellation);

    /// <summary>One of them; null for one of another enterprise.</summary>
    public Task<RecordProposal?> FindAsync(int enterpriseId, string number, CancellationToken cancellation) =>
        db.RecordProposals.AsNoTracking().Include(p => p.Fields.OrderBy(f => f.Id)).SingleOrDefaultAsync(p => p.Number == number && p.EnterpriseId == enterpriseId, cancellation);

    /// <summary>Takes a proposal back that nobody has decided on.</summary>
    public async Task<Outcome> WithdrawAsync(int enterpriseId, string number, CancellationToken cancellation)
    {
        if (await db.RecordProposals.SingleOrDefaultAsync(p => p.Number == number && p.EnterpriseId == enterpriseId, cancellation) is not { } proposal) return Outcome.Missing("没有这份修改建议。");
        if (proposal.State != ProposalState.Waiting) return Outcome.Refused($"这份修改建议{proposal.State.Word()}，不能再撤回。");
        (proposal.State, proposal.WaitsFor, proposal.DecidedAt) = (ProposalState.Withdrawn, null, time.UtcNow);
        journal.Write(JournalSubjects.Proposal, number, EnterpriseActs.ProposalWithdrawn);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("园区刚刚处理了这份修改建议，不能再撤回。");
        }
    }

    private RecordProposal Make(int enterpriseId, string number, string? note, List<ProposedField> fields) => new()
    {
        Number = number,
        EnterpriseId = enterpriseId,
        WaitsFor = enterpriseId,
        State = ProposalState.Waiting,
        Note = Texts.Tidy(note),
        ProposedById = actor.UserId,
        ProposedBy = actor.Name,
        ProposedAt = time.UtcNow,
        Fields = fields,
    };

    internal static IEnumerable<FieldChange> Changes(IEnumerable<ProposedField> fields) => fields.Select(f => new FieldChange(f.Field.Word(), f.Field.Show(f.Before), f.Field.Show(f.Proposed)));
}
