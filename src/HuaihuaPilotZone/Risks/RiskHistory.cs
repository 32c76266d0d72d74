using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Risks;

/// <summary>The versions of notices of risks.</summary>
public sealed class RiskHistory(PortalDbContext db, RiskDesk desk, RiskLists lists) : TextHistory(db)
{
    private protected override string Subject => JournalSubjects.Risk;

    private protected override Task<IReadOnlyList<EditedField>> FieldsOfAsync(string draft, CancellationToken cancellation)
    {
        var kept = DraftJson.Read<RiskData>(draft);
        var notice = new RiskNotice
        {
            Number = "",
            Severity = kept.Severity,
            Title = kept.Title,
            Summary = kept.Summary,
            Body = kept.Body,
            From = kept.From,
            Source = kept.Source,
            SourceOn = kept.SourceOn,
            CreatedAt = default,
            UpdatedAt = default,
        };
        RiskWriting.Write(notice, kept, static _ => { });
        return desk.FieldsAsync(notice, cancellation);
    }

    private protected override async Task<IReadOnlyList<EditedField>?> FieldsNowAsync(int id, CancellationToken cancellation) =>
        await lists.FindAsync(id, cancellation) is { } saved ? await desk.FieldsAsync(saved.Notice, cancellation) : null;

    private protected override Task<Outcome> SaveAsync(int id, int version, string draft, CancellationToken cancellation) =>
        desk.UpdateAsync(id, version, DraftJson.Read<RiskData>(draft) with { Correction = null }, cancellation);
}
