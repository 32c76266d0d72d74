using HuaihuaPilotZone.Common;
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
    PortalDbContext db, CustomsTablesSource tables, DeclarationCheck check, DeclarationService declarations, DraftMaker drafts, KnownLists known, ListNumbers used, ChinaTime time) : ImportKind
{
    public const string KindName = "lists";

    private const string UndoReason = "整批撤回导入";

    public override string Name => KindName;

    public override string Title => "出口清单";

    public override string ResultWord => "草稿";

    public override IReadOnlyList<ImportVariant> Variants { get; } =
        [new("9610", "9610 电子商务"), new("9710", "9710 跨境电商 B2B 直接出口"), new("9810", "9810 跨境电商出口海外仓"), new(ModeChooser.Bonded, "1210 保税电商（特殊区域）")];

    public override IReadOnlyList<TargetColumn> Columns => ListColumns.All;

    public override string? KeyColumn => ListColumns.Key;

    public override int MostRows => FieldMap.MaxLines;

    public override int GroupsAtATime => 50;

    public override IReadOnlyList<string> Landmarks { get; } = [ListColumns.Key, "/goods/gname"];

    public override string? OnceColumn => ListColumns.Waybill;

    public override string? OnceOf(Func<string, string?> cell) => cell(ListColumns.Waybill) is { } waybill ? $"{cell(ListColumns.Carrier)} {waybill}" : null;

    public override bool IsShared(string column) => ListColumns.FieldOf(column) is { IsOfLine: false };

    public override string? Example(string column, string variant) => ListExample.Of(column, variant);

    public override bool IsNeeded(string column, string variant) => ListColumns.FieldOf(column)?.IsRequired(variant) == true;

    public override IReadOnlyList<string> Notes(string variant) => ListExample.Notes(variant);

    public override async Task<IReadOnlyList<ImportVariant>> OpenVariantsAsync(CancellationToken cancellation)
    {
        var open = ModeChooser.OpenModes(await check.AreasAsync(cancellation));
        return [.. Variants.Where(v => open.Contains(v.Name))];
    }

    public override bool IsOffered(string column, string variant) => ListColumns.FieldOf(column)?.IsUsed(variant) == true;

    public override async Task<ImportReading> ReadingAsync(CancellationToken cancellation)
    {
        var snapshot = await tables.ReadAsync(cancellation);
        var today = time.Today;
        return new ImportReading(
            (column, text) => ListColumns.FieldOf(column) is { } field ? PersonNumbers.Hide(field, TypedCell.Read(field, text, snapshot, today))! : text,
            file => ListMessages.Read(file, snapshot, today));
    }

    public override async Task<IReadOnlyList<CheckedGroup>> CheckAsync(ImportContext context, IReadOnlyList<ImportedGroup> groups, CancellationToken cancellation)
    {
        var start = ExportList.From((await known.ReadAsync(context, cancellation)).Document);
        var snapshot = await tables.ReadAsync(cancellation);
        var transmission = await check.TransmissionAsync(context.EnterpriseId!.Value, cancellation);
        var lists = groups.Select(g => (g.Key, List: ListAssembler.Assemble(start, g.Rows), g.Rows)).ToList();
        var numbers = await used.ReadAsync(context.EnterpriseId.Value, [.. lists.Select(l => l.List.Document)], transmission, cancellation);
        return [.. lists.Select(l => new CheckedGroup(l.Key, [.. ListProblems.Of(l.List, l.Rows, PreChecker.Run(l.List.Document, snapshot, time.Today, numbers.For(l.Key)).Findings)]))];
    }

    public override Task PrepareAsync(CancellationToken cancellation) => drafts.EnsureNumbersAsync(cancellation);

    public override async Task<string?> CommitAsync(ImportContext context, ImportedGroup group, CancellationToken cancellation) => (await CommitAllAsync(context, [group], cancellation))[0];

    public override async Task<IReadOnlyList<string?>> CommitAllAsync(ImportContext context, IReadOnlyList<ImportedGroup> groups, CancellationToken cancellation)
    {
        var start = await known.ReadAsync(context, cancellation);
        var list = ExportList.From(start.Document);
        var made = groups.Select(g => new MadeDraft(
            DocumentKind.List, new PrefilledDocument(ListAssembler.Assemble(list, g.Rows).Document.ToDocument(), start.Origins), new DraftOrigin("导入时选定", null, ListProblems.OriginOf(context, g))));
        var added = await drafts.AddAsync(context.EnterpriseId!.Value, [.. made], await tables.CurrentAsync(cancellation), cancellation);
        return [.. added.Select(d => d.Declaration.Number.ToString())];
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
}
