using System.Net;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup.SignIns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Accounts.SignIns;

/// <summary>A portal that asks again after ten minutes.</summary>
public sealed class TenMinutes : IAsyncDisposable
{
    public Portal Portal { get; } = Portal.Own(("SignIn:StepUpMinutes", "10"));

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}

public sealed class AskingAgainTests(TenMinutes fixture) : IClassFixture<TenMinutes>
{
    private const string Keys = "/enterprise/api-keys";

    private readonly Portal _portal = fixture.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Acts that are dangerous, written down a second time: one that is not asked for any more has to be changed here as well.</summary>
    private static readonly string[] _dangerous =
    [
        "POST account/second-factor/codes", "POST account/second-factor/device", "POST account/second-factor/off", "GET account/second-factor/device",
        "POST park/people/invite", "POST park/people/invitations/{id:int}/withdraw", "POST park/people/{id:int}/roles", "POST park/people/{id:int}/disable", "POST park/people/{id:int}/enable",
        "POST park/people/{id:int}/second-factor/reset", "POST park/enterprises/{id:int}/merge/{other:int}", "POST park/enterprises/merges/{id:int}/undo", "POST park/enterprises/{id:int}/split",
        "POST park/enterprises/export", "POST park/investment/export.csv", "POST park/yard/gate/export.csv", "POST park/successions/{number}/approve", "POST park/privacy-requests/{number}/erase", "POST park/privacy/keys",
        "POST park/enterprises/{id:int}/contacts/full", "POST park/people/{id:int}/full", "POST park/applications/{number}/contact/full", "POST park/letters/{number}/writer/full",
        "POST park/information-requests/{number}/applicant/full", "POST park/successions/{number}/person/full", "POST park/investment/{number}/contact/full", "POST park/imports/{id:int}/contacts/full",
        "GET park/imports/{id:int}/failed.csv", "GET park/imports/{id:int}/failed.xlsx", "POST park/messages/{id:int}/recipient/full", "POST park/yard/stays/{id:int}/vehicles/full", "POST account/privacy/export", "GET account/privacy/export/{id:int}", "POST account/privacy/requests",
        "POST enterprise/api-keys", "POST enterprise/api-keys/{id:int}/revoke", "POST enterprise/webhooks", "POST enterprise/webhooks/{id:int}/remove",
        "POST enterprise/people/invite", "POST enterprise/people/{id:int}/role", "POST enterprise/people/{id:int}/suspend", "POST enterprise/people/{id:int}/resume", "POST enterprise/people/{id:int}/remove",
        "POST enterprise/people/{id:int}/full", "POST enterprise/profile/contacts/full",
    ];

