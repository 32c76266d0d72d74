using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Accounts;

/// <summary>Somebody typed longer than their session lasted, in a browser without scripts.</summary>
public sealed class ComingBackAfterASessionTests : IAsyncLifetime
{
    private const string Page = "/enterprise/parties/new";
    private const string Typed = "会话外“<b>示例</b>”有限公司";

    private Portal _portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _portal = Portal.Own();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task What_was_sent_stands_in_the_answer_and_is_saved_when_it_is_sent_again_after_signing_in()
    {
        var filer = await _portal.VisitAsAsync("filer");
        using var refused = await SendAfterTheSessionAsync(filer);
        var answer = await Visitor.ReadAsync(refused);
        var kept = answer.QuerySelector("form[data-kept-form]")!;

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("登录已过期", answer.Content(), StringComparison.Ordinal);
        Assert.Equal(Page, kept.GetAttribute("action"));
        Assert.Contains(kept.QuerySelectorAll("input").OfType<IHtmlInputElement>(), i => i.Value == Typed);
        Assert.Null(kept.QuerySelector("b"));
        Assert.NotNull(kept.QuerySelector("a[href='/account/login'][target=_blank]"));

        Assert.Equal(HttpStatusCode.Redirect, (await filer.SubmitAsync("/account/login", new() { ["Name"] = "filer", ["Password"] = DemonstrationAccounts.Password })).StatusCode);
        using var sent = await filer.Client.PostAsync(new Uri(Page, UriKind.Relative), new FormUrlEncodedContent(FieldsOf(kept)), Cancellation);

        Assert.Equal("/enterprise/parties", sent.LedTo());
        Assert.Contains(Typed, (await filer.OpenAsync("/enterprise/parties")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_again_by_somebody_else_is_refused()
    {
        var filer = await _portal.VisitAsAsync("filer");
        using var refused = await SendAfterTheSessionAsync(filer);
        var kept = (await Visitor.ReadAsync(refused)).QuerySelector("form[data-kept-form]")!;

        await filer.SubmitAsync("/account/login", new() { ["Name"] = "luggage", ["Password"] = DemonstrationAccounts.Password });
        using var sent = await filer.Client.PostAsync(new Uri(Page, UriKind.Relative), new FormUrlEncodedContent(FieldsOf(kept)), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_broken_off_leads_to_the_sign_in()
    {
        var filer = await _portal.VisitAsAsync("filer");
        await filer.OpenAsync(Page);
        _portal.Clock.Set(_portal.Clock.GetUtcNow().AddHours(9));
        using var broken = new StringContent("--edge\r\nContent-Disposition: form-data; name=\"Name\"\r\n\r\nhalf a", System.Text.Encoding.UTF8);
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=edge");

        using var answer = await filer.Client.PostAsync(new Uri(Page, UriKind.Relative), broken, Cancellation);

        Assert.Contains("/account/login?", answer.LedTo(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_stands_in_no_answer()
    {
        var filer = await _portal.VisitAsAsync("filer");
        var page = await filer.OpenAsync("/account/password");
        var fields = FieldsOf(page.QuerySelectorAll("form[method=post]")[^1]).Select(f => f.Key.Contains("Password", StringComparison.Ordinal) ? KeyValuePair.Create(f.Key, "a-secret-word") : f).ToList();
        Assert.Contains(fields, f => f.Value == "a-secret-word");
        _portal.Clock.Set(_portal.Clock.GetUtcNow().AddHours(9));

        using var refused = await filer.Client.PostAsync(new Uri("/account/password", UriKind.Relative), new FormUrlEncodedContent(fields), Cancellation);

        Assert.DoesNotContain("a-secret-word", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_who_never_saw_a_form_is_sent_to_the_sign_in()
    {
        using var sent = await _portal.Visit().Client.PostAsync(new Uri(Page, UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("Name", Typed)]), Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("/account/login", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAfterTheSessionAsync(Visitor visitor)
    {
        var form = (await visitor.OpenAsync(Page)).QuerySelectorAll("form[method=post]").Last(f => f.QuerySelector("[name=Name]") is not null);
        var fields = FieldsOf(form).Where(f => f.Key != "Roles").Select(f => f.Key == "Name" ? KeyValuePair.Create("Name", Typed) : f).Append(KeyValuePair.Create("Roles", "Logistics"));
        _portal.Clock.Set(_portal.Clock.GetUtcNow().AddHours(9));
        return await visitor.Client.PostAsync(new Uri(Page, UriKind.Relative), new FormUrlEncodedContent(fields), Cancellation);
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IElement form) => form.QuerySelectorAll("input, select, textarea").Select(e => e switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => default,
        IHtmlInputElement input => KeyValuePair.Create(input.Name ?? "", input.Value),
        IHtmlSelectElement choice => KeyValuePair.Create(choice.Name ?? "", choice.Value ?? ""),
        IHtmlTextAreaElement text => KeyValuePair.Create(text.Name ?? "", text.Value),
        _ => default,
    }).Where(f => f.Key is { Length: > 0 });
}
