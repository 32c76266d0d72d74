using System.Globalization;
using System.Net;
using System.Text.Json;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tests.Api;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tests.Webhooks;

/// <summary>An enterprise's own system is told what happens, by a portal and a receiver that really listen.</summary>
public sealed class TellingSystemsTests : IAsyncDisposable
{
    private readonly Portal _portal = Portal.Own(("Webhooks:AllowLocal", "true"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_of_state_and_a_receipt_arrive_signed()
    {
        await using var receiver = await Receiver.ListenAsync();
        var visitor = await _portal.VisitAsAsync("luggage");
        var answer = await visitor.SubmitAsync("/enterprise/webhooks", new() { ["Url"] = receiver.Url }, "/enterprise/webhooks");
        var secret = (await visitor.OpenAsync(answer.LedTo())).QuerySelector("#new-secret")!.TextContent;
        Assert.Null((await visitor.OpenAsync("/enterprise/webhooks")).QuerySelector("#new-secret"));

        var system = await ApiSystem.OfAsync(_portal);
        var number = (await system.SubmitNewAsync()).Number;
        await receiver.WaitAsync(1);
        await system.HandInAsync(Receipts.OfAList(DeclarationNumber.Parse(number, null).CopNo, "800", "20261122110000000"));
        var arrivals = await receiver.WaitAsync(2);

        Assert.All(arrivals, a => Assert.Equal("v1=" + WebhookSecrets.Signature(secret, a.Timestamp, a.Body), a.Signature));
        Assert.NotEqual(WebhookSecrets.Signature("whsec_other", arrivals[0].Timestamp, arrivals[0].Body), arrivals[0].Signature[3..]);
        Assert.Equal(_portal.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), arrivals[0].Timestamp);
        var (state, receipt) = (JsonDocument.Parse(arrivals[0].Body).RootElement, JsonDocument.Parse(arrivals[1].Body).RootElement);
        Assert.Equal((arrivals[0].Id, "declaration.state"), (state.GetProperty("id").GetString(), state.GetProperty("event").GetString()));
        Assert.Equal((number, "draft", "submitted"), (Data(state, "number"), Data(state, "from"), Data(state, "to")));
        Assert.Equal(("declaration.receipt", number, "released"), (receipt.GetProperty("event").GetString(), Data(receipt, "number"), Data(receipt, "customsState")));
    }

    [Fact]
    public async Task An_act_that_was_refused_tells_nobody_and_another_enterprise_is_not_told()
    {
        await using var receiver = await Receiver.ListenAsync();
        await AddAsync(receiver.Url);
        await using var others = await Receiver.ListenAsync();
        await AddAsync(others.Url, "tea");
        var system = await ApiSystem.OfAsync(_portal);
        var draft = await system.CreateAsync(d => d["netWeight"] = "9999");

        await system.SendAsync(HttpMethod.Post, $"/api/v1/declarations/{draft.Number}/submit", version: draft.Version);
        var number = (await system.SubmitNewAsync()).Number;

        Assert.Equal(number, Data(JsonDocument.Parse((await receiver.WaitAsync(1))[0].Body).RootElement, "number"));
        Assert.Equal(1, await _portal.WithDatabaseAsync(db => db.WebhookDeliveries.CountAsync(Cancellation)));
        Assert.Empty(others.Arrivals);
    }

    [Fact]
    public async Task What_could_not_be_delivered_is_sent_after_a_restart_under_the_same_id()
    {
        var receiver = await Receiver.ListenAsync();
        var url = receiver.Url;
        await AddAsync(url);
        await receiver.DisposeAsync();
        await (await ApiSystem.OfAsync(_portal)).SubmitNewAsync();
        var failed = await UntilAsync(d => d.Attempts > 0 && d.LastError is not null);
        Assert.Null(failed.DeliveredAt);
        Assert.Equal("连不上对方", failed.LastError);
        // the first instance is gone; another one finds what it left
        foreach (var worker in _portal.Services.GetServices<IHostedService>().OfType<WebhookWorker>()) await worker.StopAsync(Cancellation);
        await using var back = await Receiver.ListenAsync(new Uri(url).Port);
        Assert.Equal(0, await SendAsync());
        _portal.Clock.Set(new DateTimeOffset(failed.DueAt, TimeSpan.Zero).AddSeconds(1));

        Assert.Equal(1, await SendAsync());

        Assert.Equal(failed.EventId, Assert.Single(back.Arrivals).Id);
        Assert.Equal(0, await SendAsync());
        Assert.NotNull((await OnlyAsync()).DeliveredAt);
    }

    [Fact]
    public async Task Three_instances_send_each_event_once()
    {
        await StopWorkerAsync();
        await using var receiver = await Receiver.ListenAsync();
        await AddAsync(receiver.Url);
        var system = await ApiSystem.OfAsync(_portal);
        for (var i = 0; i < 6; i++) await system.SubmitNewAsync();

        await Task.WhenAll(SendAsync(), SendAsync(), SendAsync());

        Assert.Equal(6, receiver.Arrivals.Select(a => a.Id).Distinct().Count());
        Assert.Equal(6, receiver.Arrivals.Count);
    }

    [Fact]
    public async Task A_delivery_is_sent_again_from_the_log()
    {
        await using var receiver = await Receiver.ListenAsync();
        var id = await AddAsync(receiver.Url);
        await (await ApiSystem.OfAsync(_portal)).SubmitNewAsync();
        var first = (await receiver.WaitAsync(1))[0];
        var delivery = await UntilAsync(d => d.DeliveredAt is not null);
        var visitor = await _portal.VisitAsAsync("luggage");

        await visitor.SubmitAsync($"/enterprise/webhooks/{id}", [], $"/enterprise/webhooks/{id}/deliveries/{delivery.Id}/replay");

        await StopWorkerAsync();
        await SendAsync();
        var again = (await receiver.WaitAsync(2))[1];
        Assert.Equal((first.Id, first.Body), (again.Id, again.Body));
        Assert.Contains("已送达", (await visitor.OpenAsync($"/enterprise/webhooks/{id}")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await StopWorkerAsync();
        await using var target = await Receiver.ListenAsync();
        await using var receiver = await Receiver.ListenAsync();
        (receiver.Answer, receiver.RedirectTo) = (HttpStatusCode.TemporaryRedirect, target.Url);
        await AddAsync(receiver.Url);
        await (await ApiSystem.OfAsync(_portal)).SubmitNewAsync();

        await SendAsync();

        Assert.Single(receiver.Arrivals);
        Assert.Empty(target.Arrivals);
        Assert.Equal(307, (await OnlyAsync()).LastStatus);
    }

    [Fact]
    public async Task An_address_that_fails_for_days_is_switched_off_with_a_notice_and_on_again()
    {
        await StopWorkerAsync();
        await using var receiver = await Receiver.ListenAsync();
        receiver.Answer = HttpStatusCode.InternalServerError;
        var id = await AddAsync(receiver.Url);
        var system = await ApiSystem.OfAsync(_portal);
        await system.SubmitNewAsync();
        var waits = new List<TimeSpan>();
        for (var attempt = 1; attempt < WebhookSender.MostAttempts; attempt++)
        {
            Assert.Equal(1, await SendAsync());
            var due = (await OnlyAsync()).DueAt;
            waits.Add(due - _portal.Clock.GetUtcNow().UtcDateTime);
            _portal.Clock.Set(new DateTimeOffset(due, TimeSpan.Zero));
        }
        Assert.True(waits[^1] > waits[0] * 100);
        _portal.Clock.Set(_portal.Clock.GetUtcNow().AddDays(1));
        await SendAsync();

        Assert.NotNull((await OnlyAsync()).GivenUpAt);
        Assert.NotNull(await _portal.WithDatabaseAsync(db => db.Webhooks.Where(w => w.Id == id).Select(w => w.DisabledAt).SingleAsync(Cancellation)));
        _portal.ForgetVisitors();
        var visitor = await _portal.VisitAsAsync("luggage");
        Assert.Contains("已停用", (await visitor.OpenAsync("/inbox")).Body!.TextContent, StringComparison.Ordinal);
        await system.SubmitNewAsync();
        Assert.Equal(1, await _portal.WithDatabaseAsync(db => db.WebhookDeliveries.CountAsync(Cancellation)));

        receiver.Answer = HttpStatusCode.OK;
        await visitor.SubmitAsync($"/enterprise/webhooks/{id}", [], $"/enterprise/webhooks/{id}/resume");
        await system.SubmitNewAsync();
        Assert.Equal(1, await SendAsync());
    }

    [Fact]
    public async Task The_secret_does_not_stand_in_the_database()
    {
        var added = await _portal.InScopeAsync(async s => await s.GetRequiredService<WebhookService>().AddAsync(await ApiSystem.EnterpriseAsync(_portal, "luggage"), "https://erp.example.cn/hook", true, true, Cancellation));

        var stored = await _portal.WithDatabaseAsync(db => db.Webhooks.SingleAsync(w => w.Id == added.Value.Id, Cancellation));

        Assert.DoesNotContain(added.Value.Secret, stored.ProtectedSecret, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://erp.example.cn/hook")]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://[::1]/hook")]
    [InlineData("https://[::ffff:10.0.0.1]/hook")]
    [InlineData("https://10.1.2.3/hook")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://192.168.1.1/hook")]
    [InlineData("https://user:secret@erp.example.cn/hook")]
    [InlineData("ftp://erp.example.cn/hook")]
    [InlineData("erp.example.cn/hook")]
    [InlineData("")]
    public void An_address_of_ones_own_network_is_not_taken(string url) => Assert.NotNull(Strict().Refuse(url));

    [Theory]
    [InlineData("100.64.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("224.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:0:a00:1::", false)]
    [InlineData("240e:1::1", true)]
    [InlineData("223.5.5.5", true)]
    public void Only_the_public_internet_is_called(string address, bool isPublic) => Assert.Equal(isPublic, WebhookTargets.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_into_the_own_network_is_found_out_when_it_is_called()
    {
        await using var receiver = await Receiver.ListenAsync();
        using var transport = new HttpWebhookTransport(Strict());
        var call = new WebhookCall(new UriBuilder(receiver.Url) { Host = "localhost" }.Uri, "{}", new Dictionary<string, string>(StringComparer.Ordinal));

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => transport.PostAsync(call, Cancellation));

        Assert.Contains("内网", refused.ToString(), StringComparison.Ordinal);
        Assert.Empty(receiver.Arrivals);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private WebhookTargets Strict() => new(Options.Create(new WebhookOptions { AllowLocal = false }), _portal.Services.GetRequiredService<IHostEnvironment>());

    private static string? Data(JsonElement e, string name) => e.GetProperty("data").GetProperty(name).GetString();

    private async Task<int> AddAsync(string url, string userName = "luggage")
    {
        var enterprise = await ApiSystem.EnterpriseAsync(_portal, userName);
        return (await _portal.InScopeAsync(s => s.GetRequiredService<WebhookService>().AddAsync(enterprise, url, true, true, Cancellation))).Value.Id;
    }

    private Task<int> SendAsync() => _portal.InScopeAsync(s => s.GetRequiredService<WebhookSender>().SendDueAsync(Cancellation));

    private async Task StopWorkerAsync()
    {
        foreach (var worker in _portal.Services.GetServices<IHostedService>().OfType<WebhookWorker>()) await worker.StopAsync(Cancellation);
    }

    private Task<WebhookDelivery> OnlyAsync() => _portal.WithDatabaseAsync(db => db.WebhookDeliveries.AsNoTracking().SingleAsync(Cancellation));

    private async Task<WebhookDelivery> UntilAsync(Func<WebhookDelivery, bool> holds)
    {
        for (var i = 0; i < 400; i++)
        {
            if (await _portal.WithDatabaseAsync(db => db.WebhookDeliveries.AsNoTracking().FirstOrDefaultAsync(Cancellation)) is { } delivery && holds(delivery)) return delivery;
            await Task.Delay(50, Cancellation);
        }
        throw new TimeoutException("The delivery did not come so far.");
    }
}
