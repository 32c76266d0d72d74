using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.InformationRequests;

/// <summary>Information requests at the desk. Reading is locked like answering: they hold personal data.</summary>
[Area(Policies.ParkDesk)]
[Authorize(Policies.AnswerLetters)]
[InformationRequestsModule]
public sealed class InformationRequestsController(InformationRequestDesk desk, PortalJournal journal, ChinaTime time) : Controller
{
    private const string Home = "/park/information-requests";

    private static readonly string[] _head = ["编号", "状态", "答复类型", "收到", "期限", "期限是否确定", "是否超期"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(RequestDeskQuery query, CancellationToken cancellation) =>
        View(new RequestDeskPage(query, await desk.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    /// <summary>The list as a file, without what was asked and by whom.</summary>
    [HttpGet(Home + "/export.csv")]
    public Task Export(RequestDeskQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"information-requests-{time.Today:yyyyMMdd}.csv"), _head, desk.StreamAsync(query.ToFilter(), cancellation),
        row => [row.Number, row.State.Word(), row.AnswerKind?.Word(), ListTimes.Of(ChinaTime.DayOf(row.ReceivedAt)), ListTimes.Of(row.Due?.Day), row.Due is null ? null : row.Due.IsCertain ? "是" : "待核", row.IsLate ? "是" : "否"],
        cancellation);

    /// <param name="kind">The kind of answer whose template is wanted.</param>
    [HttpGet(Home + "/{number}")]
    public async Task<IActionResult> Show(string number, RequestAnswer? kind, CancellationToken cancellation)
    {
        if (await desk.FindAsync(number, cancellation) is not { } detail) return NotFound();
        var answer = new AnswerForm { Kind = kind, Text = kind is { } wanted && Enum.IsDefined(wanted) ? AnswerTemplates.Of(wanted, number, detail.Request.Content) : null };
        return await ShowAsync(detail, new NoteForm(), new ExtendForm(), answer, cancellation);
    }

    [HttpPost(Home + "/{number}/confirm")]
    public Task<IActionResult> Confirm(string number, int version, CancellationToken cancellation) =>
        ActAsync(number, () => desk.ConfirmAsync(number, version, cancellation), "已确认，从今天起计算答复期限。", new NoteForm(), null, null, cancellation);

    [HttpPost(Home + "/{number}/correction")]
    public Task<IActionResult> AskCorrection(string number, NoteForm form, CancellationToken cancellation) =>
        ActAsync(number, () => desk.AskCorrectionAsync(number, form.Version, FormText.Clean(form.Note)!, cancellation), "已告知申请人补正。", form, null, null, cancellation);

    [HttpPost(Home + "/{number}/abandon")]
    public Task<IActionResult> Abandon(string number, NoteForm form, CancellationToken cancellation) =>
        ActAsync(number, () => desk.AbandonAsync(number, form.Version, FormText.Clean(form.Note)!, cancellation), "已按放弃申请办结。", form, null, null, cancellation);

    [HttpPost(Home + "/{number}/consultation")]
    public Task<IActionResult> StartConsultation(string number, NoteForm form, CancellationToken cancellation) =>
        ActAsync(number, () => desk.StartConsultationAsync(number, form.Version, FormText.Clean(form.Note)!, cancellation), "已开始征求第三方意见，这段时间不计入期限。", form, null, null, cancellation);

    [HttpPost(Home + "/{number}/consultation/end")]
    public Task<IActionResult> EndConsultation(string number, int version, CancellationToken cancellation) =>
        ActAsync(number, () => desk.EndConsultationAsync(number, version, cancellation), "征求意见已结束，期限继续计算。", new NoteForm(), null, null, cancellation);

    [HttpPost(Home + "/{number}/extension")]
    public Task<IActionResult> Extend(string number, ExtendForm form, CancellationToken cancellation) =>
        ActAsync(number, () => desk.ExtendAsync(number, form.Version, form.Days!.Value, FormText.Clean(form.Reason)!, form.ApprovedBy!.Trim(), cancellation), "期限已延长，已告知申请人。", null, form, null, cancellation);

    [HttpPost(Home + "/{number}/answer")]
    public Task<IActionResult> Answer(string number, AnswerForm form, CancellationToken cancellation) =>
        ActAsync(number, () => desk.AnswerAsync(number, form.Version, form.Kind!.Value, FormText.Clean(form.Text)!, cancellation), "已答复，申请人凭编号和查询码可以看到。", null, null, form, cancellation);

    private async Task<IActionResult> ActAsync(string number, Func<Task<Outcome>> act, string notice, NoteForm? note, ExtendForm? extend, AnswerForm? answer, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await act();
            if (outcome.IsDone)
            {
                TempData["Notice"] = notice;
                return Redirect($"{Home}/{number}");
            }
            ModelState.Show(outcome.Refusals);
        }
        return await desk.FindAsync(number, cancellation) is { } detail ? await ShowAsync(detail, note ?? new NoteForm(), extend ?? new ExtendForm(), answer ?? new AnswerForm(), cancellation) : NotFound();
    }

    private async Task<ViewResult> ShowAsync(RequestDetail detail, NoteForm note, ExtendForm extend, AnswerForm answer, CancellationToken cancellation) => View(
        "Show", new RequestWorkPage(detail, await journal.HistoryAsync(JournalSubjects.InformationRequest, detail.Request.Number, this.HistoryPage(), cancellation), note, extend, answer));
}
