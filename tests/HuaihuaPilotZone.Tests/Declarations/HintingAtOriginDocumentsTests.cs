using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>Mission row 36: for a destination such as 老挝 the form offers the hint of the origin document and names its source; the public reads the members.</summary>
public sealed class HintingAtOriginDocumentsTests(Portal portal)
{
    [Fact]
    public async Task For_Laos_the_form_hints_at_the_origin_document_and_names_the_source()
    {
        var filer = await portal.VisitAsAsync("filer");
        var number = await Filing.OpenAsync(filer);
        var fields = Filing.Valid();
        (fields["Country"], fields["Goods[0].Country"]) = ("LAO", "LAO");
        await Filing.SaveAsync(filer, number, fields);

        var hint = (await Filing.OpenEditAsync(filer, number)).QuerySelector("[data-precheck] [data-origins] [data-origin='22LAO']")!.TextContent;

        foreach (var text in new[] { "老挝（LAO）", "22 RCEP", "2022-01-01 起生效", "原产地证明", "22C", "22D", "来源：第三方资料所见的生效日期", "待核" }) Assert.Contains(text, hint, StringComparison.Ordinal);
        Assert.NotNull((await filer.OpenAsync($"/enterprise/declarations/{number}/edit")).QuerySelector("[data-origins] a[href='/rcep']"));

        (fields["Country"], fields["Goods[0].Country"]) = ("USA", "USA");
        await Filing.SaveAsync(filer, number, fields);
        Assert.Null((await Filing.OpenEditAsync(filer, number)).QuerySelector("[data-origins]"));
    }

    [Fact]
    public async Task A_declaration_hints_at_where_any_of_its_goods_go()
    {
        var filer = await portal.VisitAsAsync("filer");
        var number = await Filing.OpenAsync(filer, buyer: "Business", mode: "9710", small: false, kind: "CustomsDeclaration");
        await Filing.SaveAsync(filer, number, Filing.ValidDeclaration());

        var page = await Filing.OpenEditAsync(filer, number);

        Assert.NotNull(page.QuerySelector("[data-origins] [data-origin='22VNM']"));
        Assert.Single(page.QuerySelectorAll("[data-origin]"));
    }

    [Fact]
    public async Task The_public_page_has_the_members_with_day_source_and_the_corridors_that_reach_them()
    {
        var page = await portal.Visit().OpenAsync("/rcep");

        Assert.Equal(14, page.QuerySelectorAll("tr[data-member]").Length);
        var laos = page.QuerySelector("tr[data-member='LAO']")!;
        foreach (var text in new[] { "老挝", "2022-01-01", "第三方资料所见的生效日期，未核对公告原文", "2026-11-22", "待核" }) Assert.Contains(text, laos.TextContent, StringComparison.Ordinal);
        Assert.NotNull(laos.QuerySelector("a[href='/corridors/china-laos']"));
        Assert.Contains("2023-06-02", page.QuerySelector("tr[data-member='PHL']")!.TextContent, StringComparison.Ordinal);
        foreach (var text in new[] { "原产地证明", "22C", "22D", "只填一份" }) Assert.Contains(text, page.QuerySelector("[data-origin-document]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("中国—东盟", page.QuerySelector("[data-others]")!.TextContent, StringComparison.Ordinal);
        await portal.Visit().OpenAsync(laos.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("members and origin documents", (await portal.Visit().OpenAsync("/en/rcep")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await portal.Visit().OpenAsync("/search?q=RCEP")).QuerySelector("main a[href='/rcep']"));
    }

    [Theory]
    [InlineData("LAO", "2021-12-31", null)]
    [InlineData("LAO", "2022-01-01", "22LAO")]
    [InlineData("119", "2026-11-22", "22LAO")]
    [InlineData("IDN", "2023-01-01", null)]
    [InlineData("USA", "2026-11-22", null)]
    [InlineData("", "2026-11-22", null)]
    [InlineData(null, "2026-11-22", null)]
    public void An_agreement_holds_for_a_country_from_its_day_on(string? country, string day, string? expected) =>
        Assert.Equal(expected, OriginMembers.For(CustomsTables.BuiltIn(), country, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Select(m => m.Member.Code).SingleOrDefault());
}
