using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Proposals;

/// <summary>A field of a proposal beside the record as it is now.</summary>
/// <param name="Current">What the record says now, in words.</param>
/// <param name="IsMoved">Whether that has changed since the enterprise proposed.</param>
public sealed record FieldDifference(ProposedField Field, string? Before, string? Proposed, string? Current, bool IsMoved);

/// <summary>A proposal field by field.</summary>
public sealed record ProposalDetail(RecordProposal Proposal, int RecordVersion, IReadOnlyList<FieldDifference> Fields, Page<JournalLine> History);

/// <summary>What the park decides about one field.</summary>
public sealed record FieldDecision(RecordField Field, bool? IsAccepted, string? Reason);

/// <summary>The park's side: sees what differs and accepts or refuses each field. What is accepted is written by the same act as the record's form.</summary>
public sealed class ProposalDesk(PortalDbContext db, EnterpriseService enterprises, PortalJournal journal, Outbox outbox, Actor actor, ChinaTime time)
{
    /// <param name="state">Null for all.</param>
    /// <param name="word">Part of the number or of the enterprise's name.</param>
    public Task<Page<ProposalRow>> ListAsync(ProposalState? state, string? word, PageRequest page, CancellationToken cancellation) => Rows(Find(state, word)).ToPageAsync(page, cancellation);

    /// <summary>The whole list, for a file.</summary>
    public IAsyncEnumerable<ProposalRow> StreamAsync(ProposalState? state, string? word) => Rows(Find(state, word)).AsAsyncEnumerable();

