using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Look;

/// <summary>An address that names a page behind the last one leads to the last one, in every list.</summary>
public sealed class LeadingToTheLastPageTests : IAsyncLifetime
{
    private Portal _portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _portal = Portal.Own(("Jobs:Parallel", "0"));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("/news?page=999", "/news")]
    [InlineData("/en/news?page=999", "/en/news")]
    [InlineData("/news?column=ZoneNews&page=999", "/news?column=ZoneNews")]
    [InlineData("/policies?page=2147483647", "/policies")]
    [InlineData("/search?q=%E6%80%80%E5%8C%96&page=999", "/search?q=%E6%80%80%E5%8C%96")]
    [InlineData("/codes?table=Countries&page=999", "/codes?table=Countries")]
    public async Task A_public_list_leads_to_its_last_page_in_the_same_language_with_the_same_filters(string address, string list)
    {
        var visitor = _portal.Visit();
        var last = LastOf(await visitor.OpenAsync(list));
        var expected = last == 1 ? list : string.Create(CultureInfo.InvariantCulture, $"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={last}");

        // what leads on is not kept for others: the list may have grown by the next time
        for (var time = 0; time < 2; time++)
        {
            using var answer = await visitor.GetAsync(address);
            Assert.Equal(expected, answer.LedTo());
        }

        var page = await visitor.OpenAsync(expected);
        Assert.Null(page.QuerySelector("nav.hh-pager a[rel=next]"));
        Assert.Equal(last.ToString(CultureInfo.InvariantCulture), page.QuerySelector("nav.hh-pager [aria-current]")?.TextContent ?? "1");
        Assert.EndsWith(Uri.UnescapeDataString(expected), Uri.UnescapeDataString(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_leads_to_its_beginning_and_what_is_no_number_leads_nowhere()
    {
        var visitor = _portal.Visit();
        using var empty = await visitor.GetAsync("/news?column=IndustryWatch&year=2017&page=5");
        Assert.Equal("/news?column=IndustryWatch&year=2017", empty.LedTo());

        Assert.NotEmpty((await visitor.OpenAsync("/news?page=2")).QuerySelectorAll("[data-news]"));
        Assert.NotEmpty((await visitor.OpenAsync("/news?page=-3")).QuerySelectorAll("[data-news]"));
        Assert.NotEmpty((await visitor.OpenAsync("/news?page=1")).QuerySelectorAll("[data-news]"));
    }

    [Fact]
    public async Task A_list_of_a_desk_leads_to_its_last_page_a_history_to_its_own_and_a_notice_is_not_lost_on_the_way()
    {
        var admin = await _portal.VisitAsAsync("admin");
        using var list = await admin.GetAsync("/park/news?state=Published&sort=Title&page=999");
        var led = list.LedTo();
        Assert.StartsWith("/park/news?state=Published&sort=Title", led, StringComparison.Ordinal);
        var page = await admin.OpenAsync(led);
        Assert.NotEmpty(page.QuerySelectorAll("main tbody tr"));
        Assert.Null(page.QuerySelector("nav.hh-pager a[rel=next]"));

        var warehouse = await _portal.WithDatabaseAsync(db => db.Warehouses.OrderBy(w => w.Id).Select(w => w.Id).FirstAsync(Cancellation));
        var record = string.Create(CultureInfo.InvariantCulture, $"/park/warehouses/{warehouse}");
        using var history = await admin.GetAsync($"{record}?history=999");
        Assert.Equal(record, history.LedTo());

        await admin.ForgeAsync("/inbox/settings", "/inbox/settings", new() { ["Mailed"] = nameof(MessageKind.DeclarationMoved) });
        using var behind = await admin.GetAsync("/inbox?page=999");
        Assert.NotNull((await admin.OpenAsync(behind.LedTo())).QuerySelector(".hh-toast"));

        // a file is no page
        using var file = await admin.GetAsync("/park/news/export.csv?page=999");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
    }

    [Fact]
    public async Task A_list_with_steps_behind_its_numbered_pages_leads_to_the_last_numbered_one_from_where_one_goes_on()
    {
        await _portal.InScopeAsync(async s =>
        {
            await s.GetRequiredService<SampleRoster>().MakeAsync(1_100, null, Cancellation);
            return 0;
        });
        var auditor = await _portal.VisitAsAsync("auditor");
        using var answer = await auditor.GetAsync("/park/enterprises?sort=Name&page=999");
        Assert.Equal("/park/enterprises?sort=Name&page=50", answer.LedTo());

        var last = await auditor.OpenAsync(answer.LedTo());
        var next = last.QuerySelector("nav.hh-pager a[rel=next]")!.GetAttribute("href")!;
        Assert.Contains("after=", next, StringComparison.Ordinal);
        var behind = await auditor.OpenAsync(next);
        Assert.NotEmpty(behind.QuerySelectorAll("tbody tr td.ttl"));

        using var many = await auditor.GetAsync("/park/enterprises?sort=Name&size=100&page=45");
        Assert.Matches("size=100&page=1[0-9]$", many.LedTo());
        var end = await auditor.OpenAsync(many.LedTo());
        Assert.NotEmpty(end.QuerySelectorAll("tbody tr td.ttl"));
        Assert.Null(end.QuerySelector("nav.hh-pager a[rel=next]"));
    }

    private static int LastOf(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelectorAll("nav.hh-pager .pg a").Select(a => int.TryParse(a.TextContent, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1).DefaultIfEmpty(1).Max();
}
