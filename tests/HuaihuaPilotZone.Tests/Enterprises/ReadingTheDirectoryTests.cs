using System.Net;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Enterprises;

public sealed class ReadingTheDirectoryTests(Portal portal)
{
    private static readonly System.Globalization.CultureInfo _invariant = System.Globalization.CultureInfo.InvariantCulture;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_enterprises_that_agreed_and_have_not_left_are_shown()
    {
        var hidden = await portal.HasEnterpriseAsync("目录隐藏公司");
        var shown = await portal.HasEnterpriseAsync("目录公开公司", isPublic: true);
        var left = await portal.HasEnterpriseAsync("目录退出公司", isPublic: true);
        var admin = await portal.VisitAsAsync("admin");
        (await admin.SubmitAsync($"/park/enterprises/{left}/stage", new() { ["To"] = "Left", ["On"] = "2026-11-22", ["Reason"] = "合同到期" })).LedTo();

        var page = (await portal.Visit().OpenAsync("/enterprises?q=目录")).Content();

        Assert.Contains("目录公开公司", page, StringComparison.Ordinal);
        Assert.DoesNotContain("目录隐藏公司", page, StringComparison.Ordinal);
        Assert.DoesNotContain("目录退出公司", page, StringComparison.Ordinal);
        await portal.Visit().OpenAsync($"/enterprises/{shown}");
        foreach (var id in new[] { hidden, left, 999999 })
            Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/enterprises/{id}")).StatusCode);
    }