    [Fact]
    public void Roles_people_merges_keys_and_files_with_persons_are_asked_for()
    {
        var marked = _portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .Where(a => a.FilterDescriptors.Any(f => f.Filter is StepUpAttribute))
            .Select(a => $"{string.Join(',', a.ActionConstraints!.OfType<Microsoft.AspNetCore.Mvc.ActionConstraints.HttpMethodActionConstraint>().SelectMany(c => c.HttpMethods))} {a.AttributeRouteInfo!.Template}")
            .ToList();

        Assert.Empty(_dangerous.Except(marked, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Right_after_signing_in_nobody_is_asked()
    {
        var visitor = await AdministratorAsync();

        using var answer = await visitor.SubmitAsync(Keys, Key("马上"), Keys);

        Assert.Equal(Keys, answer.LedTo());
    }

    [Fact]
    public async Task After_ten_minutes_the_password_is_asked_for_and_what_was_typed_is_sent_with_it()
    {
        var visitor = await AdministratorAsync();
        _portal.Later(TimeSpan.FromMinutes(11));

        var asked = await Visitor.ReadAsync(await visitor.SubmitAsync(Keys, Key("示例“<b>系统</b>”"), Keys));
        var form = (IHtmlFormElement)asked.QuerySelector("form[data-step-up]")!;
        Assert.Equal(Keys, form.GetAttribute("action"));
        Assert.Contains(form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>(), i => i is { Name: "Name", Value: "示例“<b>系统</b>”" });
        Assert.Null(form.QuerySelector("b"));
        Assert.False(await HasKeyAsync("示例“<b>系统</b>”"));

        var wrong = await Visitor.ReadAsync(await SendAsync(visitor, form, "not-this-one"));
        Assert.Contains("密码不对。", wrong.Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("not-this-one", wrong.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.False(await HasKeyAsync("示例“<b>系统</b>”"));

        using var done = await SendAsync(visitor, (IHtmlFormElement)wrong.QuerySelector("form[data-step-up]")!, DemonstrationAccounts.Password);
        Assert.Equal(Keys, done.LedTo());
        Assert.True(await HasKeyAsync("示例“<b>系统</b>”"));
        Assert.Equal(Keys, (await visitor.SubmitAsync(Keys, Key("接着"), Keys)).LedTo());
    }

    [Fact]
    public async Task Who_has_a_second_factor_gives_a_code_and_the_password_is_not_enough()
    {
        var visitor = await AdministratorAsync();
        var (app, _) = await visitor.SetUpAsync(_portal);
        _portal.Later(TimeSpan.FromMinutes(11));

        var asked = await Visitor.ReadAsync(await visitor.SubmitAsync(Keys, Key("验证码"), Keys));
        var form = (IHtmlFormElement)asked.QuerySelector("form[data-step-up]")!;
        Assert.Contains("不对，或已经用过", (await Visitor.ReadAsync(await SendAsync(visitor, form, DemonstrationAccounts.Password))).Content(), StringComparison.Ordinal);

        Assert.Equal(Keys, (await SendAsync(visitor, form, app.Code())).LedTo());
        Assert.True(await HasKeyAsync("验证码"));
    }

    [Fact]
    public async Task A_page_is_asked_for_first_and_then_shown()
    {
        var visitor = await AdministratorAsync();
        _portal.Later(TimeSpan.FromMinutes(11));

        var asks = (await visitor.GetAsync("/account/second-factor/device")).LedTo();
        Assert.Equal("/account/confirm?returnUrl=%2Faccount%2Fsecond-factor%2Fdevice", asks);
        Assert.Equal("/account/second-factor/device", (await visitor.SubmitAsync(asks, new() { [StepUpFilter.Field] = DemonstrationAccounts.Password })).LedTo());
        await visitor.OpenAsync("/account/second-factor/device");
    }

    [Fact]
    public void No_act_that_is_asked_for_takes_files_which_the_page_could_not_keep()
    {
        var acts = _portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.Where(a => a.FilterDescriptors.Any(f => f.Filter is StepUpAttribute)).ToList();

        Assert.NotEmpty(acts);
        Assert.Empty(acts.Where(a => a.Parameters.Any(p => TakesFiles(p.ParameterType) || p.ParameterType.GetProperties().Any(f => TakesFiles(f.PropertyType)))).Select(a => a.DisplayName));

        static bool TakesFiles(Type type) => typeof(IFormFile).IsAssignableFrom(type) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(type);
    }

    [Theory]
    [InlineData("/account/privacy", "/account/privacy")]
    [InlineData("https://elsewhere.example/account/privacy", "/")]
    public async Task A_file_that_is_asked_for_says_that_the_page_stays_and_leads_back(string from, string back)
    {
        var visitor = await AdministratorAsync();
        _portal.Later(TimeSpan.FromMinutes(11));
        visitor.Client.DefaultRequestHeaders.Referrer = new Uri(visitor.Client.BaseAddress!, from);

        var asked = await Visitor.ReadAsync(await visitor.SubmitAsync("/account/privacy", [], "/account/privacy/export"));
        Assert.Contains("本页不会变化", asked.Content(), StringComparison.Ordinal);
        var wrong = await Visitor.ReadAsync(await SendAsync(visitor, (IHtmlFormElement)asked.QuerySelector("form[data-step-up]")!, "not-this-one"));
        // the address of the page is that of the act by now
        Assert.Equal(back, wrong.QuerySelector("[data-back]")!.GetAttribute("href"));
        using var file = await SendAsync(visitor, (IHtmlFormElement)wrong.QuerySelector("form[data-step-up]")!, DemonstrationAccounts.Password);

        Assert.Equal("application/zip", file.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Nobody_is_led_to_another_site_by_it()
    {
        var visitor = await AdministratorAsync();
        _portal.Later(TimeSpan.FromMinutes(11));

        using var answer = await visitor.SubmitAsync("/account/confirm?returnUrl=https%3A%2F%2Felsewhere.example", new() { [StepUpFilter.Field] = DemonstrationAccounts.Password });

        Assert.Equal("/", answer.LedTo());
    }

    [Fact]
    public async Task After_five_wrong_proofs_the_right_one_has_to_wait()
    {
        var visitor = await AdministratorAsync();
        _portal.Later(TimeSpan.FromMinutes(11));
        for (var i = 0; i < 5; i++) await visitor.SubmitAsync("/account/confirm", new() { [StepUpFilter.Field] = "not-this-one" });

        await (await visitor.SubmitAsync("/account/confirm", new() { [StepUpFilter.Field] = DemonstrationAccounts.Password })).RefusedWithAsync("输错次数太多");
        _portal.Later(TimeSpan.FromSeconds(31));
        Assert.Equal("/", (await visitor.SubmitAsync("/account/confirm", new() { [StepUpFilter.Field] = DemonstrationAccounts.Password })).LedTo());
    }

    [Fact]
    public async Task A_script_gets_a_status_and_no_page()
    {
        var visitor = await AdministratorAsync();
        _portal.Later(TimeSpan.FromMinutes(11));
        visitor.Client.DefaultRequestHeaders.Accept.ParseAdd("application/json");

        using var answer = await visitor.GetAsync("/account/second-factor/device");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("/account/confirm", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task<Visitor> AdministratorAsync()
    {
        var person = await _portal.HasPersonAsync();
        await _portal.HasMembershipAsync(person, await _portal.HasEnterpriseAsync($"再次确认示例{person.Id}有限公司"));
        var visitor = _portal.Visit();
        Assert.Equal("/enterprise", (await visitor.GivePasswordAsync(person.UserName!)).LedTo());
        return visitor;
    }

    private static Dictionary<string, string?> Key(string name) => new() { ["Name"] = name };

    private Task<bool> HasKeyAsync(string name) => _portal.WithDatabaseAsync(db => db.ApiKeys.AnyAsync(k => k.Name == name, Cancellation));

    private static Task<HttpResponseMessage> SendAsync(Visitor visitor, IHtmlFormElement form, string proof)
    {
        var fields = form.QuerySelectorAll("input").OfType<IHtmlInputElement>().Where(i => i.Name is { Length: > 0 })
            .Select(i => KeyValuePair.Create(i.Name!, i.Name == StepUpFilter.Field ? proof : i.Value));
        return visitor.Client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), new FormUrlEncodedContent(fields), Cancellation);
    }
}
