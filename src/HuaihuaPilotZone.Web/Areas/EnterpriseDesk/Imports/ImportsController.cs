using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Imports;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Imports;

/// <summary>The enterprise's imports.</summary>
[Area(Policies.EnterpriseDesk)]
[Route("/enterprise/imports")]
public sealed class ImportsController(BenchServices bench, CurrentMembership membership) : BenchController(bench)
{
    protected override string Home => "/enterprise/imports";

    protected override int? EnterpriseId => membership.Required.EnterpriseId;
}
