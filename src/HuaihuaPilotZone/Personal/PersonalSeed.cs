using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Personal.Consents;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Personal;

/// <summary>Makes a record of every consent from before there were records: until then an account knew its last one only.</summary>
internal sealed class PersonalSeed(PortalDbContext db) : RoomSeed
{
    private const int Batch = 500;

    public override int Order => 21;

    public override Task EnsureReferenceAsync(CancellationToken cancellation) => RecordAsync(cancellation);

    public override Task EnsureDemonstrationAsync(CancellationToken cancellation) => RecordAsync(cancellation);

    private async Task RecordAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var people = await db.Users.AsNoTracking().Where(u => u.PrivacyNoticeVersion != null && u.PrivacyNoticeAcceptedAt != null && !db.ConsentRecords.Any(c => c.UserId == u.Id && c.Kind == ConsentKind.Notice))
                .OrderBy(u => u.Id).Take(Batch).ToListAsync(cancellation);
            if (people.Count == 0) return;
            db.ConsentRecords.AddRange(people.Select(u => new ConsentRecord
            {
                UserId = u.Id,
                Kind = ConsentKind.Notice,
                NoticeVersion = u.PrivacyNoticeVersion!,
                GivenAt = u.PrivacyNoticeAcceptedAt!.Value,
            }));
            await db.SaveChangesAsync(cancellation);
        }
    }
}
