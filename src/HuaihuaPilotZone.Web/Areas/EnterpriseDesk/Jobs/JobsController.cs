using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Jobs;

/// <summary>Long work of the enterprise, whoever of its people started it.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class JobsController(JobService jobs, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/jobs";

    private JobScope Scope => JobScope.OfEnterprise(membership.Required.EnterpriseId);

    [HttpGet(Home)]
    public Task<IActionResult> Index(int? page, CancellationToken cancellation) => this.ListAsync(jobs, Scope, Home, page, cancellation);

    [HttpGet(Home + "/{id:int}")]
    public Task<IActionResult> Show(int id, CancellationToken cancellation) => this.ShowAsync(jobs, Scope, Home, id, cancellation);

    [HttpGet(Home + "/{id:int}/progress")]
    public Task<IActionResult> Progress(int id, CancellationToken cancellation) => this.ProgressAsync(jobs, Scope, id, cancellation);

    [HttpPost(Home + "/{id:int}/cancel")]
    public Task<IActionResult> Cancel(int id, CancellationToken cancellation) => this.ActAsync(jobs, Scope, Home, id, restart: false, cancellation);

    [HttpPost(Home + "/{id:int}/restart")]
    public Task<IActionResult> Restart(int id, CancellationToken cancellation) => this.ActAsync(jobs, Scope, Home, id, restart: true, cancellation);
}
