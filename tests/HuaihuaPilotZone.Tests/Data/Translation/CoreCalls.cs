using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>What all rooms use: memberships, invitations, the journal, numbers.</summary>
internal sealed class CoreCalls : ServiceCalls
{
    protected override void Describe()
    {
        Call<MembershipService>(s => s.FindChosenAsync(1, 1, CancellationToken.None));
        Call<MembershipService>(s => s.FindChosenAsync(1, null, CancellationToken.None));
        Call<MembershipService>(s => s.ListAsync(1, CancellationToken.None));
        Call<PortalJournal>(s => s.Write(JournalSubjects.Table, "USD", "rate.added", "示例", [new FieldChange("汇率", "7.1", "7.2", IsPersonal: true)]));
        Call<PortalJournal>(s => s.HistoryAsync(JournalSubjects.Table, "USD", new PageRequest(2), CancellationToken.None));
        Call<PortalJournal>(s => s.BlankPersonalAsync(JournalSubjects.Enterprise, "1", CancellationToken.None));
        Call<NumberGiver>(s => s.EnsureAsync("declaration-20261122", CancellationToken.None));
        CallInTransaction<NumberGiver>(s => s.NextAsync("declaration-20261122", CancellationToken.None));
        CallInTransaction<NumberGiver>(s => s.NextAsync("declaration-20261122", 50, CancellationToken.None));
        Call<NumberGiver>(s => s.LastAsync("declaration-20261122", CancellationToken.None));
    }
}
