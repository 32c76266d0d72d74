using System.Globalization;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

/// <summary>Certificates and qualifications: kept by the enterprise once, seen by the park with issuer and validity, warned of before they end.</summary>
public sealed class KeepingCertificatesTests(Portal portal)
{
    private const string New = "/enterprise/documents/new";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_park_sees_what_an_enterprise_has_kept_finds_it_before_it_ends_and_the_enterprise_is_told_once()
    {
        var id = await portal.HasEnterpriseAsync("证照齐全公司");
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, id);
        var enterprise = await portal.VisitAsAsync(person.UserName!);
        var today = DateOnly.FromDateTime(portal.Clock.GetUtcNow().AddHours(8).Date);
        await AddAsync(enterprise, VaultType.Trademark, "示例商标", today.AddYears(5));
        await AddAsync(enterprise, VaultType.BusinessLicence, "营业执照副本", today.AddDays(20));
        var old = await AddAsync(enterprise, VaultType.Inspection, "旧检验证书", today.AddDays(3));
        await enterprise.SubmitAsync(old, [], $"{old}/archive");
        await AddAsync(enterprise, VaultType.Contract, "不是证照的合同", today.AddDays(5));

        var auditor = await portal.VisitAsAsync("auditor");
        var record = await auditor.OpenAsync($"/park/enterprises/{id}");
        Assert.Equal([nameof(VaultType.BusinessLicence), nameof(VaultType.Trademark)], record.QuerySelectorAll("[data-paper]").Select(p => p.GetAttribute("data-paper")));
        var licence = record.QuerySelector("[data-paper=BusinessLicence]")!.TextContent;
        foreach (var part in new[] { "营业执照副本", "示例编号-1", "示例市场监管局", "即将到期" }) Assert.Contains(part, licence, StringComparison.Ordinal);
        Assert.Single((await auditor.OpenAsync("/park/enterprises?q=证照齐全&papers=Expiring")).QuerySelectorAll("tr[data-id]"));
        Assert.Empty((await auditor.OpenAsync("/park/enterprises?q=证照齐全&papers=Expired")).QuerySelectorAll("tr[data-id]"));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => portal.InScopeAsync(s => s.GetRequiredService<VaultReminders>().SendDueAsync(Cancellation))));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Notices.CountAsync(n => n.EnterpriseId == id && n.Kind == MessageKind.VaultExpiring && n.Title.Contains("营业执照副本"), Cancellation)));
    }

    [Fact]
    public async Task Completeness_says_of_each_field_whether_it_is_there_and_where_it_is_filled_in()
    {
        var id = await portal.HasEnterpriseAsync("待补资料公司");

        var page = await (await portal.VisitAsAsync("admin")).OpenAsync($"/park/enterprises/{id}");

        var parts = page.QuerySelectorAll("#basic details li");
        Assert.Equal(9, parts.Length);
        Assert.Contains("9 项中已填 0 项", page.QuerySelector("#basic details")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/park/enterprises/{id}/contacts", parts.Single(p => p.TextContent.Contains("联系人", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal($"/park/enterprises/{id}/edit", parts.Single(p => p.TextContent.Contains("片区", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href"));
        Assert.Empty((await (await portal.VisitAsAsync("auditor")).OpenAsync($"/park/enterprises/{id}")).QuerySelectorAll("#basic details a"));
    }

    private static async Task<string> AddAsync(Visitor visitor, VaultType type, string title, DateOnly until) =>
        (await visitor.UploadAsync(
            New, New, new() { ["Type"] = type.ToString(), ["Title"] = title, ["Number"] = "示例编号-1", ["Issuer"] = "示例市场监管局", ["ValidTo"] = until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, ("a.pdf", SampleFiles.Pdf()))).LedTo();
}
