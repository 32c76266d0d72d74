using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Tables;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>A handed-over document that an application can be made from.</summary>
public sealed record SourceRow(DeclarationNumber Number, string? OrderNo, string? WaybillNo, string GoodsSummary, DateOnly? HandedOverOn, DocumentKind Kind, string? TradeMode);

/// <summary>Opens applications from what the enterprise handed over before, and names what belongs to them.</summary>
public sealed class ApplicationService(PortalDbContext db, DeclarationService declarations, DraftMaker drafts, DeclarationCheck check)
{
    private const int MostListed = 200;

    /// <summary>What an application of a kind can be made from, the newest first.</summary>
    /// <param name="query">Part of a number, order or waybill; null for all.</param>
    public async Task<IReadOnlyList<SourceRow>> ChoicesAsync(int enterpriseId, DocumentKind kind, string? query, CancellationToken cancellation)
    {
        if (kind.Facts().MadeFrom is not { } from) return [];
        var choices = db.Declarations.AsNoTracking().Where(d => d.EnterpriseId == enterpriseId && d.Kind == from && d.State == DeclarationState.HandedOver);
        if (SearchWord.Upper(query) is { } word) choices = choices.Where(d => d.SearchText.Contains(word));
        return await choices.OrderByDescending(d => d.Id).Take(MostListed)
            .Select(d => new SourceRow(d.Number, d.OrderNo, d.WaybillNo, d.GoodsSummary, d.HandedOverOn, d.Kind, d.TradeMode)).ToListAsync(cancellation);
    }

    /// <summary>Opens the draft of an application that refers to these documents of the enterprise.</summary>
    public async Task<Outcome<DeclarationNumber>> OpenAsync(int enterpriseId, DocumentKind kind, IReadOnlyList<DeclarationNumber> numbers, CancellationToken cancellation)
    {
        var chosen = await ChooseAsync(enterpriseId, kind, numbers, cancellation);
        if (!chosen.IsDone) return Outcome.Refused(chosen.Refusals);
        var sources = await check.SourcesAsync(chosen.Value, declarationId: 0, cancellation);
        var prefilled = ApplicationPrefill.Fill(kind.Schema(), sources);
        if (kind is DocumentKind.ExportReturn or DocumentKind.ReturnDeclaration && prefilled.Document.Goods.Count == 0) return Outcome.Refused("Sources", $"{numbers[0]} 的商品已经全部申请退回。");
        var kept = await KeepAsync(enterpriseId, kind, prefilled, chosen.Value, await check.EditionAsync(cancellation), cancellation);
        return kept.IsDone ? kept.Value.Declaration.Number : Outcome.Refused(kept.Refusals);
    }

    /// <summary>
    /// The document of a message with what no element of it can say: which item of the export declaration each line is, where the goods leave no doubt.
    /// </summary>
    /// <param name="declaration">The draft that it is to replace.</param>
    public async Task<CustomsDocument> CompleteAsync(Declaration declaration, CustomsDocument document, CancellationToken cancellation) =>
        Complete(document, await check.SourcesAsync(declaration, cancellation));

    /// <summary>Opens an application with a document that the enterprise's own system has made, as it is; one out of a message as <see cref="CompleteAsync"/> has it.</summary>
    /// <param name="isMessage">Whether it came as a message.</param>
    /// <param name="edition">The tables of today, which the document was read with.</param>
    public async Task<Outcome<CheckedDraft>> OpenAsync(
        int enterpriseId, DocumentKind kind, IReadOnlyList<DeclarationNumber> numbers, CustomsDocument document, bool isMessage, TablesEdition edition, CancellationToken cancellation)
    {
        var chosen = await ChooseAsync(enterpriseId, kind, numbers, cancellation);
        if (!chosen.IsDone) return Outcome.Refused(chosen.Refusals);
        if (isMessage) document = Complete(document, await check.SourcesAsync(chosen.Value, declarationId: 0, cancellation));
        return await KeepAsync(enterpriseId, kind, DeclarationService.AsSent(document), chosen.Value, edition, cancellation);
    }

    private async Task<Outcome<CheckedDraft>> KeepAsync(int enterpriseId, DocumentKind kind, PrefilledDocument document, List<int> sources, TablesEdition edition, CancellationToken cancellation)
    {
        var kept = await drafts.KeepAsync(enterpriseId, [new MadeDraft(kind, document, new DraftOrigin(kind.Facts().Purpose, null, null))], edition, cancellation, sources);
        return kept.IsDone ? kept.Value[0] : Outcome.Refused(kept.Refusals);
    }

