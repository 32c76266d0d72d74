using System.Globalization;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Tests.Imports;
using HuaihuaPilotZone.Tests.Parks;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

/// <summary>The tenants of a park, how many each choice would show, and counts that are made anew.</summary>
public sealed class NarrowingTheRosterTests(Portal portal)
{
    private const string Grid = "/park/enterprises";

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_park_shows_those_whose_lease_runs_today()
    {
        var visitor = await portal.VisitAsAsync("auditor");
        var (tenant, former, none) = (await portal.HasEnterpriseAsync("筛园区在租公司"), await portal.HasEnterpriseAsync("筛园区退租公司"), await portal.HasEnterpriseAsync("筛园区未租公司"));
        var building = await portal.HasBuildingAsync();
        var today = DateOnly.FromDateTime(portal.Clock.GetUtcNow().AddHours(8).Date);
        await portal.LetAsync(await portal.HasUnitAsync(building, "801"), tenant, today.AddDays(-30), null);
        await portal.LetAsync(await portal.HasUnitAsync(building, "802"), tenant, today.AddDays(-20), null);
        await portal.LetAsync(await portal.HasUnitAsync(building, "803"), former, today.AddDays(-30), today.AddDays(-1));
        var park = await portal.WithDatabaseAsync(db => db.Parks.Where(p => p.Slug == ParkScenes.Shown).Select(p => new { p.Id, p.Name }).SingleAsync(Cancellation));

        var page = await visitor.OpenAsync($"{Grid}?q=筛园区&park={park.Id}");

        Assert.Equal([Key(tenant)], page.QuerySelectorAll("tr[data-id]").Select(r => r.GetAttribute("data-id")!));
        Assert.Contains("共 1 家", page.Content(), StringComparison.Ordinal);
        Assert.Equal($"{park.Name}在租", page.QuerySelector("select[name=park] option[selected]")!.TextContent);
        Assert.Contains(Key(tenant), (await visitor.OpenAsync($"{Grid}?park={park.Id}&type=Manufacturing")).QuerySelectorAll("tr[data-id]").Select(r => r.GetAttribute("data-id")!));
        Assert.DoesNotContain(Key(none), (await visitor.OpenAsync($"{Grid}?park={park.Id}")).QuerySelectorAll("tr[data-id]").Select(r => r.GetAttribute("data-id")!));
    }

    [Fact]
    public async Task Each_choice_of_type_and_area_says_how_many_it_would_show_under_the_other_conditions()
    {
        var admin = await portal.VisitAsAsync("admin");
        await admin.CommitAsync(await admin.ImportRosterAsync(
            "分面.csv", RosterFiles.Row("分面计数一公司"), RosterFiles.Row("分面计数二号厂"), RosterFiles.Row("分面计数三号店").With("企业类型", "物流货代"), RosterFiles.Row("分面计数四号站").With("企业类型", "物流货代").With("片区", "城东片区")));
        string Of(AngleSharp.Html.Dom.IHtmlDocument page, string select, string word) => page.QuerySelectorAll($"select[name={select}] option").Select(o => o.TextContent.Trim()).Single(o => o.StartsWith(word, StringComparison.Ordinal));

        var all = await admin.OpenAsync($"{Grid}?q=分面计数");
        Assert.Equal(("跨境电商（2）", "物流货代（2）", "主港区（3）", "城东片区（1）", "辰溪片区（0）"), (Of(all, "type", "跨境"), Of(all, "type", "物流"), Of(all, "district", "主港"), Of(all, "district", "城东"), Of(all, "district", "辰溪")));
        var logistics = await admin.OpenAsync($"{Grid}?q=分面计数&type=Logistics");
        // the type's own counts stay, those of the areas follow it
        Assert.Equal(("跨境电商（2）", "主港区（1）", "城东片区（1）"), (Of(logistics, "type", "跨境"), Of(logistics, "district", "主港"), Of(logistics, "district", "城东")));
        var counts = await portal.WithDatabaseAsync(db => db.Enterprises.CountAsync(e => e.Type == EnterpriseType.Logistics, Cancellation));
        Assert.NotEqual(0, counts);
        Assert.Matches("^物流货代（[0-9,]+）$", Of(await admin.OpenAsync(Grid), "type", "物流"));
    }

    [Fact]
    public async Task Wrong_counts_are_made_anew_by_a_button()
    {
        await using var own = Portal.Own(("Jobs:Parallel", "0"));
        var admin = await own.VisitAsAsync("admin");
        await own.WithDatabaseAsync(db =>
        {
            db.RosterTallies.Add(new RosterTally { Stage = EnterpriseStage.Left, Type = EnterpriseType.Other, Change = 5 });
            return db.SaveChangesAsync(Cancellation);
        });
        var real = await own.WithDatabaseAsync(db => db.Enterprises.CountAsync(Cancellation));
        Assert.Contains($"共 {real + 5} 家", (await admin.OpenAsync(Grid)).Content(), StringComparison.Ordinal);

        var job = (await admin.SubmitAsync(Grid, [], $"{Grid}/recount")).LedTo();
        Assert.True(await own.RunAsync());

        Assert.Contains("更正了 1 项", (await admin.OpenAsync(job)).Content(), StringComparison.Ordinal);
        Assert.Contains($"共 {real} 家", (await admin.OpenAsync(Grid)).Content(), StringComparison.Ordinal);
        Assert.Null((await (await own.VisitAsAsync("auditor")).OpenAsync(Grid)).QuerySelector("form[action='/park/enterprises/recount']"));
    }
}
