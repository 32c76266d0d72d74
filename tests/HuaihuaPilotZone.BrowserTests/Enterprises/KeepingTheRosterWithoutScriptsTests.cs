using HuaihuaPilotZone.BrowserTests.Declarations;
using HuaihuaPilotZone.BrowserTests.Support;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Enterprises;

/// <summary>Every form of the roster's desk is a form: in a browser that runs no scripts all of it goes on.</summary>
public sealed class KeepingTheRosterWithoutScriptsTests(LivePortal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_is_entered_mended_and_changed()
    {
        await using var window = await portal.OpenWindowAsAsync("admin", hasScripts: false);
        await window.OpenAsync("/park/enterprises/new");
        await FillAsync(window, ("Name", "无脚本录入公司"), ("CreditCode", "123"), ("Address", "怀化旧路 3 号"), ("StageOn", "2026-06-01"));
        await ChooseAsync(window, ("Type", "Manufacturing"), ("Stage", "Signed"));
        await SaveAsync(window);

        await Expect(window.Page.Locator("[data-error-summary] a")).ToHaveCountAsync(1);
        await Expect(Field(window, "Address")).ToHaveValueAsync("怀化旧路 3 号");
        await FillAsync(window, ("CreditCode", CreditCode.Next()));
        await SaveAsync(window);
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("无脚本录入公司");

        await window.OpenAsync($"{new Uri(window.Page.Url).AbsolutePath}/edit");
        await FillAsync(window, ("Address", "怀化新路 3 号"));
        await SaveAsync(window);
        await Expect(window.Page.Locator("main")).ToContainTextAsync("怀化新路 3 号");
        window.HasNoProblems();
    }

    [Fact]
    public async Task Several_are_moved_after_a_preview_and_moved_back_and_the_list_is_kept_as_a_view()
    {
        await HasAsync("甲号无脚本批量公司");
        await HasAsync("乙号无脚本批量公司");
        await using var window = await portal.OpenWindowAsAsync("admin", hasScripts: false);
        await window.OpenAsync("/park/enterprises?q=号无脚本批量");
        foreach (var name in new[] { "甲号无脚本批量公司", "乙号无脚本批量公司" }) await window.Page.GetByLabel($"选中{name}").CheckAsync();
        await window.Page.Locator("[data-bulk]").GetByRole(AriaRole.Button, new() { Name = "改片区" }).ClickAsync();
        await Field(window, "AreaId").SelectOptionAsync(new SelectOptionValue { Label = "中方物流小镇" });
        await window.PressAsync("预览修改");
        await Expect(window.Page.Locator("#preview")).ToContainTextAsync("中方物流小镇");
        await window.PressAsync("对 2 家改片区");
        await window.PressAsync("撤销 2 家");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("已撤销");

        await window.OpenAsync("/park/enterprises?q=号无脚本批量");
        await window.Page.GetByText("存为视图").ClickAsync();
        await window.Page.Locator("#view-name").FillAsync("无脚本视图");
        await window.PressAsync("保存当前条件和列");
        var view = window.Page.GetByRole(AriaRole.Navigation, new() { Name = "名录视图" }).GetByRole(AriaRole.Link, new() { Name = "无脚本视图" });
        await view.ClickAsync();
        await Expect(window.Page.Locator("tbody td.ttl")).ToHaveCountAsync(2);
        await window.Page.GetByText("存为视图").ClickAsync();
        await window.PressAsync("删除当前视图");
        await Expect(view).ToHaveCountAsync(0);
        window.HasNoProblems();
    }

    [Fact]
    public async Task A_proposal_is_made_and_answered_field_by_field()
    {
        await using var enterprise = await portal.OpenWindowAsAsync("luggage", hasScripts: false);
        await using var park = await portal.OpenWindowAsAsync("admin", hasScripts: false);
        await enterprise.OpenAsync("/enterprise/profile/proposals/new");
        await FillAsync(enterprise, ("Address", "无脚本建议路 1 号"), ("Note", "准备搬迁"));
        await SaveAsync(enterprise);
        await Expect(enterprise.Page.Locator("main")).ToContainTextAsync("无脚本建议路 1 号");
        var number = new Uri(enterprise.Page.Url).AbsolutePath.Split('/')[^1];

        await park.OpenAsync($"/park/proposals/{number}");
        await park.Page.GetByLabel("不采纳", new() { Exact = true }).CheckAsync();
        await park.PressAsync("处理并通知企业");
        await Expect(park.Page.Locator("[data-error-summary]")).ToContainTextAsync("不采纳的，请写明原因");
        await park.Page.GetByLabel("地址的原因").FillAsync("还没有新的租约");
        await park.PressAsync("处理并通知企业");
        await Expect(park.Page.Locator("main table")).ToContainTextAsync("还没有新的租约");

        await enterprise.OpenAsync($"/enterprise/profile/proposals/{number}");
        await Expect(enterprise.Page.Locator("main")).ToContainTextAsync("还没有新的租约");
        park.HasNoProblems();
    }

    [Fact]
    public async Task A_paper_is_laid_into_the_vault()
    {
        await using var window = await portal.OpenWindowAsAsync("luggage", hasScripts: false);
        await window.OpenAsync("/enterprise/documents/new");
        await FillAsync(window, ("Title", "无脚本商标证"), ("ValidTo", "2027-06-30"));
        await ChooseAsync(window, ("Type", "Contract"));
        await window.Page.Locator("main form button[type=submit]").Last.ClickAsync();
        await Expect(window.Page.Locator("[data-error-summary]")).ToContainTextAsync("文件");
        await Expect(Field(window, "Title")).ToHaveValueAsync("无脚本商标证");

        await Field(window, "File").SetInputFilesAsync(new FilePayload { Name = "商标.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes("编号,名称\n1,示例\n") });
        await window.PressAsync("存入");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("无脚本商标证");
        window.HasNoProblems();
    }

    [Fact]
    public async Task A_unit_is_entered_let_and_the_end_of_its_lease_changed()
    {
        await HasAsync("无脚本承租公司");
        await using var window = await portal.OpenWindowAsAsync("admin", hasScripts: false);
        await window.OpenAsync("/park/units/new");
        await FillAsync(window, ("Code", "无脚本-1"), ("Area", "88"), ("LettableFrom", "2026-01-01"));
        await ChooseAsync(window, ("Use", "Workshop"));
        await Field(window, "BuildingId").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await window.PressAsync("登记");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("无脚本-1");
        var unit = new Uri(window.Page.Url).AbsolutePath;

        await FillAsync(window, ("Tenant", "没有这家承租公司"), ("From", "2026-11-20"));
        await window.PressAsync("登记租约");
        await Expect(window.Page.Locator("[data-error-summary]")).ToContainTextAsync("名录里没有这个代码或全称的企业");
        await Expect(Field(window, "From")).ToHaveValueAsync("2026-11-20");
        await FillAsync(window, ("Tenant", "无脚本承租公司"));
        await window.PressAsync("登记租约");
        await Expect(window.Page.Locator("#leases")).ToContainTextAsync("在租");

        await window.Page.Locator($"#leases a[href^='{unit}/leases/']").First.ClickAsync();
        await FillAsync(window, ("Until", "2026-12-31"), ("Reason", "双方商定"));
        await SaveAsync(window);
        await Expect(window.Page.Locator("#leases")).ToContainTextAsync("2026-12-31");
        window.HasNoProblems();
    }

    [Fact]
    public async Task An_application_for_entry_is_sent_and_approved()
    {
        await using var visitor = await portal.OpenWindowAsync(hasScripts: false);
        await visitor.OpenAsync("/enterprises/apply");
        await FillAsync(visitor, ("Name", "无脚本入驻公司"), ("CreditCode", CreditCode.Next()), ("Intent", "示例入驻。"), ("ContactName", "示例联系人"), ("ContactPhone", "000-12345678"), ("ContactEmail", "plain.entry@example.invalid"));
        await ChooseAsync(visitor, ("Type", "Logistics"));
        var send = visitor.Page.Locator("form[action='/enterprises/apply'] button[type=submit]");
        await send.ClickAsync();
        await Expect(visitor.Page.Locator("[data-error-summary]")).ToBeVisibleAsync();
        await Expect(Field(visitor, "Intent")).ToHaveValueAsync("示例入驻。");
        await visitor.Page.Locator("input[type=checkbox][name=AcceptsNotice]").CheckAsync();
        await send.ClickAsync();
        var number = await visitor.Page.Locator("main b.code").TextContentAsync();

        await using var park = await portal.OpenWindowAsAsync("admin", hasScripts: false);
        await park.OpenAsync($"/park/applications/{number}");
        await ChooseAsync(park, ("Stage", "Signed"));
        await park.PressAsync("批准入驻");
        await Expect(park.Page.Locator("h1")).ToContainTextAsync("已批准");
        await park.Page.GetByRole(AriaRole.Link, new() { Name = "看企业档案" }).ClickAsync();
        await Expect(park.Page.Locator("h1")).ToContainTextAsync("无脚本入驻公司");
        park.HasNoProblems();
    }

    private static ILocator Field(Window window, string name) => window.Page.Locator($"main form [name='{name}']:not([type=hidden])").First;

    private static async Task FillAsync(Window window, params (string Name, string Value)[] values)
    {
        foreach (var (name, value) in values) await Field(window, name).FillAsync(value);
    }

    private static async Task ChooseAsync(Window window, params (string Name, string Value)[] values)
    {
        foreach (var (name, value) in values) await Field(window, name).SelectOptionAsync(value);
    }

    private static Task SaveAsync(Window window) => window.Page.Locator(".hh-formfoot--bar button[type=submit]").ClickAsync();

    private async Task HasAsync(string name)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EnterpriseService>().CreateAsync(
            new EnterpriseData { Name = name, CreditCode = CreditCode.Next(), Type = EnterpriseType.Manufacturing }, EnterpriseStage.Operating, new DateOnly(2026, 6, 1), Cancellation);
    }
}
