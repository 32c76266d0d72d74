using System.Net;
using System.Text.Json;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Imports;

/// <summary>A block from a spreadsheet goes into the goods of a draft, read as files are.</summary>
public sealed class PastingGoodsTests(Portal portal)
{
    [Fact]
    public async Task A_block_with_headings_is_appended_without_scripts()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);
        var page = $"/enterprise/declarations/{number}/paste";

        var answer = await visitor.SubmitAsync(page, new() { ["Block"] = "HS编码\t品名\t数量\t单位\t币种\n4202.12.1000\t拉杆箱\t1,200\t个\t美元\n4202121000\t手提箱\t５\t7\tusd\n" }, page);

        Assert.Equal("已粘贴 2 项商品并保存。", await visitor.NoticeAfterAsync(answer));
        var draft = await Filing.OpenEditAsync(visitor, number);
        string[] fields = ["Gcode", "Gname", "Qty", "Unit", "Currency"];
        Assert.Equal(["4202121000", "拉杆箱", "1200", "007", "USD"], fields.Select(f => Filing.ValueOf(draft, $"Goods[0].{f}")));
        Assert.Equal(["4202121000", "手提箱", "5", "007", "USD"], fields.Select(f => Filing.ValueOf(draft, $"Goods[1].{f}")));
        Assert.Null(Filing.ValueOf(draft, "Goods[2].Gcode"));
    }

    [Fact]
    public async Task Pasting_over_replaces_the_goods_and_an_old_version_is_refused()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);
        await Filing.SaveAsync(visitor, number, Filing.Valid());
        var page = $"/enterprise/declarations/{number}/paste";

        await (await visitor.SubmitAsync(page, new() { ["Version"] = "1", ["Block"] = "a\tb" }, page)).RefusedWithAsync("刚被他人修改");
        await (await visitor.SubmitAsync(page, new() { ["Block"] = " \n" }, page)).RefusedWithAsync("请粘贴表格里的商品");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(page, new() { ["Block"] = "N-1\t新箱子", ["Replaces"] = "true" }, page)).StatusCode);

        var draft = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal(("N-1", "新箱子"), (Filing.ValueOf(draft, "Goods[0].ItemNo"), Filing.ValueOf(draft, "Goods[0].ItemName")));
        Assert.Null(Filing.ValueOf(draft, "Goods[1].ItemNo"));
    }

    [Theory]
    [InlineData("HS编码\t品名\t颜色\t大小\n4202121000\t拉杆箱\t红\t20 寸\n", "已粘贴 1 项商品并保存。2 列没有对应的字段，没有读取：“颜色”“大小”。")]
    [InlineData("HS编码\t品名\t颜色\n4202121000\t拉杆箱\t\n", "已粘贴 1 项商品并保存。")]
    [InlineData("1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t15\t16\t17\t18\t19\t20", "已粘贴 1 项商品并保存。右边 2 列超出商品的列数，没有读取。")]
    public async Task Columns_that_have_no_field_are_named_after_pasting(string block, string said)
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);
        var page = $"/enterprise/declarations/{number}/paste";

        var answer = await visitor.SubmitAsync(page, new() { ["Block"] = block }, page);
        var notice = await visitor.NoticeAfterAsync(answer);
        using var read = await visitor.ForgeAsync($"/enterprise/declarations/{number}/edit", page + "/read", new() { ["Block"] = block });

        Assert.Equal(said, notice);
        using var json = JsonDocument.Parse(await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.EndsWith(json.RootElement.GetProperty("notRead").GetString() ?? "", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_grids_script_is_told_how_a_block_is_read_and_nothing_is_saved()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);
        var read = $"/enterprise/declarations/{number}/paste/read";
        var draft = await Filing.OpenEditAsync(visitor, number);
        var column = draft.QuerySelectorAll("[data-row-template] ~ *, #goods tbody tr:first-child input.in").Select(i => i.GetAttribute("name")).ToList().IndexOf("Goods[0].Qty");

        using var answer = await visitor.ForgeAsync($"/enterprise/declarations/{number}/edit", read, new() { ["Block"] = "1,200\t个", ["FirstColumn"] = column.ToString(System.Globalization.CultureInfo.InvariantCulture) });

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["Qty", "Unit"], json.RootElement.GetProperty("columns").EnumerateArray().Select(c => c.GetString()!));
        Assert.Equal(["1200", "007"], json.RootElement.GetProperty("rows")[0].EnumerateArray().Select(c => c.GetString()!));
        Assert.Equal("", Filing.ValueOf(await Filing.OpenEditAsync(visitor, number), "Goods[0].Qty") ?? "");
        var stranger = await portal.VisitAsAsync("tea");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.ForgeAsync("/enterprise", read, new() { ["Block"] = "1" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/enterprise/declarations/{number}/paste")).StatusCode);
    }
}
