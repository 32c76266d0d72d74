using System.Net;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Letters;

/// <summary>The editors' list of letters that may be published: narrowed, put in order, and taken along without a word of the letters themselves.</summary>
public sealed class ListingCopiesTests(QuickPortal quick) : IClassFixture<QuickPortal>
{
    private const string List = "/park/letter-publications";

    private static readonly CancellationToken _none = CancellationToken.None;

    private readonly Portal _portal = quick.Portal;

    [Fact]
    public async Task The_list_and_its_file_have_the_same_letters_in_the_same_order()
    {
        var (waiting, published) = await TwoAsync("排序");
        var editor = await _portal.VisitAsAsync("editor");

        Assert.Equal([published, waiting], (await NumbersAsync(editor, "?sort=Published&dir=desc")).Where(n => n == waiting || n == published));
        foreach (var query in new[] { "", "?sort=Number&dir=asc", "?sort=Number&dir=desc", "?sort=Kind&dir=asc", "?sort=Published&dir=asc", "?state=Published", "?kind=Complaint" })
        {
            Assert.Equal(await NumbersAsync(editor, query), (await FileAsync(editor, query)).Select(l => l[0]));
        }

        Assert.Equal(await NumbersAsync(editor, "?sort=Number&dir=asc"), (await NumbersAsync(editor, "?sort=Number&dir=desc")).AsEnumerable().Reverse());
    }

    [Fact]
    public async Task The_list_is_narrowed_by_number_published_title_state_and_kind()
    {
        var (waiting, published) = await TwoAsync("筛选");
        var editor = await _portal.VisitAsAsync("editor");

        Assert.Equal([waiting], await NumbersAsync(editor, $"?q={waiting}"));
        Assert.Equal([published], await NumbersAsync(editor, $"?q={Uri.EscapeDataString("筛选公开标题")}&state=Published&kind=Suggestion"));
        Assert.Empty(await NumbersAsync(editor, $"?q={published}&kind=Complaint"));
        Assert.Empty(await NumbersAsync(editor, $"?q={published}&state=Withdrawn"));
        Assert.Empty(await NumbersAsync(editor, $"?q={Uri.EscapeDataString("筛选待公开")}"));
        Assert.Contains("没有符合条件的来信", (await editor.OpenAsync($"{List}?q=none")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_says_what_is_public_and_nothing_that_only_the_letter_says()
    {
        var (waiting, published) = await TwoAsync("文件");
        var editor = await _portal.VisitAsAsync("editor");

        var file = await FileAsync(editor, "");

        Assert.Equal(("文件公开标题", "已发布"), (file.Single(l => l[0] == published)[2], file.Single(l => l[0] == published)[3]));
        Assert.Equal(("", "未公开", ""), (file.Single(l => l[0] == waiting)[2], file.Single(l => l[0] == waiting)[3], file.Single(l => l[0] == waiting)[5]));
        Assert.All(file, l => Assert.DoesNotContain("文件待公开", string.Concat(l), StringComparison.Ordinal));
        using var book = await editor.GetAsync($"{List}/export.xlsx");
        Assert.Contains("spreadsheetml", book.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _portal.VisitAsAsync("reviewer")).GetAsync($"{List}/export.csv")).StatusCode);
    }

    /// <summary>One letter that waits for its copy and one whose copy is public.</summary>
    private async Task<(string Waiting, string Published)> TwoAsync(string mark)
    {
        var (waiting, _) = await _portal.WriteAsync(Correspondence.Filling($"{mark}待公开", "Complaint"));
        await _portal.AnswerAsync(waiting, "答复。");
        var (published, _) = await _portal.WriteAsync(Correspondence.Filling($"{mark}来信", "Suggestion"));
        await _portal.AnswerAsync(published, "答复。");
        var page = $"{List}/{published}";
        (await (await _portal.VisitAsAsync("editor")).SubmitAsync(page, new() { ["Title"] = $"{mark}公开标题" }, page)).LedTo();
        return (waiting, published);
    }

    private static async Task<List<string>> NumbersAsync(Visitor editor, string query) =>
        [.. (await editor.OpenAsync(List + query)).QuerySelectorAll("tr[data-letter]").Select(r => r.GetAttribute("data-letter")!)];

    /// <summary>The file's lines, without its head.</summary>
    private static async Task<List<string[]>> FileAsync(Visitor editor, string query)
    {
        using var answer = await editor.GetAsync($"{List}/export.csv{query}");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        return [.. (await answer.Content.ReadAsStringAsync(_none)).TrimEnd().Split("\r\n").Skip(1).Select(l => l.Split(',').Select(v => v.Trim('"')).ToArray())];
    }
}
