using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Yard;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.YardPositions;

/// <summary>The places of the yard.</summary>
[Area(Policies.ParkDesk)]
public sealed class YardPositionsController(YardKeeping yard, ChinaTime time) : Controller
{
    private const string Home = "/park/yard/positions";

    private static readonly string[] _head = ["箱位", "箱区", "贝", "列", "层", "状态", "箱号"];

    [HttpGet(Home)]
    public Task<IActionResult> Index(PositionQuery query, CancellationToken cancellation) => ShowAsync(query, new BlockForm(), cancellation);

    [HttpPost(Home)]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Index(BlockForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await yard.AddBlockAsync(form.ToData(), cancellation);
            if (made.IsDone) return Told(made.Value.Known == 0 ? $"新增 {made.Value.Made} 个箱位。" : $"新增 {made.Value.Made} 个箱位，{made.Value.Known} 个原来就有。", isGood: true);
            ModelState.Show(made.Refusals);
        }
        return await ShowAsync(new PositionQuery(null, null, null, null, null), form, cancellation);
    }

    [HttpGet(Home + "/export.csv")]
    public Task Export(PositionQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"positions-{time.Today:yyyyMMdd}.csv"), _head, yard.StreamAsync(query.ToFilter()),
        row => [row.Code, row.Block, Number(row.Bay), Number(row.Row), Number(row.Tier), row.State.Word(), row.Container], cancellation);

    [HttpPost(Home + "/{id:int}/close")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Close(int id, bool closed, CancellationToken cancellation)
    {
        var outcome = await yard.CloseAsync(id, closed, cancellation);
        return outcome.IsDone ? Told(closed ? "箱位已停用。" : "箱位已恢复。", isGood: true) : Told(outcome.Refusals[0].Message, isGood: false);
    }

    private async Task<IActionResult> ShowAsync(PositionQuery query, BlockForm form, CancellationToken cancellation) =>
        View("Index", new PositionListPage(query, await yard.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation), await yard.BlocksAsync(cancellation), form));

    private RedirectResult Told(string notice, bool isGood)
    {
        TempData["Notice"] = notice;
        if (!isGood) TempData["NoticeTone"] = "bad";
        return Redirect(Home);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
