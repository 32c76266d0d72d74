using System.Net;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>What is looked for before a text is reviewed or published.</summary>
public sealed class CheckingTextsTests(Portal portal)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task A_banned_word_stops_review_and_publication_and_its_place_is_named()
    {
        var editor = await portal.VisitAsAsync("editor");
        var word = $"Banned{Guid.NewGuid():N}"[..14];
        await editor.SubmitAsync("/park/wording/new", new() { ["Word"] = word, ["Replacement"] = "规范写法", ["IsBanned"] = "true" });
        var address = await DraftAsync(editor, $"第一行\n\n这里用了{word.ToUpperInvariant()}。");

        var finding = (await editor.OpenAsync(address)).QuerySelector("[data-findings] [data-blocks=true]")!.TextContent;
        Assert.Contains("正文第 3 行", finding, StringComparison.Ordinal);
        Assert.Contains("建议改为“规范写法”", finding, StringComparison.Ordinal);
        foreach (var step in new[] { "submit", "publish" })
            Assert.Contains($"“{word}”不能使用", await editor.NoticeAfterAsync(await editor.SubmitAsync(address, [], $"{address}/{step}")), StringComparison.Ordinal);

        await editor.SubmitAsync(address, new() { ["Body"] = "改用规范写法。" }, address);
        await editor.SubmitAsync(address, [], $"{address}/publish");
        Assert.Null((await editor.OpenAsync(address)).QuerySelector($"form[action='{address}/publish']"));
        await portal.WithDatabaseAsync(db => db.SensitiveWords.Where(w => w.Word == word).ExecuteDeleteAsync(_none));
    }

    [Fact]
    public async Task Links_and_doubtful_words_are_named_and_stop_nothing()
    {
        var editor = await portal.VisitAsAsync("editor");
        var word = $"斟酌{Guid.NewGuid():N}"[..8];
        await editor.SubmitAsync("/park/wording/new", new() { ["Word"] = word });
        var address = await DraftAsync(editor, $"{word}\n\n[没有的页面](/news/no-such-page)\n\n[脚本](javascript:alert(1))\n\n[有的页面](/news/rcep-2022) [外站](https://example.org)");

        var findings = (await editor.OpenAsync(address)).QuerySelectorAll("[data-findings] li").Select(f => f.TextContent).ToList();

        Assert.Equal(3, findings.Count);
        Assert.Contains(findings, f => f.Contains("正文第 1 行", StringComparison.Ordinal) && f.Contains("请斟酌", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Contains("正文第 3 行", StringComparison.Ordinal) && f.Contains("/news/no-such-page", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Contains("正文第 5 行", StringComparison.Ordinal) && f.Contains("写法不允许", StringComparison.Ordinal));
        Assert.Contains("已送审", await editor.NoticeAfterAsync(await editor.SubmitAsync(address, [], $"{address}/submit")), StringComparison.Ordinal);
        await portal.WithDatabaseAsync(db => db.SensitiveWords.Where(w => w.Word == word).ExecuteDeleteAsync(_none));
    }

    [Fact]
    public async Task The_table_of_words_is_kept_by_editors()
    {
        var editor = await portal.VisitAsAsync("editor");
        var word = $"词语{Guid.NewGuid():N}"[..10];
        await (await editor.SubmitAsync("/park/wording/new", new() { ["Word"] = " " })).RefusedWithAsync("请填写词语");
        await editor.SubmitAsync("/park/wording/new", new() { ["Word"] = word, ["Note"] = "示例说明" });
        await (await editor.SubmitAsync("/park/wording/new", new() { ["Word"] = word })).RefusedWithAsync("已在表中");
        var row = (await editor.OpenAsync($"/park/wording?q={Uri.EscapeDataString(word)}")).QuerySelector("[data-word]")!;
        var id = row.GetAttribute("data-word");

        await editor.SubmitAsync($"/park/wording/{id}", new() { ["Replacement"] = "换成这个" });
        Assert.Contains("换成这个", (await editor.OpenAsync($"/park/wording?q={Uri.EscapeDataString(word)}")).QuerySelector("[data-word]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("他人已修改", await editor.NoticeAfterAsync(await editor.ForgeAsync("/park/wording", $"/park/wording/{id}/remove", new() { ["version"] = "1" })), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.VisitAsAsync("reviewer")).ForgeAsync("/park/wording", $"/park/wording/{id}/remove", new() { ["version"] = "2" })).StatusCode);
        await editor.SubmitAsync("/park/wording", [], $"/park/wording/{id}/remove");

        Assert.Null((await editor.OpenAsync($"/park/wording?q={Uri.EscapeDataString(word)}")).QuerySelector("[data-word]"));
    }

    private static async Task<string> DraftAsync(Visitor editor, string body) =>
        (await editor.SubmitAsync("/park/news/new", new() { ["Title"] = "待核对的稿件", ["Column"] = "Notice", ["Summary"] = "摘要", ["Body"] = body })).LedTo();
}
