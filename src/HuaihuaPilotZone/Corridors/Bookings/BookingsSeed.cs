using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>Demonstration bookings and a request for quotes of demonstration enterprises, made by the same acts that people use, so that the desks have something to show.</summary>
internal sealed class BookingsSeed(PortalDbContext db, BookingDesk bookings, BookingMoves moves, QuoteDesk quotes, ChinaTime time) : RoomSeed
{
    private const string Luggage = "91431299MA0000015J";
    private const string Note = "演示数据，订舱和货物均为虚构";

    public override int Order => 47;

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        if (await db.Bookings.AnyAsync(cancellation) || await db.QuoteRequests.AnyAsync(cancellation)) return;
        var luggage = await db.Enterprises.Where(e => e.CreditCode == Luggage).Select(e => e.Id).SingleAsync(cancellation);
        await BookAsync(luggage, "ZL01", new BookingData("", "huaihua", "vientiane", [new ContainerCount(ContainerType.Standard20, 2)], "示例箱包（演示）", 18_000, null, null, false, null, Note), isConfirmed: true, cancellation);
        await BookAsync(luggage, "ZY01", new BookingData("", "huaihua", "hanoi", [new ContainerCount(ContainerType.Standard40, 1)], "示例箱包（演示）", 12_500, null, null, false, null, Note), isConfirmed: false, cancellation);
        await AskAsync(luggage, cancellation);
        db.ChangeTracker.Clear();
    }

    private async Task BookAsync(int enterprise, string service, BookingData data, bool isConfirmed, CancellationToken cancellation)
    {
        var earliest = time.UtcNow.AddDays(4);
        var departure = await db.Departures.Where(d => d.Service!.Code == service && d.Status == DepartureStatus.Planned && d.CutOffAt > earliest).OrderBy(d => d.LeavesAt).Select(d => d.Number).FirstOrDefaultAsync(cancellation);
        if (departure is null) return;
        var number = Done(await bookings.DraftAsync(enterprise, data with { Departure = departure }, cancellation));
        var state = await StepAsync(number, enterprise, BookingStep.Request, cancellation);
        if (isConfirmed && state == BookingState.Requested) await StepAsync(number, null, BookingStep.Confirm, cancellation);
    }

    private async Task<BookingState> StepAsync(string number, int? enterprise, BookingStep step, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var version = await db.Bookings.Where(b => b.Number == number).Select(b => b.Version).SingleAsync(cancellation);
        return Done(await moves.StepAsync(number, enterprise, step, version, null, cancellation));
    }

    private async Task AskAsync(int enterprise, CancellationToken cancellation)
    {
        var carrier = await db.Enterprises.Where(e => e.CreditCode == DemonstrationEnterprises.CarrierCode).Select(e => e.Id).SingleAsync(cancellation);
        var asked = await quotes.AskAsync(
            enterprise,
            new RequestData("怀化", "河内", "示例箱包（演示）", 1, 0, 9_000, 28m, null, null, false, time.Today.AddDays(10), time.Today.AddDays(5), Note, [carrier]), cancellation);
        // a database of an earlier build may have a carrier that the directory does not show
        if (!asked.IsDone) return;
        db.ChangeTracker.Clear();
        Done(await quotes.QuoteAsync(asked.Value, carrier, 1, new QuoteData(QuoteBasis.PerTeu, 4_800m, 6, time.Today.AddDays(20), "含陆港装车和口岸换装，演示报价"), cancellation));
    }

    private static T Done<T>(Outcome<T> outcome)
        where T : notnull => outcome.IsDone ? outcome.Value : throw new InvalidOperationException(outcome.Refusals[0].Message);

    private static void Done(Outcome outcome)
    {
        if (!outcome.IsDone) throw new InvalidOperationException(outcome.Refusals[0].Message);
    }
}
