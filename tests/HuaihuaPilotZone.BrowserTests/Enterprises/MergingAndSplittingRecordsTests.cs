using HuaihuaPilotZone.BrowserTests.Support;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Enterprises;

/// <summary>Two records that are one enterprise become one, and one that is two becomes two; both are taken back.</summary>
public sealed class MergingAndSplittingRecordsTests(LivePortal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_records_are_set_side_by_side_merged_and_taken_apart_again()
    {
        var (kept, other) = (await HasAsync("浏览器合并竹艺有限公司", "怀化旧路 1 号"), await HasAsync("浏览器合并竹艺公司", "怀化新路 9 号"));
        await using var window = await portal.OpenWindowAsAsync("admin");
        await window.OpenAsync($"/park/enterprises/{kept}");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "合并…" }).ClickAsync();
        await Expect(window.Page.Locator($"tr[data-candidate='{other}']")).ToContainTextAsync("浏览器合并竹艺公司");
        await window.IsSoundAsync();

        await window.Page.Locator($"tr[data-candidate='{other}']").GetByRole(AriaRole.Link, new() { Name = "并排核对" }).ClickAsync();
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("并排核对");
        await window.IsSoundAsync();
        // without a reason nothing happens, and the choice stays
        await window.Page.Locator("tr[data-field=Address]").GetByLabel("怀化新路 9 号").CheckAsync();
        await window.Page.Locator(".hh-formfoot--bar").GetByRole(AriaRole.Button, new() { NameRegex = Pressing("合并，转入") }).ClickAsync();
        await Expect(window.Page.Locator("main")).ToContainTextAsync("请写明依据");
        await Expect(window.Page.Locator("tr[data-field=Address]").GetByLabel("怀化新路 9 号")).ToBeCheckedAsync();
        await window.Page.Locator("[name=Reason]").FillAsync("核对了两份营业执照");
        await window.Page.Locator(".hh-formfoot--bar").GetByRole(AriaRole.Button, new() { NameRegex = Pressing("合并，转入") }).ClickAsync();

        await Expect(window.Page.Locator("main")).ToContainTextAsync("已完成");
        await window.IsSoundAsync();
        var merge = window.Page.Url;
        // the address of the other record leads to the one that stays, with the chosen value
        await window.Page.GotoAsync($"/park/enterprises/{other}");
        Assert.EndsWith($"/park/enterprises/{kept}", window.Page.Url, StringComparison.Ordinal);
        await Expect(window.Page.Locator("main")).ToContainTextAsync("怀化新路 9 号");
        await window.OpenAsync("/park/enterprises?q=浏览器合并竹艺");
        await Expect(window.Page.Locator("tbody td.ttl")).ToHaveCountAsync(1);

        await window.OpenAsync(new Uri(merge).AbsolutePath);
        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = Pressing("撤销，退回") }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "撤销合并" }).ClickAsync();
        await Expect(window.Page.Locator("main")).ToContainTextAsync("已撤销");
        await window.OpenAsync($"/park/enterprises/{other}");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("浏览器合并竹艺公司");
        await window.OpenAsync($"/park/enterprises/{kept}");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("怀化旧路 1 号");
        window.HasNoProblems();
    }

    [Fact]
    public async Task A_record_is_split_after_the_form_has_said_what_is_wrong_and_put_together_again()
    {
        var id = await HasAsync("浏览器拆分总公司", "怀化旧路 2 号");
        await using var window = await portal.OpenWindowAsAsync("admin");
        await window.OpenAsync($"/park/enterprises/{id}/split");
        var split = window.Page.Locator(".hh-formfoot--bar").GetByRole(AriaRole.Button, new() { Name = "拆分为两份" });
        await window.Page.Locator("[name='New.Name']").FillAsync("浏览器拆分分公司");
        await window.Page.Locator("[name='New.CreditCode']").FillAsync("123");
        await window.Page.Locator("[name=On]").FillAsync("2099-01-01");
        await window.Page.Locator("[name=Reason]").FillAsync("新的营业执照");
        await split.ClickAsync();

        var problems = window.Page.Locator("[data-error-summary] a");
        await Expect(window.Page.Locator("[data-error-summary]")).ToBeFocusedAsync();
        await Expect(problems).ToHaveCountAsync(2);
        await Expect(problems.Last).ToHaveTextAsync("拆分日期不能晚于今天。");
        await window.IsSoundAsync();
        await problems.First.ClickAsync();
        await Expect(window.Page.Locator("[name='New.CreditCode']")).ToBeFocusedAsync();
        await window.Page.Locator("[name='New.CreditCode']").FillAsync(CreditCode.Next());
        await window.Page.Locator("[name=On]").FillAsync("2026-11-10");
        await split.ClickAsync();

        await Expect(window.Page.Locator("main")).ToContainTextAsync("已完成");
        await window.IsSoundAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = Pressing("撤销，退回") }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "撤销拆分" }).ClickAsync();
        await Expect(window.Page.Locator("main")).ToContainTextAsync("已撤销");
        window.HasNoProblems();
    }

    private static System.Text.RegularExpressions.Regex Pressing(string start) => new("^" + start, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private async Task<int> HasAsync(string name, string address)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<EnterpriseService>().CreateAsync(
            new EnterpriseData { Name = name, CreditCode = CreditCode.Next(), Type = EnterpriseType.Manufacturing, Address = address }, EnterpriseStage.Signed, new DateOnly(2026, 6, 1), Cancellation)).Value;
    }
}
