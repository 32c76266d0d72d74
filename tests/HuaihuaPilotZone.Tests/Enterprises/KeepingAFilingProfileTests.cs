using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Enterprises;

public sealed class KeepingAFilingProfileTests(Portal portal)
{
    private const string Page = "/enterprise/profile/filing";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_enterprises_administrator_fills_it_in_and_sees_it()
    {
        var (visitor, enterprise) = await ServingAsync("资料测试甲公司");
        Assert.Contains("还没有填写", (await visitor.OpenAsync("/enterprise/profile")).Content(), StringComparison.Ordinal);

        var answer = await visitor.SubmitAsync(Page, new() { ["DxpId"] = "DXPENT0000000009", ["PlatformCode"] = "无", ["CarrierCode"] = "91431299ma00000318", ["CustomsOffice"] = "4900" });

        Assert.Equal("/enterprise/profile", answer.LedTo());
        var page = await visitor.OpenAsync("/enterprise/profile");
        foreach (var text in new[] { "DXPENT0000000009", "91431299MA00000318", "4900" }) Assert.Contains(text, page.Content(), StringComparison.Ordinal);
        Assert.Equal(1, (await FindAsync(enterprise))!.Version);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_nothing_is_saved()
    {
        var (visitor, enterprise) = await ServingAsync("资料测试乙公司");

        var answer = await visitor.SubmitAsync(Page, new()
        {
            ["TransmissionCode"] = "12345",
            ["DeclarantCode"] = "91431299MA0000015K",
            ["CarrierName"] = new string('名', 101),
            ["CustomsOffice"] = "49",
            ["PortOffice"] = "abcd",
        });

        var page = await answer.RefusedWithAsync("传输企业代码：", "申报企业代码：", "物流企业名称最多 100 个字。", "申报地海关代码应为 4 位数字。", "口岸海关代码应为 4 位数字。");
        Assert.Equal("12345", page.Value("TransmissionCode"));
        Assert.Null(await FindAsync(enterprise));
    }

    [Fact]
    public async Task An_early_code_that_the_roster_took_with_a_reason_is_taken_here_too()
    {
        var good = CreditCode.Next();
        var own = string.Concat(good.AsSpan(0, 17), good[17] == '1' ? "2" : "1");
        var enterprise = await portal.InScopeAsync(async s => (await ((EnterpriseService)s.GetService(typeof(EnterpriseService))!).CreateAsync(
            new EnterpriseData { Name = "早期代码公司", CreditCode = own, CreditCodeNote = "早期代码", Type = EnterpriseType.Services },
            EnterpriseStage.Signed, new DateOnly(2026, 1, 1), Cancellation)).Value);
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, enterprise);
        var visitor = await portal.VisitAsAsync(person.UserName!);

        (await visitor.SubmitAsync(Page, new() { ["TransmissionCode"] = own })).LedTo();

        Assert.Equal(own, (await FindAsync(enterprise))!.TransmissionCode);
    }

    [Fact]
    public async Task Park_and_enterprise_who_edit_at_once_see_each_others_values()
    {
        var (visitor, enterprise) = await ServingAsync("资料测试丙公司");
        var (admin, parkPage) = (await portal.VisitAsAsync("admin"), $"/park/enterprises/{enterprise}/filing");
        (await admin.SubmitAsync(parkPage, new() { ["DxpId"] = "DXPENT0000000001" })).LedTo();

        var first = await visitor.SubmitAsync(Page, new() { ["Version"] = "0", ["DxpId"] = "DXPENT0000000002" });

        Assert.Equal(HttpStatusCode.Conflict, first.StatusCode);
        var cells = (await Visitor.ReadAsync(first)).QuerySelectorAll("tbody td").Select(c => c.TextContent.Trim());
        Assert.Equal(["报文传输编号（dxpId）", "DXPENT0000000001", "DXPENT0000000002"], cells);
        Assert.Equal("DXPENT0000000001", (await FindAsync(enterprise))!.DxpId);
    }