    private static CustomsDocument Complete(CustomsDocument document, IReadOnlyList<SourceDocument> sources) =>
        document.Schema.Scope == DocumentScope.ReturnDeclaration && sources is [var source] ? SourceLines.Fill(document, source) : document;

    /// <summary>The documents that an application is made from, by id, if it can be made from them.</summary>
    private async Task<Outcome<List<int>>> ChooseAsync(int enterpriseId, DocumentKind kind, IReadOnlyList<DeclarationNumber> numbers, CancellationToken cancellation)
    {
        var facts = kind.Facts();
        if (facts.MadeFrom is not { } from) return Outcome.Refused("Kind", "请选择要办理的单证。");
        var wanted = numbers.Distinct().ToList();
        if (wanted.Count == 0) return Outcome.Refused("Sources", $"请选择{from.Word()}。");
        if (wanted.Count > facts.MostSources) return Outcome.Refused("Sources", $"{kind.Word()}一次最多选 {facts.MostSources} 份{from.Word()}。");
        var found = new List<Declaration>();
        foreach (var number in wanted)
        {
            if (await declarations.FindAsync(enterpriseId, number, cancellation) is not { } source) return Outcome.Refused("Sources", DeclarationService.Gone);
            if (source.Kind != from || source.State != DeclarationState.HandedOver) return Outcome.Refused("Sources", $"{number} 不是已移交的{from.Word()}，不能据此办理{kind.Word()}。");
            found.Add(source);
        }
        return found.ConvertAll(d => d.Id);
    }

    /// <summary>The documents that an application was made from, oldest first.</summary>
    public async Task<IReadOnlyList<SourceRow>> SourcesAsync(int declarationId, CancellationToken cancellation) =>
        await db.DeclarationSources.AsNoTracking().Where(s => s.DeclarationId == declarationId).OrderBy(s => s.SourceId).Take(DocumentKind.TotalsSheet.Facts().MostSources)
            .Select(s => new SourceRow(s.Source!.Number, s.Source.OrderNo, s.Source.WaybillNo, s.Source.GoodsSummary, s.Source.HandedOverOn, s.Source.Kind, s.Source.TradeMode)).ToListAsync(cancellation);

    /// <summary>For a return, the day on which its goods left as the list said; for one of a declaration, which says none, that of its handover; null otherwise.</summary>
    public async Task<DateOnly?> ExportedOnAsync(Declaration declaration, CancellationToken cancellation)
    {
        if (declaration.Kind is not (DocumentKind.ExportReturn or DocumentKind.ReturnDeclaration)) return null;
        var source = await db.DeclarationSources.AsNoTracking().Where(s => s.DeclarationId == declaration.Id).Select(s => s.Source!).FirstOrDefaultAsync(cancellation);
        return source?.Kind == DocumentKind.List ? TypedValue.DayOf(source.Read()[HeaderFields.IeDate]) : source?.HandedOverOn;
    }

    /// <summary>What customs will make of these lists when they are aggregated, and why.</summary>
    public async Task<AggregationPlan> PlanAsync(int enterpriseId, IReadOnlyList<DeclarationNumber> numbers, CancellationToken cancellation)
    {
        var wanted = numbers.Distinct().Take(DocumentKind.Aggregation.Facts().MostSources).ToList();
        var lists = await db.Declarations.AsNoTracking()
            .Where(d => d.EnterpriseId == enterpriseId && d.Kind == DocumentKind.List && wanted.Contains(d.Number)).OrderBy(d => d.Id).Take(wanted.Count).ToListAsync(cancellation);
        return AggregationPlan.Of([.. lists.Select(d => (d.Number.ToString(), d.Read()))]);
    }

    /// <summary>The applications that were made from a document, newest first.</summary>
    public async Task<IReadOnlyList<(DeclarationNumber Number, DocumentKind Kind, DeclarationState State)>> MadeFromAsync(int declarationId, CancellationToken cancellation)
    {
        var rows = await db.DeclarationSources.AsNoTracking().Where(s => s.SourceId == declarationId).OrderByDescending(s => s.DeclarationId).Take(MostListed)
            .Join(db.Declarations, s => s.DeclarationId, d => d.Id, (_, d) => new { d.Id, d.Number, d.Kind, d.State }).OrderByDescending(d => d.Id).ToListAsync(cancellation);
        return [.. rows.Select(r => (r.Number, r.Kind, r.State))];
    }
}
