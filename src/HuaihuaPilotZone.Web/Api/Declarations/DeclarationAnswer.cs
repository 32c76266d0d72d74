using System.Text.Json;
using System.Text.Json.Nodes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Receipts;
using HuaihuaPilotZone.Web.Public.PreCheck;

namespace HuaihuaPilotZone.Web.Api.Declarations;

/// <summary>One pre-declaration as programs read it. Names and meaning stay; more may be added.</summary>
/// <param name="Kind">list or declaration.</param>
/// <param name="State">Where it stands with the park.</param>
/// <param name="CustomsState">What the receipts say that the enterprise has handed in.</param>
/// <param name="Version">For If-Match; counts changes of the document and of its state.</param>
/// <param name="Document">The document under its own names.</param>
/// <param name="Findings">What the pre-check says today.</param>
/// <param name="Messages">Addresses of the messages; empty until they may be downloaded.</param>
/// <param name="Notes">What could not be taken over from a message as it stood.</param>
/// <param name="Problems">What is wrong with the file that was sent.</param>
/// <param name="Notice">What this is not.</param>
public sealed record DeclarationAnswer(
    string Number, string Kind, DeclarationState State, string StateText, CustomsState CustomsState, string CustomsStateText, int Version, bool Unreviewed,
    int MustFix, int Advice, string RuleSetVersion, DateTime CreatedAt, DateTime UpdatedAt, DateTime? SubmittedAt, DateOnly? HandedOverOn, string? PreNo,
    JsonNode? Document, IReadOnlyList<FindingAnswer> Findings, IReadOnlyList<string> Messages, IReadOnlyList<string> Notes, IReadOnlyList<ProblemAnswer> Problems, string Notice)
{
    internal const string Reminder = "这是预申报，不是海关申报。依法申报在国际贸易单一窗口办理；海关进度只来自企业交来的回执。";

    public static DeclarationAnswer Of(Declaration d, CheckedDocument check, bool filesAreOpen, DocumentFile? sent = null) => new(
        d.Number.ToString(), WordOf(d.Kind), d.State, d.State.Word(), d.CustomsState, d.CustomsState.Word(), d.Version, d.IsUnreviewed,
        check.Result.MustFixCount, check.Result.AdviceCount, check.Result.RuleSetVersion, d.CreatedAt, d.UpdatedAt, d.SubmittedAt, d.HandedOverOn, d.PreNo,
        JsonNode.Parse(DocumentJson.Serialize(check.Document)), [.. check.Result.Findings.Select(FindingAnswer.Of)],
        filesAreOpen ? [.. d.Kind.Facts().Messages.Select(m => $"{AddressOf(d.Number)}/messages/{JsonNamingPolicy.CamelCase.ConvertName(m.ToString())}.xml")] : [],
        [.. sent?.Notes.Select(n => n.Reason) ?? []], [.. sent?.Problems.Select(p => new ProblemAnswer(p.Line, p.Column, p.Place, p.Reason)) ?? []], Reminder);

    public static string AddressOf(DeclarationNumber number) => $"/api/v1/declarations/{number}";

    public static string WordOf(DocumentKind kind) => kind switch
    {
        DocumentKind.List => "list",
        DocumentKind.CustomsDeclaration => "declaration",
        _ => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()),
    };
}

/// <summary>Drafts that were made in one call, in the order of what was sent.</summary>
/// <param name="Problems">What is wrong with the file that was sent.</param>
/// <param name="Notice">What this is not.</param>
public sealed record DeclarationBatchAnswer(IReadOnlyList<BatchedDraftAnswer> Declarations, IReadOnlyList<ProblemAnswer> Problems, string Notice)
{
    public static DeclarationBatchAnswer Of(IReadOnlyList<CheckedDraft> drafts, DocumentBatch sent) => new(
        [.. drafts.Zip(sent.Documents, BatchedDraftAnswer.Of)], [.. sent.Problems.Select(p => new ProblemAnswer(p.Line, p.Column, p.Place, p.Reason))], DeclarationAnswer.Reminder);
}

