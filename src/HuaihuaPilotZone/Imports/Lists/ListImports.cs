using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Imports.Sheets;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Imports.Lists;

/// <summary>Export lists with their orders: each order becomes a draft of the enterprise.</summary>
internal sealed class ListImports(
    PortalDbContext db, CustomsTablesSource tables, DeclarationCheck check, DeclarationService declarations, Prefill prefill, ListNumbers used, ChinaTime time) : ImportKind
{
    public const string KindName = "lists";

    /// <summary>Said of the profile and not of a row; the draft says it again.</summary>
    private const string ProfileRule = "PROFILE-001";

    private const string HeaderRule = "IMPORT-001";
    private const string NoteRule = "IMPORT-002";
    private const string UndoReason = "整批撤回导入";

    private readonly Dictionary<(int Enterprise, string Mode), PrefilledDocument> _known = [];

    public override string Name => KindName;

    public override string Title => "出口清单";

    public override string ResultWord => "草稿";

    public override IReadOnlyList<ImportVariant> Variants { get; } =
        [new("9610", "9610 电子商务"), new("9710", "9710 跨境电商 B2B 直接出口"), new("9810", "9810 跨境电商出口海外仓")];

    public override IReadOnlyList<TargetColumn> Columns => ListColumns.All;

    public override string? KeyColumn => ListColumns.Key;

    public override int MostRows => FieldMap.MaxLines;

    public override IReadOnlyList<string> Landmarks { get; } = [ListColumns.Key, "/goods/gname"];

    public override bool IsShared(string column) => ListColumns.FieldOf(column) is { IsOfLine: false };

    public override string? Example(string column, string variant) => ListExample.Of(column, variant);

    public override bool IsNeeded(string column, string variant) => ListColumns.FieldOf(column)?.IsRequired(variant) == true;

    public override IReadOnlyList<string> Notes(string variant) => ListExample.Notes(variant);

    public override async Task<ImportReading> ReadingAsync(CancellationToken cancellation)
    {
        var snapshot = await tables.ReadAsync(cancellation);
        var today = time.Today;
        return new ImportReading(
            (column, text) => ListColumns.FieldOf(column) is { } field ? TypedCell.Read(field, text, snapshot, today) : text,
            file => ListMessages.Read(file, snapshot, today));
    }

    public override async Task<IReadOnlyList<CheckedGroup>> CheckAsync(ImportContext context, IReadOnlyList<ImportedGroup> groups, CancellationToken cancellation)
    {
        var known = ExportList.From((await KnownAsync(context, cancellation)).Document);
        var snapshot = await tables.ReadAsync(cancellation);
        var transmission = await check.TransmissionAsync(context.EnterpriseId!.Value, cancellation);
        var lists = groups.Select(g => (g.Key, List: ListAssembler.Assemble(known, g.Rows), g.Rows)).ToList();
        var numbers = await used.ReadAsync(context.EnterpriseId.Value, [.. lists.Select(l => l.List.Document)], transmission, cancellation);
        return [.. lists.Select(l => new CheckedGroup(l.Key, [.. Problems(l.List, l.Rows, snapshot, numbers.For(l.Key))]))];
    }

    public override Task PrepareAsync(CancellationToken cancellation) => declarations.EnsureNumbersAsync(cancellation);

    public override async Task<string> CommitAsync(ImportContext context, ImportedGroup group, CancellationToken cancellation)
    {
        var known = await KnownAsync(context, cancellation);
        var document = ListAssembler.Assemble(ExportList.From(known.Document), group.Rows).Document.ToDocument();
        var note = string.Create(CultureInfo.InvariantCulture, $"导入自“{context.FileName}”第 {group.Rows[0].Number} 行");
        var draft = await declarations.AddDraftAsync(
            context.EnterpriseId!.Value, DocumentKind.List, new PrefilledDocument(document, known.Origins), new DraftOrigin("导入时选定", null, note), cancellation);
        return draft.Number.ToString();
    }

    public override async Task<bool> UndoAsync(ImportContext context, string result, CancellationToken cancellation)
    {
        if (!DeclarationNumber.TryParse(result, null, out var number)) return false;
        var enterprise = context.EnterpriseId!.Value;
        var draft = await db.Declarations.AsNoTracking().Where(d => d.Number == number && d.EnterpriseId == enterprise)
            .Select(d => new { d.Id, d.State, d.Version }).SingleOrDefaultAsync(cancellation);
        if (draft is null) return false;
        if (draft.State == DeclarationState.Withdrawn) return true;
        if (draft is not { State: DeclarationState.Draft, Version: 1 } || await db.Attachments.AnyAsync(a => a.DeclarationId == draft.Id, cancellation)) return false;
        return (await declarations.WithdrawAsync(enterprise, number, draft.Version, UndoReason, cancellation)).IsDone;
    }

    public override string AddressOf(string result) => $"/enterprise/declarations/{result}";

    private async Task<PrefilledDocument> KnownAsync(ImportContext context, CancellationToken cancellation)
    {
        var key = (context.EnterpriseId!.Value, context.Variant);
        if (_known.TryGetValue(key, out var known)) return known;
        return _known[key] = await prefill.NewAsync(key.Item1, DocumentKind.List, context.Variant, cancellation);
    }

    private IEnumerable<RowProblem> Problems(AssembledList list, IReadOnlyList<ImportedRow> rows, CustomsTables snapshot, IDocumentLookups lookups)
    {
        foreach (var finding in PreChecker.Run(list.Document, snapshot, time.Today, lookups).Findings.Where(f => f.RuleId != ProfileRule))
        {
            var (row, column) = list.PlaceOf(finding.Path);
            var suggestion = finding.Proposal is { } proposal && proposal.Path == finding.Path ? proposal.Value ?? "" : null;
            yield return new RowProblem(row, column, finding.Value, finding.RuleId, finding.Severity == Severity.MustFix, finding.Title, finding.Reason, suggestion)
            {
                Choices = [.. finding.Alternatives.Where(a => a.Path == finding.Path).Select(a => a.Value ?? "")],
            };
        }

        foreach (var d in list.Differences)
            yield return new RowProblem(d.RowNumber, d.Column, d.Value, HeaderRule, true, "同一订单前后不一致", $"同一订单的第一行写的是“{d.First}”，这一行是“{d.Value}”。", d.First);
        foreach (var row in rows.Where(r => r.Note is not null)) yield return new RowProblem(row.Number, null, null, NoteRule, false, "报文带入说明", row.Note!, null);
    }
}
