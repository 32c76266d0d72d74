using System.Globalization;
using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Parties;

/// <summary>The enterprise's book of companies.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class PartiesController(PartyBook book, CurrentMembership membership, ChinaTime time) : Controller
{
    private const string Home = "/enterprise/parties";

    private static readonly string[] _head = ["名称", "角色", "代码", "海关注册编码", "备注"];

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(PartyQuery query, CancellationToken cancellation) =>
        View(new PartyListPage(query, await book.ListAsync(EnterpriseId, query.ToFilter(), new PageRequest(query.Page, query.Size), cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(PartyQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"parties-{time.Today:yyyyMMdd}.csv"), _head, book.StreamAsync(EnterpriseId, query.ToFilter()),
        p => [p.Name, p.Roles.Words(), p.Code, p.CustomsCode, p.Note], cancellation);

    [HttpGet(Home + "/new")]
    public IActionResult New() => View("Edit", new PartyForm());

    [HttpPost(Home + "/new")]
    public async Task<IActionResult> New(PartyForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View("Edit", form);
        var outcome = await book.AddAsync(EnterpriseId, form.ToData(), cancellation);
        return outcome.IsDone ? Done($"“{form.Name}”已加入参与方库。") : Refused(form, outcome.Refusals);
    }

    [HttpGet(Home + "/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await book.FindAsync(EnterpriseId, id, cancellation) is { } party ? View(PartyForm.Of(party)) : NotFound();

    [HttpPost(Home + "/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, PartyForm form, CancellationToken cancellation)
    {
        if (await book.FindAsync(EnterpriseId, id, cancellation) is null) return NotFound();
        if (!ModelState.IsValid) return View(form);
        var outcome = await book.UpdateAsync(EnterpriseId, id, form.Version, form.ToData(), cancellation);
        return outcome.IsDone ? Done("已保存。") : Refused(form, outcome.Refusals);
    }

    [HttpPost(Home + "/{id:int}/archive")]
    public async Task<IActionResult> Archive(int id, int version, bool archived, CancellationToken cancellation)
    {
        if (await book.FindAsync(EnterpriseId, id, cancellation) is not { } party) return NotFound();
        var outcome = await book.SetArchivedAsync(EnterpriseId, id, version, archived, cancellation);
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Done(outcome.IsDone ? $"“{party.Name}”{(archived ? "已归档" : "已恢复")}。" : outcome.Refusals[0].Message);
    }

    private RedirectResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Home);
    }

    private ViewResult Refused(PartyForm form, IReadOnlyList<Refusal> refusals)
    {
        ModelState.Show(refusals);
        return View("Edit", form);
    }
}
