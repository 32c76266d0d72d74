using System.Net;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Enterprises;

public sealed class ReadingTheDirectoryTests(Portal portal)
{
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
    public async Task The_privacy_notice_names_its_version_and_the_five_things_the_law_asks_for()
    {
        var page = (await portal.Visit().OpenAsync("/privacy")).Content();

        foreach (var text in new[] { HuaihuaPilotZone.Accounts.PrivacyNotice.Version, "谁处理您的个人信息", "处理目的", "处理的种类", "保存期限", "您的权利" })
            Assert.Contains(text, page, StringComparison.Ordinal);
    }
}