    [Fact]
    public async Task No_public_page_carries_personal_data()
    {
        var id = await portal.HasEnterpriseAsync("目录无个人信息公司", isPublic: true);
        var admin = await portal.VisitAsAsync("admin");
        (await admin.SubmitAsync($"/park/enterprises/{id}/contacts", new()
        {
            ["Contacts[0].Name"] = "不应公开的人",
            ["Contacts[0].Phone"] = "000-98765432",
            ["Contacts[0].Email"] = "secret@example.invalid",
        })).LedTo();

        foreach (var address in new[] { "/enterprises?q=目录无个人信息", $"/enterprises/{id}" })
        {
            using var answer = await portal.Visit().GetAsync(address);
            var html = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.Contains("目录无个人信息公司", html, StringComparison.Ordinal);
            foreach (var secret in new[] { "不应公开的人", "000-98765432", "secret@example.invalid" }) Assert.DoesNotContain(secret, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_filters_count_what_they_would_leave_and_narrow_the_list()
    {
        var tea = await portal.WithDatabaseAsync(db => db.Set<IndustryTag>().SingleAsync(t => t.Name == "茶叶", Cancellation));

        var page = await portal.Visit().OpenAsync($"/enterprises?tag={tea.Id}");

        Assert.Equal(["示例茶业有限公司"], page.QuerySelectorAll(".hh-doc .t").Select(t => t.TextContent));
        Assert.Equal("1", page.QuerySelector($"input[name=tag][value='{tea.Id}']")!.ParentElement!.QuerySelector(".n")!.TextContent);
        Assert.Contains("茶叶", page.QuerySelector(".hh-chips")!.TextContent, StringComparison.Ordinal);
        var none = await portal.Visit().OpenAsync($"/enterprises?tag={tea.Id}&type=Logistics");
        Assert.Equal("/enterprises?type=Logistics", none.QuerySelectorAll(".hh-chip a")[^1].GetAttribute("href"));
        Assert.Contains("没有找到符合条件的企业", none.Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_enterprise_is_found_by_its_english_name_and_code_in_any_case()
    {
        foreach (var word in new[] { "demo tea", "91431299ma0000023d", "茶业" })
            Assert.Contains("示例茶业有限公司", (await portal.Visit().OpenAsync($"/enterprises?q={Uri.EscapeDataString(word)}")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_by_stage_and_area_are_those_of_the_roster()
    {
        // others add enterprises to the shared one at any moment
        await using var own = Portal.Own();
        await own.HasEnterpriseAsync("目录计数公司", isPublic: true);
        await own.HasEnterpriseAsync("目录计数隐藏公司");
        var (stages, areas) = await own.WithDatabaseAsync(async db => (
            await db.Enterprises.GroupBy(e => e.Stage).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Cancellation),
            await db.Enterprises.Where(e => e.ParkAreaId == 1 && e.Stage != EnterpriseStage.Left).CountAsync(Cancellation)));
        var roster = await (await own.VisitAsAsync("admin")).OpenAsync("/park/enterprises");

        var page = await own.Visit().OpenAsync("/enterprises");

        foreach (var stage in new[] { EnterpriseStage.Interested, EnterpriseStage.Signed, EnterpriseStage.Building, EnterpriseStage.Operating })
        {
            Assert.Equal(stages.GetValueOrDefault(stage).ToString("N0", _invariant), page.QuerySelector($"[data-stage='{stage}'] b")!.TextContent);
            Assert.Contains(stages.GetValueOrDefault(stage).ToString("N0", _invariant), roster.QuerySelector($"a[href*='stage={stage}'] .n")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(areas.ToString("N0", _invariant), page.QuerySelector(".hh-areamap a[href$='district=1'] .n")!.TextContent);
    }

    [Fact]
    public async Task Suspending_and_hiding_change_the_facets_and_the_list_at_once()
    {
        var id = await portal.HasEnterpriseAsync("目录停用公司", isPublic: true);
        Assert.Contains("目录停用公司", (await portal.Visit().OpenAsync("/enterprises?q=目录停用&stage=Signed")).Content(), StringComparison.Ordinal);

        await portal.WithDatabaseAsync(async db =>
        {
            (await db.Enterprises.SingleAsync(e => e.Id == id, Cancellation)).SuspendedAt = DateTime.UtcNow;
            return await db.SaveChangesAsync(Cancellation);
        });

        Assert.DoesNotContain("目录停用公司", (await portal.Visit().OpenAsync("/enterprises?q=目录停用&stage=Signed")).Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/enterprises/{id}")).StatusCode);
        var (kept, real) = await portal.WithDatabaseAsync(async db => (
            await db.RosterTallies.Where(t => t.Visibility == EnterpriseVisibility.Shown).SumAsync(t => t.Change, Cancellation),
            await db.Enterprises.CountAsync(e => e.IsPublic && e.SuspendedAt == null && e.Stage != EnterpriseStage.Left, Cancellation)));
        Assert.Equal(real, kept);
    }

    [Fact]
    public async Task A_name_is_found_by_pinyin_and_its_parts_and_pages_go_on()
    {
        for (var i = 0; i < 25; i++) await portal.HasEnterpriseAsync($"翻页铁器{i:00}公司", isPublic: true);

        var first = await portal.Visit().OpenAsync("/enterprises?q=翻页铁器");
        var second = await portal.Visit().OpenAsync(first.QuerySelector(".hh-pager a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(20, first.QuerySelectorAll(".hh-doc").Length);
        Assert.Equal(5, second.QuerySelectorAll(".hh-doc").Length);
        Assert.Equal(20, (await portal.Visit().OpenAsync("/enterprises?q=fanyetieqi")).QuerySelectorAll(".hh-doc").Length);
        var after = await portal.Visit().OpenAsync($"/enterprises?after={second.QuerySelector(".hh-doc a")!.GetAttribute("href")!.Split('/')[^1]}");
        Assert.Equal("翻页铁器21公司", after.QuerySelector(".hh-doc a")!.TextContent);
    }

    [Fact]
    public async Task An_enterprise_is_described_to_search_engines_unless_it_is_a_sample()
    {
        var id = await portal.HasEnterpriseAsync("结构化数据公司", isPublic: true);

        var page = await portal.Visit().OpenAsync($"/enterprises/{id}");

        var data = System.Text.Json.JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement.GetProperty("@graph");
        var organization = data.EnumerateArray().Single(n => n.GetProperty("@type").GetString() == "Organization");
        Assert.Equal("结构化数据公司", organization.GetProperty("name").GetString());
        var sample = await portal.Visit().OpenAsync($"/enterprises/{await portal.IdOfAsync("91431299MA0000015J")}");
        Assert.DoesNotContain("Organization", sample.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_that_name_an_enterprise_are_linked_from_its_page()
    {
        var id = await portal.HasEnterpriseAsync("沅水新闻竹艺有限公司", isPublic: true);
        await portal.HasEnterpriseAsync("沅水新闻竹器有限公司", isPublic: true);
        var editor = await portal.VisitAsAsync("editor");
        var item = (await editor.SubmitAsync("/park/news/new", new()
        {
            ["Title"] = "竹艺出海",
            ["Column"] = "Notice",
            ["Summary"] = "首批货物发出。",
            ["Body"] = "沅水新闻竹艺有限公司的首批货物从怀化发出。",
            ["Slug"] = "bamboo-goes-abroad",
        })).LedTo();
        Assert.Empty((await portal.Visit().OpenAsync($"/enterprises/{id}")).QuerySelectorAll("[data-news]"));
        (await editor.SubmitAsync(item, [], $"{item}/publish")).LedTo();

        var page = await portal.Visit().OpenAsync($"/enterprises/{id}");

        Assert.Equal("/news/bamboo-goes-abroad", page.QuerySelector("[data-news] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task News_that_hold_only_the_characters_of_a_name_or_name_another_enterprise_are_not_linked()
    {
        var id = await portal.HasEnterpriseAsync("舞水印象茶业有限公司", isPublic: true);
        var editor = await portal.VisitAsAsync("editor");
        async Task PublishAsync(string slug, string body)
        {
            var item = (await editor.SubmitAsync("/park/news/new", new() { ["Title"] = "茶业消息", ["Column"] = "Notice", ["Summary"] = "摘要。", ["Body"] = body, ["Slug"] = slug })).LedTo();
            (await editor.SubmitAsync(item, [], $"{item}/publish")).LedTo();
        }

        await PublishAsync("apart-in-the-text", "舞水印象。茶业有限公司很多。");
        await PublishAsync("another-tea-firm", "舞水印象红茶业有限公司来访。");
        Assert.Empty((await portal.Visit().OpenAsync($"/enterprises/{id}")).QuerySelectorAll("[data-news]"));
        await PublishAsync("named-far-down", string.Concat(Enumerable.Repeat("这一段与企业无关。", 40)) + "末了，舞水印象茶业有限公司签约。");

        var links = (await portal.Visit().OpenAsync($"/enterprises/{id}")).QuerySelectorAll("[data-news] a").Select(a => a.GetAttribute("href"));

        Assert.Equal(["/news/named-far-down"], links);
    }

    [Fact]
    public async Task The_privacy_notice_names_its_version_and_the_five_things_the_law_asks_for()
    {
        var page = (await portal.Visit().OpenAsync("/privacy")).Content();

        foreach (var text in new[] { HuaihuaPilotZone.Accounts.PrivacyNotice.Version, "谁处理您的个人信息", "处理目的", "处理的种类", "保存期限", "您的权利" })
            Assert.Contains(text, page, StringComparison.Ordinal);
    }
}
