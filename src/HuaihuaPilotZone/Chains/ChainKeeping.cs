using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Chains;

/// <summary>What staff write about a chain.</summary>
/// <param name="Slug">Only heard when it is new.</param>
/// <param name="AsOf">The time it stands for (<see cref="PartialDate"/>).</param>
public sealed record ChainData(
    string Slug, string Name, string? EnglishName, bool IsCore, string Summary, string? EnglishSummary, string Source, string? SourceAddress, FigureStatus SourceStatus, string AsOf);

/// <summary>What staff write about a node.</summary>
/// <param name="Source">Null for the chain's own source.</param>
public sealed record NodeData(ChainTier Tier, string Name, string? EnglishName, int SortOrder, string? Source, FigureStatus SourceStatus);

/// <summary>Keeps the chains and their nodes. Nothing without its source.</summary>
public sealed class ChainKeeping(PortalDbContext db, PortalJournal journal)
{
    private const string Stale = "您打开之后，他人已修改这个环节。请核对最新内容后再操作。";

    /// <summary>What was done to a chain, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(int id, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Chain, Key(id), page, cancellation);

    public Task<ChainNode?> FindNodeAsync(int id, CancellationToken cancellation) => db.ChainNodes.AsNoTracking().Include(n => n.Chain).SingleOrDefaultAsync(n => n.Id == id, cancellation);

    /// <returns>The id of the new chain.</returns>
    public async Task<Outcome<int>> AddAsync(ChainData data, CancellationToken cancellation)
    {
        if (Refuse(data) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var last = await db.Chains.MaxAsync(c => (int?)c.SortOrder, cancellation) ?? 0;
        var chain = new Chain
        {
            Slug = data.Slug,
            Name = data.Name,
            IsCore = data.IsCore,
            Summary = data.Summary,
            Source = data.Source,
            SourceStatus = data.SourceStatus,
            AsOf = data.AsOf,
            SortOrder = last + 1,
        };
        Write(chain, data);
        try
        {
            return await db.InTransactionAsync<int>(
                async token =>
                {
                    db.Chains.Add(chain);
                    await db.SaveChangesAsync(token);
                    journal.Write(JournalSubjects.Chain, Key(chain.Id), ChainActs.ChainAdded, changes: Fields(chain).Select(f => new FieldChange(f.Label, null, f.Value)));
                    await db.SaveChangesAsync(token);
                    return chain.Id;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await TakenAsync(data, null, cancellation) is { } taken) return taken;
            throw;
        }
    }

    /// <summary>Saves an edited chain. The second of two people is told what the first one wrote.</summary>
    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateAsync(int id, int version, ChainData data, CancellationToken cancellation)
    {
        if (await db.Chains.SingleOrDefaultAsync(c => c.Id == id, cancellation) is not { } chain) return Outcome.Refused("没有这条产业链。");
        data = data with { Slug = chain.Slug };
        if (Refuse(data) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var before = Fields(chain);
        db.Expect(chain, version);
        Write(chain, data);
        var typed = Fields(chain);
        journal.Write(JournalSubjects.Chain, Key(id), ChainActs.ChainChanged, changes: Edits.Changes(before, typed));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Edits.Conflict(Fields(await db.Chains.AsNoTracking().SingleAsync(c => c.Id == id, cancellation)), typed);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await TakenAsync(data, id, cancellation) is { } taken) return taken;
            throw;
        }
    }

    /// <summary>Adds a node to a chain.</summary>
    public async Task<Outcome> AddNodeAsync(int chainId, NodeData data, CancellationToken cancellation)
    {
        if (!await db.Chains.AnyAsync(c => c.Id == chainId, cancellation)) return Outcome.Refused("没有这条产业链。");
        var node = new ChainNode { ChainId = chainId, Tier = data.Tier, Name = data.Name, SourceStatus = data.SourceStatus };
        Write(node, data);
        db.ChainNodes.Add(node);
        journal.Write(JournalSubjects.Chain, Key(chainId), ChainActs.NodeAdded, data.Name, Fields(node).Select(f => new FieldChange(f.Label, null, f.Value)));
        return await SaveNodeAsync(chainId, data.Name, null, cancellation);
    }

    /// <summary>Saves an edited node.</summary>
    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateNodeAsync(int id, int version, NodeData data, CancellationToken cancellation)
    {
        if (await db.ChainNodes.SingleOrDefaultAsync(n => n.Id == id, cancellation) is not { } node) return Outcome.Refused("没有这个环节。");
        var before = Fields(node);
        db.Expect(node, version);
        Write(node, data);
        journal.Write(JournalSubjects.Chain, Key(node.ChainId), ChainActs.NodeChanged, node.Name, Edits.Changes(before, Fields(node)));
        return await SaveNodeAsync(node.ChainId, data.Name, id, cancellation);
    }

    /// <summary>Takes a node out that nobody refers to.</summary>
    /// <param name="version">The version that the page showed.</param>
    public async Task<Outcome> RemoveNodeAsync(int id, int version, CancellationToken cancellation)
    {
        if (await db.ChainNodes.SingleOrDefaultAsync(n => n.Id == id, cancellation) is not { } node) return Outcome.Refused("没有这个环节。");
        if (await IsUsedAsync(id, cancellation)) return Used();
        db.Expect(node, version);
        db.Remove(node);
        journal.Write(JournalSubjects.Chain, Key(node.ChainId), ChainActs.NodeRemoved, node.Name);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            // somebody was put into it in between: the key of the database held it
            return await IsUsedAsync(id, cancellation) ? Used() : Outcome.Refused(Stale);
        }
    }

