using System.Net;
using System.Text;
using HuaihuaPilotZone.Content.Media;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Tests.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>Pictures and attachments are deleted and replaced only where no text needs them.</summary>
public sealed class RemovingPicturesTests(Portal portal)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task What_a_text_shows_is_kept_and_the_texts_are_named()
    {
        var editor = await portal.VisitAsAsync("editor");
        var media = await UploadAsync(editor);
        var text = (await editor.SubmitAsync("/park/news/new", Values($"![图](/media/{media.Key})"))).LedTo();
        var page = $"/park/media/{media.Id}";
        Assert.Equal(text, (await editor.OpenAsync(page)).QuerySelector("[data-users='1'] a")!.GetAttribute("href"));

        Assert.Contains("草稿的资讯“用图的稿件”", await editor.NoticeAfterAsync(await editor.ForgeAsync("/park/media/new", $"{page}/remove", [])), StringComparison.Ordinal);

        // a change that is not published yet needs it too
        await editor.SubmitAsync(text, new() { ["Body"] = "没有图了" }, text);
        await editor.SubmitAsync(text, [], $"{text}/publish");
        await editor.SubmitAsync(text, new() { ["Body"] = $"又有图了 ![图](/media/{media.Key})" }, text);
        Assert.Contains("资讯待发布的修改", await editor.NoticeAfterAsync(await editor.ForgeAsync("/park/media/new", $"{page}/remove", [])), StringComparison.Ordinal);
        await editor.SubmitAsync(text, new() { ["Body"] = "还是没有图" }, text);

        Assert.Contains("已删除", await editor.NoticeAfterAsync(await editor.SubmitAsync(page, [], $"{page}/remove")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/media/{media.Key}")).StatusCode);
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.StoredFiles.CountAsync(f => f.Id == media.FileId, _none)));
    }

    [Fact]
    public async Task A_former_version_of_a_policy_that_can_still_be_read_needs_its_pictures()
    {
        var editor = await portal.VisitAsAsync("editor");
        var media = await UploadAsync(editor);
        var address = (await editor.SubmitAsync("/park/policies/new", new()
        {
            ["Title"] = "用过图的办法",
            ["Issuers"] = "示例机关",
            ["Topic"] = "EnterpriseServices",
            ["Openness"] = "Proactive",
            ["Summary"] = "概述",
            ["Body"] = $"![图](/media/{media.Key})",
            ["EffectiveOn"] = "2024-01-01",
        })).LedTo();
        await editor.SubmitAsync(address, [], $"{address}/publish");
        await editor.SubmitAsync(address, new() { ["Body"] = "没有图了", ["EffectiveOn"] = "2026-01-01" }, address);
        await editor.SubmitAsync(address, [], $"{address}/publish");

        Assert.Contains("政策文件第 1 版", (await editor.OpenAsync($"/park/media/{media.Id}")).QuerySelector("[data-users='1']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_needs_can_be_replaced_and_gets_an_address_of_its_own()
    {
        var editor = await portal.VisitAsAsync("editor");
        var media = await UploadAsync(editor);
        var page = $"/park/media/{media.Id}";

        await (await editor.UploadAsync(page, page, new() { ["Description"] = "" }, ("b.webp", SamplePictures.Webp()))).RefusedWithAsync("请写替代文字");
        Assert.Contains("已更换", await editor.NoticeAfterAsync(await editor.UploadAsync(page, page, new() { ["Description"] = media.Description }, ("b.webp", SamplePictures.Webp()))), StringComparison.Ordinal);

        var replaced = await portal.WithDatabaseAsync(db => db.MediaFiles.Include(m => m.File).SingleAsync(m => m.Description == media.Description, _none));
        Assert.NotEqual(media.Key, replaced.Key);
        Assert.Equal((FileType.Webp, 3, 2), (replaced.File.Type, replaced.Width, replaced.Height));
        Assert.Equal("image/webp", (await editor.GetAsync($"/media/{replaced.Key}")).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_PDF_is_emptied_of_its_author_and_a_signed_one_waits_for_the_editor_to_decide()
    {
        var editor = await portal.VisitAsAsync("editor");
        var content = Encoding.Latin1.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n2 0 obj<</Author(Zhang San)>>endobj\n3 0 obj<</Type/Sig/ByteRange[0 9 9 9]>>endobj\ntrailer<</Root 1 0 R/Info 2 0 R>>\n%%EOF\n");
        var words = $"报名表{Guid.NewGuid():N}";
        var plain = $"通知{Guid.NewGuid():N}";

        (await editor.UploadAsync("/park/media/new", "/park/media/new", new() { ["Description"] = plain }, ("b.pdf", Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(content).Replace("/ByteRange", "/NoneAtAll", StringComparison.Ordinal))))).LedTo();
        var key = await portal.WithDatabaseAsync(db => db.MediaFiles.Where(m => m.Description == plain).Select(m => m.Key).SingleAsync(_none));
        var kept = await (await editor.GetAsync($"/media/{key}")).Content.ReadAsStringAsync(_none);
        Assert.DoesNotContain("Zhang", kept, StringComparison.Ordinal);
        Assert.Contains("1 0 obj<</Type/Catalog>>endobj", kept, StringComparison.Ordinal);

        await (await editor.UploadAsync("/park/media/new", "/park/media/new", new() { ["Description"] = words }, ("a.pdf", content))).RefusedWithAsync("作者“Zhang San”");
        await editor.UploadAsync("/park/media/new", "/park/media/new", new() { ["Description"] = words, ["AcceptsTraces"] = "true" }, ("a.pdf", content));

        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.MediaFiles.CountAsync(m => m.Description == words, _none)));
    }

    [Fact]
    public async Task The_list_is_narrowed_ordered_and_exported()
    {
        var editor = await portal.VisitAsAsync("editor");
        var mark = $"列表{Guid.NewGuid():N}"[..10];
        await UploadAsync(editor, mark + "乙");
        var used = await UploadAsync(editor, mark + "甲");
        await editor.SubmitAsync("/park/news/new", Values($"![图](/media/{used.Key})"));

        async Task<List<string>> ShownAsync(string query) =>
            [.. (await editor.OpenAsync($"/park/media?q={Uri.EscapeDataString(mark)}&{query}")).QuerySelectorAll("[data-media] b").Select(b => b.TextContent[mark.Length..])];
        Assert.Equal(["甲", "乙"], await ShownAsync(""));
        Assert.Equal(["乙", "甲"], await ShownAsync("sort=Uses&dir=asc"));
        Assert.Equal(["甲"], await ShownAsync("use=used"));
        Assert.Equal(["乙"], await ShownAsync("use=unused&kind=picture"));
        Assert.Equal(3, (await (await editor.GetAsync($"/park/media/export.csv?q={Uri.EscapeDataString(mark)}")).Content.ReadAsStringAsync(_none)).TrimEnd().Split('\n').Length);
    }

    private async Task<MediaFile> UploadAsync(Visitor editor, string? words = null)
    {
        words ??= $"图{Guid.NewGuid():N}";
        using var answer = await editor.UploadAsync("/park/media/new", "/park/media/new", new() { ["Description"] = words }, ("a.png", SamplePictures.Png()));
        return await portal.WithDatabaseAsync(db => db.MediaFiles.AsNoTracking().SingleAsync(m => m.Description == words, _none));
    }

    private static Dictionary<string, string?> Values(string body) => new() { ["Title"] = "用图的稿件", ["Column"] = "Notice", ["Summary"] = "摘要", ["Body"] = body };
}
