using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Receipts;
using HuaihuaPilotZone.Declarations.Review;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Web.Shared.Declarations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using FieldChange = HuaihuaPilotZone.Customs.Documents.FieldChange;
using Library = HuaihuaPilotZone.Declarations.Review.ReviewReasons;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Declarations;

/// <summary>The reviewer's queue, and one document in review: 园区协助核对.</summary>
[Area(Policies.ParkDesk)]
public sealed class ReviewController(
    ReviewService review, DeclarationLists lists, DeclarationDetails details, Library reasons, ReviewStatistics statistics, ReceiptLists receipts,
    AttachmentService attachments, FileCabinet cabinet, ConsignmentLinks consignments, IOptions<DeclarationOptions> options) : Controller
{
    private const string ReviewView = "Review";

    private static readonly string[] _head = ["申报单号", "企业", "单证", "监管方式", "商品", "币制", "总价", "状态", "建议核对", "提交时间"];

    [HttpGet("/park/declarations")]
    public async Task<IActionResult> Index(DeclarationListQuery query, CancellationToken cancellation)
    {
        var filter = query.ToFilter(DeclarationView.Submitted);
        var rows = await lists.QueueAsync(filter, new PageRequest(query.Page, query.Size), cancellation);
        var (waiting, oldest) = await lists.WaitingAsync(cancellation);
        return View(new QueuePage(query, filter.View, rows, waiting, oldest, await statistics.ReadAsync(cancellation), options.Value.MostSearched));
    }

    [HttpGet("/park/declarations/export.csv")]
    [HttpGet("/park/declarations/export.xlsx")]
    public Task Export(DeclarationListQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "review", "申报核对", _head, lists.StreamQueueAsync(query.ToFilter(DeclarationView.Submitted), cancellation),
        row =>
        [
            row.Number.ToString(), row.EnterpriseName, row.Kind.Word(), row.TradeMode, row.GoodsSummary, row.Currency, row.GoodsValue?.ToString("0.#####", CultureInfo.InvariantCulture),
            row.Look().Word, row.AdviceCount.ToString(CultureInfo.InvariantCulture), ListTimes.Of(row.SubmittedAt),
        ],
        cancellation);

    [HttpGet("/park/declarations/{number}")]
    public async Task<IActionResult> Show(DeclarationNumber number, CancellationToken cancellation) =>
        await review.FindAsync(number, cancellation) is { } declaration ? View(ReviewView, await PageAsync(declaration, new ReturnForm(), cancellation)) : NotFound();

    [HttpPost("/park/declarations/{number}/return")]
    [Authorize(Policies.ReviewDeclarations)]
    public async Task<IActionResult> Return(DeclarationNumber number, ReturnForm form, CancellationToken cancellation) =>
        await AnswerAsync(number, form, () => ReturnAsync(number, form, cancellation), $"{number} 已退回，企业会看到全部需要修改的地方。", cancellation);

    [HttpPost("/park/declarations/{number}/pass")]
    [Authorize(Policies.ReviewDeclarations)]
    public async Task<IActionResult> Pass(DeclarationNumber number, PassForm form, CancellationToken cancellation) =>
        await AnswerAsync(number, new ReturnForm(), () => review.PassAsync(number, form.Version ?? 0, form.Note?.Trim(), cancellation), $"{number} 已核对通过，企业可以下载报文。", cancellation);

    /// <summary>A paper that was submitted with the declaration.</summary>
    [HttpGet("/park/declarations/{number}/attachments/{id:int}")]
    public async Task<IActionResult> Attachment(DeclarationNumber number, int id, CancellationToken cancellation) =>
        await attachments.FindSubmittedFileAsync(number, id, cancellation) is { } file ? this.SendFile(file, cabinet.Open(file)) : NotFound();

    private async Task<Outcome> ReturnAsync(DeclarationNumber number, ReturnForm form, CancellationToken cancellation)
    {
        if (await review.FindAsync(number, cancellation) is not { } declaration) return Outcome.Refused("没有找到这份预申报。");
        var points = await reasons.CompleteAsync(declaration, form.Filled, cancellation);
        return await review.ReturnAsync(number, form.Version ?? 0, points, form.Note?.Trim(), form.Justification, cancellation);
    }

    private async Task<IActionResult> AnswerAsync(DeclarationNumber number, ReturnForm form, Func<Task<Outcome>> act, string notice, CancellationToken cancellation)
    {
        if (await review.FindAsync(number, cancellation) is not { } declaration) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await act();
            if (outcome.IsDone)
            {
                TempData["Notice"] = notice;
                return Redirect("/park/declarations");
            }
            ModelState.Show(outcome.Refusals);
        }
        return View(ReviewView, await PageAsync(declaration, form, cancellation));
    }

    private async Task<ReviewPage> PageAsync(Declaration declaration, ReturnForm form, CancellationToken cancellation)
    {
        var check = await review.CheckAsync(declaration, cancellation);
        var submissions = await details.SubmissionsAsync(declaration.Id, cancellation);
        var fixes = await details.FixesAsync(declaration.Id, cancellation);
        var history = await details.HistoryAsync(declaration.Number, new PageRequest(1, 50), cancellation);
        while (form.Points.Count < 3) form.Points.Add(new ReturnPointForm());
        return new ReviewPage(
            declaration, DocumentView.Of(check), PreCheckPanel.Of(check, fixes, isEditable: false), submissions, Changes(declaration, submissions), history.Rows, form, FieldChoices(check.Document),
            await reasons.ChoicesAsync(cancellation), await receipts.OfAsync(declaration.Id, cancellation))
        {
            Consignments = await consignments.OfDeclarationAsync(declaration.Id, cancellation),
            Bookings = await consignments.BookingsOfDeclarationAsync(declaration.Id, cancellation),
        };
    }

    /// <summary>What is different from the submission before.</summary>
    private static IReadOnlyList<FieldChange> Changes(Declaration declaration, IReadOnlyList<Submission> submissions) =>
        submissions is [var latest, var before, ..]
        && DocumentJson.TryDeserialize(declaration.Kind.Schema(), before.Document, out var old) && DocumentJson.TryDeserialize(declaration.Kind.Schema(), latest.Document, out var now)
            ? DocumentDiff.Between(old, now)
            : [];

    private static IReadOnlyList<(string Path, string Label)> FieldChoices(CustomsDocument document) =>
    [
        ("", "整份单证"),
        .. document.Schema.Header.Select(f => (f.PathAt(), f.LabelFor(document.TradeMode))),
        .. document.Schema.Collections.SelectMany(c => Enumerable.Range(0, document.Lines(c.Collection).Count)
            .SelectMany(i => c.Fields.Select(f => (f.PathAt(i), document.Schema.Label(f.PathAt(i), document.TradeMode))))),
    ];
}
