using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Quotes;

/// <summary>Requests for quotes of all enterprises: that they are there and how far they have come, never what was offered.</summary>
[Area(Policies.ParkDesk)]
public sealed class QuotesController(QuoteOverview overview) : Controller
{
    private const string Home = "/park/quotes";

    private static readonly string[] _head = ["询价号", "询价企业", "货物", "起运地", "目的地", "状态", "备妥日", "答复期限", "询价家数", "答复家数", "发出时间"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(RequestQuery query, CancellationToken cancellation) =>
        View(new RequestListPage(query, await overview.RequestsAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(RequestQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "quotes", "询价", _head, overview.StreamRequestsAsync(query.ToFilter()),
        row =>
        [
            row.Number, row.CustomerName, row.Goods, row.FromPlace, row.ToPlace, row.State.Word(), ListTimes.Of(row.ReadyOn), ListTimes.Of(row.AnswerBy),
            row.Asked.ToString(CultureInfo.InvariantCulture), row.Answered.ToString(CultureInfo.InvariantCulture), ListTimes.Of(row.CreatedAt),
        ],
        cancellation);

    [HttpGet(Home + "/{number}")]
    public async Task<IActionResult> Show(string number, CancellationToken cancellation) => await overview.RequestAsync(number, cancellation) is { } found ? View(found) : NotFound();
}
