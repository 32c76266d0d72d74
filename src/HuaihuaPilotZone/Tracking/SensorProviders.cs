using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tracking;

/// <summary>
/// Whose devices travel with consignments: a device is the provider's that spoke for it first, and no other one reads or reports it. What says so
/// is the line of the journal that was written then. A device without such a line is nobody's but the goods' owner's and the park's.
/// </summary>
internal static class SensorProviders
{
    private const string CodeField = "物流服务商";

    /// <summary>Writes whose the device is; saved with its first reading.</summary>
    public static void Note(PortalJournal journal, string consignment, string device, string creditCode) =>
        journal.Write(JournalSubjects.Consignment, consignment, ConsignmentActs.SensorHeard, device, [new FieldChange(CodeField, null, creditCode)]);

    /// <summary>The lines that say of devices that they are a provider's, also under a code that it had before.</summary>
    public static IQueryable<JournalLine> LinesOf(PortalDbContext db, int providerId) => Lines(db).Where(l => l.Changes.Any(c => c.Field == CodeField
        && (db.Enterprises.Any(e => e.Id == providerId && e.CreditCode == c.NewValue) || db.FormerCodes.Any(f => f.EnterpriseId == providerId && f.Code == c.NewValue))));

    /// <summary>Devices of these readings that another provider spoke for first, by consignment and name.</summary>
    public static async Task<IReadOnlySet<(string Consignment, string Device)>> OfOthersAsync(PortalDbContext db, int providerId, IReadOnlyList<ReportedReading> readings, CancellationToken cancellation)
    {
        List<string> numbers = [.. readings.Select(r => r.Consignment).Distinct(StringComparer.Ordinal)];
        List<string> devices = [.. readings.Select(r => r.Device).Distinct(StringComparer.Ordinal)];
        var mine = LinesOf(db, providerId);
        var others = await Lines(db).Where(l => numbers.Contains(l.SubjectKey) && devices.Contains(l.Note!) && !mine.Any(m => m.Id == l.Id))
            .OrderBy(l => l.Id).Select(l => new { l.SubjectKey, l.Note }).Take(ReadingCalls.MostReadings).ToListAsync(cancellation);
        return others.Select(l => (l.SubjectKey, l.Note!)).ToHashSet();
    }

    private static IQueryable<JournalLine> Lines(PortalDbContext db) => db.Journal.AsNoTracking().Where(l => l.Subject == JournalSubjects.Consignment && l.Act == ConsignmentActs.SensorHeard);
}
