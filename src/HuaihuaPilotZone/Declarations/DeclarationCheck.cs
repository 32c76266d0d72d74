using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Repairs;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Receipts;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Enterprises.Vault;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>What a check said, and the tables it was made with.</summary>
/// <param name="Basis">Everything else that went into the check, so that it can be run again.</param>
public sealed record CheckedDocument(CustomsDocument Document, PreCheckResult Result, CustomsTables Tables, CheckBasis Basis)
{
    private RepairAnswer? _repairs;

    /// <summary>The fewest changes that resolve what contradicts itself; looked for when first asked.</summary>
    public RepairAnswer Repairs => _repairs ??= RepairFinder.Find(Document, Result, Tables, Basis.Today, Basis.Lookups);
}

/// <summary>What a new document takes from its enterprise.</summary>
/// <param name="Transmission">The company that sends; null without a filing profile.</param>
internal sealed record FilingSender(bool IsDemonstration, Transmission? Transmission);

/// <summary>What whoever checks knows already, so that it is not asked for each document.</summary>
/// <param name="Transmission">The company that sends; null for none.</param>
/// <param name="Beside">Drafts of the same enterprise that are added in the same act.</param>
/// <param name="Others">What others hold of their numbers; null to ask for each.</param>
internal sealed record KnownBefore(TablesEdition Edition, Transmission? Transmission, IReadOnlyList<CheckedDraft> Beside, OtherNumbers? Others = null);

/// <summary>Gathers what the pure pre-check needs (tables, other documents' numbers, the filing profile) and runs it.</summary>
public sealed class DeclarationCheck(PortalDbContext db, CustomsTablesSource tables, ReturnHolds holds, ReceiptLists receipts, LoadingFacts loadings, ChinaTime time)
{
    /// <summary>A carrier may use a waybill number again after this time.</summary>
    internal const int WaybillMonths = 6;

    private static readonly HotQuery<Func<PortalDbContext, int, CancellationToken, Task<Transmission?>>> _transmission = new(() => EF.CompileAsyncQuery(
        (PortalDbContext db, int enterpriseId, CancellationToken _) => db.FilingProfiles.Where(p => p.EnterpriseId == enterpriseId)
            .Select(p => new Transmission(p.TransmissionCode, p.TransmissionName, p.DxpId)).SingleOrDefault()));

    private static readonly HotQuery<Func<PortalDbContext, int, CancellationToken, Task<FilingSender>>> _sender = new(() => EF.CompileAsyncQuery(
        (PortalDbContext db, int enterpriseId, CancellationToken _) => db.Enterprises.Where(e => e.Id == enterpriseId)
            .Select(e => new FilingSender(
                e.IsDemonstration, e.FilingProfile == null ? null : new Transmission(e.FilingProfile.TransmissionCode, e.FilingProfile.TransmissionName, e.FilingProfile.DxpId)))
            .Single()));

    // a number that is not asked for is empty, and no document has an empty one
    private static readonly HotQuery<Func<PortalDbContext, int, int, string, string, string, string, DateTime, IAsyncEnumerable<OtherDocument>>> _others = new(() => EF.CompileAsyncQuery(
        (PortalDbContext db, int id, int enterpriseId, string platform, string order, string carrier, string waybill, DateTime since) => db.Declarations.AsNoTracking()
            .Where(d => d.PlatformCode == platform && d.OrderNo == order && d.Id != id && d.State != DeclarationState.Withdrawn && (d.EnterpriseId == enterpriseId || d.State != DeclarationState.Draft))
            .OrderBy(d => d.Id).Select(d => new OtherDocument { HasOrder = true, EnterpriseId = d.EnterpriseId, Number = d.Number }).Take(1)
            .Concat(db.Declarations.AsNoTracking()
                .Where(d => d.CarrierCode == carrier && d.WaybillNo == waybill && d.UpdatedAt >= since
                    && d.Id != id && d.State != DeclarationState.Withdrawn && (d.EnterpriseId == enterpriseId || d.State != DeclarationState.Draft))
                .OrderBy(d => d.Id).Select(d => new OtherDocument { HasOrder = false, EnterpriseId = d.EnterpriseId, Number = d.Number }).Take(1))));

