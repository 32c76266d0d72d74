using System.Net;
using HuaihuaPilotZone.ServiceHall;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.ServiceHall;

/// <summary>The public finds a service, reads all of it and goes on to where it is done.</summary>
public sealed class FindingServicesTests(Portal portal)
{
    [Fact]
    public async Task At_least_eight_services_are_listed_and_each_has_every_item_and_no_invented_contact()
    {
        var rows = (await portal.Visit().OpenAsync("/services")).QuerySelectorAll("[data-service]").Select(r => r.GetAttribute("data-service")!).ToList();

        Assert.True(rows.Count >= 8, $"Only {rows.Count} services.");
        foreach (var slug in rows.Where(r => !r.StartsWith("trial-", StringComparison.Ordinal)))
        {
            var page = await portal.Visit().OpenAsync($"/services/{slug}");
            var text = page.Content();
            foreach (var part in new[] { "服务对象", "费用", "承诺时限", "法定时限", "设定依据", "申请条件", "办理材料", "办理流程", "联系" }) Assert.Contains(part, text, StringComparison.Ordinal);
            Assert.Contains("示例：联系方式待填写", page.QuerySelector("main aside")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\d{3,4}-\d{7,8}|1[3-9]\d{9}", text);
        }
    }

    [Fact]
    public async Task Every_way_to_a_desk_leads_to_a_page_of_the_portal()
    {
        var routes = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        Rule.HoldsEverywhere(Enum.GetValues<ServiceDesk>().Select(d => d.Address()).OfType<string>()
            .Where(a => !routes.Any(r => r.RoutePattern.RawText?.TrimStart('/') is { } raw && raw != "{*path}" && new TemplateMatcher(TemplateParser.Parse(raw), []).TryMatch(a, []) && !raw.Contains('{', StringComparison.Ordinal))));
        var page = await portal.Visit().OpenAsync("/services/entry-registration");
        await portal.Visit().OpenAsync(page.QuerySelector("main aside a.btn-primary")!.GetAttribute("href")!);
        var filing = await portal.Visit().OpenAsync("/services/export-pre-declaration");
        var asked = await portal.Visit().GetAsync(filing.QuerySelector("main aside a.btn-primary")!.GetAttribute("href")!);
        Assert.StartsWith("/account/login", asked.LedTo().Replace("http://localhost", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Services_are_narrowed_to_a_stage_an_audience_and_a_word()
    {
        var stage = await SlugsAsync("/services?stage=Returning");
        Assert.Contains("return-exemption-check", stage);
        Assert.DoesNotContain("api-keys", stage);
        Assert.DoesNotContain("api-keys", await SlugsAsync("/services?audience=Agent"));
        Assert.Equal(["return-exemption-check"], await SlugsAsync("/services?q=免税自查"));
        var none = await portal.Visit().OpenAsync("/services?q=没有这样的事项");
        Assert.Contains("没有符合条件的事项", none.Content(), StringComparison.Ordinal);
        await portal.Visit().OpenAsync("/services?stage=nothing&audience=%FF&page=-3");
    }

    [Fact]
    public async Task The_site_search_finds_a_service()
    {
        var found = await portal.Visit().OpenAsync("/search?q=退货免税自查&kind=Service");

        Assert.Equal("/services/return-exemption-check", found.QuerySelector("[data-result]")!.GetAttribute("data-result"));
        Assert.Contains("办事", found.QuerySelector("[data-result] .hh-tag")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_the_page_speaks_English_around_the_Chinese_service()
    {
        var visitor = portal.Visit();
        foreach (var address in new[] { "/en/services", "/en/services/return-exemption-check" })
        {
            var page = await visitor.OpenAsync(address);
            Assert.Single(page.QuerySelectorAll("h1"));
            foreach (var quoted in page.QuerySelectorAll("[lang='zh-CN']").ToList()) quoted.Remove();
            Assert.DoesNotMatch(@"[\u3400-\u9fff]", page.QuerySelector("main")!.TextContent);
        }
    }

    [Fact]
    public async Task A_configured_contact_stands_on_every_page_and_a_real_portal_seeds_only_then()
    {
        await using var asked = Portal.Own(("ServiceHall:Contact", "综合服务窗口（测试配置）"), ("Database:SeedDemonstration", "false"));
        var page = await new Visitor(asked.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false })).OpenAsync("/services/api-keys");
        Assert.Contains("综合服务窗口（测试配置）", page.QuerySelector("main aside")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main .hh-tag--demo"));
        Assert.Equal(HttpStatusCode.NotFound, (await asked.Visit().GetAsync("/services/entry-registration")).StatusCode);
        await using var silent = Portal.Own(("Database:SeedDemonstration", "false"));

        Assert.Equal(0, await silent.WithDatabaseAsync(db => db.ServiceItems.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Contains("没有符合条件的事项", (await silent.Visit().OpenAsync("/services")).Content(), StringComparison.Ordinal);
    }

    private async Task<List<string>> SlugsAsync(string address) =>
        [.. (await portal.Visit().OpenAsync(address)).QuerySelectorAll("[data-service]").Select(r => r.GetAttribute("data-service")!).Where(s => !s.StartsWith("trial-", StringComparison.Ordinal))];
}
