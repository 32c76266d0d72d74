using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Jobs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Jobs;

/// <summary>Long work of the park: staff see what they started themselves, administrators everything.</summary>
[Area(Policies.ParkDesk)]
[Authorize(Policies.WatchJobs)]
public sealed class JobsController(JobService jobs, IAuthorizationService doors) : Controller
{
    private const string Home = "/park/jobs";

    [HttpGet(Home)]
    public async Task<IActionResult> Index(int? page, CancellationToken cancellation) => await this.ListAsync(jobs, await ScopeAsync(), Home, page, cancellation);

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken cancellation) => await this.ShowAsync(jobs, await ScopeAsync(), Home, id, cancellation);

    [HttpGet(Home + "/{id:int}/progress")]
    public async Task<IActionResult> Progress(int id, CancellationToken cancellation) => await this.ProgressAsync(jobs, await ScopeAsync(), id, cancellation);

    [Authorize(Policies.WatchJobs)]
    [HttpPost(Home + "/{id:int}/cancel")]
    public async Task<IActionResult> Cancel(int id, CancellationToken cancellation) => await this.ActAsync(jobs, await ScopeAsync(), Home, id, restart: false, cancellation);

    [Authorize(Policies.WatchJobs)]
    [HttpPost(Home + "/{id:int}/restart")]
    public async Task<IActionResult> Restart(int id, CancellationToken cancellation) => await this.ActAsync(jobs, await ScopeAsync(), Home, id, restart: true, cancellation);

    private async Task<JobScope> ScopeAsync() =>
        (await doors.AuthorizeAsync(User, Policies.RunPortal)).Succeeded ? JobScope.All : JobScope.OfStaff(User.UserId()!.Value);
}
