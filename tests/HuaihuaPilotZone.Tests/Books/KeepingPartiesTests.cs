using System.Net;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Books;

/// <summary>An enterprise keeps the companies it deals with and names them in drafts.</summary>
public sealed class KeepingPartiesTests(Portal portal)
{
    private const string Home = "/enterprise/parties";

    [Fact]
    public async Task A_company_is_added_found_filtered_exported_changed_and_archived()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        await AddAsync(visitor, "全程货代有限公司", "Logistics", "91431299MA00000318");
        Assert.Contains("全程货代", (await visitor.OpenAsync($"{Home}?q=全程货代&role=Logistics")).Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("全程货代", (await visitor.OpenAsync($"{Home}?role=Platform")).QuerySelector("table")?.TextContent ?? "", StringComparison.Ordinal);
        using var export = await visitor.GetAsync($"{Home}/export.csv?q=全程货代");
        Assert.Contains("全程货代有限公司,物流企业,91431299MA00000318", await export.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var id = await IdAsync(visitor, "全程货代");

        Assert.Equal(Home, (await visitor.SubmitAsync($"{Home}/{id}/edit", new() { ["Note"] = "铁路" })).LedTo());
        await visitor.SubmitAsync($"{Home}?q=全程货代", [], $"{Home}/{id}/archive");

        Assert.DoesNotContain("全程货代", (await visitor.OpenAsync(Home)).QuerySelector("table")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Contains("铁路", (await visitor.OpenAsync($"{Home}?archived=true&q=全程货代")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_check_character_a_missing_role_and_a_second_entry_are_refused()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        await AddAsync(visitor, "只存一次有限公司", "Agent", null);

        await (await visitor.SubmitAsync($"{Home}/new", new() { ["Name"] = "甲" })).RefusedWithAsync("请至少勾选一种角色。");
        await (await PostAsync(visitor, "甲", "Agent", "91431299MA00000319")).RefusedWithAsync("校验位不符");
        await (await PostAsync(visitor, "只存一次有限公司", "Agent", null)).RefusedWithAsync("参与方库里已有这个名称。");
    }

    [Fact]
    public async Task A_company_of_the_book_takes_its_part_in_a_draft_without_scripts_and_the_fields_say_so()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        await AddAsync(visitor, "取用平台", "Platform", "无");
        var number = await Filing.OpenAsync(visitor);
        var led = await Filing.SaveAsync(visitor, number, new() { ["Note"] = "选之前写的" }, "Act=parties");
        var choose = $"/enterprise/declarations/{number}/parties";
        Assert.Equal(choose, led.LedTo());
        var page = await visitor.OpenAsync($"{choose}?q=取用平台");
        Assert.Equal("Platform", Assert.Single(page.QuerySelectorAll("[data-party] button")).GetAttribute("value"));

        await visitor.ForgeAsync(choose, choose, new() { ["Version"] = page.Value("Version"), ["PartyId"] = await IdAsync(visitor, "取用平台"), ["Role"] = "Platform" });

        var draft = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal(("选之前写的", "无", "取用平台"), (Filing.ValueOf(draft, "Note"), Filing.ValueOf(draft, "EbpCode"), Filing.ValueOf(draft, "EbpName")));
        Assert.Equal("来自参与方库：取用平台", draft.QuerySelector("#EbpName-origin")!.TextContent);
    }

    [Fact]
    public async Task A_declaration_takes_all_codes_of_a_company_and_mixes_none_of_the_one_before()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        await AddAsync(visitor, "只有信用代码的厂", "Producer", "91431299MA00000318");
        var number = await Filing.OpenAsync(visitor, "Business", "9710", small: false);
        await Filing.SaveAsync(visitor, number, new() { ["OwnerCode"] = "43139601AB" });
        var choose = $"/enterprise/declarations/{number}/parties";

        await visitor.ForgeAsync(choose, choose, new() { ["Version"] = "2", ["PartyId"] = await IdAsync(visitor, "只有信用代码的厂"), ["Role"] = "Producer" });

        var draft = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal(("91431299MA00000318", "", "只有信用代码的厂"), (Filing.ValueOf(draft, "OwnerCodeScc"), Filing.ValueOf(draft, "OwnerCode"), Filing.ValueOf(draft, "OwnerName")));
    }

    [Fact]
    public async Task Choosing_on_a_draft_that_changed_meanwhile_changes_nothing_and_says_so()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        await AddAsync(visitor, "来晚了的平台", "Platform", "无");
        var number = await Filing.OpenAsync(visitor);
        var choose = $"/enterprise/declarations/{number}/parties";
        await Filing.SaveAsync(visitor, number, new() { ["EbpName"] = "他人填的" });

        var notice = await visitor.NoticeAfterAsync(await visitor.ForgeAsync(choose, choose, new() { ["Version"] = "1", ["PartyId"] = await IdAsync(visitor, "来晚了的平台"), ["Role"] = "Platform" }));

        Assert.Contains("刚被他人修改", notice, StringComparison.Ordinal);
        Assert.Equal("他人填的", Filing.ValueOf(await Filing.OpenEditAsync(visitor, number), "EbpName"));
    }

    [Fact]
    public async Task Somebody_elses_companies_are_missing()
    {
        var owner = await portal.VisitAsAsync("luggage");
        await AddAsync(owner, "别家看不到的平台", "Platform", "无");
        var id = await IdAsync(owner, "别家看不到");
        var stranger = await portal.VisitAsAsync("tea");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{Home}/{id}/edit")).StatusCode);
        Assert.DoesNotContain("别家看不到", (await stranger.OpenAsync(Home)).Content(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, string name, string role, string? code) =>
        visitor.ForgeAsync($"{Home}/new", $"{Home}/new", new() { ["Name"] = name, ["Roles"] = role, ["Code"] = code });

    private static async Task AddAsync(Visitor visitor, string name, string role, string? code) => Assert.Equal(Home, (await PostAsync(visitor, name, role, code)).LedTo());

    private static async Task<string> IdAsync(Visitor visitor, string word) => (await visitor.OpenAsync($"{Home}?q={word}")).QuerySelector("[data-party]")!.GetAttribute("data-party")!;
}
