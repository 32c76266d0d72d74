using System.Linq.Expressions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Chains.Relations;

/// <summary>
/// Who supplies whom, as enterprises state it. An enterprise acts only for itself and never learns of another one what the public directory does not show:
/// what it types is looked up there only. Each side chooses who may see a relation, and the stricter choice holds.
/// </summary>
public sealed class RelationBook(PortalDbContext db, PortalJournal journal, Outbox outbox, ChinaTime time)
{
    private const int MostRelations = 500;
    private const string Gone = "没有这条上下游关系。";
    private const string Stale = "您打开之后，这条上下游关系已有变化。请核对最新内容后再操作。";

    private static readonly List<RelationSight> _forPark = [RelationSight.Park, RelationSight.Public];

    /// <summary>The relations of an enterprise: its own and those that others have told it of, what waits for its answer first.</summary>
    public async Task<IReadOnlyList<OwnRelation>> OfEnterpriseAsync(int enterpriseId, CancellationToken cancellation)
    {
        var found = await db.SupplyRelations.AsNoTracking().Include(r => r.StatedBy).Include(r => r.Other).Where(Sees(enterpriseId)).OrderByDescending(r => r.Id).Take(MostRelations).ToListAsync(cancellation);
        return [.. found.Select(r => ToOwn(r, enterpriseId)).OrderByDescending(r => r.IsToAnswer)];
    }

    /// <summary>Whether the enterprise stated a relation or was told of it.</summary>
    public Task<bool> KnowsAsync(int enterpriseId, int id, CancellationToken cancellation) => db.SupplyRelations.Where(Sees(enterpriseId)).AnyAsync(r => r.Id == id, cancellation);

    /// <summary>What the park may see of the enterprises in a chain.</summary>
    public async Task<IReadOnlyList<SeenRelation>> ForParkAsync(int chainId, CancellationToken cancellation) =>
        await ToSeenAsync(OfChain(chainId).Where(r => _forPark.Contains(r.Sight) && (r.OtherId == null || (r.State == RelationState.Confirmed && r.OtherSight != null && _forPark.Contains(r.OtherSight.Value)))), cancellation);

    /// <summary>What everybody may see of the enterprises in a chain: confirmed, chosen so by both, and both in the public directory.</summary>
    public async Task<IReadOnlyList<SeenRelation>> ForPublicAsync(int chainId, CancellationToken cancellation)
    {
        var shown = db.Enterprises.Where(IsShown());
        return await ToSeenAsync(
            OfChain(chainId).Where(r => r.State == RelationState.Confirmed && r.Sight == RelationSight.Public && r.OtherSight == RelationSight.Public)
                .Where(r => shown.Any(e => e.Id == r.StatedById) && shown.Any(e => e.Id == r.OtherId)),
            cancellation);
    }

