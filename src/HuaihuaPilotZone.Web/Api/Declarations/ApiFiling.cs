using System.Globalization;
using System.Text.Json;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Receipts;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Web.Public.PreCheck;

namespace HuaihuaPilotZone.Web.Api.Declarations;

/// <summary>Stands between calls and the acts of the desk: content in, the same acts, an answer out. The enterprise comes from the key.</summary>
public sealed class ApiFiling(DeclarationService declarations, ApplicationService applications, HandoverFiles files, ReceiptIntake intake, ReceiptLists receipts, CustomsTablesSource tables, ChinaTime time)
{
    private const string SourceParameter = "source";
    private const string OneByOne = "退运报关单从原报关单新建，请逐份发送。";
    private const string NotADraft = "只有草稿和退回修改的预申报可以撤回；已提交的请在企业工作台办理。";

    /// <summary>Keeps a document as a new draft.</summary>
    /// <param name="source">For goods that come back, the number of the declaration that they left with.</param>
    public async Task<ApiAnswer> CreateAsync(int enterpriseId, ReadOnlyMemory<byte> body, string? source, CancellationToken cancellation)
    {
        var edition = await tables.CurrentAsync(cancellation);
        var sent = Read(body, edition);
        if (sent.Document is not { } document) return Unreadable(sent);
        var outcome = document.Schema.IsApplication
            ? await OpenReturnAsync(enterpriseId, document, sent.IsMessage, source, edition, cancellation)
            : await declarations.OpenAsync(enterpriseId, DocumentKinds.Of(document.Schema), document, edition, cancellation);
        return outcome.IsDone
            ? Show(StatusCodes.Status201Created, outcome.Value.Declaration, outcome.Value.Check, sent)
            : ApiProblem.Refused.Because(outcome.Refusals).ToAnswer();
    }

    /// <summary>Keeps many documents as new drafts, all or none.</summary>
    public async Task<ApiAnswer> CreateManyAsync(int enterpriseId, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var edition = await tables.CurrentAsync(cancellation);
        var sent = DocumentBatch.Read(body, edition.With(tables.Settings), time.Today);
        if (sent.Refusal is { } refusal) return Unreadable(refusal, sent.Problems);
        var wrong = sent.Documents.Select((d, i) => ApiProblemPoint.At(DocumentBatch.PathOf(i), WhyNot(d) ?? "")).Where(p => p.Message.Length > 0).ToList();
        if (wrong.Count > 0) return (ApiProblem.Unreadable with { Errors = wrong }).ToAnswer();
        var outcome = await declarations.OpenManyAsync(enterpriseId, [.. sent.Documents.Select(d => d.Document!)], edition, cancellation);
        return outcome.IsDone
            ? Json(DeclarationBatchAnswer.Of(outcome.Value, sent), StatusCodes.Status201Created)
            : ApiProblem.Refused.Because(outcome.Refusals).ToAnswer();
    }

    private static string? WhyNot(DocumentFile sent) => sent.Document is not { } document ? sent.Refusal : document.Schema.IsApplication ? OneByOne : null;

    private async Task<Outcome<CheckedDraft>> OpenReturnAsync(int enterpriseId, CustomsDocument document, bool isMessage, string? source, TablesEdition edition, CancellationToken cancellation)
    {
        if (!DeclarationNumber.TryParse(source, null, out var number)) return Outcome.Refused(SourceParameter, "退运报关单从已移交的报关单新建，请在地址的 source 参数里写那份报关单的申报单号。");
        var outcome = await applications.OpenAsync(enterpriseId, DocumentKinds.Of(document.Schema), [number], document, isMessage, edition, cancellation);
        return outcome.IsDone ? outcome : Outcome.Refused([.. outcome.Refusals.Select(r => r with { Field = SourceParameter })]);
    }

