using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>Puts drafts into records, with issuing bodies and other documents looked up.</summary>
public sealed class PolicyWriter(PortalDbContext db, PolicyKeywords keywords, ChinaTime time)
{
    /// <summary>A document as its editors see it, tracked by nothing.</summary>
    internal async Task<PolicyDocument?> FindAsync(int id, CancellationToken cancellation)
    {
        var document = await db.PolicyDocuments.AsNoTracking().Include(d => d.Issuers).ThenInclude(i => i.Body).SingleOrDefaultAsync(d => d.Id == id, cancellation);
        if (document is not null) await AddChangesAsync(document, cancellation);
        return document;
    }

    /// <summary>A copy of a tracked record, tracked by nothing, with what was written after its publication.</summary>
    internal async Task<PolicyDocument> CopyAsync(PolicyDocument document, CancellationToken cancellation)
    {
        var copy = (PolicyDocument)db.Entry(document).CurrentValues.ToObject();
        await AddChangesAsync(copy, cancellation);
        return copy;
    }

    /// <summary>Puts the draft into the record, with its issuing bodies and the repealing document looked up.</summary>
    internal async Task<Outcome> WriteAsync(PolicyDocument document, PolicyDraft draft, CancellationToken cancellation)
    {
        Copy(document, draft);
        document.UpdatedAt = time.UtcNow;
        if (document.State == PublicationState.Published && draft.Openness == Openness.Closed)
            return Outcome.Refused(nameof(PolicyDraft.Openness), "文件正在公开，须先撤回，才能改为不予公开。");
        if (await RepealAsync(document, draft, cancellation) is { IsDone: false } refused) return refused;
        if (await IssueAsync(document, draft, cancellation) is { IsDone: false } unknown) return unknown;
        if (await RelateAsync(document, draft, cancellation) is { IsDone: false } unrelated) return unrelated;
        var carried = await keywords.ResolveAsync(draft.Keywords, cancellation);
        if (!carried.IsDone) return Outcome.Refused(carried.Refusals);
        document.Keywords = carried.Value.Length == 0 ? null : carried.Value;
        document.RefreshSearchText();
        return Outcome.Done;
    }

    private async Task<Outcome> RepealAsync(PolicyDocument document, PolicyDraft draft, CancellationToken cancellation)
    {
        document.RepealedById = null;
        if (draft.RepealedByText is not { } text) return Outcome.Done;
        var acting = await IdOfAsync(text, cancellation);
        if (acting is not null && acting == document.Id) return Outcome.Refused(nameof(PolicyDraft.RepealedByText), "废止文件不能是本文件。");
        document.RepealedById = acting;
        return Outcome.Done;
    }

    /// <summary>The document that a number, index number or title names; null where the library has none.</summary>
    internal async Task<int?> IdOfAsync(string text, CancellationToken cancellation)
    {
        var number = DocumentNumbers.Normalize(text);
        var found = await db.PolicyDocuments.Where(d => d.IndexNumber == text || d.Number == number || d.Title == text)
            .OrderBy(d => d.Id).Select(d => new { d.Id }).FirstOrDefaultAsync(cancellation);
        return found?.Id;
    }

    private async Task<Outcome> RelateAsync(PolicyDocument document, PolicyDraft draft, CancellationToken cancellation)
    {
        var wanted = new HashSet<(int ToId, PolicyRelationKind Kind)>();
        foreach (var line in RelationLine.Read(draft.RelationsText).Lines)
        {
            if (await IdOfAsync(line.Target, cancellation) is not { } id) return Outcome.Refused(nameof(PolicyDraft.RelationsText), $"政策库里没有“{line.Target}”。请核对文号、索引号或标题。");
            if (id == document.Id) return Outcome.Refused(nameof(PolicyDraft.RelationsText), "关系的另一方不能是本文件。");
            wanted.Add((id, line.Kind));
        }
        foreach (var former in document.Relations.Where(r => !wanted.Contains((r.ToId, r.Kind))).ToList())
        {
            if (db.Entry(document).State != EntityState.Detached) db.Remove(former);
            document.Relations.Remove(former);
        }
        foreach (var (id, kind) in wanted.Where(w => document.Relations.TrueForAll(r => r.ToId != w.ToId || r.Kind != w.Kind)))
            document.Relations.Add(new PolicyRelation { FromId = document.Id, ToId = id, Kind = kind });
        return Outcome.Done;
    }