    [Fact]
    public async Task A_filer_may_look_but_not_edit()
    {
        var filer = await portal.VisitAsAsync("filer");

        Assert.Null((await filer.OpenAsync("/enterprise/profile")).QuerySelector($"a[href='{Page}']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await filer.GetAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await filer.ForgeAsync("/account/password", Page, new() { ["DxpId"] = "X" })).StatusCode);
    }

    [Fact]
    public async Task A_person_of_two_enterprises_switches_and_another_enterprises_number_is_not_found_and_noted()
    {
        var (first, second) = (await portal.HasEnterpriseAsync("切换甲公司"), await portal.HasEnterpriseAsync("切换乙公司"));
        var foreign = await portal.HasEnterpriseAsync("切换外人公司");
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, first);
        await portal.HasMembershipAsync(person, second, MembershipRole.EnterpriseFiler);
        var visitor = await portal.VisitAsAsync(person.UserName!);
        Assert.Contains("切换甲公司", (await visitor.OpenAsync("/enterprise/profile")).Content(), StringComparison.Ordinal);

        var answer = await visitor.SubmitAsync("/enterprise/switch", new() { ["enterpriseId"] = $"{second}" });

        Assert.Equal("/enterprise", answer.LedTo());
        Assert.Contains("切换乙公司", (await visitor.OpenAsync("/enterprise/profile")).Content(), StringComparison.Ordinal);
        // the choice outlives the refresh of claims with every request, and its role counts
        Assert.Contains("切换乙公司", (await visitor.OpenAsync("/enterprise/profile")).Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(Page)).StatusCode);

        var forged = await visitor.ForgeAsync("/enterprise/switch", "/enterprise/switch", new() { ["enterpriseId"] = $"{foreign}" });
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        Assert.Contains("切换乙公司", (await visitor.OpenAsync("/enterprise/profile")).Content(), StringComparison.Ordinal);
        var key = foreign.ToString(CultureInfo.InvariantCulture);
        var lines = await portal.WithDatabaseAsync(db => db.Journal
            .Where(l => l.Subject == JournalSubjects.Enterprise && l.SubjectKey == key && l.Act == RefusedAccess.Act).ToListAsync(Cancellation));
        Assert.Equal(person.Id, Assert.Single(lines).UserId);
    }

    [Fact]
    public async Task Whoever_loses_the_chosen_membership_loses_the_desk_and_may_choose_another()
    {
        var (first, second) = (await portal.HasEnterpriseAsync("离开甲公司"), await portal.HasEnterpriseAsync("留下乙公司"));
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, first);
        await portal.HasMembershipAsync(person, second);
        var visitor = await portal.VisitAsAsync(person.UserName!);
        await portal.WithDatabaseAsync(db => db.Memberships.Where(m => m.UserId == person.Id && m.EnterpriseId == first)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.EndedAt, DateTime.UtcNow), Cancellation));

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/enterprise/profile")).StatusCode);
        var choice = await visitor.OpenAsync("/enterprise/switch");
        Assert.DoesNotContain("离开甲公司", choice.Content(), StringComparison.Ordinal);
        await visitor.SubmitAsync("/enterprise/switch", new() { ["enterpriseId"] = $"{second}" });
        Assert.Contains("留下乙公司", (await visitor.OpenAsync("/enterprise/profile")).Content(), StringComparison.Ordinal);
    }

    private async Task<(Visitor Visitor, int EnterpriseId)> ServingAsync(string name)
    {
        var enterprise = await portal.HasEnterpriseAsync(name);
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, enterprise);
        return (await portal.VisitAsAsync(person.UserName!), enterprise);
    }

    private Task<FilingProfile?> FindAsync(int enterprise) =>
        portal.WithDatabaseAsync(db => db.Set<FilingProfile>().SingleOrDefaultAsync(p => p.EnterpriseId == enterprise, Cancellation));
}