    public async Task<CheckedDocument> RunAsync(Declaration declaration, CustomsDocument document, CancellationToken cancellation)
    {
        var known = new KnownBefore(await tables.CurrentAsync(cancellation), await TransmissionAsync(declaration.EnterpriseId, cancellation), []);
        return await RunAsync(declaration, document, known, cancellation);
    }

    /// <summary>Checks with what the caller has asked for already.</summary>
    internal async Task<CheckedDocument> RunAsync(Declaration declaration, CustomsDocument document, KnownBefore known, CancellationToken cancellation)
    {
        var snapshot = known.Edition.With(tables.Settings);
        var lookups = await LookUpAsync(declaration, DeclarationProjection.Of(document), known, cancellation);
        var basis = new CheckBasis(known.Edition.Number, time.Today, lookups, tables.Settings);
        var result = PreChecker.Run(document, snapshot, time.Today, lookups);
        foreach (var finding in result.Findings) PortalMeter.Found(finding.RuleId);
        return new CheckedDocument(document, result, snapshot, basis);
    }

    /// <summary>The tables of today.</summary>
    internal Task<TablesEdition> EditionAsync(CancellationToken cancellation) => tables.CurrentAsync(cancellation);

    /// <summary>The company that sends, from the enterprise's filing profile.</summary>
    public Task<Transmission?> TransmissionAsync(int enterpriseId, CancellationToken cancellation) => _transmission.For(db)(db, enterpriseId, cancellation);

    /// <summary>What a new document takes from its enterprise, in one question.</summary>
    internal Task<FilingSender> SenderAsync(int enterpriseId, CancellationToken cancellation) => _sender.For(db)(db, enterpriseId, cancellation);

    /// <summary>What others hold of the numbers of new documents of an enterprise.</summary>
    internal Task<OtherNumbers> OthersAsync(int enterpriseId, IEnumerable<CustomsDocument> documents, CancellationToken cancellation) =>
        OtherNumbers.ReadAsync(db, enterpriseId, [.. documents.Select(DeclarationProjection.Of)], time.UtcNow.AddMonths(-WaybillMonths), cancellation);

    /// <summary>Special customs areas whose approval holds today.</summary>
    internal Task<IReadOnlyList<SpecialArea>> AreasAsync(CancellationToken cancellation) => tables.AreasAsync(time.Today, cancellation);

    private async Task<CheckLookups> LookUpAsync(Declaration declaration, DeclarationProjection document, KnownBefore known, CancellationToken cancellation)
    {
        var (order, waybill) = known.Others is { } others ? others.Of(document) : await OthersAsync(declaration, document, cancellation);
        order ??= Beside(d => document.OrderNo is not null && d.OrderNo == document.OrderNo && d.PlatformCode == document.PlatformCode && d.PlatformCode is not null);
        waybill ??= Beside(d => document.WaybillNo is not null && d.WaybillNo == document.WaybillNo && d.CarrierCode == document.CarrierCode && d.CarrierCode is not null);
        var loading = declaration.Id == 0 || declaration.Kind.Facts().IsApplication ? null : await loadings.OfAsync(declaration.Id, cancellation);
        var lapsed = declaration.Id == 0 || declaration.Kind.Facts().IsApplication ? null : await LapsedAsync(declaration.Id, cancellation);
        var lookups = new CheckLookups(order, waybill, known.Transmission, Loading: loading, LapsedPapers: lapsed);
        return lookups.With(await SourcesAsync(declaration, cancellation));

        string? Beside(Func<Declaration, bool> has) => known.Beside.FirstOrDefault(d => has(d.Declaration))?.Declaration.Number.ToString();
    }