    /// <summary>An enterprise states a relation; one of the public directory is asked to confirm, unless only the enterprise itself is to see it.</summary>
    /// <returns>Whether the other side is an enterprise of the directory.</returns>
    public async Task<Outcome<bool>> StateAsync(int enterpriseId, RelationData data, CancellationToken cancellation)
    {
        var (name, code) = (data.Other.Trim(), CreditCodes.Normalize(data.Other));
        var own = await db.Enterprises.Where(e => e.Id == enterpriseId).Select(e => new { e.Name, e.CreditCode }).SingleAsync(cancellation);
        if (own.Name == name || own.CreditCode == code) return Outcome.Refused("Other", "对方不能是本企业。");
        var others = await db.Enterprises.Where(IsShown()).Where(e => e.CreditCode == code || e.Name == name).OrderByDescending(e => e.CreditCode == code).Take(1).Select(e => e.Id).ToListAsync(cancellation);
        int? other = others is [var id] ? id : null;
        if (other is null && name.Length > Enterprise.NameMaxLength) return Outcome.Refused("Other", $"对方名称最多 {Enterprise.NameMaxLength} 个字。");
        if (other is null && UnifiedSocialCreditCode.Check(code) is null) return Outcome.Refused("Other", "公开名录里没有这个代码的企业，请填写企业名称。");
        var relation = new SupplyRelation
        {
            StatedById = enterpriseId,
            OtherId = other,
            OtherName = other is null ? name : null,
            IsSupplier = data.IsSupplier,
            Goods = data.Goods,
            Key = RelationKeys.Of(enterpriseId, other, name, data.IsSupplier, data.Goods),
            State = RelationState.Stated,
            Sight = data.Sight,
            StatedAt = time.UtcNow,
        };
        // what the other side keeps to itself is not told, so both may state the same
        if (await db.SupplyRelations.Where(Sees(enterpriseId)).AnyAsync(r => r.OtherId == enterpriseId && r.Key == relation.Key, cancellation)) return Said("对方已登记这条上下游关系，请在列表中确认。");
        db.SupplyRelations.Add(relation);
        Write(enterpriseId, ChainActs.RelationStated, data.Goods, data.Sight);
        if (other is { } asked && data.Sight != RelationSight.Own) await AskAsync(asked, own.Name, data.Goods, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return other is not null;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.SupplyRelations.AnyAsync(r => r.StatedById == enterpriseId && r.Key == relation.Key, cancellation)) return Said("这条上下游关系已经登记过。");
            throw;
        }
    }

    /// <summary>The other side confirms or declines.</summary>
    /// <param name="version">The version that the page showed.</param>
    /// <param name="sight">Who may see it, when it confirms.</param>
    /// <param name="reason">Why not, when it declines.</param>
    public async Task<Outcome> AnswerAsync(int enterpriseId, int id, int version, RelationSight? sight, string? reason, CancellationToken cancellation)
    {
        if (await db.SupplyRelations.Where(Sees(enterpriseId)).Include(r => r.Other).SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } relation) return Outcome.Missing(Gone);
        if (relation.OtherId != enterpriseId) return Outcome.Refused("这条关系由对方答复。");
        if (sight is null && reason is null) return Outcome.Refused("Reason", "请写明不认可的原因，对方会看到。");
        if (sight == RelationSight.Own) return Outcome.Refused("Sight", "对方已知道这条关系，请选择“双方”或更大的范围。");
        if (sight is not null && relation.State != RelationState.Stated) return Outcome.Refused(Stale);
        db.Expect(relation, version);
        (relation.State, relation.OtherSight, relation.Reason, relation.AnsweredAt) = (sight is null ? RelationState.Declined : RelationState.Confirmed, sight, sight is null ? reason : null, time.UtcNow);
        Write(enterpriseId, sight is null ? ChainActs.RelationDeclined : ChainActs.RelationConfirmed, relation.Goods, sight);
        await outbox.NotifyAsync(
            Audience.Enterprise(relation.StatedById),
            new NoticeDraft(MessageKind.ChainMoved, $"上下游关系：{relation.State.Word()}", $"{relation.Other!.Name}，{relation.Goods}。{reason}", "/enterprise/chains", relation.StatedById), cancellation);
        return await SaveAsync(cancellation);
    }

    /// <summary>Either side chooses anew who may see a relation.</summary>
    /// <param name="version">The version that the page showed.</param>
    public async Task<Outcome> ChooseAsync(int enterpriseId, int id, int version, RelationSight sight, CancellationToken cancellation)
    {
        if (await db.SupplyRelations.Where(Sees(enterpriseId)).Include(r => r.StatedBy).SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } relation) return Outcome.Missing(Gone);
        var isOwn = relation.StatedById == enterpriseId;
        if (!isOwn && (sight == RelationSight.Own || relation.State != RelationState.Confirmed)) return Outcome.Refused("Sight", "请先确认这条关系，并选择“双方”或更大的范围。");
        if (isOwn && sight == RelationSight.Own && relation.State == RelationState.Confirmed) return Outcome.Refused("Sight", "对方已确认，不能再改为仅本企业可见；不再合作的可以删除。");
        db.Expect(relation, version);
        var isNews = isOwn && relation is { Sight: RelationSight.Own, OtherId: not null, State: RelationState.Stated } && sight != RelationSight.Own;
        if (isOwn) relation.Sight = sight;
        else relation.OtherSight = sight;
        Write(enterpriseId, ChainActs.RelationShown, relation.Goods, sight);
        if (isNews) await AskAsync(relation.OtherId!.Value, relation.StatedBy!.Name, relation.Goods, cancellation);
        return await SaveAsync(cancellation);
    }

    /// <summary>The side that stated a relation takes it back.</summary>
    /// <param name="version">The version that the page showed.</param>
    public async Task<Outcome> RemoveAsync(int enterpriseId, int id, int version, CancellationToken cancellation)
    {
        if (await db.SupplyRelations.SingleOrDefaultAsync(r => r.Id == id && r.StatedById == enterpriseId, cancellation) is not { } relation) return Outcome.Missing(Gone);
        db.Expect(relation, version);
        db.Remove(relation);
        Write(enterpriseId, ChainActs.RelationRemoved, relation.Goods, null);
        return await SaveAsync(cancellation);
    }

    /// <summary>Its own, and those that somebody has told it of.</summary>
    private static Expression<Func<SupplyRelation, bool>> Sees(int enterpriseId) => r => r.StatedById == enterpriseId || (r.OtherId == enterpriseId && r.Sight != RelationSight.Own);

    /// <summary>What the public directory shows.</summary>
    private static Expression<Func<Enterprise, bool>> IsShown() => e => e.IsPublic && e.SuspendedAt == null && e.Stage != EnterpriseStage.Left;

    private IQueryable<SupplyRelation> OfChain(int chainId) => db.SupplyRelations.AsNoTracking()
        .Where(r => db.ChainMembers.Any(m => m.Node!.ChainId == chainId && m.State == MemberState.Confirmed && (m.EnterpriseId == r.StatedById || m.EnterpriseId == r.OtherId)));

    private static async Task<IReadOnlyList<SeenRelation>> ToSeenAsync(IQueryable<SupplyRelation> relations, CancellationToken cancellation)
    {
        var found = await relations.Include(r => r.StatedBy).Include(r => r.Other).OrderBy(r => r.Id).Take(MostRelations).ToListAsync(cancellation);
        return found.ConvertAll(r =>
        {
            (int? Id, string Name, string? English) one = (r.StatedById, r.StatedBy!.Name, r.StatedBy.EnglishName), other = (r.OtherId, r.Other?.Name ?? r.OtherName!, r.Other?.EnglishName);
            var (supplier, buyer) = r.IsSupplier ? (one, other) : (other, one);
            return new SeenRelation(r.Id, supplier.Id, supplier.Name, supplier.English, buyer.Id, buyer.Name, buyer.English, r.Goods);
        });
    }

    private static OwnRelation ToOwn(SupplyRelation r, int enterpriseId)
    {
        var isOwn = r.StatedById == enterpriseId;
        return new OwnRelation(
            r.Id, r.IsSupplier == isOwn, isOwn, isOwn ? r.Other?.Name ?? r.OtherName! : r.StatedBy!.Name, r.OtherId is not null, r.Goods, r.State, isOwn ? r.Sight : r.OtherSight,
            RelationSights.Holding(r.State, r.OtherId is not null, r.Sight, r.OtherSight), r.Reason, r.StatedAt, r.Version);
    }

    private static Outcome Said(string sentence) => Outcome.Refused("Goods", sentence);

    private Task AskAsync(int enterpriseId, string by, string goods, CancellationToken cancellation) => outbox.NotifyAsync(
        Audience.Enterprise(enterpriseId),
        new NoticeDraft(MessageKind.ChainMoved, $"{by}登记了与贵企业的上下游关系", $"{goods}。请确认或说明不认可的原因，并选择谁可以看到。", "/enterprise/chains", enterpriseId), cancellation);

    private void Write(int enterpriseId, string act, string goods, RelationSight? sight) =>
        journal.Write(JournalSubjects.Relation, ChainKeeping.Key(enterpriseId), act, sight is { } chosen ? $"{goods}，{chosen.Word()}" : goods);

    private async Task<Outcome> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Stale);
        }
    }
}