/// <summary>One of them, without the document, which the caller has.</summary>
/// <param name="OrderNo">The order of a list, by which the caller knows it.</param>
/// <param name="Findings">The first hundred; the draft itself has all.</param>
/// <param name="Notes">What could not be taken over from a message as it stood.</param>
public sealed record BatchedDraftAnswer(
    string Number, string Kind, int Version, string? OrderNo, int MustFix, int Advice, IReadOnlyList<FindingAnswer> Findings, IReadOnlyList<string> Notes, string Href)
{
    private const int MostFindings = 100;

    public static BatchedDraftAnswer Of(CheckedDraft draft, DocumentFile sent) => new(
        draft.Declaration.Number.ToString(), DeclarationAnswer.WordOf(draft.Declaration.Kind), draft.Declaration.Version, draft.Declaration.OrderNo,
        draft.Check.Result.MustFixCount, draft.Check.Result.AdviceCount, [.. draft.Check.Result.Findings.Take(MostFindings).Select(FindingAnswer.Of)], [.. sent.Notes.Select(n => n.Reason)],
        DeclarationAnswer.AddressOf(draft.Declaration.Number));
}

/// <summary>A row of the list.</summary>
public sealed record DeclarationRowAnswer(
    string Number, string Kind, DeclarationState State, CustomsState CustomsState, string? TradeMode, string? OrderNo, string? WaybillNo, int MustFix, int Advice, int Version,
    DateTime CreatedAt, DateTime UpdatedAt, string Href)
{
    public static DeclarationRowAnswer Of(FeedRow d) => new(
        d.Number.ToString(), DeclarationAnswer.WordOf(d.Kind), d.State, d.CustomsState, d.TradeMode, d.OrderNo, d.WaybillNo, d.MustFixCount, d.AdviceCount, d.Version,
        d.CreatedAt, d.UpdatedAt, DeclarationAnswer.AddressOf(d.Number));
}

/// <summary>A page of the list.</summary>
/// <param name="Next">Local address of the next page; null on the last one.</param>
public sealed record DeclarationListAnswer(IReadOnlyList<DeclarationRowAnswer> Declarations, string? Next);

/// <summary>A receipt as programs read it.</summary>
/// <param name="Status">As received.</param>
/// <param name="IsKnown">Whether the tables have the code.</param>
/// <param name="Codes">Error codes in it, with what they mean.</param>
public sealed record ReceiptAnswer(
    string Message, string Status, string Text, string Next, bool IsKnown, DateTimeOffset? Time, string Info, IReadOnlyList<string> Codes, DateTime ReceivedAt)
{
    public static ReceiptAnswer Of(CustomsReceipt receipt)
    {
        var read = receipt.Read();
        return new ReceiptAnswer(
            receipt.Message, receipt.StatusText, read.Meaning.Text, read.Meaning.Next, read.Meaning.IsKnown, read.Time, read.Info, [.. read.Codes.Select(c => $"{c.Code} {c.Text}")],
            receipt.ReceivedAt);
    }
}

/// <summary>Receipts of one declaration, the newest first.</summary>
public sealed record ReceiptListAnswer(IReadOnlyList<ReceiptAnswer> Receipts, string Notice)
{
    public const string Reminder = "回执由企业交来，平台不与海关系统联网。";
}

/// <summary>What became of a file of receipts.</summary>
public sealed record TakenReceiptsAnswer(IReadOnlyList<TakenReceiptAnswer> Receipts, IReadOnlyList<ProblemAnswer> Problems, string Notice);

/// <summary>What became of one receipt.</summary>
/// <param name="Number">The declaration; null while it waits for one.</param>
/// <param name="IsNew">False when it had been handed in before.</param>
/// <param name="Moved">Whether it moved the customs state.</param>
public sealed record TakenReceiptAnswer(string Message, string Status, string Text, string Next, DateTimeOffset? Time, string? Number, bool IsNew, bool Moved);
