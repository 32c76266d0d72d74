using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Chains;

/// <summary>Who is in a node: staff put enterprises in, enterprises propose themselves and staff answer. One row for each pair, held by an index.</summary>
public sealed class ChainMembership(PortalDbContext db, PortalJournal journal, Outbox outbox, Actor actor, ChinaTime time)
{
    private const string NoNode = "没有这个环节，请重新选择。";
    private const string Gone = "没有这条记录。";
    private const string Stale = "您打开之后，他人已处理了这条记录。请核对最新内容后再操作。";

    /// <summary>Puts an enterprise into a node; a proposal of it is confirmed by that.</summary>
    public async Task<Outcome> ConfirmAsync(int nodeId, int enterpriseId, string? note, CancellationToken cancellation)
    {
        if (await db.ChainNodes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == nodeId, cancellation) is not { } node) return Outcome.Refused("NodeId", NoNode);
        var enterprise = await db.Enterprises.Where(e => e.Id == enterpriseId).Select(e => new { e.Name, e.Stage }).SingleOrDefaultAsync(cancellation);
        if (enterprise is null) return Outcome.Refused("Enterprise", "名录里没有这家企业。");
        if (enterprise.Stage == EnterpriseStage.Left) return Outcome.Refused("Enterprise", $"{enterprise.Name}已退出园区，不能列入。");
        var member = await db.ChainMembers.SingleOrDefaultAsync(m => m.NodeId == nodeId && m.EnterpriseId == enterpriseId, cancellation);
        if (member is { State: MemberState.Confirmed }) return Taken(enterprise.Name);
        if (member is null) db.ChainMembers.Add(member = Make(nodeId, enterpriseId, MemberState.Confirmed));
        Move(member, MemberState.Confirmed, note ?? member.Note);
        journal.Write(JournalSubjects.Chain, ChainKeeping.Key(node.ChainId), ChainActs.MemberConfirmed, $"{node.Name}：{enterprise.Name}");
        return await SaveAsync(Taken(enterprise.Name), cancellation);
    }

    /// <summary>Answers a proposal.</summary>
    /// <param name="version">The version that the page showed.</param>
    /// <param name="note">What the enterprise reads; a reason where it is not taken.</param>
    public async Task<Outcome> AnswerAsync(int id, int version, bool takes, string? note, CancellationToken cancellation)
    {
        if (await db.ChainMembers.Include(m => m.Node).Include(m => m.Enterprise).SingleOrDefaultAsync(m => m.Id == id, cancellation) is not { } member) return Outcome.Missing(Gone);
        if (member.State != MemberState.Proposed) return Outcome.Refused(Stale);
        if (!takes && note is null) return Outcome.Refused("Note", "请写明不列入的原因，企业会看到。");
        db.Expect(member, version);
        Move(member, takes ? MemberState.Confirmed : MemberState.Refused, note ?? member.Note);
        journal.Write(JournalSubjects.Chain, ChainKeeping.Key(member.Node!.ChainId), takes ? ChainActs.MemberConfirmed : ChainActs.MemberRefused, $"{member.Node.Name}：{member.Enterprise!.Name}");
        await outbox.NotifyAsync(
            Audience.Enterprise(member.EnterpriseId),
            new NoticeDraft(MessageKind.ChainMoved, $"产业链环节“{member.Node.Name}”：{member.State.Word()}", note ?? "园区已确认，贵企业列入这个环节。", "/enterprise/chains", member.EnterpriseId), cancellation);
        return await SaveAsync(Outcome.Refused(Stale), cancellation);
    }

    /// <summary>Takes an enterprise out of a node.</summary>
    /// <param name="version">The version that the page showed.</param>
    public async Task<Outcome> RemoveAsync(int id, int version, CancellationToken cancellation)
    {
        if (await db.ChainMembers.Include(m => m.Node).Include(m => m.Enterprise).SingleOrDefaultAsync(m => m.Id == id, cancellation) is not { } member) return Outcome.Missing(Gone);
        db.Expect(member, version);
        db.Remove(member);
        journal.Write(JournalSubjects.Chain, ChainKeeping.Key(member.Node!.ChainId), ChainActs.MemberRemoved, $"{member.Node.Name}：{member.Enterprise!.Name}");
        return await SaveAsync(Outcome.Refused(Stale), cancellation);
    }

    /// <summary>An enterprise says that it is in a node; one that was not taken may say so again.</summary>
    /// <param name="note">What it makes there.</param>
    public async Task<Outcome> ProposeAsync(int enterpriseId, int nodeId, string note, CancellationToken cancellation)
    {
        if (await db.ChainNodes.AsNoTracking().Include(n => n.Chain).SingleOrDefaultAsync(n => n.Id == nodeId, cancellation) is not { } node) return Outcome.Refused("NodeId", NoNode);
        var enterprise = await db.Enterprises.Where(e => e.Id == enterpriseId).Select(e => e.Name).SingleAsync(cancellation);
        var already = Outcome.Refused("NodeId", "贵企业已列入这个环节，或者还在等待确认。");
        var member = await db.ChainMembers.SingleOrDefaultAsync(m => m.NodeId == nodeId && m.EnterpriseId == enterpriseId, cancellation);
        if (member is { State: not MemberState.Refused }) return already;
        if (member is null) db.ChainMembers.Add(member = Make(nodeId, enterpriseId, MemberState.Proposed));
        Move(member, MemberState.Proposed, note);
        journal.Write(JournalSubjects.Chain, ChainKeeping.Key(node.ChainId), ChainActs.MemberProposed, $"{node.Name}：{enterprise}");
        await outbox.NotifyAsync(
            Audience.Staff(StaffRoles.ParkAdministrator),
            new NoticeDraft(MessageKind.ChainMoved, $"{enterprise}申请列入产业链环节“{node.Name}”", note, $"/park/chains/{ChainKeeping.Key(node.ChainId)}"), cancellation);
        return await SaveAsync(already, cancellation);
    }

    /// <summary>An enterprise takes its proposal back, or leaves a node.</summary>
    public async Task<Outcome> WithdrawAsync(int enterpriseId, int id, CancellationToken cancellation)
    {
        var version = await db.ChainMembers.Where(m => m.Id == id && m.EnterpriseId == enterpriseId).Select(m => (int?)m.Version).SingleOrDefaultAsync(cancellation);
        return version is { } present ? await RemoveAsync(id, present, cancellation) : Outcome.Missing(Gone);
    }

    private async Task<Outcome> SaveAsync(Outcome late, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return late;
        }
    }

    private ChainMember Make(int nodeId, int enterpriseId, MemberState state) => new()
    {
        NodeId = nodeId,
        EnterpriseId = enterpriseId,
        State = state,
        MovedAt = time.UtcNow,
        MovedBy = actor.Name,
    };

    private void Move(ChainMember member, MemberState state, string? note) => (member.State, member.Note, member.MovedAt, member.MovedBy) = (state, note, time.UtcNow, actor.Name);

    private static Outcome Taken(string name) => Outcome.Refused("Enterprise", $"{name}已在这个环节。");
}
