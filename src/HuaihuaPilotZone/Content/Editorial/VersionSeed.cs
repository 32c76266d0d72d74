using AutoMapper;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Risks;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>What was published before versions were kept, or by a seed, gets its first one.</summary>
internal sealed class VersionSeed(PortalDbContext db, IMapper mapper) : RoomSeed
{
    private const int Batch = 100;

    public override int Order => 70;

    public override async Task EnsureReferenceAsync(CancellationToken cancellation)
    {
        await EnsureAsync(db.News, JournalSubjects.News, n => DraftJson.Write(mapper.Map<NewsDraft>(n)), cancellation);
        await EnsureAsync(db.EnglishVersions, JournalSubjects.English, e => DraftJson.Write(mapper.Map<KeptEnglish>(e)), cancellation);
        await EnsureAsync(db.PolicyDocuments.Include(d => d.Issuers).ThenInclude(i => i.Body), JournalSubjects.Policy, d => DraftJson.Write(mapper.Map<PolicyDraft>(d)), cancellation);
        await EnsureAsync(db.RiskNotices.Include(n => n.Countries).Include(n => n.Goods).Include(n => n.Corridors), JournalSubjects.Risk, n => DraftJson.Write(RiskWriting.DraftOf(n)), cancellation);
    }

    public override Task EnsureDemonstrationAsync(CancellationToken cancellation) => EnsureReferenceAsync(cancellation);

    private async Task EnsureAsync<T>(IQueryable<T> texts, string subject, Func<T, string> draftOf, CancellationToken cancellation)
        where T : EditedText
    {
        while (await texts.Where(t => t.State == PublicationState.Published && t.VersionNumber == 0).OrderBy(t => t.Id).Take(Batch).AsSplitQuery().ToListAsync(cancellation) is { Count: > 0 } found)
        {
            foreach (var text in found)
            {
                text.VersionNumber = 1;
                // English versions had no time of publication before they had versions
                text.PublishedAt ??= text.UpdatedAt;
                text.RevisedAt ??= text.PublishedAt;
                db.TextVersions.Add(TextVersion.Of(subject, text, draftOf(text), text.PublishedAt.Value, "系统"));
            }
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
    }
}