    public async Task<ProposalDetail?> FindAsync(string number, CancellationToken cancellation)
    {
        var proposal = await db.RecordProposals.AsNoTracking().Include(p => p.Fields.OrderBy(f => f.Id)).Include(p => p.Enterprise!.Markets).Include(p => p.Enterprise!.Tags).AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Number == number, cancellation);
        if (proposal is null) return null;
        var now = EnterpriseData.Of(proposal.Enterprise!);
        var history = await journal.HistoryAsync(JournalSubjects.Proposal, number, new PageRequest(), cancellation);
        return new ProposalDetail(proposal, proposal.Enterprise!.Version, [.. proposal.Fields.Select(f => Compare(f, now))], history);
    }

    /// <summary>Decides every field at once; what is accepted stands in the record with this save or not at all.</summary>
    /// <param name="version">The version of the proposal that the form showed.</param>
    /// <param name="recordVersion">The version of the record that the form showed: nobody decides against values they have not seen.</param>
    public async Task<Outcome> DecideAsync(string number, int version, int recordVersion, IReadOnlyList<FieldDecision> decisions, string? answer, CancellationToken cancellation)
    {
        if (answer?.Length > RecordProposal.NoteMaxLength) return Outcome.Refused("Answer", $"答复最多 {RecordProposal.NoteMaxLength} 个字。");
        try
        {
            return await db.InTransactionAsync(token => WriteAsync(number, version, recordVersion, decisions, Texts.Tidy(answer), token), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，这份修改建议已被撤回或由他人处理。请核对最新内容。");
        }
    }

    internal static IQueryable<ProposalRow> Rows(IQueryable<RecordProposal> proposals) => proposals.Select(p => new ProposalRow(
        p.Number, p.EnterpriseId, p.Enterprise!.Name, p.State, p.ProposedBy, p.ProposedAt, p.DecidedAt, p.Fields.Count, p.Fields.Count(f => f.IsAccepted == true)));

    private async Task<Outcome> WriteAsync(string number, int version, int recordVersion, IReadOnlyList<FieldDecision> decisions, string? answer, CancellationToken cancellation)
    {
        var proposal = await db.RecordProposals.AsNoTracking().Include(p => p.Fields).Include(p => p.Enterprise!.Markets).Include(p => p.Enterprise!.Tags).AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Number == number, cancellation);
        if (proposal is null) return Outcome.Refused("没有这份修改建议。");
        if (proposal.State != ProposalState.Waiting) return Outcome.Refused($"这份修改建议{proposal.State.Word()}，不能再处理。");
        if (Problems(proposal, decisions).ToList() is { Count: > 0 } problems) return Outcome.Refused(problems);
        var accepted = proposal.Fields.Where(f => decisions.Any(d => d.Field == f.Field && d.IsAccepted == true)).ToList();
        var data = accepted.Aggregate(EnterpriseData.Of(proposal.Enterprise!), (record, field) => field.Field.Write(record, field.Proposed));
        if (accepted.Count > 0)
        {
            var written = await enterprises.UpdateAsync(proposal.EnterpriseId, recordVersion, data, cancellation);
            if (written.Conflict is not null) return Outcome.Refused("您打开之后，这家企业的档案有了变化。下面已是最新内容，请重新核对每一项。");
            if (!written.IsDone) return Outcome.Refused([.. written.Outcome.Refusals.Select(r => new Refusal("", r.Message))]);
        }

        await EndAsync(number, version, decisions, answer, cancellation);
        journal.Write(JournalSubjects.Proposal, number, EnterpriseActs.ProposalDecided, answer, proposal.Fields.Select(f => Change(f, decisions)));
        await outbox.NotifyAsync(
            Audience.Enterprise(proposal.EnterpriseId, proposal.ProposedById),
            new NoticeDraft(
                MessageKind.ProposalMoved, $"修改建议 {number} 已处理", $"共 {proposal.Fields.Count} 项，采纳 {accepted.Count} 项。{answer}", $"/enterprise/profile/proposals/{number}", proposal.EnterpriseId),
            cancellation);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    private async Task EndAsync(string number, int version, IReadOnlyList<FieldDecision> decisions, string? answer, CancellationToken cancellation)
    {
        var kept = await db.RecordProposals.Include(p => p.Fields).SingleAsync(p => p.Number == number, cancellation);
        db.Expect(kept, version);
        (kept.State, kept.WaitsFor, kept.Answer, kept.DecidedBy, kept.DecidedAt) = (ProposalState.Decided, null, answer, actor.Name, time.UtcNow);
        foreach (var field in kept.Fields)
        {
            var decision = decisions.First(d => d.Field == field.Field);
            (field.IsAccepted, field.Reason) = (decision.IsAccepted, Texts.Tidy(decision.Reason));
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static IEnumerable<Refusal> Problems(RecordProposal proposal, IReadOnlyList<FieldDecision> decisions)
    {
        foreach (var (field, at) in proposal.Fields.OrderBy(f => f.Id).Select((f, i) => (f.Field, i)))
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"Decisions[{at}].");
            var decision = decisions.FirstOrDefault(d => d.Field == field);
            if (decision?.IsAccepted is null) yield return new Refusal($"{place}IsAccepted", $"{field.Word()}：请选择采纳或不采纳。");
            else if (decision.IsAccepted == false && string.IsNullOrWhiteSpace(decision.Reason)) yield return new Refusal($"{place}Reason", $"{field.Word()}：不采纳的，请写明原因。");
            if (decision?.Reason?.Length > ProposedField.ReasonMaxLength) yield return new Refusal($"{place}Reason", $"{field.Word()}：原因最多 {ProposedField.ReasonMaxLength} 个字。");
        }
    }

    private static FieldDifference Compare(ProposedField field, EnterpriseData now)
    {
        var current = field.Field.Read(now);
        return new FieldDifference(
            field, field.Field.Show(field.Before), field.Field.Show(field.Proposed), field.Field.Show(current), !string.Equals(current, field.Before, StringComparison.Ordinal));
    }

    private static FieldChange Change(ProposedField field, IReadOnlyList<FieldDecision> decisions)
    {
        var decision = decisions.First(d => d.Field == field.Field);
        return new FieldChange(field.Field.Word(), field.Field.Show(field.Before), $"{(decision.IsAccepted == true ? "采纳" : "不采纳")}：{field.Field.Show(field.Proposed)}{(decision.Reason is { } reason ? $"（{reason.Trim()}）" : null)}");
    }

    private IQueryable<RecordProposal> Find(ProposalState? state, string? word)
    {
        var found = db.RecordProposals.AsNoTracking().Where(p => state == null || p.State == state);
        if (SearchWord.Of(word) is { } part)
        {
            var upper = part.ToUpperInvariant();
            found = found.Where(p => p.Number.Contains(upper) || p.Enterprise!.Name.Contains(part));
        }

        return found.OrderByDescending(p => p.Id);
    }
}
