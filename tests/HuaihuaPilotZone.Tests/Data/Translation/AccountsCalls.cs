using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.Successions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class AccountsCalls : ServiceCalls
{
    private static readonly PrivacyConsent _consent = new(true, PrivacyNotice.Version);

    protected override void Describe()
    {
        Call<InvitationService>(s => s.InviteStaffAsync("示例", "x@example.invalid", [StaffRoles.Auditor], CancellationToken.None));
        Call<InvitationService>(s => s.InviteForEnterpriseAsync(1, "示例", "x@example.invalid", MembershipRole.EnterpriseFiler, CancellationToken.None));
        Call<InvitationService>(s => s.LinkOf(new IssuedInvitation("token", "示例", "x@example.invalid", "审计员", null)));
        Call<InvitationService>(s => s.FindOpenAsync("token", CancellationToken.None));
        Call<InvitationService>(s => s.ListOpenAsync(CancellationToken.None));
        Call<InvitationService>(s => s.WithdrawAsync(1, CancellationToken.None));
        Call<InvitationAcceptance>(s => s.LookAsync("token", 1, CancellationToken.None));
        Call<InvitationAcceptance>(s => s.AcceptAsNewAsync("token", new NewPerson("sample", null, "a-good-passw0rd", _consent), CancellationToken.None));
        Call<InvitationAcceptance>(s => s.AcceptAsExistingAsync("token", 1, _consent, CancellationToken.None));
        Call<PeopleService>(s => s.ListAsync(new PeopleQuery(PeopleView.Staff, "示例"), new PageRequest(), CancellationToken.None));
        Call<PeopleService>(s => s.ListAsync(new PeopleQuery(PeopleView.Enterprises, null), new PageRequest(), CancellationToken.None));
        Call<PeopleService>(s => s.ListAsync(new PeopleQuery(PeopleView.Disabled, null), new PageRequest(), CancellationToken.None));
        Call<PeopleService>(s => s.FindAsync(1, CancellationToken.None));
        Call<PeopleService>(s => s.SetRolesAsync(1, [StaffRoles.Auditor], CancellationToken.None));
        Call<PeopleService>(s => s.DisableAsync(1, "示例", CancellationToken.None));
        Call<PeopleService>(s => s.EnableAsync(1, "示例", CancellationToken.None));
        Call<EnterprisePeople>(s => s.ListAsync(1, "示例", new PageRequest(), CancellationToken.None));
        Call<EnterprisePeople>(s => s.FindAsync(1, 1, CancellationToken.None));
        Call<EnterprisePeople>(s => s.InvitationsAsync(1, CancellationToken.None));
        Call<EnterprisePeople>(s => s.InviteAsync(1, "示例", "x@example.invalid", MembershipRole.EnterpriseFiler, CancellationToken.None));
        Call<EnterprisePeople>(s => s.WithdrawInvitationAsync(1, 1, CancellationToken.None));
        Call<EnterprisePeople>(s => s.ChangeRoleAsync(1, 1, MembershipRole.EnterpriseFiler, CancellationToken.None));
        Call<EnterprisePeople>(s => s.SuspendAsync(1, 1, "示例", CancellationToken.None));
        Call<EnterprisePeople>(s => s.ResumeAsync(1, 1, CancellationToken.None));
        Call<EnterprisePeople>(s => s.RemoveAsync(1, 1, "示例", CancellationToken.None));
        Call<SuccessionRequests>(s => s.AskAsync(
            new SuccessionRequest("91431299MA0000015J", new SuccessionPerson("示例", "经理", "000-00000000", "x@example.invalid"), "示例", _consent),
            [new KeptFile("示例.pdf", 1, new string('0', 64), FileType.Pdf)], CancellationToken.None));
        Call<SuccessionRequests>(s => s.ListAsync(1, CancellationToken.None));
        Call<SuccessionRequests>(s => s.FindAsync(1, "JJ-20261129-0001", CancellationToken.None));
        Call<SuccessionRequests>(s => s.ObjectAsync(1, "JJ-20261129-0001", "示例", CancellationToken.None));
        Call<SuccessionDesk>(s => s.ListAsync(SuccessionState.Waiting, "示例", new PageRequest(), CancellationToken.None));
        Call<SuccessionDesk>(s => s.ExportAsync(SuccessionState.Waiting, "示例", CancellationToken.None));
        Call<SuccessionDesk>(s => s.FindAsync("JJ-20261129-0001", CancellationToken.None));
        Call<SuccessionDesk>(s => s.FindFileAsync("JJ-20261129-0001", 1, CancellationToken.None));
        Call<SuccessionDesk>(s => s.HistoryAsync("JJ-20261129-0001", new PageRequest(), CancellationToken.None));
        Call<SuccessionDesk>(s => s.ApproveAsync("JJ-20261129-0001", 1, "示例", true, CancellationToken.None));
        Call<SuccessionDesk>(s => s.RefuseAsync("JJ-20261129-0001", 1, "示例", CancellationToken.None));
        Call<PasswordService>(s => s.ChangeAsync(1, "a-good-passw0rd", "an0ther-password", CancellationToken.None));
        Call<PasswordService>(s => s.RequestResetAsync("sample", CancellationToken.None));
        Call<PasswordService>(s => s.IsLinkOpenAsync(1, "dG9rZW4", CancellationToken.None));
        Call<PasswordService>(s => s.ResetAsync(1, "dG9rZW4", "an0ther-password", CancellationToken.None));
        Call<RefusedAccess>(s => s.NoteAsync(JournalSubjects.Enterprise, "1", CancellationToken.None));
    }
}
