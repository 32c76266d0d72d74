using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tracking;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>Declarations joined to what they belong to, and readings of devices that have a provider.</summary>
internal sealed class JoinCalls : ServiceCalls
{
    protected override void Describe()
    {
        var (declaration, now) = (new DeclarationNumber(new DateOnly(2026, 11, 22), 1), new DateTime(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc));
        Call<DeclarationJoins>(s => s.JoinConsignmentAsync("HY-20261122-0001", 1, "HH-20261122-000001", CancellationToken.None));
        Call<DeclarationJoins>(s => s.PartConsignmentAsync("HY-20261122-0001", 1, declaration, CancellationToken.None));
        Call<DeclarationJoins>(s => s.JoinBookingAsync("DC-1", 1, "HH-20261122-000001", CancellationToken.None));
        Call<DeclarationJoins>(s => s.PartBookingAsync("DC-1", 1, declaration, CancellationToken.None));
        Call<ConsignmentLinks>(s => s.BookingsOfDeclarationAsync(1, CancellationToken.None));
        Call<SensorBook>(s => s.KeepAsync(1, [new ReportedReading("/readings/0", "HY-1", "T-1", now, 400, null, null)], CancellationToken.None), Row(("Number", "HY-1")));
    }
}
