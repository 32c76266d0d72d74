using System.Text;
using System.Text.Json;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tests.Api;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>An enterprise hands in what customs has said, in whatever order and however often.</summary>
public sealed class HandingInReceiptsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_receipt_moves_the_customs_state_and_says_what_to_do_next()
    {
        var system = await ApiSystem.OfAsync(portal);
        var number = (await system.SubmitNewAsync()).Number;

        var taken = (await system.HandInAsync(Receipts.OfAList(CopNo(number), "800", "20261122110000000"))).Body.GetProperty("receipts")[0];

        Assert.Equal((number, true, true), (taken.GetProperty("number").GetString(), taken.GetProperty("isNew").GetBoolean(), taken.GetProperty("moved").GetBoolean()));
        Assert.Equal("released", await StateAsync(system, number));
        var visitor = await portal.VisitAsAsync("luggage");
        var page = (await visitor.OpenAsync($"/enterprise/declarations/{number}")).QuerySelector("#receipts")!.TextContent;
        Assert.Contains("放行", page, StringComparison.Ordinal);
        Assert.Contains("可以提取或装运货物", page, StringComparison.Ordinal);
        Assert.Contains("不与海关系统联网", page, StringComparison.Ordinal);
        Assert.Contains($"预申报 {number} 有新回执：放行", (await visitor.OpenAsync("/inbox")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reviewer_reads_what_customs_said_of_a_declaration_and_what_to_do_next()
    {
        var system = await ApiSystem.OfAsync(portal);
        var number = (await system.SubmitNewAsync()).Number;
        var reviewer = await portal.VisitAsAsync("reviewer");
        Assert.Null((await reviewer.OpenAsync($"/park/declarations/{number}")).QuerySelector("#receipts"));

        await system.HandInAsync(Receipts.OfAList(CopNo(number), "-10102", "20261122110000000", "[Code:-10102;Desc:企业代码不正确]"));

        var receipts = (await reviewer.OpenAsync($"/park/declarations/{number}")).QuerySelector("#receipts")!;
        Assert.Contains("企业代码不正确", receipts.TextContent, StringComparison.Ordinal);
        Assert.Contains("下一步：", receipts.TextContent, StringComparison.Ordinal);
        Assert.Contains("不与海关系统联网", receipts.TextContent, StringComparison.Ordinal);
        // handing in is the enterprise's
        Assert.Null(receipts.QuerySelector("form"));
    }

    [Fact]
    public async Task A_receipt_that_is_handed_in_twice_is_kept_once()
    {
        var system = await ApiSystem.OfAsync(portal);
        var number = (await system.SubmitNewAsync()).Number;
        var receipt = Receipts.OfAList(CopNo(number), "120", "20261122110000000");

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => system.HandInAsync(receipt)));

        Assert.Single(replies, r => r.Body.GetProperty("receipts")[0].GetProperty("isNew").GetBoolean());
        Assert.Single((await system.GetAsync($"/api/v1/declarations/{number}/receipts")).Body.GetProperty("receipts").EnumerateArray());
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Notices.CountAsync(n => n.Title.Contains(number) && n.Title.Contains("新回执") && db.Users.Any(u => u.Id == n.UserId && u.UserName == "luggage"), Cancellation)));
    }

    [Fact]
    public async Task A_late_receipt_is_shown_in_its_place_and_sets_nothing_back()
    {
        var system = await ApiSystem.OfAsync(portal);
        var number = (await system.SubmitNewAsync()).Number;
        await system.HandInAsync(Receipts.OfAList(CopNo(number), "800", "20261122120000000"));

        var late = await system.HandInAsync(Receipts.OfAList(CopNo(number), "120", "20261122110000000"));

        Assert.False(late.Body.GetProperty("receipts")[0].GetProperty("moved").GetBoolean());
        Assert.Equal("released", await StateAsync(system, number));
        Assert.Equal(["800", "120"], (await system.GetAsync($"/api/v1/declarations/{number}/receipts")).Body.GetProperty("receipts").EnumerateArray().Select(r => r.GetProperty("status").GetString()));
        await system.HandInAsync(Receipts.OfAList(CopNo(number), "899", "20261123120000000"));
        Assert.Equal("closed", await StateAsync(system, number));
    }

    [Fact]
    public async Task Receipts_of_one_moment_in_any_order_end_with_the_newest()
    {
        var system = await ApiSystem.OfAsync(portal);
        var number = (await system.SubmitNewAsync()).Number;
        string[] states = ["2", "3", "120", "300", "399", "800"];

        await Task.WhenAll(states.Select((s, i) => system.HandInAsync(Receipts.OfAList(CopNo(number), s, $"202611221{i}0000000"))).Reverse());

        Assert.Equal("released", await StateAsync(system, number));
        Assert.Equal(states.Reverse(), (await system.GetAsync($"/api/v1/declarations/{number}/receipts")).Body.GetProperty("receipts").EnumerateArray().Select(r => r.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_receipt_that_comes_before_its_document_waits_for_it()
    {
        var system = await ApiSystem.OfAsync(portal);
        var order = $"EARLY-{Guid.NewGuid():N}";
        var early = await system.HandInAsync(Receipts.OfAList("OTHERSYSTEM1", "399", "20261122110000000", order: order));
        Assert.Equal(JsonValueKind.Null, early.Body.GetProperty("receipts")[0].GetProperty("number").ValueKind);
        var waiting = await (await portal.VisitAsAsync("luggage")).OpenAsync("/enterprise/receipts?view=Waiting");
        Assert.Contains("OTHERSYSTEM1", waiting.Content(), StringComparison.Ordinal);

        var number = (await system.SubmitNewAsync(d =>
        {
            d["orderNo"] = order;
            d["ebpCode"] = ApiSystem.Luggage;
        })).Number;

        Assert.Equal("accepted", await StateAsync(system, number));
        Assert.Single((await system.GetAsync($"/api/v1/declarations/{number}/receipts")).Body.GetProperty("receipts").EnumerateArray());
    }

    [Fact]
    public async Task An_unknown_code_is_kept_and_shown_as_it_is_and_moves_nothing()
    {
        var system = await ApiSystem.OfAsync(portal);
        var number = (await system.SubmitNewAsync()).Number;
        await system.HandInAsync(Receipts.OfAList(CopNo(number), "120", "20261122110000000"));

        var taken = await system.HandInAsync(Receipts.OfAList(CopNo(number), "777", "20261122120000000", "从未见过"));

        Assert.False(taken.Body.GetProperty("receipts")[0].GetProperty("moved").GetBoolean());
        Assert.Equal("inProgress", await StateAsync(system, number));
        var page = (await (await portal.VisitAsAsync("luggage")).OpenAsync($"/enterprise/declarations/{number}")).QuerySelector("#receipts")!.TextContent;
        Assert.Contains("777", page, StringComparison.Ordinal);
        Assert.Contains("代码未收录", page, StringComparison.Ordinal);
        Assert.Contains("从未见过", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_customs_names_its_error_code()
    {
        var system = await ApiSystem.OfAsync(portal);
        var number = (await system.SubmitNewAsync()).Number;

        await system.HandInAsync(Receipts.OfAList(CopNo(number), "-10102", "20261122110000000", "[Code:-10102;Desc:企业代码不正确]"));

        Assert.Equal("failed", await StateAsync(system, number));
        var receipt = (await system.GetAsync($"/api/v1/declarations/{number}/receipts")).Body.GetProperty("receipts")[0];
        Assert.Contains("企业代码不正确", receipt.GetProperty("text").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_for_another_enterprises_document_is_kept_and_never_joined_to_it()
    {
        var number = (await (await ApiSystem.OfAsync(portal)).SubmitNewAsync()).Number;
        var tea = await ApiSystem.OfAsync(portal, "tea");

        var taken = await tea.HandInAsync(Receipts.OfAList(CopNo(number), "800", "20261122110000000"));

        Assert.Equal(JsonValueKind.Null, taken.Body.GetProperty("receipts")[0].GetProperty("number").ValueKind);
        var system = await ApiSystem.OfAsync(portal);
        Assert.Equal("noReceipt", await StateAsync(system, number));
        Assert.True((await system.HandInAsync(Receipts.OfAList(CopNo(number), "800", "20261122110000000"))).Body.GetProperty("receipts")[0].GetProperty("isNew").GetBoolean());
        Assert.Equal("released", await StateAsync(system, number));
    }

    [Fact]
    public async Task A_file_is_handed_in_on_the_page_of_the_declaration()
    {
        var system = await ApiSystem.OfAsync(portal);
        var number = (await system.SubmitNewAsync()).Number;
        var visitor = await portal.VisitAsAsync("luggage");

        var answer = await visitor.UploadAsync(
            $"/enterprise/declarations/{number}", "/enterprise/receipts", new() { ["Number"] = number }, ("receipt.xml", Encoding.UTF8.GetBytes(Receipts.OfAList(CopNo(number), "399", "20261122110000000"))));

        Assert.Equal($"/enterprise/declarations/{number}#receipts", answer.LedTo());
        Assert.Contains("审结", (await visitor.OpenAsync($"/enterprise/declarations/{number}")).QuerySelector("#receipts")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<CEB604Message>", "没有收下这个文件")]
    [InlineData("not xml", "没有收下这个文件")]
    public async Task What_is_no_receipt_is_refused_with_a_reason(string content, string said)
    {
        var visitor = await portal.VisitAsAsync("luggage");

        var page = await Visitor.ReadAsync(await visitor.UploadAsync("/enterprise/receipts", "/enterprise/receipts", [], ("receipt.xml", Encoding.UTF8.GetBytes(content))));

        Assert.Contains(said, page.QuerySelector(".hh-errsum")!.TextContent, StringComparison.Ordinal);
    }

    private static string CopNo(string number) => DeclarationNumber.Parse(number, null).CopNo;

    private static async Task<string> StateAsync(ApiSystem system, string number) => (await system.GetAsync($"/api/v1/declarations/{number}")).Body.GetProperty("customsState").GetString()!;
}
