using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Personal.Consents;
using HuaihuaPilotZone.Personal.Keys;
using HuaihuaPilotZone.Personal.Requests;
using HuaihuaPilotZone.Personal.Retention;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class PersonalCalls : ServiceCalls
{
    protected override void Describe()
    {
        var consent = new PrivacyConsent(true, PrivacyNotice.Version);
        Call<ConsentService>(s => s.LookAsync(1, new PageRequest(2, 10), CancellationToken.None));
        Call<ConsentService>(s => s.AsksForNoticeAsync(1, CancellationToken.None));
        foreach (var kind in Enum.GetValues<ConsentKind>())
        {
            Call<ConsentService>(s => s.GiveAsync(1, kind, consent, CancellationToken.None));
            Call<ConsentService>(s => s.WithdrawAsync(1, kind, CancellationToken.None));
        }

        Call<PrivacyRequests>(s => s.SubmitAsync(1, PrivacyRequestKind.Deletion, "不再使用", CancellationToken.None));
        Call<PrivacyRequests>(s => s.ListAsync(1, new PageRequest(2, 10), CancellationToken.None));
        Call<PrivacyRequests>(s => s.WithdrawAsync(1, "GX-20261129-0001", CancellationToken.None));
        Call<PrivacyRequests>(s => s.RenameAsync(1, "新名", CancellationToken.None));
        foreach (var sort in Enum.GetValues<PrivacyRequestSort>())
        {
            Call<PrivacyDesk>(s => s.ListAsync(new PrivacyRequestFilter("A", PrivacyRequestState.Received, PrivacyRequestKind.Deletion, sort), new PageRequest(2, 10), CancellationToken.None));
            Call<PrivacyDesk>(s => s.StreamAsync(new PrivacyRequestFilter(Sort: sort, Descending: true), CancellationToken.None));
        }

        Call<PrivacyDesk>(s => s.FindAsync("GX-20261129-0001", CancellationToken.None));
        Call<PrivacyDesk>(s => s.HistoryAsync("GX-20261129-0001", new PageRequest(), CancellationToken.None));
        Call<PrivacyDesk>(s => s.TakeAsync("GX-20261129-0001", 1, CancellationToken.None));
        Call<PrivacyDesk>(s => s.AnswerAsync("GX-20261129-0001", 1, "已更正", CancellationToken.None));
        Call<PrivacyDesk>(s => s.RefuseAsync("GX-20261129-0001", 1, "不是本人", CancellationToken.None));
        Call<PrivacyDesk>(s => s.EraseAsync("GX-20261129-0001", 1, "已核对", CancellationToken.None));
        Call<PersonalExport>(s => s.MakeAsync(1, CancellationToken.None));
        Call<PersonalExportJobs>(s => s.IsLongAsync(1, CancellationToken.None));
        Call<PersonalExportJobs>(s => s.StartAsync(1, CancellationToken.None));
        Call<PersonalExportJobs>(s => s.LastAsync(1, CancellationToken.None));
        Call<PersonalExportJobs>(s => s.OpenAsync(1, 1, CancellationToken.None), Answers.Empty);
        foreach (var kind in Enum.GetValues<UnmaskKind>())
        {
            Call<Unmasking>(s => s.NameAsync(new UnmaskTarget(kind, "1", true), CancellationToken.None));
            Call<Unmasking>(s => s.LookAsync(new UnmaskTarget(kind, "1", false), "通知领证", CancellationToken.None));
        }

        Call<BreachNotices>(s => s.MakeAsync(new BreachFacts("今天", "电话", "正在核查", "骚扰电话", "已关闭", "留意来电", "示例"), CancellationToken.None));
        Call<RetentionService>(s => s.ListAsync(new PageRequest(2, 10), CancellationToken.None));
        Call<RetentionService>(s => s.StartDueAsync(CancellationToken.None));
        Call<KeyRotation>(s => s.CountAsync(CancellationToken.None));
        Call<KeyRotation>(s => s.RotateAsync(false, CancellationToken.None));
    }
}
