using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
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

    /// <summary>A file with persons, as that of the roster is.</summary>
    [StepUp]
    public override Task<IActionResult> Csv(int id, CancellationToken cancellation) => base.Csv(id, cancellation);

    /// <inheritdoc cref="Csv"/>
    [StepUp]
    public override Task<IActionResult> Xlsx(int id, CancellationToken cancellation) => base.Xlsx(id, cancellation);
}
