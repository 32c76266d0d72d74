using System.Text;
using HuaihuaPilotZone.BrowserTests.Declarations;
using HuaihuaPilotZone.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Enterprises;

/// <summary>The roster out of a file and back again, on a day that is past, and in two windows at once.</summary>
public sealed class KeepingTheRosterWithOthersTests(LivePortal portal)
{
    private static readonly string[] _rows =
    [
        "企业名称,统一社会信用代码,企业类型,阶段,阶段日期,片区,联系人,联系电话,地址",
        "浏览器导入一公司,91431299MA00090016,生产制造,意向,2026-05-06,主港区,示例联系人,000-00000000,示例路 1 号",
        "浏览器导入二公司,91431299MA000900,生产制造,意向,2026-05-06,辰溪,示例联系人,000-00000000,示例路 2 号",
        "示例报关服务有限公司,91431299MA0000090B,综合服务,运营,2026-05-06,主港区,示例联系人,000-00000009,示例路 3 号",
    ];

    [Fact]
    public async Task A_file_is_matched_mended_decided_imported_and_withdrawn()
    {
        await using var window = await portal.OpenWindowAsAsync("admin");
        await window.OpenAsync("/park/imports/new");
        await window.Page.Locator("[name=File]").SetInputFilesAsync(new FilePayload { Name = "名录.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(string.Join('\n', _rows)) });
        await window.PressAsync("上传");
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("匹配列");
        await window.IsSoundAtAsync(Window.Phone);
        await window.PressAsync("读取并核对");

        var duplicate = window.Page.Locator("[data-kind='ROSTER-101']");
        await Expect(duplicate).ToContainTextAsync("信用代码与名录里的“示例报关服务有限公司”相同，名称完全相同", new() { Timeout = 30_000 });
        await window.IsSoundAtAsync(Window.Phone);
        await duplicate.GetByRole(AriaRole.Button, new() { Name = "合并" }).ClickAsync();
        await Expect(window.Page.Locator(".hh-toast")).ToContainTextAsync("1 处已修改并重新核对。");
        await window.Page.Locator("[data-kind='ROSTER-009']").GetByRole(AriaRole.Button, new() { Name = "采用建议，改 1 处" }).ClickAsync();
        await Expect(window.Page.Locator("[data-kind='ROSTER-009']")).ToHaveCountAsync(0);
        await window.IsSoundAtAsync(Window.Desktop);
        await window.Page.Locator(".hh-formfoot").GetByRole(AriaRole.Button).ClickAsync();

        await Expect(window.Page.Locator("main")).ToContainTextAsync("导入了 2 家企业", new() { Timeout = 30_000 });
        await Expect(window.Page.Locator("main")).ToContainTextAsync("没有导入，可以在这里改好再导入");
        await window.IsSoundAtAsync(Window.Desktop);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "整批撤回" }).ClickAsync();
        await window.PressAsync("撤回");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("撤回了", new() { Timeout = 30_000 });
        await window.OpenAsync("/park/enterprises?q=浏览器导入一公司");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("没有找到符合条件的企业");
    }

    [Fact]
    public async Task A_past_day_shows_who_stood_in_the_roster_then_and_leads_back_to_now()
    {
        await using var window = await portal.OpenWindowAsAsync("admin");
        await window.OpenAsync("/park/enterprises");
        await window.Page.Locator("summary").Filter(new() { HasText = "过去的名录" }).ClickAsync();
        await window.Page.Locator("#as-of").FillAsync("2025-06-01");
        await window.PressAsync("查看当天的名录");

        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("2025-06-01 的企业名录");
        await Expect(window.Page.Locator("#past-banner")).ToContainTextAsync("只能查看");
        await Expect(window.Page.Locator("tbody")).ToContainTextAsync("示例竹木制品有限公司");
        await Expect(window.Page.Locator("tbody")).Not.ToContainTextAsync("示例智能仓储有限公司");
        await window.IsSoundAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "示例竹木制品有限公司" }).ClickAsync();
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("过去的资料");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("2025");
        await window.IsSoundAtAsync(Window.Phone);
        await window.Page.GoBackAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "回到现在的名录" }).ClickAsync();
        await Expect(window.Page.Locator("#past-banner")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_second_of_two_people_on_one_record_sees_both_values_and_loses_nothing()
    {
        await using var first = await portal.OpenWindowAsAsync("admin");
        await using var second = await portal.OpenWindowAsAsync("admin");
        second.Expect("409");
        await first.OpenAsync("/park/enterprises?q=91431299MA0000066T");
        var record = (await first.Page.Locator("tbody .ttl a").GetAttributeAsync("href"))!;
        await first.OpenAsync($"{record}/edit");
        await second.OpenAsync($"{record}/edit");

        await first.Page.Locator("[name=Address]").FillAsync("第一位写的地址");
        await first.PressAsync("保存");
        await Expect(first.Page.Locator("main")).ToContainTextAsync("第一位写的地址");
        await second.Page.Locator("[name=Address]").FillAsync("第二位写的地址");
        await second.PressAsync("保存");

        await Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("在您编辑时保存过");
        await Expect(second.Page.Locator("tbody")).ToContainTextAsync("第一位写的地址");
        await Expect(second.Page.Locator("tbody")).ToContainTextAsync("第二位写的地址");
        await second.IsSoundAsync();
        await second.PressAsync("用我的值再保存");
        await Expect(second.Page.Locator("#stages")).ToBeVisibleAsync();
        await Expect(second.Page.Locator("main")).ToContainTextAsync("第二位写的地址");
        await first.OpenAsync(record);
        await Expect(first.Page.Locator("#stages")).ToContainTextAsync("第一位写的地址");
    }
}
