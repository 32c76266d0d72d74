using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Rfqs;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Providers;

/// <summary>Forwarders of the roster that can be asked for quotes.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class ProvidersController(QuoteLists lists, ReviewDesk reviews) : Controller
{
    private static readonly string[] _head = ["服务商", "片区", "网站", "简介", "完成订单", "评价份数", "平均分"];

    [HttpGet("/enterprise/providers")]
    public async Task<IActionResult> Index(QuoteQuery query, CancellationToken cancellation) =>
        View(new QuoteListPage<ProviderRow>(query, await lists.ProvidersAsync(query.Q, SortChoice.IsDescending(query.Dir), new PageRequest(query.Page), cancellation)));

    [HttpGet("/enterprise/providers/export.csv")]
    [HttpGet("/enterprise/providers/export.xlsx")]
    public Task Export(QuoteQuery query, CancellationToken cancellation) => Response.SendListAsync("providers", "物流服务商", _head, lists.StreamProvidersAsync(query.Q, SortChoice.IsDescending(query.Dir)),
        row =>
        [
            row.Name, row.AreaName, row.Website, row.Summary, row.Orders.ToString(CultureInfo.InvariantCulture), row.Rating.Count.ToString(CultureInfo.InvariantCulture),
            row.Rating.Average?.ToString("0.0", CultureInfo.InvariantCulture),
        ],
        cancellation);

    /// <summary>One provider with what was said of it.</summary>
    [HttpGet("/enterprise/providers/{id:int}")]
    public async Task<IActionResult> Show(int id, int? page, CancellationToken cancellation) =>
        await reviews.ProviderAsync(id, new PageRequest(page), cancellation) is { } found ? View(found) : NotFound();
}
