using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Rfqs;

/// <summary>Requests for quotes that the enterprise sends.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class RfqsController(QuoteLists lists, QuoteDesk desk, CurrentMembership membership, ChinaTime time) : Controller
{
    private const string Home = "/enterprise/rfqs";

    private static readonly string[] _head = ["询价号", "货物", "起运地", "目的地", "状态", "答复期限", "询价家数", "报价家数", "发出时间"];

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(QuoteQuery query, CancellationToken cancellation) =>
        View(new QuoteListPage<RequestRow>(query, await lists.RequestsAsync(EnterpriseId, query.ToFilter() with { Request = query.StateOf<RequestState>() }, new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(QuoteQuery query, CancellationToken cancellation) => Response.SendListAsync("rfqs", "询价", _head, lists.StreamRequestsAsync(EnterpriseId, query.ToFilter() with { Request = query.StateOf<RequestState>() }),
        row =>
        [
            row.Number, row.Goods, row.FromPlace, row.ToPlace, row.State.Word(), ListTimes.Of(row.AnswerBy), row.Asked.ToString(CultureInfo.InvariantCulture), row.Quoted.ToString(CultureInfo.InvariantCulture),
            ListTimes.Of(row.CreatedAt),
        ],
        cancellation);

    /// <param name="to">Ids of providers that are chosen already.</param>
    [HttpGet(Home + "/new")]
    public async Task<IActionResult> New(List<int> to, CancellationToken cancellation) =>
        await FormAsync(new RequestForm { Providers = to, FromPlace = "怀化", ReadyOn = time.Today.AddDays(7), AnswerBy = (await desk.ProposedAnswerByAsync(cancellation)).Day }, cancellation);

    [HttpPost(Home + "/new")]
    public async Task<IActionResult> New(RequestForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await desk.AskAsync(EnterpriseId, form.ToData(), cancellation);
            if (made.IsDone) return Told($"{Home}/{made.Value}", "询价已发出，报价会通知您。");
            ModelState.Show(made.Refusals);
        }
        return await FormAsync(form, cancellation);
    }

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, cancellation);

    [HttpPost(Home + "/{number}")]
    public async Task<IActionResult> Show(string number, ChoiceForm form, CancellationToken cancellation)
    {
        if (form.Close)
        {
            var closed = await desk.CloseAsync(number, EnterpriseId, form.Version, cancellation);
            if (closed.IsDone) return Told($"{Home}/{number}", "询价已结束。");
            ModelState.Show(closed.Refusals);
        }
        else if (ModelState.IsValid && form.Invitation is { } invitation)
        {
            var made = await desk.ChooseAsync(number, EnterpriseId, form.Version, invitation, form.QuoteVersion, cancellation);
            if (made.IsDone) return Told($"/enterprise/transport-orders/{made.Value}", "已下单，并已通知服务商。");
            ModelState.Show(made.Refusals);
        }
        return await ShowAsync(number, cancellation);
    }

    private async Task<IActionResult> FormAsync(RequestForm form, CancellationToken cancellation)
    {
        form.Choices = (await lists.ProvidersAsync(null, false, new PageRequest(1, PageRequest.MaxSize), cancellation)).Rows;
        return View("New", form);
    }

    private async Task<IActionResult> ShowAsync(string number, CancellationToken cancellation) => await lists.RequestAsync(number, EnterpriseId, cancellation) is { } request
        ? View("Show", new RequestPage(request, await lists.OrdersOfAsync(request.Id, cancellation), await lists.RequestHistoryAsync(number, this.HistoryPage(), cancellation), time.Today))
        : NotFound();

    private RedirectResult Told(string address, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(address);
    }
}
