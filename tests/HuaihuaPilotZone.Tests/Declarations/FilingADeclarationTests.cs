using System.Net;
using System.Xml.Linq;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Declarations;

public sealed class FilingADeclarationTests(Portal portal)
{
    [Fact]
    public async Task A_declaration_is_saved_with_all_its_lines_submitted_returned_passed_and_handed_over()
    {
        var filer = await portal.VisitAsAsync("luggage");
        var reviewer = await portal.VisitAsAsync("reviewer");
        var number = await OpenAsync(filer);
        var submitted = await Filing.SaveAsync(filer, number, Filing.ValidDeclaration(), "Act=submit");
        Assert.True(submitted.StatusCode == HttpStatusCode.Redirect, (await Visitor.ReadAsync(submitted)).QuerySelector("[data-error-summary]")?.TextContent);

        await reviewer.SubmitAsync($"/park/declarations/{number}", new() { ["Points[0].Path"] = "/containers/0/containerMd", ["Points[0].Reason"] = "请核对箱型" }, $"/park/declarations/{number}/return");
        var draft = await Filing.OpenEditAsync(filer, number);
        Assert.Contains("请核对箱型", draft.QuerySelector("[data-field-message-for='Containers[0].ContainerMd']")!.TextContent, StringComparison.Ordinal);
        await Filing.SaveAsync(filer, number, new() { ["Containers[0].ContainerMd"] = "11" }, "Act=submit");

        var review = await reviewer.OpenAsync($"/park/declarations/{number}");
        Assert.Equal("/containers/0/containerMd", Assert.Single(review.QuerySelectorAll("tr[data-at]")).GetAttribute("data-at"));
        await reviewer.SubmitAsync($"/park/declarations/{number}", [], $"/park/declarations/{number}/pass");
        var handed = await filer.SubmitAsync($"/enterprise/declarations/{number}", new() { ["On"] = "2026-11-22" }, $"/enterprise/declarations/{number}/handover");

        Assert.Equal(HttpStatusCode.Redirect, handed.StatusCode);
        Assert.Contains("已移交", (await filer.OpenAsync($"/enterprise/declarations/{number}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await SaysWhatToDoWhenTheGoodsComeBackAsync(filer, number);
    }

    private static async Task SaysWhatToDoWhenTheGoodsComeBackAsync(Visitor filer, string number)
    {
        var page = await filer.OpenAsync($"/enterprise/declarations/{number}");
        Assert.Equal("ReturnDeclaration", page.QuerySelector("form[action='/enterprise/applications'] input[name='Kind']")!.GetAttribute("value"));
        var panel = page.QuerySelector("#return")!;
        // a declaration has no export date of its own; the day of the handover stands in until it is corrected
        Assert.Contains("4561", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("国际贸易单一窗口", panel.TextContent, StringComparison.Ordinal);
        var checker = await filer.OpenAsync(panel.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("9710", Filing.ValueOf(checker, "TradeMode"));
        Assert.Equal("2026-11-22", Filing.ValueOf(checker, "ExportedOn"));
        Assert.Contains("监管方式 4561 退运货物", checker.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_is_handed_over_nothing_is_said_of_goods_that_come_back()
    {
        var filer = await portal.VisitAsAsync("luggage");
        var number = await OpenAsync(filer);

        Assert.Null((await filer.OpenAsync($"/enterprise/declarations/{number}")).QuerySelector("#return"));
    }

    [Fact]
    public async Task A_declaration_that_passed_is_downloaded_as_its_message_and_as_no_other()
    {
        var filer = await portal.VisitAsAsync("luggage");
        var number = await OpenAsync(filer);
        using var early = await filer.GetAsync($"/enterprise/declarations/{number}/files/declaration.xml");
        Assert.Contains("园区核对通过后才能下载报文", await early.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Filing.SaveAsync(filer, number, Filing.ValidDeclaration(), "Act=submit");
        await (await portal.VisitAsAsync("reviewer")).SubmitAsync($"/park/declarations/{number}", [], $"/park/declarations/{number}/pass");

        var page = await filer.OpenAsync($"/enterprise/declarations/{number}");
        var link = Assert.Single(page.QuerySelectorAll("a[href$='.xml']")).GetAttribute("href")!;
        using var file = await filer.GetAsync(link);
        using var other = await filer.GetAsync($"/enterprise/declarations/{number}/files/list.xml");

        Assert.Equal("application/xml", file.Content.Headers.ContentType!.MediaType);
        var message = XDocument.Parse(await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        XNamespace dec = "http://www.chinaport.gov.cn/dec";
        Assert.Equal(dec + "DecMessage", message.Root!.Name);
        // on exports the two countries change places
        var line = message.Descendants(dec + "DecList").Single();
        Assert.Equal(("VNM", "CHN"), (line.Element(dec + "OriginCountry")!.Value, line.Element(dec + "DestinationCountry")!.Value));
        Assert.Contains("没有这种报文", await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_a_declaration_has_the_places_of_the_printed_form()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await OpenAsync(visitor);
        await Filing.SaveAsync(visitor, number, Filing.ValidDeclaration());

        var sheet = await visitor.OpenAsync($"/enterprise/declarations/{number}/print");

        var heads = sheet.QuerySelectorAll("table.declared th").Select(t => t.TextContent).ToList();
        Assert.Equal(["境内发货人", "出境关别", "出口日期", "备案号", "境外收货人", "运输方式"], heads.Take(6));
        var line = sheet.QuerySelector("table.goods tbody tr")!.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal(("1", "4202121000", "CHN 中国", "VNM 越南"), (line[0], line[1], line[5], line[6]));
        Assert.Contains("HHCU1000010", sheet.QuerySelector("table.declared")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("不代替报关单", sheet.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_collection_gets_and_loses_lines_without_scripts()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await OpenAsync(visitor);
        var added = await Filing.SaveAsync(visitor, number, Filing.ValidDeclaration(), "Act=addline/containers");
        Assert.EndsWith("/edit#containers", added.Headers.Location!.ToString(), StringComparison.Ordinal);
        await Filing.SaveAsync(visitor, number, new() { ["Containers[1].ContainerId"] = "HHCU1000025" });
        var two = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal("HHCU1000025", Filing.ValueOf(two, "Containers[1].ContainerId"));
        Assert.Contains(("REQUIRED-003", "/containers/1/containerMd"), Filing.Findings(two));

        await Filing.SaveAsync(visitor, number, [], "RemoveLine=containers/0");

        var one = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal("HHCU1000025", Filing.ValueOf(one, "Containers[0].ContainerId"));
        Assert.Null(Filing.ValueOf(one, "Containers[1].ContainerId"));
        Assert.Equal("拉杆箱", Filing.ValueOf(one, "Goods[0].Gname"));
    }

    [Fact]
    public async Task All_safe_proposals_are_adopted_in_one_act_and_each_can_be_taken_back()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await OpenAsync(visitor);
        var fields = Filing.ValidDeclaration();
        (fields["Note"], fields["MarkNo"], fields["TrafName"], fields["Goods[0].TotalPrice"], fields["Goods[0].Unit"]) = ("易碎", null, "湘A12345", "６43.20", "个");
        await Filing.SaveAsync(visitor, number, fields);
        var broken = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal(5, broken.QuerySelectorAll("button[name=apply]").Length);
        Assert.Contains("（5）", broken.QuerySelector("button[value=applyall]")!.TextContent, StringComparison.Ordinal);

        await Filing.SaveAsync(visitor, number, [], "Act=applyall");

        var mended = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal(("跨境电子商务，易碎", "N/M", "", "643.2", "007"), (Filing.ValueOf(mended, "Note"), Filing.ValueOf(mended, "MarkNo"), Filing.ValueOf(mended, "TrafName"), Filing.ValueOf(mended, "Goods[0].TotalPrice"), Filing.ValueOf(mended, "Goods[0].Unit")));
        Assert.Null(mended.QuerySelector("button[value=applyall]"));
        Assert.Equal(5, mended.QuerySelectorAll("button[name=undo]").Length);
        await Filing.SaveAsync(visitor, number, [], $"undo={mended.QuerySelector("button[name=undo][data-path='/goods/0/unit']")!.GetAttribute("value")}");
        Assert.Equal("个", Filing.ValueOf(await Filing.OpenEditAsync(visitor, number), "Goods[0].Unit"));
    }

    [Fact]
    public async Task The_fewest_changes_are_offered_with_every_choice_and_made_in_one_act()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await OpenAsync(visitor);
        var fields = Filing.ValidDeclaration();
        (fields["Goods[0].TotalPrice"], fields["GrossWeight"]) = ("6432", "8");
        await Filing.SaveAsync(visitor, number, fields);
        var broken = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal("最少改 2 处", broken.QuerySelector("#repairs-title")!.TextContent);
        var repair = broken.QuerySelectorAll("button[name=Repair]").First(b => b.GetAttribute("value")!.Contains("/goods/0/totalPrice=643.2", StringComparison.Ordinal));

        await Filing.SaveAsync(visitor, number, [], "Repair=/grossWeight=1");
        Assert.Equal("8", Filing.ValueOf(await Filing.OpenEditAsync(visitor, number), "GrossWeight"));
        await Filing.SaveAsync(visitor, number, [], $"Repair={repair.GetAttribute("value")}");

        var mended = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal("643.2", Filing.ValueOf(mended, "Goods[0].TotalPrice"));
        Assert.Null(mended.QuerySelector("#repairs-title"));
        Assert.Equal(2, mended.QuerySelectorAll("button[name=undo]").Length);
    }

    [Fact]
    public async Task A_likely_slip_in_a_container_number_is_a_choice_that_only_a_person_takes()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await OpenAsync(visitor);
        var fields = Filing.ValidDeclaration();
        fields["Containers[0].ContainerId"] = "HHCU10O0010";
        await Filing.SaveAsync(visitor, number, fields, "Act=applyall");
        var page = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal("HHCU10O0010", Filing.ValueOf(page, "Containers[0].ContainerId"));
        var choice = Assert.Single(page.QuerySelectorAll("button[name=apply][data-path='/containers/0/containerId']"));

        await Filing.SaveAsync(visitor, number, [], $"apply={choice.GetAttribute("value")}");

        Assert.Equal("HHCU1000010", Filing.ValueOf(await Filing.OpenEditAsync(visitor, number), "Containers[0].ContainerId"));
    }

    [Theory]
    [InlineData("CONTAINER-001|/containers/0/containerId|7")]
    [InlineData("CONTAINER-001|/containers/0/containerId|-1")]
    [InlineData("CONTAINER-001|/containers/0/containerId|x")]
    [InlineData("CONTAINER-001|/containers/0/containerId")]
    public async Task A_forged_choice_changes_nothing(string forged)
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await OpenAsync(visitor);
        var fields = Filing.ValidDeclaration();
        fields["Containers[0].ContainerId"] = "HHCU10O0010";
        await Filing.SaveAsync(visitor, number, fields);

        await Filing.SaveAsync(visitor, number, [], $"apply={forged}");

        Assert.Equal("HHCU10O0010", Filing.ValueOf(await Filing.OpenEditAsync(visitor, number), "Containers[0].ContainerId"));
    }

    private static Task<string> OpenAsync(Visitor visitor) => Filing.OpenAsync(visitor, "Business", "9710", small: false);
}
