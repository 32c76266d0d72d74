using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Imports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Imports;

/// <summary>The park's imports: its roster, by those who keep it.</summary>
[Area(Policies.ParkDesk)]
[Route("/park/imports")]
[Authorize(Policies.KeepRoster)]
public sealed class ImportsController(BenchServices bench) : BenchController(bench)
{
    protected override string Home => "/park/imports";

    protected override int? EnterpriseId => null;
}
