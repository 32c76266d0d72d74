using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Messages;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class MessagesCalls : ServiceCalls
{
    private static readonly NoticeDraft _notice = new(MessageKind.JobEnded, "标题", "正文", "/park");

    protected override void Describe()
    {
        Call<Outbox>(s => s.AddMail(MessageKind.EntryDecision, "x@example.invalid", "主题", "正文"));
        Call<Outbox>(s => s.NotifyAsync(Audience.Person(1), _notice, CancellationToken.None));
        Call<Outbox>(s => s.NotifyAsync(Audience.Staff(StaffRoles.Reviewer), _notice, CancellationToken.None));
        Call<Outbox>(s => s.NotifyAsync(Audience.Enterprise(1, 2), _notice, CancellationToken.None));
        Call<Outbox>(s => s.NotifyEnterprisesAsync([1, 2], _notice, CancellationToken.None));
        Call<Outbox>(s => s.ForgetAsync("x@example.invalid", [MessageKind.SubscriptionNews], CancellationToken.None));
        Call<Outbox>(s => s.Dispose());
        Call<Inbox>(s => s.CountUnreadAsync(1, CancellationToken.None));
        Call<Inbox>(s => s.ListAsync(1, true, new PageRequest(2), CancellationToken.None));
        Call<Inbox>(s => s.OpenAsync(1, 1, CancellationToken.None));
        Call<Inbox>(s => s.ReadAllAsync(1, 1, CancellationToken.None));
        Call<Inbox>(s => s.MailedKindsAsync(1, CancellationToken.None));
        Call<Inbox>(s => s.SetMailedKindsAsync(1, [MessageKind.JobEnded], CancellationToken.None));
        Call<MailDelivery>(s => s.DeliverDueAsync(CancellationToken.None));
        Call<MailDelivery>(s => s.ForgetOldAsync(CancellationToken.None));
        foreach (var state in Enum.GetValues<MailState>()) Call<MailLedger>(s => s.ListAsync(state, "示例", new PageRequest(2), CancellationToken.None));
        Call<MailLedger>(s => s.CountGivenUpAsync(CancellationToken.None));
        Call<MailLedger>(s => s.RetryAsync(1, CancellationToken.None));
    }
}
