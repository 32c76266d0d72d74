using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Content.English;

/// <summary>The versions of English texts, by the id of the English version.</summary>
public sealed class EnglishHistory(PortalDbContext db, EnglishVersions versions) : TextHistory(db)
{
    private protected override string Subject => JournalSubjects.English;

    private protected override Task<IReadOnlyList<EditedField>> FieldsOfAsync(string draft, CancellationToken cancellation)
    {
        var kept = DraftJson.Read<KeptEnglish>(draft);
        return Task.FromResult(EnglishVersions.Fields(kept.Title, kept.Summary, kept.Body));
    }

    private protected override async Task<IReadOnlyList<EditedField>?> FieldsNowAsync(int id, CancellationToken cancellation) =>
        await versions.FindAsync(id, cancellation) is { English: { } english } ? EnglishVersions.Fields(english) : null;

    // with the hash of the Chinese text that the old words were written from, so that they count as stale where that was changed since
    private protected override Task<Outcome> SaveAsync(int id, int version, string draft, CancellationToken cancellation) =>
        versions.SaveKeptAsync(id, version, DraftJson.Read<KeptEnglish>(draft), cancellation);
}
