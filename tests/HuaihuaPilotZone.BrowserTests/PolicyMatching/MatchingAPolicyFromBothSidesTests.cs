using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.BrowserTests.Support;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.PolicyMatching;

/// <summary>Staff draw conditions from a policy; an enterprise sees what it meets, lacks and has not told; staff see the enterprise.</summary>
public sealed class MatchingAPolicyFromBothSidesTests(LivePortal portal)
{
    private const string Firm = "浏览器匹配企业";
    private const string Person = "browser-matcher";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Conditions_are_written_and_both_sides_see_unknown_then_a_near_miss_then_met()
    {
        var (policy, slug) = await PolicyAsync();
        var firm = await FirmAsync();
        await using var editor = await portal.OpenWindowAsAsync("editor");
        await using var enterprise = await portal.OpenWindowAsAsync(Person);
        await using var reader = await portal.OpenWindowAsync();

        await WriteCriteriaAsync(editor, policy);
        await reader.OpenAsync($"/policies/{slug}");
        await Expect(reader.Page.Locator("[data-criteria]")).ToContainTextAsync("阶段属于签约");
        await Expect(reader.Page.Locator("[data-criteria]")).ToContainTextAsync("海关注册编码开头是4313");
        await reader.IsSoundAsync();

        // nobody has entered the code: unknown, never unmet, and who can supply it
        await enterprise.OpenAsync($"/enterprise/policies/{slug}");
        await Expect(enterprise.Page.Locator("[data-condition=Stage]")).ToHaveAttributeAsync("data-verdict", "Met");
        await Expect(enterprise.Page.Locator("[data-condition=CustomsCode]")).ToHaveAttributeAsync("data-verdict", "Unknown");
        await Expect(enterprise.Page.Locator("[data-ask=CustomsCode]")).ToContainTextAsync("由海关提供");
        await enterprise.IsSoundAsync();
        await StaffSeeAsync(editor, policy, firm, "Unknown");

        // a code of another customs office: one condition short
        await CustomsCodeAsync(firm, "5101961234");
        await enterprise.OpenAsync($"/enterprise/policies/{slug}");
        await Expect(enterprise.Page.Locator("[data-condition=CustomsCode]")).ToHaveAttributeAsync("data-verdict", "NotMet");
        await Expect(enterprise.Page.Locator(".hh-apphead")).ToContainTextAsync("只差一项");
        await enterprise.OpenAsync("/enterprise/policies?standing=NearMiss");
        await Expect(enterprise.Page.Locator($"[data-policy='{slug}']")).ToContainTextAsync("海关注册编码开头是4313");
        await enterprise.IsSoundAsync();
        await StaffSeeAsync(editor, policy, firm, "NearMiss");

        // the editor lets that office in: the enterprise fits
        await editor.OpenAsync($"/park/policies/{policy}/criteria");
        await editor.Page.Locator("[name='Parts[2].Value']").FillAsync("4313、5101");
        await editor.Page.Locator(".hh-formfoot--bar button[value=save]").ClickAsync();
        await Expect(editor.Page.Locator("#history")).ToContainTextAsync("5101");
        await enterprise.OpenAsync("/enterprise/policies?standing=Met");
        await Expect(enterprise.Page.Locator($"[data-policy='{slug}']")).ToBeVisibleAsync();
        await StaffSeeAsync(editor, policy, firm, "Met");
        foreach (var window in new[] { editor, enterprise, reader }) window.HasNoProblems();
    }

    private static async Task WriteCriteriaAsync(Window window, int policy)
    {
        await window.OpenAsync($"/park/policies/{policy}/criteria");
        await window.IsSoundAsync();
        var page = window.Page;
        await page.Locator("[name='Parts[1].Fact']").SelectOptionAsync("Stage");
        await page.Locator("[name='Parts[1].Operator']").SelectOptionAsync("IsOneOf");
        await page.Locator("[name='Parts[1].Value']").FillAsync("签约");
        await page.Locator("button[value='condition:1']").ClickAsync();
        await page.Locator("[name='Parts[2].Fact']").SelectOptionAsync("CustomsCode");
        await page.Locator("[name='Parts[2].Operator']").SelectOptionAsync("StartsWith");
        await page.Locator("[name='Parts[2].Value']").FillAsync("4313");
        await page.Locator("[name=Note]").FillAsync("第三条");
        await page.Locator(".hh-formfoot--bar button[value=save]").ClickAsync();
        await Expect(page.Locator("#history")).ToContainTextAsync("阶段属于签约");
        await window.IsSoundAsync();
    }

    private static async Task StaffSeeAsync(Window window, int policy, int firm, string standing)
    {
        await window.OpenAsync($"/park/policies/{policy}/enterprises?standing={standing}");
        await Expect(window.Page.Locator($"tr[data-enterprise='{firm}']")).ToHaveAttributeAsync("data-standing", standing);
        await window.IsSoundAsync();
    }

    private Task<(int Id, string Slug)> PolicyAsync() => InScopeAsync(async s =>
    {
        var made = await s.GetRequiredService<PolicyDesk>().CreateAsync(
            new PolicyDraft
            {
                Title = "浏览器匹配：外贸企业扶持办法",
                IsExternal = false,
                Issuers = ["示例机关"],
                AddsNewIssuers = true,
                Topic = PolicyTopic.EnterpriseServices,
                Openness = Openness.Proactive,
                Summary = "摘要",
                Body = "正文",
            }, Cancellation);
        var db = s.GetRequiredService<PortalDbContext>();
        var policy = await db.PolicyDocuments.SingleAsync(d => d.Id == made.Value, Cancellation);
        (policy.State, policy.PublishedAt) = (PublicationState.Published, new DateTime(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc));
        await db.SaveChangesAsync(Cancellation);
        return (policy.Id, policy.Slug);
    });

    /// <summary>A signed enterprise whose customs code nobody has entered, and somebody who acts for it.</summary>
    private Task<int> FirmAsync() => InScopeAsync(async s =>
    {
        var firm = await s.GetRequiredService<EnterpriseService>().CreateAsync(
            new EnterpriseData { Name = Firm, CreditCode = CreditCode.Next(), Type = EnterpriseType.CrossBorderCommerce }, EnterpriseStage.Signed, new DateOnly(2026, 6, 1), Cancellation);
        var person = new PortalUser { UserName = Person, Email = "matcher@example.invalid", DisplayName = "匹配人员", CreatedAt = new DateTime(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc) };
        Assert.True((await s.GetRequiredService<UserManager<PortalUser>>().CreateAsync(person, DemonstrationAccounts.Password)).Succeeded);
        var db = s.GetRequiredService<PortalDbContext>();
        db.Memberships.Add(new Membership { UserId = person.Id, EnterpriseId = firm.Value, Role = MembershipRole.EnterpriseAdministrator, Since = person.CreatedAt });
        await db.SaveChangesAsync(Cancellation);
        return firm.Value;
    });

    private Task<int> CustomsCodeAsync(int firm, string code) => InScopeAsync(s =>
        s.GetRequiredService<PortalDbContext>().Enterprises.Where(e => e.Id == firm).ExecuteUpdateAsync(set => set.SetProperty(e => e.CustomsCode, code), Cancellation));

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }
}
