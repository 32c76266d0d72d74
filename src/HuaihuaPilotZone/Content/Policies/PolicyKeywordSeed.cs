using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>Words that documents carried before the list of 主题词 was kept come into it, so that nothing that was written is lost or refused.</summary>
internal sealed class PolicyKeywordSeed(PortalDbContext db) : RoomSeed
{
    public override int Order => 59;

    public override async Task EnsureReferenceAsync(CancellationToken cancellation)
    {
        if (await db.PolicyKeywords.AnyAsync(cancellation)) return;
        var written = await db.PolicyDocuments.Where(d => d.Keywords != null).Select(d => d.Keywords).Distinct().ToListAsync(cancellation);
        var pending = await db.PolicyDocuments.Where(d => d.Pending != null).Select(d => d.Pending!).ToListAsync(cancellation);
        var words = written.Concat(pending.Select(p => DraftJson.Read<PolicyDraft>(p).Keywords)).SelectMany(PolicyKeywords.Split)
            .Where(w => w.Length <= PolicyKeyword.WordMaxLength).Distinct(StringComparer.OrdinalIgnoreCase);
        db.PolicyKeywords.AddRange(words.Select(w => new PolicyKeyword { Word = w }));
        await db.SaveChangesAsync(cancellation);
    }

    public override Task EnsureDemonstrationAsync(CancellationToken cancellation) => Task.CompletedTask;
}
