using System.Globalization;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>主题词: a list of the staff, and documents that carry words of it only.</summary>
public sealed class KeepingKeywordsTests(Portal portal)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task A_document_carries_words_of_the_list_only()
    {
        var editor = await portal.VisitAsAsync("editor");
        var word = Word();
        await (await editor.SubmitAsync("/park/policies/new", Values(word))).RefusedWithAsync($"主题词表里没有“{word}”");

        await editor.SubmitAsync("/park/keywords/new", new() { ["Word"] = word });

        var id = Id((await editor.SubmitAsync("/park/policies/new", Values($" {word}　{word}"))).LedTo());
        Assert.Equal(word, await KeywordsAsync(id));
        Assert.Equal("1", (await RowAsync(editor, word)).QuerySelector("[data-l=使用的文件]")!.TextContent);
    }

    [Fact]
    public async Task Documents_follow_a_word_that_is_renamed_or_merged_into_another()
    {
        var editor = await portal.VisitAsAsync("editor");
        var (first, second) = (Word(), Word());
        foreach (var word in new[] { first, second }) await editor.SubmitAsync("/park/keywords/new", new() { ["Word"] = word });
        var id = Id((await editor.SubmitAsync("/park/policies/new", Values($"{second} {first}"))).LedTo());
        var key = (await RowAsync(editor, first)).GetAttribute("data-keyword");

        await editor.SubmitAsync($"/park/keywords/{key}", new() { ["Word"] = first + "新" });
        Assert.Equal($"{second} {first}新", await KeywordsAsync(id));

        await editor.SubmitAsync($"/park/keywords/{key}", new() { ["Instead"] = second });
        Assert.Equal(second, await KeywordsAsync(id));

        // whoever writes the former word gets the one that stands in its place
        var later = Id((await editor.SubmitAsync("/park/policies/new", Values(first + "新"))).LedTo());
        Assert.Equal(second, await KeywordsAsync(later));
        await (await editor.SubmitAsync("/park/keywords/new", new() { ["Word"] = Word(), ["Instead"] = first + "新" })).RefusedWithAsync("请直接填写那个词");
    }

    [Fact]
    public async Task The_list_refuses_what_it_has_and_keeps_what_is_used()
    {
        var editor = await portal.VisitAsAsync("editor");
        var word = Word();
        await (await editor.SubmitAsync("/park/keywords/new", new() { ["Word"] = "两个 词" })).RefusedWithAsync("不能有空格");
        await editor.SubmitAsync("/park/keywords/new", new() { ["Word"] = word });
        await (await editor.SubmitAsync("/park/keywords/new", new() { ["Word"] = word })).RefusedWithAsync("已在词表中");
        var key = (await RowAsync(editor, word)).GetAttribute("data-keyword");
        await (await editor.SubmitAsync($"/park/keywords/{key}", new() { ["Instead"] = word })).RefusedWithAsync("不能用它自己代替");
        var address = (await editor.SubmitAsync("/park/policies/new", Values(word))).LedTo();

        Assert.Contains("还有文件使用", await editor.NoticeAfterAsync(await editor.ForgeAsync("/park/keywords/new", $"/park/keywords/{key}/remove", new() { ["version"] = "1" })), StringComparison.Ordinal);
        await editor.SubmitAsync(address, new() { ["Keywords"] = "" }, address);
        Assert.Contains("他人已修改", await editor.NoticeAfterAsync(await editor.ForgeAsync("/park/keywords/new", $"/park/keywords/{key}/remove", new() { ["version"] = "9" })), StringComparison.Ordinal);
        await editor.SubmitAsync($"/park/keywords?q={word}", [], $"/park/keywords/{key}/remove");
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.PolicyKeywords.CountAsync(k => k.Word == word, _none)));
    }

    [Fact]
    public async Task The_list_is_narrowed_ordered_and_exported()
    {
        var editor = await portal.VisitAsAsync("editor");
        var mark = Word();
        foreach (var word in new[] { mark + "甲", mark + "乙" }) await editor.SubmitAsync("/park/keywords/new", new() { ["Word"] = word });
        await editor.SubmitAsync("/park/keywords/new", new() { ["Word"] = mark + "丙", ["Instead"] = mark + "乙", ["Note"] = "=1+1" });
        await editor.SubmitAsync("/park/policies/new", Values(mark + "乙"));

        async Task<List<string>> ShownAsync(string query) =>
            [.. (await editor.OpenAsync($"/park/keywords?q={mark}&{query}")).QuerySelectorAll("[data-keyword] .ttl").Select(t => t.TextContent[mark.Length..])];
        Assert.Equal(["乙", "甲"], (await ShownAsync("kind=carried&sort=Documents&dir=desc")));
        Assert.Equal(["甲", "乙"], (await ShownAsync("kind=carried&sort=Documents&dir=asc")));
        Assert.Equal(["丙"], await ShownAsync("kind=other"));
        var head = (await editor.OpenAsync($"/park/keywords?q={mark}&sort=Documents&dir=desc")).QuerySelector("th[aria-sort]")!;
        Assert.Equal(("descending", $"/park/keywords?q={Uri.EscapeDataString(mark)}&sort=Documents&dir=asc"), (head.GetAttribute("aria-sort"), head.QuerySelector("a")!.GetAttribute("href")));

        var file = await (await editor.GetAsync($"/park/keywords/export.csv?q={mark}")).Content.ReadAsStringAsync(_none);
        Assert.Equal(4, file.TrimEnd().Split('\n').Length);
        Assert.Contains("'=1+1", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_documents_carried_before_the_list_was_kept_come_into_it()
    {
        await using var own = Portal.Own();
        await own.WithDatabaseAsync(async db =>
        {
            var document = await db.PolicyDocuments.OrderBy(d => d.Id).FirstAsync(_none);
            document.Keywords = "海外仓 补贴";
            document.Pending = "{\"Title\":\"t\",\"IsExternal\":true,\"Issuers\":[],\"Topic\":\"Talent\",\"Openness\":\"Proactive\",\"Summary\":\"\",\"Body\":\"\",\"Keywords\":\"补贴 人才\"}";
            return await db.SaveChangesAsync(_none);
        });

        await own.InScopeAsync(async s =>
        {
            await s.GetServices<RoomSeed>().OfType<RoomSeed>().Single(r => r.GetType().Name == "PolicyKeywordSeed").EnsureReferenceAsync(_none);
            return 0;
        });

        Assert.Equal(["人才", "海外仓", "补贴"], (await own.InScopeAsync(s => s.GetRequiredService<PolicyKeywords>().WordsAsync(_none))).Order(StringComparer.Ordinal));
    }

    private static string Word() => $"词{Guid.NewGuid():N}"[..9];

    private static int Id(string address) => int.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);

    private static async Task<AngleSharp.Dom.IElement> RowAsync(Visitor editor, string word) => (await editor.OpenAsync($"/park/keywords?q={word}")).QuerySelector("[data-keyword]")!;

    private Task<string?> KeywordsAsync(int id) => portal.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => d.Id == id).Select(d => d.Keywords).SingleAsync(_none));

    private static Dictionary<string, string?> Values(string keywords) => new()
    {
        ["Title"] = "试行文件",
        ["Issuers"] = "示例机关",
        ["Topic"] = "EnterpriseServices",
        ["Openness"] = "Proactive",
        ["Summary"] = "试行概述",
        ["Body"] = "试行正文",
        ["Keywords"] = keywords,
    };
}
