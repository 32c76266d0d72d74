using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Declarations.Review;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>Demonstration filings of two demonstration enterprises, made by the same acts that people use; and a demonstration rate.</summary>
internal sealed class DeclarationsSeed(
    PortalDbContext db, DeclarationService declarations, ApplicationService applications, ReviewService review, CustomsTablesService tables, TableRevisions revisions, NumberGiver numbers,
    ChinaTime time) : RoomSeed
{
    private const string Luggage = "91431299MA0000015J";
    private const string Tea = "91431299MA0000023D";

    public override int Order => 30;

    public override async Task EnsureReferenceAsync(CancellationToken cancellation)
    {
        await numbers.EnsureAsync(CustomsTablesSource.Stamp, cancellation);
        await revisions.EnsureAsync(cancellation);
        // reasons are retired, never deleted: a library that was filled once is not empty again
        if (await db.ReviewReasons.AnyAsync(cancellation)) return;
        db.ReviewReasons.AddRange(FirstReasons.Make());
        await db.SaveChangesAsync(cancellation);
    }

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        if (await db.Declarations.AnyAsync(cancellation)) return;
        await tables.AddRateAsync("USD", 7.1m, new DateOnly(2026, 1, 1), "演示汇率，不是公布的汇率", cancellation);
        var luggage = await EnterpriseAsync(Luggage, cancellation);
        var tea = await EnterpriseAsync(Tea, cancellation);
        await FileAsync(luggage, "9610", d => DemonstrationDocuments.WithMistakes(DemonstrationDocuments.Luggage(d, 1)), submit: false, cancellation);
        await FileAsync(luggage, "9610", d => DemonstrationDocuments.Luggage(d, 2), submit: false, cancellation);
        await FileAsync(luggage, "9610", d => DemonstrationDocuments.Luggage(d, 3), submit: true, cancellation);
        var returned = await FileAsync(luggage, "9610", d => DemonstrationDocuments.Luggage(d, 4), submit: true, cancellation);
        await AnswerAsync(returned, (d, c) => review.ReturnAsync(d.Number, d.Version, [new ReturnReason("/goods/0/gmodel", "请写明箱面材质和尺寸。"), new ReturnReason("/packNo", "与装箱单的 15 件不一致，请核对。")], null, null, c), cancellation);
        await DeclareAsync(tea, cancellation);
        await FileAsync(tea, "9810", d => DemonstrationDocuments.Tea(d, 11), submit: true, cancellation);
        var passed = await FileAsync(tea, "9710", d => DemonstrationDocuments.Tea(d, 12), submit: true, cancellation);
        if ((await FindAsync(passed, cancellation)).State != DeclarationState.Submitted) return; // review is switched off
        await AnswerAsync(passed, (d, c) => review.PassAsync(d.Number, d.Version, null, c), cancellation);
        var exported = await FileAsync(tea, "9710", d => DemonstrationDocuments.Tea(d, 13), submit: true, cancellation);
        await AnswerAsync(exported, (d, c) => review.PassAsync(d.Number, d.Version, null, c), cancellation);
        await AnswerAsync(exported, (d, c) => declarations.HandOverAsync(tea, d.Number, d.Version, time.Today, null, c), cancellation);
        await SaveAsync(tea, (await applications.OpenAsync(tea, DocumentKind.ExportReturn, [exported], cancellation)).Value, DemonstrationDocuments.Return, cancellation);
    }

    private async Task DeclareAsync(int enterpriseId, CancellationToken cancellation)
    {
        var opened = await declarations.OpenAsync(enterpriseId, new NewDeclaration("9710", DocumentKind.CustomsDeclaration, "演示数据", null), cancellation);
        await SaveAsync(enterpriseId, opened.Value, DemonstrationDocuments.Declaration, cancellation);
    }

    private async Task SaveAsync(int enterpriseId, DeclarationNumber number, Func<CustomsDocument, CustomsDocument> fill, CancellationToken cancellation)
    {
        var draft = await FindAsync(number, cancellation);
        await declarations.SaveAsync(enterpriseId, number, new DraftChange(draft.Version, fill(draft.Read())), cancellation);
    }

    private Task<int> EnterpriseAsync(string creditCode, CancellationToken cancellation) =>
        db.Enterprises.Where(e => e.CreditCode == creditCode).Select(e => e.Id).SingleAsync(cancellation);

    private async Task<DeclarationNumber> FileAsync(int enterpriseId, string mode, Func<ExportList, ExportList> fill, bool submit, CancellationToken cancellation)
    {
        var number = (await declarations.OpenAsync(enterpriseId, new NewDeclaration(mode, DocumentKind.List, "演示数据", null), cancellation)).Value;
        var draft = await FindAsync(number, cancellation);
        var saved = await declarations.SaveAsync(enterpriseId, number, new DraftChange(draft.Version, fill(ExportList.From(draft.Read())).ToDocument()), cancellation);
        if (!submit) return number;
        var outcome = await declarations.SubmitAsync(enterpriseId, number, saved.Declaration!.Version, cancellation);
        return outcome.IsDone ? number : throw new InvalidOperationException($"The demonstration filing {number} was refused: {outcome.Refusals[0].Message} {string.Join("; ", saved.Check!.Result.Findings.Select(f => f.RuleId + " " + f.Path + " " + f.Reason))}");
    }

    private async Task AnswerAsync(DeclarationNumber number, Func<Declaration, CancellationToken, Task<Outcome>> answer, CancellationToken cancellation)
    {
        var outcome = await answer(await FindAsync(number, cancellation), cancellation);
        if (!outcome.IsDone) throw new InvalidOperationException($"The demonstration answer to {number} was refused: {outcome.Refusals[0].Message}");
    }

    private Task<Declaration> FindAsync(DeclarationNumber number, CancellationToken cancellation) =>
        db.Declarations.AsNoTracking().SingleAsync(d => d.Number == number, cancellation);
}
