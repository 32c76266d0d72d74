using System.Net;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Parks;

public sealed class MovingInTests(Portal portal)
{
    private const string Page = "/enterprises/apply";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_vacant_unit_is_chosen_on_the_parks_page_asked_for_and_let_with_the_approval()
    {
        var unit = await portal.HasUnitAsync(await portal.HasBuildingAsync(), "M-1", 66m);
        var visitor = portal.Visit();
        var link = (await visitor.OpenAsync($"/parks/{ParkScenes.Shown}")).QuerySelector($"[data-unit='{unit}'] a")!.GetAttribute("href")!;
        Assert.Equal($"{unit}", (await visitor.OpenAsync(link)).QuerySelector("#UnitId option[selected]")!.GetAttribute("value"));
        var code = CreditCode.Next();
        var number = Number((await visitor.SubmitAsync(link, Filling("入驻测试甲公司", code), Page)).LedTo());
        var (admin, page) = (await portal.VisitAsAsync("admin"), $"/park/applications/{number}");
        var shown = await admin.OpenAsync(page);
        Assert.Contains("M-1", shown.QuerySelector(".hh-meta")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{unit}", shown.QuerySelector("#UnitId option[selected]")!.GetAttribute("value"));

        (await admin.SubmitAsync(page, new() { ["LeaseUntil"] = "2027-11-21" }, $"{page}/approve")).LedTo();

        var lease = await portal.WithDatabaseAsync(db => db.Leases.Include(l => l.Enterprise).SingleAsync(l => l.UnitId == unit, Cancellation));
        Assert.Equal((code, new DateOnly(2026, 11, 22), new DateOnly(2027, 11, 21), $"入驻申请 {number}"), (lease.Enterprise!.CreditCode, lease.From, lease.Until!.Value, lease.Note));
        Assert.Null((await visitor.OpenAsync($"/parks/{ParkScenes.Shown}")).QuerySelector($"[data-unit='{unit}']"));
    }

    [Fact]
    public async Task A_unit_that_was_let_meanwhile_is_refused_and_the_application_stays_open()
    {
        var unit = await portal.HasUnitAsync(await portal.HasBuildingAsync(), "M-2");
        var code = CreditCode.Next();
        var values = Filling("入驻测试乙公司", code);
        values["UnitId"] = $"{unit}";
        var number = Number((await portal.Visit().SubmitAsync(Page, values, Page)).LedTo());
        await portal.LetAsync(unit, await portal.HasEnterpriseAsync("入驻测试丙公司"), new DateOnly(2026, 11, 1), null);
        var (admin, page) = (await portal.VisitAsAsync("admin"), $"/park/applications/{number}");

        await (await admin.ForgeAsync(page, $"{page}/approve", new() { ["Stage"] = "Signed", ["On"] = "2026-11-22", ["UnitId"] = $"{unit}" })).RefusedWithAsync("这段时间已租给入驻测试丙公司");
        await (await admin.ForgeAsync(page, $"{page}/approve", new() { ["Stage"] = "Interested", ["On"] = "2026-11-22", ["UnitId"] = $"{unit}" })).RefusedWithAsync("还只是意向的，不能登记租约");

        Assert.Equal(ApplicationState.Submitted, await portal.WithDatabaseAsync(db => db.EntryApplications.Where(a => a.Number == number).Select(a => a.State).SingleAsync(Cancellation)));
        Assert.False(await portal.WithDatabaseAsync(db => db.Enterprises.AnyAsync(e => e.CreditCode == code, Cancellation)));
        Assert.Contains("已租出或不再出租", (await admin.OpenAsync(page)).Content(), StringComparison.Ordinal);
        values["CreditCode"] = CreditCode.Next();
        await (await portal.Visit().ForgeAsync(Page, Page, values)).RefusedWithAsync("这个单元刚刚租出或不再出租");
    }

    [Fact]
    public async Task Of_several_approvals_at_once_that_let_one_unit_one_counts_and_the_others_stay_open()
    {
        var unit = await portal.HasUnitAsync(await portal.HasBuildingAsync(), "M-3");
        var (admin, numbers) = (await portal.VisitAsAsync("admin"), new List<string>());
        for (var i = 0; i < 4; i++) numbers.Add(Number((await portal.Visit().SubmitAsync(Page, Filling($"入驻测试并发{i}公司", CreditCode.Next()), Page)).LedTo()));

        var answers = await Task.WhenAll(numbers.Select(n => admin.ForgeAsync($"/park/applications/{n}", $"/park/applications/{n}/approve", new() { ["Stage"] = "Signed", ["On"] = "2026-11-22", ["UnitId"] = $"{unit}" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        foreach (var answer in answers.Where(a => a.StatusCode != HttpStatusCode.Redirect)) Assert.NotEmpty((await Visitor.ReadAsync(answer)).QuerySelectorAll("[data-error-summary] a[href='#UnitId']"));
        Assert.Equal(3, await portal.WithDatabaseAsync(db => db.EntryApplications.CountAsync(a => numbers.Contains(a.Number) && a.State == ApplicationState.Submitted, Cancellation)));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Leases.CountAsync(l => l.UnitId == unit, Cancellation)));
    }

    private static string Number(string address) => address[(address.LastIndexOf('/') + 1)..];

    private static Dictionary<string, string?> Filling(string name, string code) => new()
    {
        ["Name"] = name,
        ["CreditCode"] = code,
        ["Type"] = "Manufacturing",
        ["Intent"] = "测试入驻。",
        ["ContactName"] = "联系人",
        ["ContactPhone"] = "000-12345678",
        ["ContactEmail"] = "moving.in@example.invalid",
        ["AcceptsNotice"] = "true",
    };
}
