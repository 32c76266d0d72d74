using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Home;

/// <summary>The enterprise's first page: where its filings stand, what is to do, what was touched last.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class HomeController(DeclarationLists lists, CurrentMembership membership, ChinaTime time) : Controller
{
    private const int FewRows = 5;

    [HttpGet("/enterprise")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var enterprise = membership.Required.EnterpriseId;
        var counts = await lists.CountsAsync(enterprise, cancellation);
        var few = new PageRequest(1, FewRows);
        var returned = await lists.ListAsync(enterprise, new DeclarationFilter(DeclarationView.Returned), few, cancellation);
        var passed = await lists.ListAsync(enterprise, new DeclarationFilter(DeclarationView.Accepted), few, cancellation);
        var latest = await lists.ListAsync(enterprise, new DeclarationFilter(), few, cancellation);
        return View(new WorkspacePage(time.Now, counts, [.. returned.Rows, .. passed.Rows], latest.Rows));
    }
}

/// <summary>The enterprise's workspace.</summary>
/// <param name="Now">Clock in Huaihua.</param>
/// <param name="ToDo">Returned documents first, then passed ones that wait to be imported.</param>
public sealed record WorkspacePage(DateTime Now, IReadOnlyDictionary<DeclarationView, int> Counts, IReadOnlyList<DeclarationRow> ToDo, IReadOnlyList<DeclarationRow> Latest)
{
    public string Greeting => Now.Hour switch { < 6 => "夜深了", < 12 => "上午好", < 14 => "中午好", < 18 => "下午好", _ => "晚上好" };
}