    private async Task<Outcome> IssueAsync(PolicyDocument document, PolicyDraft draft, CancellationToken cancellation)
    {
        var known = await db.IssuingBodies.Where(b => draft.Issuers.Contains(b.Name)).ToDictionaryAsync(b => b.Name, cancellation);
        var unknown = draft.Issuers.Where(n => !known.ContainsKey(n)).ToList();
        if (unknown.Count > 0)
            return Outcome.Refused(nameof(PolicyDraft.Issuers), $"机关名录里没有“{string.Join("”“", unknown)}”。请核对全称，或勾选“加入机关名录”。");
        var bodies = draft.Issuers.Select(n => known[n]).ToList();
        foreach (var former in document.Issuers.Where(i => bodies.TrueForAll(b => b.Id != i.IssuingBodyId)).ToList()) Sever(document, former);
        foreach (var (body, position) in bodies.Select((body, i) => (body, i)))
        {
            if (document.Issuers.Find(i => i.IssuingBodyId == body.Id) is { } present) present.Position = position;
            else document.Issuers.Add(new PolicyIssuer { IssuingBodyId = body.Id, Body = body, Position = position });
        }
        document.IssuersText = string.Join('、', draft.Issuers);
        return Outcome.Done;
    }

    /// <summary>A severed row of a restricting relation must be removed by name; a copy has no rows.</summary>
    private void Sever(PolicyDocument document, PolicyIssuer former)
    {
        if (db.Entry(document).State != EntityState.Detached) db.Remove(former);
        document.Issuers.Remove(former);
    }

    private async Task AddChangesAsync(PolicyDocument copy, CancellationToken cancellation)
    {
        if (copy.Pending is not { } pending) return;
        var changedAt = copy.UpdatedAt;
        // a body or a document that is gone meanwhile is named when it is published
        _ = await WriteAsync(copy, DraftJson.Read<PolicyDraft>(pending), cancellation);
        copy.UpdatedAt = changedAt;
    }

    /// <summary>A kept draft as a record that is in no database.</summary>
    internal static PolicyDocument Unkept(PolicyDraft draft)
    {
        var document = new PolicyDocument
        {
            IndexNumber = "",
            Slug = "",
            Title = "",
            IsExternal = draft.IsExternal,
            Topic = draft.Topic,
            Openness = draft.Openness,
            Summary = "",
            Body = "",
            CreatedAt = default,
            UpdatedAt = default,
        };
        Copy(document, draft);
        document.IssuersText = string.Join('、', draft.Issuers);
        return document;
    }

    /// <summary>Makes an untracked record what it was in an earlier version. What is more closed, then or now, stays so; so does the repeal known today.</summary>
    internal static void Return(PolicyDocument document, PolicyDraft draft)
    {
        var (openness, repealedOn, repealedBy) = (document.Openness, document.RepealedOn, document.RepealedByText);
        Copy(document, draft);
        document.IssuersText = string.Join('、', draft.Issuers);
        if (openness > document.Openness) document.Openness = openness;
        (document.RepealedOn, document.RepealedByText) = (repealedOn ?? document.RepealedOn, repealedBy ?? document.RepealedByText);
    }