    public async Task<ApiAnswer> FindAsync(int enterpriseId, DeclarationNumber number, CancellationToken cancellation) =>
        await declarations.FindAsync(enterpriseId, number, cancellation) is { } declaration ? await ShowAsync(StatusCodes.Status200OK, declaration, cancellation) : ApiProblem.NotFound.ToAnswer();

    /// <summary>Puts a document in place of the present one; what is wrong with it is said, and saved all the same.</summary>
    public async Task<ApiAnswer> ReplaceAsync(int enterpriseId, DeclarationNumber number, int version, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(enterpriseId, number, cancellation) is not { } declaration) return ApiProblem.NotFound.ToAnswer();
        var sent = Read(body, await tables.CurrentAsync(cancellation));
        if (sent.Document is not { } document) return Unreadable(sent);
        if (DocumentKinds.Of(document.Schema) != declaration.Kind) return ApiProblem.Refused.Because("/kind", $"这份预申报是{declaration.Kind.Word()}，不能换成另一种单证。").ToAnswer();
        if (sent.IsMessage) document = await applications.CompleteAsync(declaration, document, cancellation);
        var saved = await declarations.SaveAsync(enterpriseId, number, new DraftChange(version, document), cancellation);
        if (saved.TheirVersion is not null) return ApiProblem.Changed.ToAnswer();
        return saved is { Declaration: { } now, Check: { } check }
            ? Show(StatusCodes.Status200OK, now, check, sent)
            : ApiProblem.Refused.Because(null, saved.Refusal!).ToAnswer();
    }

    public async Task<ApiAnswer> WithdrawAsync(int enterpriseId, DeclarationNumber number, int version, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(enterpriseId, number, cancellation) is not { } declaration) return ApiProblem.NotFound.ToAnswer();
        if (declaration.Version != version) return ApiProblem.Changed.ToAnswer();
        if (!declaration.State.IsEditable()) return ApiProblem.Refused.Because(null, NotADraft).ToAnswer();
        var outcome = await declarations.WithdrawAsync(enterpriseId, number, version, null, cancellation);
        return outcome.IsDone ? new ApiAnswer(StatusCodes.Status204NoContent, "") : await RefuseAsync(enterpriseId, number, version, outcome, cancellation);
    }

    public async Task<ApiAnswer> SubmitAsync(int enterpriseId, DeclarationNumber number, int version, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(enterpriseId, number, cancellation) is not { } declaration) return ApiProblem.NotFound.ToAnswer();
        if (declaration.Version != version) return ApiProblem.Changed.ToAnswer();
        var outcome = await declarations.SubmitAsync(enterpriseId, number, version, cancellation);
        return outcome.IsDone ? await FindAsync(enterpriseId, number, cancellation) : await RefuseAsync(enterpriseId, number, version, outcome, cancellation);
    }

    public async Task<ApiAnswer> ReceiptsAsync(int enterpriseId, DeclarationNumber number, CancellationToken cancellation) =>
        await declarations.FindAsync(enterpriseId, number, cancellation) is { } declaration
            ? Json(new ReceiptListAnswer([.. (await receipts.OfAsync(declaration.Id, cancellation)).Select(ReceiptAnswer.Of)], ReceiptListAnswer.Reminder))
            : ApiProblem.NotFound.ToAnswer();

    public async Task<ApiAnswer> TakeReceiptsAsync(int enterpriseId, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var outcome = await intake.TakeAsync(enterpriseId, body, cancellation);
        if (!outcome.IsDone) return ApiProblem.Refused.Because(outcome.Refusals.Select(r => r with { Field = "" })).ToAnswer();
        return Json(new TakenReceiptsAnswer(
            [.. outcome.Value.Receipts.Select(r => new TakenReceiptAnswer(r.Message, r.Status, r.Text, r.Next, r.Time, r.Number?.ToString(), r.IsNew, r.Moved))],
            [.. outcome.Value.Problems.Select(p => new ProblemAnswer(p.Line, p.Column, p.Place, p.Reason))], ReceiptListAnswer.Reminder));
    }

    /// <summary>One message of the document, or why there is none.</summary>
    public async Task<(HandoverFile? File, ApiProblem? Problem)> MessageAsync(int enterpriseId, DeclarationNumber number, string message, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(enterpriseId, number, cancellation) is not { } declaration
            || declaration.Kind.Facts().Messages.Select(m => (HandoverMessage?)m).FirstOrDefault(m => string.Equals(m.ToString(), message, StringComparison.OrdinalIgnoreCase)) is not { } wanted)
            return (null, ApiProblem.NotFound);
        var outcome = await files.WriteAsync(declaration, wanted, cancellation);
        return outcome.IsDone ? (outcome.Value, null) : (null, ApiProblem.Refused.Because(outcome.Refusals));
    }

    /// <summary>Why an act was refused: somebody was faster, or what it said, with everything that the pre-check finds.</summary>
    private async Task<ApiAnswer> RefuseAsync(int enterpriseId, DeclarationNumber number, int version, Outcome outcome, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(enterpriseId, number, cancellation) is not { } now || now.Version != version) return ApiProblem.Changed.ToAnswer();
        var check = await declarations.CheckAsync(now, cancellation);
        var findings = check.Result.Findings.Where(f => f.Severity == Severity.MustFix).Select(f => new ApiProblemPoint(0, 0, f.Reason, f.Path, f.RuleId));
        var problem = ApiProblem.Refused.Because(outcome.Refusals);
        return (problem with { Errors = [.. problem.Errors, .. findings] }).ToAnswer();
    }

    private DocumentFile Read(ReadOnlyMemory<byte> body, TablesEdition edition) => DocumentFile.Read(body, edition.With(tables.Settings), time.Today);

    private static ApiAnswer Unreadable(DocumentFile sent) => Unreadable(sent.Refusal!, sent.Problems);

    private static ApiAnswer Unreadable(string refusal, IReadOnlyList<MessageProblem> problems) =>
        (ApiProblem.Unreadable with { Errors = [ApiProblemPoint.At(null, refusal), .. problems.Select(p => new ApiProblemPoint(p.Line, p.Column, p.Reason))] }).ToAnswer();

    private async Task<ApiAnswer> ShowAsync(int status, Declaration declaration, CancellationToken cancellation, DocumentFile? sent = null) =>
        Show(status, declaration, await declarations.CheckAsync(declaration, cancellation), sent);

    private ApiAnswer Show(int status, Declaration declaration, CheckedDocument check, DocumentFile? sent) => new(
        status, JsonSerializer.Serialize(DeclarationAnswer.Of(declaration, check, files.AreOpen(declaration), sent is null ? null : WithWorkedOut(sent, check.Document)), ApiJson.Options),
        status == StatusCodes.Status201Created ? DeclarationAnswer.AddressOf(declaration.Number) : null, declaration.Version);

    /// <summary>Notes what the message could not say and the kept document says.</summary>
    private static DocumentFile WithWorkedOut(DocumentFile sent, CustomsDocument kept)
    {
        if (!sent.IsMessage || kept.Schema.Scope != DocumentScope.ReturnDeclaration) return sent;
        var found = kept.Goods.Select((l, i) => (Line: i, Item: l[ReturnDeclaration.SourceLine])).Where(l => l.Item is not null);
        return sent with
        {
            Notes = [.. sent.Notes, .. found.Select(l => new MappingNote(
                MappingNoteKind.WorkedOut, ReturnDeclaration.SourceLine.PathAt(l.Line), l.Item!, [],
                string.Create(CultureInfo.InvariantCulture, $"商品第 {l.Line + 1} 项：报文没有原报关单项号，按商品的编码、名称和单位对应到第 {l.Item} 项，请核对。")))],
        };
    }

    private static ApiAnswer Json<T>(T answer, int status = StatusCodes.Status200OK) => new(status, JsonSerializer.Serialize(answer, ApiJson.Options));
}
