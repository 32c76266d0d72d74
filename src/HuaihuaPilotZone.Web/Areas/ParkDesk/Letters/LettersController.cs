using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Letters;

/// <summary>Letters at the desk. Reading is locked like answering: they hold personal data.</summary>
[Area(Policies.ParkDesk)]
[Authorize(Policies.AnswerLetters)]
public sealed class LettersController(LetterDesk desk, PortalJournal journal, FileCabinet cabinet, ChinaTime time) : Controller
{
    private const string Home = "/park/letters";

    private static readonly string[] _head = ["编号", "类型", "状态", "办理人", "收到", "已用工作日", "答复期限", "是否超期", "评价"];

    private LetterReader Reader => new(User.UserId() ?? 0, User.IsInRole(StaffRoles.ParkAdministrator));

    [HttpGet(Home)]
    public async Task<IActionResult> Index(LetterDeskQuery query, CancellationToken cancellation) =>
        View(new LetterDeskPage(query, await desk.ListAsync(Reader, query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(LetterDeskQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"letters-{time.Today:yyyyMMdd}.csv"), _head, desk.StreamAsync(Reader, query.ToFilter(), cancellation), Values, cancellation);

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, null, null, cancellation);

    [HttpPost(Home + "/{number}/assign")]
    public async Task<IActionResult> Assign(string number, AssignForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await desk.AssignAsync(Reader, number, form.Version, form.HandlerId!.Value, FormText.Clean(form.Note), cancellation);
            if (outcome.IsDone)
            {
                TempData["Notice"] = "已交办，对方会收到消息。";
                // a report may now be somebody else's
                return Redirect(await desk.FindAsync(Reader, number, cancellation) is null ? Home : $"{Home}/{number}");
            }
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, form, null, cancellation);
    }

    [HttpPost(Home + "/{number}/reply")]
    public async Task<IActionResult> Reply(string number, ReplyForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await desk.ReplyAsync(Reader, number, form.Version, FormText.Clean(form.Reply)!, cancellation);
            if (outcome.IsDone)
            {
                TempData["Notice"] = "已答复，来信人凭编号和查询码可以看到。";
                return Redirect($"{Home}/{number}");
            }
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(number, null, form, cancellation);
    }

    [HttpGet(Home + "/{number}/files/{id:int}")]
    public async Task<IActionResult> Download(string number, int id, CancellationToken cancellation) =>
        await desk.FindFileAsync(Reader, number, id, cancellation) is { } file ? this.SendFile(file, cabinet.Open(file)) : NotFound();

    private static IEnumerable<string?> Values(LetterRow row) =>
    [
        row.Number, row.Kind.Word(), row.State.Word(), row.Assignee, ChinaTime.DayOf(row.ReceivedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Days.ToString(CultureInfo.InvariantCulture),
        row.Due.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.IsLate ? "是" : "否", row.Rating?.ToString(CultureInfo.InvariantCulture),
    ];

    private async Task<IActionResult> ShowAsync(string number, AssignForm? assign, ReplyForm? reply, CancellationToken cancellation)
    {
        if (await desk.FindAsync(Reader, number, cancellation) is not { } detail) return NotFound();
        return View("Show", new LetterWorkPage(
            detail, await desk.HandlersAsync(cancellation), await journal.HistoryAsync(JournalSubjects.Letter, number, this.HistoryPage(), cancellation), assign ?? new AssignForm(), reply ?? new ReplyForm()));
    }
}
