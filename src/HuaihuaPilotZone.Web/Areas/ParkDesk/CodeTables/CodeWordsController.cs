using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.CodeTables;

/// <summary>Words by which people find a code.</summary>
[Area(Policies.ParkDesk)]
public sealed class CodeWordsController(CodeWords words) : Controller
{
    private const string Home = "/park/tables/words";

    [HttpGet(Home)]
    public async Task<IActionResult> Words(int? page, CancellationToken cancellation) => View(new WordsPage(await words.ListAsync(null, new PageRequest(page), cancellation), new WordForm()));

    [HttpPost(Home)]
    [Authorize(Policies.KeepTables)]
    public async Task<IActionResult> Words(WordForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var added = await words.AddAsync(form.Table!.Value, form.Code!.Trim(), form.Word!.Trim(), cancellation);
            if (added.IsDone) return Told($"已加入别名“{form.Word!.Trim()}”。");
            ModelState.Show(added.Refusals);
        }
        return View(new WordsPage(await words.ListAsync(null, new PageRequest(), cancellation), form));
    }

    [HttpPost(Home + "/{id:int}/remove")]
    [Authorize(Policies.KeepTables)]
    public async Task<IActionResult> Remove(int id, CancellationToken cancellation)
    {
        var removed = await words.RemoveAsync(id, cancellation);
        return Told(removed.IsDone ? "别名已删除。" : removed.Refusals[0].Message);
    }

    private RedirectResult Told(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Home);
    }
}