    private async Task<Outcome> SaveNodeAsync(int chainId, string name, int? id, CancellationToken cancellation)
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
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.ChainNodes.AnyAsync(n => n.ChainId == chainId && n.Name == name && n.Id != id, cancellation)) return Outcome.Refused("NodeName", $"这条产业链已有环节“{name}”。");
            throw;
        }
    }

    private async Task<bool> IsUsedAsync(int id, CancellationToken cancellation) =>
        await db.ChainMembers.AnyAsync(m => m.NodeId == id, cancellation) || await db.Leads.AnyAsync(l => l.ChainNodeId == id, cancellation) || await db.Opportunities.AnyAsync(o => o.ChainNodeId == id, cancellation);

    private async Task<Outcome?> TakenAsync(ChainData data, int? exceptId, CancellationToken cancellation)
    {
        if (await db.Chains.AnyAsync(c => c.Slug == data.Slug && c.Id != exceptId, cancellation)) return Outcome.Refused(nameof(data.Slug), "已有产业链使用这个网址短名。");
        return await db.Chains.AnyAsync(c => c.Name == data.Name && c.Id != exceptId, cancellation) ? Outcome.Refused(nameof(data.Name), "已有同名产业链。") : null;
    }

    private static List<Refusal> Refuse(ChainData data)
    {
        var refusals = new List<Refusal>();
        if (!PartialDate.IsValid(data.AsOf)) refusals.Add(new Refusal(nameof(data.AsOf), "日期应写成 2026、2026-03 或 2026-03-18。"));
        if (!Websites.IsGood(data.SourceAddress)) refusals.Add(new Refusal(nameof(data.SourceAddress), Websites.Problem));
        return refusals;
    }

    private static void Write(Chain chain, ChainData data)
    {
        (chain.Name, chain.EnglishName, chain.IsCore) = (data.Name, data.EnglishName, data.IsCore);
        (chain.Summary, chain.EnglishSummary) = (data.Summary, data.EnglishSummary);
        (chain.Source, chain.SourceAddress, chain.SourceStatus, chain.AsOf) = (data.Source, data.SourceAddress, data.SourceStatus, data.AsOf);
    }

    private static void Write(ChainNode node, NodeData data)
    {
        (node.Tier, node.Name, node.EnglishName, node.SortOrder) = (data.Tier, data.Name, data.EnglishName, data.SortOrder);
        (node.Source, node.SourceStatus) = (data.Source, data.SourceStatus);
    }

    private static List<EditedField> Fields(Chain chain) =>
    [
        new(nameof(ChainData.Name), "名称", chain.Name),
        new(nameof(ChainData.EnglishName), "英文名称", chain.EnglishName),
        new(nameof(ChainData.IsCore), "核心产业", chain.IsCore ? "是" : "否"),
        new(nameof(ChainData.Summary), "简介", chain.Summary),
        new(nameof(ChainData.EnglishSummary), "英文简介", chain.EnglishSummary),
        new(nameof(ChainData.Source), "来源", chain.Source),
        new(nameof(ChainData.SourceAddress), "来源网址", chain.SourceAddress),
        new(nameof(ChainData.SourceStatus), "来源性质", chain.SourceStatus.Word()),
        new(nameof(ChainData.AsOf), "时点", chain.AsOf),
    ];

    private static List<EditedField> Fields(ChainNode node) =>
    [
        new(nameof(NodeData.Name), "环节", node.Name),
        new(nameof(NodeData.EnglishName), "英文名称", node.EnglishName),
        new(nameof(NodeData.Tier), "位置", node.Tier.Word()),
        new(nameof(NodeData.SortOrder), "次序", node.SortOrder.ToString(CultureInfo.InvariantCulture)),
        new(nameof(NodeData.Source), "来源", node.Source),
        new(nameof(NodeData.SourceStatus), "来源性质", node.SourceStatus.Word()),
    ];

    private static Outcome Used() => Outcome.Refused("这个环节还有企业、线索或招商项目，不能删除。");

    internal static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
