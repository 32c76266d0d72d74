using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises.Showcase;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Showcase;

/// <summary>What the enterprise shows on its public page.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class ShowcaseController(ShowcaseDesk showcase, CurrentMembership membership, ChinaTime time) : Controller
{
    private const string Home = "/enterprise/showcase";

    private static readonly string[] _head = ["类别", "名称", "英文名称", "介绍", "编号", "有效期至", "状态", "园区说明"];

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(ShowcaseQuery query, CancellationToken cancellation) => View(new ShowcasePage(
        query, EnterpriseId, await showcase.ListAsync(query.ToFilter(EnterpriseId), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(ShowcaseQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"showcase-{time.Today:yyyyMMdd}.csv"), _head, showcase.StreamAsync(query.ToFilter(EnterpriseId)),
        row => [row.Kind.Word(), row.Name, row.EnglishName, row.Text, row.Number, row.ValidTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.State.Word(), row.Reason],
        cancellation);

    [HttpGet(Home + "/new")]
    public IActionResult New() => View("Edit", new ShowcaseForm());

    [HttpPost(Home + "/new")]
    public async Task<IActionResult> New(ShowcaseForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View("Edit", form);
        var made = await showcase.AddAsync(EnterpriseId, form.ToData(), cancellation);
        return made.IsDone ? Done("已提交，园区核对后公开。") : Refused(form, made.Refusals);
    }

    [HttpGet(Home + "/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await showcase.FindAsync(EnterpriseId, id, cancellation) is { } item ? View(ShowcaseForm.Of(item)) : NotFound();

    [HttpPost(Home + "/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, ShowcaseForm form, CancellationToken cancellation)
    {
        if (await showcase.FindAsync(EnterpriseId, id, cancellation) is null) return NotFound();
        if (!ModelState.IsValid) return View(form);
        var changed = await showcase.ChangeAsync(EnterpriseId, id, form.Version, form.ToData(), cancellation);
        return changed.IsDone ? Done("已保存；有改动的，园区核对后重新公开。") : Refused(form, changed.Refusals);
    }

    [HttpPost(Home + "/{id:int}/remove")]
    public async Task<IActionResult> Remove(int id, int version, CancellationToken cancellation)
    {
        if (await showcase.FindAsync(EnterpriseId, id, cancellation) is not { } item) return NotFound();
        var removed = await showcase.RemoveAsync(EnterpriseId, id, version, cancellation);
        if (!removed.IsDone) TempData["NoticeTone"] = "bad";
        return Done(removed.IsDone ? $"“{item.Name}”已删除，不再公开。" : removed.Refusals[0].Message);
    }

    private RedirectResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Home);
    }

    private ViewResult Refused(ShowcaseForm form, IReadOnlyList<Refusal> refusals)
    {
        ModelState.Show(refusals);
        return View("Edit", form);
    }
}
