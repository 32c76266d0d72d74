using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tracking;

/// <summary>The owner of a consignment says which devices travel along, so that one that never speaks is missed.</summary>
public sealed class SensorDesk(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    /// <summary>Devices of one consignment that may be announced.</summary>
    public const int MostSensors = 20;

    private const string DeviceField = "Device";

    public async Task<Outcome> AnnounceAsync(string number, int enterpriseId, string device, CancellationToken cancellation)
    {
        if (device.Length > Sensor.DeviceMaxLength) return Outcome.Refused(DeviceField, $"设备编号最多 {Sensor.DeviceMaxLength} 个字符。");
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await ConsignmentAsync(number, enterpriseId, token) is not { } consignment) return Gone();
                    var devices = await db.Sensors.Where(s => s.ConsignmentId == consignment).OrderBy(s => s.Id).Select(s => s.Device).Take(MostSensors).ToListAsync(token);
                    if (devices.Contains(device, StringComparer.OrdinalIgnoreCase)) return Taken();
                    if (devices.Count == MostSensors) return Outcome.Refused(DeviceField, $"一份货运单最多登记 {MostSensors} 个传感器。");
                    db.Sensors.Add(new Sensor
                    {
                        ConsignmentId = consignment,
                        Device = device,
                        AnnouncedAt = time.UtcNow,
                    });
                    journal.Write(JournalSubjects.Consignment, number, ConsignmentActs.SensorAnnounced, device);
                    await db.SaveChangesAsync(token);
                    await LookAsync(consignment, token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            // its first reading has come meanwhile
            db.ChangeTracker.Clear();
            return Taken();
        }
    }

    /// <summary>Takes back a device that has not said anything.</summary>
    public Task<Outcome> WithdrawAsync(string number, int enterpriseId, int sensorId, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            if (await ConsignmentAsync(number, enterpriseId, token) is not { } consignment) return Gone();
            var device = await db.Sensors.Where(s => s.Id == sensorId && s.ConsignmentId == consignment).Select(s => s.Device).SingleOrDefaultAsync(token);
            if (device is null || await db.Sensors.Where(s => s.Id == sensorId && s.LastAt == null && !db.SensorReadings.Any(r => r.SensorId == s.Id)).ExecuteDeleteAsync(token) == 0)
                return Outcome.Refused("没有这个传感器，或它已经有数据，不能撤销登记。");
            journal.Write(JournalSubjects.Consignment, number, ConsignmentActs.SensorWithdrawn, device);
            await db.SaveChangesAsync(token);
            await LookAsync(consignment, token);
            return Outcome.Done;
        },
        cancellation);

    private Task<int?> ConsignmentAsync(string number, int enterpriseId, CancellationToken cancellation) =>
        db.Consignments.Where(c => c.Number == number && c.EnterpriseId == enterpriseId && c.State == ConsignmentState.Open).Select(c => (int?)c.Id).SingleOrDefaultAsync(cancellation);

    /// <summary>The watch learns of it at once.</summary>
    private Task<int> LookAsync(int consignment, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        return db.Consignments.Where(c => c.Id == consignment).ExecuteUpdateAsync(set => set.SetProperty(c => c.LookAt, now), cancellation);
    }

    private static Outcome Gone() => Outcome.Refused("没有这份在办的货运单。");

    private static Outcome Taken() => Outcome.Refused(DeviceField, "这个传感器已经登记，或已经有数据。");
}