    /// <summary>Papers that go with the document and are not valid today; null for none.</summary>
    private async Task<IReadOnlyList<LapsedPaper>?> LapsedAsync(int declarationId, CancellationToken cancellation)
    {
        var today = time.Today;
        var lapsed = await db.Attachments.Where(a => a.DeclarationId == declarationId && (a.Document!.ValidTo < today || a.Document.ValidFrom > today)).OrderBy(a => a.Id).Take(AttachmentService.Most)
            .Select(a => new { a.Document!.Type, a.Document.Title, a.Document.ValidFrom, a.Document.ValidTo }).ToListAsync(cancellation);
        return lapsed.Count == 0 ? null : lapsed.ConvertAll(p => new LapsedPaper(p.Type.Word(), p.Title, p.Type == VaultType.CustomsProxy, p.ValidFrom, p.ValidTo));
    }

    /// <summary>The first other document with the order number, and the first with the waybill, in one question.</summary>
    private async Task<(string? Order, string? Waybill)> OthersAsync(Declaration declaration, DeclarationProjection document, CancellationToken cancellation)
    {
        var (asksOrder, asksWaybill) = (document is { PlatformCode: not null, OrderNo: not null }, document is { CarrierCode: not null, WaybillNo: not null });
        if (!asksOrder && !asksWaybill) return (null, null);
        var (platform, orderNo) = asksOrder ? (document.PlatformCode!, document.OrderNo!) : ("", "");
        var (carrier, waybillNo) = asksWaybill ? (document.CarrierCode!, document.WaybillNo!) : ("", "");
        var found = await _others.For(db)(db, declaration.Id, declaration.EnterpriseId, platform, orderNo, carrier, waybillNo, time.UtcNow.AddMonths(-WaybillMonths)).ToListAsync(cancellation);
        return (Name(hasOrder: true), Name(hasOrder: false));

        // another tenant's number is nobody else's business
        string? Name(bool hasOrder) =>
            found.Find(f => f.HasOrder == hasOrder) is not { } other ? null : other.EnterpriseId == declaration.EnterpriseId ? other.Number.ToString() : OtherNumbers.Somebody;
    }

    /// <summary>Documents as an application's rules look at them, in the order in which they were filed.</summary>
    /// <param name="declarationId">The application; what it has taken itself is not counted against it.</param>
    internal async Task<IReadOnlyList<SourceDocument>> SourcesAsync(IReadOnlyList<int> ids, int declarationId, CancellationToken cancellation)
    {
        var filed = await db.Declarations.AsNoTracking().Where(d => ids.Contains(d.Id)).OrderBy(d => d.Id).Take(ids.Count).ToListAsync(cancellation);
        var numbers = await receipts.ListNumbersAsync(ids, cancellation);
        var sources = new List<SourceDocument>();
        foreach (var source in filed)
        {
            sources.Add(new SourceDocument(source.Number.ToString(), source.Read())
            {
                Returned = filed.Count == 1 ? await holds.TakenAsync(source.Id, declarationId, cancellation) : [],
                InvtNo = numbers.GetValueOrDefault(source.Id),
                IsAccepted = source.CustomsState == CustomsState.NoReceipt ? null : source.CustomsState is CustomsState.Accepted or CustomsState.Released or CustomsState.Closed,
            });
        }
        return sources;
    }

    /// <summary>What an application was made from, as it is now; empty for other documents.</summary>
    internal async Task<IReadOnlyList<SourceDocument>> SourcesAsync(Declaration declaration, CancellationToken cancellation)
    {
        if (!declaration.Kind.Facts().IsApplication) return [];
        var ids = declaration.Id == 0
            ? declaration.Sources.ConvertAll(s => s.SourceId)
            : await db.DeclarationSources.Where(s => s.DeclarationId == declaration.Id).OrderBy(s => s.Id).Select(s => s.SourceId).Take(declaration.Kind.Facts().MostSources).ToListAsync(cancellation);
        return await SourcesAsync(ids, declaration.Id, cancellation);
    }

    /// <summary>Another document with a number of this one.</summary>
    private sealed record OtherDocument
    {
        public required bool HasOrder { get; init; }

        public required int EnterpriseId { get; init; }

        public required DeclarationNumber Number { get; init; }
    }
}
