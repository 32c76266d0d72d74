using System.Text;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Receipts;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Tests.Customs;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Webhooks;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class InterfaceCalls : ServiceCalls
{
    private static readonly RepeatableCall _call = new(1, "a", new string('0', 64));

    private static readonly byte[] _receipt = Encoding.UTF8.GetBytes(Receipts.OfAList("HH20261122000001", "800", "20261122100000000"));

    protected override void Describe()
    {
        Call<ApiKeyService>(s => s.ListAsync(1, new PageRequest(2), CancellationToken.None));
        Call<ApiKeyService>(s => s.IssueAsync(1, "示例", ApiScopes.All, new DateOnly(2027, 1, 1), CancellationToken.None));
        Call<ApiKeyService>(s => s.RevokeAsync(1, 1, CancellationToken.None));
        Call<ApiKeyService>(s => s.FindCallerAsync("hhk_x", CancellationToken.None));
        Call<IdempotentCalls>(s => s.RunAsync(_call, _ => Task.FromResult(new ApiAnswer(201, "{}", "/x", 1)), CancellationToken.None));
        Call<DeclarationService>(s => s.OpenAsync(1, DocumentKind.List, AValidList.Of(AValidList.Retail).ToDocument(), new TablesEdition(0, AValidList.Tables, []), CancellationToken.None));
        Call<DeclarationService>(s => s.OpenManyAsync(1, [AValidList.Of(AValidList.Retail).ToDocument(), AValidList.Of(AValidList.Retail).ToDocument()], new TablesEdition(0, AValidList.Tables, []), CancellationToken.None));
        Call<DeclarationFeed>(s => s.ReadAsync(1, new FeedQuery(DeclarationState.Draft, DocumentKind.List, DateTime.UnixEpoch, new FeedPlace(DateTime.UnixEpoch, 1)), CancellationToken.None));
        Call<ReceiptIntake>(s => s.TakeAsync(1, _receipt, CancellationToken.None), Row(("Message", "CEB604Message"), ("Values", "{}")));
        foreach (var view in Enum.GetValues<ReceiptView>()) Call<ReceiptLists>(s => s.ListAsync(1, view, new PageRequest(2), CancellationToken.None));
        Call<ReceiptLists>(s => s.OfAsync(1, CancellationToken.None));
        Call<ReceiptLists>(s => s.ListNumbersAsync([1, 2], CancellationToken.None));
        DescribeWebhooks();
    }

    private void DescribeWebhooks()
    {
        Call<WebhookOutbox>(s => s.AddAsync(1, WebhookEvent.DeclarationState, "HH-20261122-000001", new { }, CancellationToken.None));
        Call<WebhookOutbox>(s => s.AddAsync(1, WebhookEvent.Receipt, "HH-20261122-000001", new { }, CancellationToken.None));
        Call<WebhookOutbox>(s => s.Dispose());
        Call<WebhookService>(s => s.ListAsync(1, CancellationToken.None));
        Call<WebhookService>(s => s.FindAsync(1, 1, CancellationToken.None));
        Call<WebhookService>(s => s.AddAsync(1, "https://a.example.cn/hook", true, true, CancellationToken.None));
        Call<WebhookService>(s => s.RemoveAsync(1, 1, CancellationToken.None), Row(("Url", "https://a.example.cn/hook")));
        Call<WebhookService>(s => s.ResumeAsync(1, 1, CancellationToken.None), Row(("Url", "https://a.example.cn/hook")));
        Call<WebhookService>(s => s.TestAsync(1, 1, CancellationToken.None));
        Call<WebhookService>(s => s.DeliveriesAsync(1, 1, null, new PageRequest(2), CancellationToken.None));
        foreach (var state in Enum.GetValues<DeliveryState>()) Call<WebhookService>(s => s.DeliveriesAsync(1, 1, state, new PageRequest(), CancellationToken.None));
        Call<WebhookService>(s => s.ReplayAsync(1, 1, 1, CancellationToken.None));
        Call<WebhookSender>(s => s.SendDueAsync(CancellationToken.None), Row(("Url", "https://a.example.cn/hook"), ("Attempts", 1)));
        Call<WebhookSender>(s => s.ForgetOldAsync(CancellationToken.None));
    }
}