    /// <summary>What stands in the draft as it stands in the record.</summary>
    private static void Copy(PolicyDocument document, PolicyDraft draft)
    {
        document.Title = draft.Title;
        document.Number = PolicyRules.NumberOf(draft);
        document.RegistrationNumber = draft.RegistrationNumber;
        document.IsExternal = draft.IsExternal;
        document.IssuedOn = draft.IssuedOn;
        if (draft.IsExternal) document.ReleasedOn = draft.ReleasedOn;
        else if (document.PublishedAt is null) document.ReleasedOn = null;
        document.EffectiveOn = draft.EffectiveOn;
        document.ExpiresOn = draft.ExpiresOn;
        document.Topic = draft.Topic;
        document.Genre = draft.Genre;
        document.Audience = draft.Audience;
        document.Keywords = draft.Keywords;
        document.Openness = draft.Openness;
        document.OpennessBasis = draft.OpennessBasis;
        document.RelationsText = draft.RelationsText;
        (document.CardWho, document.CardConditions, document.CardBenefit, document.CardUntil, document.CardHow) =
            (draft.CardWho, draft.CardConditions, draft.CardBenefit, draft.CardUntil, draft.CardHow);
        document.Summary = draft.Summary;
        document.Body = draft.Body;
        document.Source = draft.Source;
        document.RetrievedOn = draft.RetrievedOn;
        document.Correction = draft.Correction;
        document.RepealedOn = draft.RepealedOn;
        document.RepealedByText = draft.RepealedByText;
    }

    internal static IReadOnlyList<EditedField> Fields(PolicyDocument document) =>
    [
        new(nameof(PolicyDraft.Title), "标题", document.Title),
        new(nameof(PolicyDraft.Issuers), "发文机关", document.IssuersText),
        new(nameof(PolicyDraft.Number), "文号", document.Number),
        new(nameof(PolicyDraft.RegistrationNumber), "统一登记号", document.RegistrationNumber),
        new(nameof(PolicyDraft.IsExternal), "其他机关的文件", document.IsExternal ? "是" : "否"),
        new(nameof(PolicyDraft.Topic), "主题分类", document.Topic.Word()),
        new(nameof(PolicyDraft.Openness), "公开属性", document.Openness.Word()),
        new(nameof(PolicyDraft.Genre), "体裁分类", document.Genre?.Word()),
        new(nameof(PolicyDraft.Audience), "服务对象", document.Audience?.Word()),
        new(nameof(PolicyDraft.Keywords), "主题词", document.Keywords),
        new(nameof(PolicyDraft.OpennessBasis), "公开属性的依据", document.OpennessBasis),
        new(nameof(PolicyDraft.RelationsText), "与其他文件的关系", document.RelationsText),
        new(nameof(PolicyDraft.CardWho), "卡片：谁", document.CardWho),
        new(nameof(PolicyDraft.CardConditions), "卡片：什么条件", document.CardConditions),
        new(nameof(PolicyDraft.CardBenefit), "卡片：给什么", document.CardBenefit),
        new(nameof(PolicyDraft.CardUntil), "卡片：何时止", document.CardUntil),
        new(nameof(PolicyDraft.CardHow), "卡片：怎么办", document.CardHow),
        new(nameof(PolicyDraft.IssuedOn), "成文日期", Day(document.IssuedOn)),
        new(nameof(PolicyDraft.ReleasedOn), "发布日期", Day(document.ReleasedOn)),
        new(nameof(PolicyDraft.EffectiveOn), "施行日期", Day(document.EffectiveOn)),
        new(nameof(PolicyDraft.ExpiresOn), "有效期至", Day(document.ExpiresOn)),
        new(nameof(PolicyDraft.RepealedOn), "废止日期", Day(document.RepealedOn)),
        new(nameof(PolicyDraft.RepealedByText), "废止文件", document.RepealedByText),
        new(nameof(PolicyDraft.Summary), "内容概述", document.Summary),
        new(nameof(PolicyDraft.Body), "正文", document.Body),
        new(nameof(PolicyDraft.Source), "来源", document.Source),
        new(nameof(PolicyDraft.RetrievedOn), "查阅日期", Day(document.RetrievedOn)),
        new(nameof(PolicyDraft.Correction), "更正说明", document.Correction),
    ];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
