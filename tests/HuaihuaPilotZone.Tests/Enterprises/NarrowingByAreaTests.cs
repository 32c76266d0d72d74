using System.Globalization;
using AngleSharp.Dom;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

/// <summary>Who asks for an area means all that lies in it, in every list.</summary>
public sealed class NarrowingByAreaTests
{
    private static readonly string[] _large = ["Enterprises", "EnterpriseGrams", "EnterpriseSounds", "EnterpriseTags", "EnterpriseMarkets", "RecordSpans"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_area_is_listed_and_counted_with_the_areas_in_it()
    {
        await using var portal = Portal.Own();
        var (top, part, other) = await HasTreeAsync(portal);
        var (one, two) = (await HasAsync(portal, "片区甲总公司", top), await HasAsync(portal, "片区乙分公司", part));
        await HasAsync(portal, "片区丙别处公司", other);
        var admin = await portal.VisitAsAsync("admin");

        foreach (var address in new[] { $"/park/enterprises?q={Uri.EscapeDataString("片区")}&district=", "/park/enterprises?asOf=2026-11-22&q=" + Uri.EscapeDataString("片区") + "&district=" })
        {
            Assert.Equal(["片区甲总公司", "片区乙分公司"], Names(await admin.OpenAsync(address + Number(top))));
            Assert.Equal(["片区乙分公司"], Names(await admin.OpenAsync(address + Number(part))));
        }

        Assert.Equal(["片区甲总公司", "片区乙分公司"], Names(await portal.Visit().OpenAsync($"/enterprises?q={Uri.EscapeDataString("片区")}&district={Number(top)}"), "article.hh-doc a.t"));
        var page = await admin.OpenAsync($"/park/enterprises?q={Uri.EscapeDataString("片区")}");
        Assert.Equal("树顶片区（2）", page.QuerySelector($"select[name=district] option[value='{top}']")!.TextContent);
        Assert.Equal("　树下片区（1）", page.QuerySelector($"select[name=district] option[value='{part}']")!.TextContent);
        Assert.Equal([one, two], await portal.InScopeAsync(s => IdsAsync(s, new RosterQuery(AreaId: top, Sort: RosterSort.Name))));
    }

    [Fact]
    public async Task Several_areas_are_walked_in_one_order_and_along_indexes_alone()
    {
        var asked = new AskedStatements();
        await using var portal = Portal.Own([asked]);
        var (top, part, other) = await HasTreeAsync(portal);
        for (var number = 0; number < 12; number++) await HasAsync(portal, string.Create(CultureInfo.InvariantCulture, $"林间{number}公司"), number % 3 == 0 ? top : number % 3 == 1 ? part : other);

        await portal.InScopeAsync(async s =>
        {
            var (finder, past) = (s.GetRequiredService<RosterFinder>(), s.GetRequiredService<PastRoster>());
            foreach (var sort in Enum.GetValues<RosterSort>())
            {
                foreach (var query in new[] { new RosterQuery(AreaId: top, Sort: sort), new RosterQuery(AreaId: top, Stage: EnterpriseStage.Signed, Sort: sort), new RosterQuery("林间", AreaId: top, Sort: sort) })
                {
                    asked.IsListening.Value = true;
                    var whole = await finder.ListAsync(query, new RosterPlace(), 100, Cancellation);
                    var first = await finder.ListAsync(query, new RosterPlace(), 3, Cancellation);
                    var second = await finder.ListAsync(query, new RosterPlace(AfterId: first.AfterId), 3, Cancellation);
                    var walked = await finder.WalkAsync(query, 100, Cancellation);
                    asked.IsListening.Value = false;
                    Assert.Equal((8, 8), (whole.Total, whole.Rows.Count));
                    Assert.Equal(whole.Rows.Select(r => r.Id), walked);
                    Assert.Equal(whole.Rows.Select(r => r.Id).Take(6), first.Rows.Concat(second.Rows).Select(r => r.Id));
                }
            }

            asked.IsListening.Value = true;
            Assert.Equal(8, (await past.MeetAsync(new PastQuery(new DateOnly(2026, 11, 22), AreaId: top), Cancellation))!.Count);
            Assert.Equal(8, (await past.WalkAsync(new PastQuery(new DateOnly(2026, 11, 22), AreaId: top), 100, Cancellation)).Count);
            return asked.IsListening.Value = false;
        });
        await asked.AssertWalksNoTableAsync(portal, _large, atLeast: 10);
    }

    private static async Task<(int Top, int Part, int Other)> HasTreeAsync(Portal portal)
    {
        var top = await AddAsync(portal, "树顶片区", null);
        return (top, await AddAsync(portal, "树下片区", top), await AddAsync(portal, "旁边片区", null));
    }

    private static Task<int> AddAsync(Portal portal, string name, int? parent) => portal.InScopeAsync(async s =>
        (await s.GetRequiredService<AreaKeeping>().AddAsync(new AreaData(name, "测试", parent), Cancellation)).Value);

    private static Task<int> HasAsync(Portal portal, string name, int area) => portal.InScopeAsync(async s => (await s.GetRequiredService<EnterpriseService>().CreateAsync(
        new EnterpriseData { Name = name, CreditCode = CreditCode.Next(), Type = EnterpriseType.Manufacturing, ParkAreaId = area, IsPublic = true }, EnterpriseStage.Signed, new DateOnly(2026, 6, 1), Cancellation)).Value);

    private static async Task<List<int>> IdsAsync(IServiceProvider services, RosterQuery query) =>
        [.. (await services.GetRequiredService<RosterFinder>().ListAsync(query, new RosterPlace(), 100, Cancellation)).Rows.Select(r => r.Id)];

    private static List<string> Names(IDocument page, string selector = "main tbody td.ttl b") =>
        [.. page.QuerySelectorAll(selector).Select(n => n.TextContent.Trim()).OrderBy(n => Array.IndexOf(["片区甲总公司", "片区乙分公司"], n))];

    private static string Number(int id) => id.ToString(CultureInfo.InvariantCulture);
}
