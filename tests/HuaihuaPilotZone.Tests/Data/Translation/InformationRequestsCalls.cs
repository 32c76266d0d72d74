using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.InformationRequests;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class InformationRequestsCalls : ServiceCalls
{
    private const string Number = "GK-20261128-0001";
    private const string Code = "AAAA-BBBB-CCCC";

    protected override void Describe()
    {
        var applicant = new RequestApplicant("示例", IdentityKind.Other, "1", "000-0000000", null, null);
        var draft = new RequestDraft(applicant, "内容", InformationForm.Electronic, DeliveryWay.Online, new PrivacyConsent(true, PrivacyNotice.Version));
        Call<InformationRequestBox>(s => s.SubmitAsync(draft, CancellationToken.None));
        Call<InformationRequestBox>(s => s.LookAsync(Number, Code, CancellationToken.None), In(RequestState.Handling));
        Call<InformationRequestBox>(s => s.CorrectAsync(Number, Code, "内容", CancellationToken.None), In(RequestState.AwaitingCorrection).Reaching("UPDATE"));
        Call<InformationRequestDesk>(s => s.ListAsync(new RequestFilter("GK", RequestState.Received), new PageRequest(2), CancellationToken.None), In(RequestState.Received));
        Call<InformationRequestDesk>(s => s.StreamAsync(new RequestFilter(Sort: RequestSort.State, Descending: true), CancellationToken.None), In(RequestState.Received));
        Call<InformationRequestDesk>(s => s.FindAsync(Number, CancellationToken.None), In(RequestState.Received));
        Call<InformationRequestDesk>(s => s.AskCorrectionAsync(Number, 1, "说明", CancellationToken.None), In(RequestState.Received));
        Call<InformationRequestDesk>(s => s.AbandonAsync(Number, 1, "说明", CancellationToken.None), In(RequestState.AwaitingCorrection));
        Call<InformationRequestDesk>(s => s.ConfirmAsync(Number, 1, CancellationToken.None), In(RequestState.Received));
        Call<InformationRequestDesk>(s => s.StartConsultationAsync(Number, 1, "第三方", CancellationToken.None), In(RequestState.Handling));
        Call<InformationRequestDesk>(s => s.EndConsultationAsync(Number, 1, CancellationToken.None), In(RequestState.Handling));
        Call<InformationRequestDesk>(s => s.ExtendAsync(Number, 1, 20, "原因", "负责人", CancellationToken.None), In(RequestState.Handling));
        Call<InformationRequestDesk>(s => s.AnswerAsync(Number, 1, RequestAnswer.Granted, "答复", CancellationToken.None), In(RequestState.Handling));
        Call<InformationRequestClock>(s => s.RemindAsync(CancellationToken.None), In(RequestState.Received));
        Call<InformationRequestClock>(s => s.EraseOldAsync(CancellationToken.None), In(RequestState.Answered));
    }

    private static Answers In(RequestState state) => Row(
        ("Number", Number), ("CodeHash", QueryCode.Hash(Number, Code)), ("State", state.ToString()), ("Form", nameof(InformationForm.Paper)), ("Delivery", nameof(DeliveryWay.Post)), ("ConfirmedOn", new DateOnly(2026, 11, 20)),
        ("ReceivedAt", new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc)), ("AnsweredAt", new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc)));
}
