using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Applications;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class EnterprisesCalls : ServiceCalls
{
    private static readonly EnterpriseData _data = new() { Name = "译文测试公司", CreditCode = "91431299MA00012533", Type = EnterpriseType.Logistics, TagIds = [1], ParkAreaId = 1 };

    protected override void Describe()
    {
        Call<EnterpriseRoster>(s => s.FindAsync(1, CancellationToken.None));
        Call<EnterpriseRoster>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<EnterpriseRoster>(s => s.ChoicesAsync(CancellationToken.None));
        Call<EnterpriseService>(s => s.CreateAsync(_data, EnterpriseStage.Signed, new DateOnly(2026, 1, 1), CancellationToken.None));
        Call<EnterpriseService>(s => s.UpdateAsync(1, 1, _data, CancellationToken.None));
        Call<EnterpriseService>(s => s.UpdateContactsAsync(1, 1, [new ContactData(null, "示例", null, null, null)], CancellationToken.None));
        Call<EnterpriseService>(s => s.ChangeStageAsync(1, 1, EnterpriseStage.Left, new DateOnly(2026, 11, 1), "示例", CancellationToken.None));
        Call<EnterpriseService>(s => s.BlankPersonalHistoryAsync(1, "示例", CancellationToken.None));
        Call<FilingProfileService>(s => s.SaveAsync(1, 1, new FilingData { CustomsOffice = "4900" }, CancellationToken.None));
        Call<EntryApplicationService>(s => s.UnitsAsync(1, CancellationToken.None));
        Call<EntryApplicationService>(s => s.ChoicesAsync(CancellationToken.None));
        Call<EntryApplicationService>(s => s.ExistsAsync("RZ-20261122-0001", CancellationToken.None));
        Call<EntryApplicationService>(s => s.SubmitAsync(
            new EntryRequest
            {
                Name = "译文测试公司",
                CreditCode = "91431299MA0001261X",
                Intent = "示例",
                ContactName = "示例",
                ContactPhone = "000-00000000",
                ContactEmail = "x@example.invalid",
                ParkAreaId = 1,
                Consent = new PrivacyConsent(true, PrivacyNotice.Version),
            },
            CancellationToken.None));
        foreach (var sort in Enum.GetValues<ApplicationSort>())
        {
            Call<EntryReview>(s => s.ListAsync(new ApplicationFilter(ApplicationState.Submitted, "RZ", EnterpriseType.Logistics, sort), new PageRequest(), CancellationToken.None));
            Call<EntryReview>(s => s.StreamAsync(new ApplicationFilter(Sort: sort, IsAscending: true)));
        }

        Call<EntryReview>(s => s.CountWaitingAsync(CancellationToken.None));
        Call<EntryReview>(s => s.FindAsync("RZ-20261122-0001", CancellationToken.None));
        Call<EntryReview>(s => s.FindNumberAsync(1, CancellationToken.None));
        Call<EntryReview>(s => s.ApproveAsync("RZ-20261122-0001", new EntryApproval(EnterpriseStage.Signed, new DateOnly(2026, 11, 1), 1, null), CancellationToken.None));
        Call<EntryReview>(s => s.RefuseAsync("RZ-20261122-0001", "示例", CancellationToken.None));
    }
}
