using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.PolicyMatching;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Home;

/// <summary>The enterprise's first page: where its filings stand, what is to do, which policies fit, what is under way.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class HomeController(
    DeclarationLists lists, BookingLists bookings, VaultService vault, PolicyMatcher matcher, EnterpriseRoster roster, ConsignmentDesk consignments, CurrentMembership membership, ChinaTime time) : Controller
{
    private static readonly PageRequest _few = new(1, 5);
    private static readonly PageRequest _fewer = new(1, 3);

    [HttpGet("/enterprise")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var enterprise = membership.Required.EnterpriseId;
        var counts = await lists.CountsAsync(enterprise, cancellation);
        var returned = await lists.ListAsync(enterprise, new DeclarationFilter(DeclarationView.Returned), _few, cancellation);
        var passed = await lists.ListAsync(enterprise, new DeclarationFilter(DeclarationView.Accepted), _few, cancellation);
        var latest = await lists.ListAsync(enterprise, new DeclarationFilter(), _few, cancellation);
        var drafts = await bookings.ListAsync(new BookingFilter(State: BookingState.Draft, EnterpriseId: enterprise, Sort: BookingSort.Leaves), _few, cancellation);
        var underWay = await consignments.ListAsync(new ConsignmentFilter(State: ConsignmentState.Open, EnterpriseId: enterprise, Sort: ConsignmentSort.Touched), _fewer, cancellation);
        return View(new WorkspacePage(time.Now, counts, latest.Rows)
        {
            ToDo = WorkItem.Of(returned.Rows, drafts.Rows, await vault.CountExpiringAsync(enterprise, cancellation), passed.Rows, time.UtcNow),
            Policies = (await matcher.ForEnterpriseAsync(enterprise, null, _fewer, cancellation)).Policies.Rows,
            Choices = await roster.ChoicesAsync(cancellation),
            UnderWay = underWay,
            Progress = await consignments.ProgressAsync(underWay.Rows, cancellation),
        });
    }
}
