using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Enterprises.Proposals;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Public.Statistics;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Home;

/// <summary>The staff's first page: what waits in each room, how far the targets of the year have come, the declarations first in line, and the way to each room.</summary>
[Area(Policies.ParkDesk)]
public sealed class HomeController(DeclarationLists lists, EntryReview entries, ProposalDesk proposals, BookingLists bookings, AlertDesk alerts, WaitingTexts texts, PublicStatistics statistics) : Controller
{
    private static readonly PageRequest _few = new(1, 5);
    private static readonly PageRequest _one = new(1, 1);

    [HttpGet("/park")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var (waiting, oldest) = await lists.WaitingAsync(cancellation);
        var queue = await lists.QueueAsync(new DeclarationFilter(DeclarationView.Submitted), _few, cancellation);
        return View(new OverviewPage(waiting, oldest, queue.Rows)
        {
            Applications = await entries.CountWaitingAsync(cancellation),
            Proposals = (await proposals.ListAsync(ProposalState.Waiting, null, _one, cancellation)).Total,
            Bookings = (await bookings.ListAsync(new BookingFilter(State: BookingState.Requested), _one, cancellation)).Total,
            Alerts = (await alerts.ListAsync(new AlertFilter(State: AlertState.Open), _one, cancellation)).Total,
            Texts = (await texts.CountAsync(cancellation))[QueueView.InReview],
            Statistics = new StatisticsPage(await statistics.ListAsync(cancellation)),
        });
    }
}

/// <summary>The overview.</summary>
/// <param name="Oldest">UTC; since when the first declaration waits.</param>
public sealed record OverviewPage(int Waiting, DateTime? Oldest, IReadOnlyList<DeclarationRow> Queue)
{
    /// <summary>Applications for entry that nobody has decided on.</summary>
    public required int Applications { get; init; }

    /// <summary>Changes that enterprises propose to their records.</summary>
    public required int Proposals { get; init; }

    /// <summary>Bookings that wait for a confirmation.</summary>
    public required int Bookings { get; init; }

    /// <summary>Alerts that nobody has taken on.</summary>
    public required int Alerts { get; init; }

    /// <summary>Texts that wait for a review.</summary>
    public required int Texts { get; init; }

    /// <summary>Published indicators.</summary>
    public required StatisticsPage Statistics { get; init; }
}
