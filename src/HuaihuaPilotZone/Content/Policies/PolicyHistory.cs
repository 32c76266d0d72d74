using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>The versions of policy documents.</summary>
public sealed class PolicyHistory(PortalDbContext db, PolicyDesk desk) : TextHistory(db)
{
    private protected override string Subject => JournalSubjects.Policy;

    private protected override Task<IReadOnlyList<EditedField>> FieldsOfAsync(string draft, CancellationToken cancellation) =>
        Task.FromResult(PolicyWriter.Fields(PolicyWriter.Unkept(DraftJson.Read<PolicyDraft>(draft))));

    private protected override async Task<IReadOnlyList<EditedField>?> FieldsNowAsync(int id, CancellationToken cancellation) =>
        await desk.FindAsync(id, cancellation) is { } document ? PolicyWriter.Fields(document) : null;

    private protected override Task<Outcome> SaveAsync(int id, int version, string draft, CancellationToken cancellation) =>
        desk.UpdateAsync(id, version, DraftJson.Read<PolicyDraft>(draft) with { Correction = null }, cancellation);
}
