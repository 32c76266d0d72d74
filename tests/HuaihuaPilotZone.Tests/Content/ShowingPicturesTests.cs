using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Media;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Tests.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>Pictures and attachments of the site's texts: how they come in, and who gets them.</summary>
public sealed class ShowingPicturesTests(Portal portal)
{
    private static readonly string[] _alone = ["/media/", "/media/nothing", "/media/../appsettings.json", "/media/..%2f..%2fappsettings.json"];

    [Fact]
    public async Task Without_scripts_a_picture_comes_in_by_a_form_and_the_list_gives_the_line_to_paste()
    {
        var editor = await portal.VisitAsAsync("editor");
        var words = $"龙门吊 [{Guid.NewGuid():N}] 装车";

        using var answer = await editor.UploadAsync("/park/media/new", "/park/media/new", new() { ["Description"] = words }, ("吊车.png", SamplePictures.Png()));

        Assert.Contains("已上传", await editor.NoticeAfterAsync(answer), StringComparison.Ordinal);
        var media = await FindAsync(words);
        Assert.Equal((3, 2, "吊车.png", "示例编辑"), (media.Width, media.Height, media.File.Name, media.File.StoredBy));
        var list = await editor.OpenAsync($"/park/media?kind=picture&q={Uri.EscapeDataString(words[5..20])}");
        var line = Assert.Single(list.QuerySelectorAll("[data-media]")).QuerySelector("input")!.GetAttribute("value")!;
        Assert.Equal($"![{words.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)}](/media/{media.Key})", line);
        Assert.Contains($"alt=\"{words}\"", MarkdownText.Render(line).Html, StringComparison.Ordinal);
        Assert.Empty((await editor.OpenAsync("/park/media?kind=attachment&q=" + Uri.EscapeDataString(words[5..20]))).QuerySelectorAll("[data-media]"));
    }

    [Theory]
    [InlineData("吊车.png", "", "请写替代文字")]
    [InlineData(null, "有文字", "请选择文件")]
    [InlineData("图.svg", "矢量图", "网页不能上传")]
    [InlineData("页.html", "网页", "网页不能上传")]
    [InlineData("图.png.svg", "图", "后缀应为")]
    public async Task What_is_no_picture_or_says_nothing_is_refused(string? name, string words, string sentence)
    {
        var editor = await portal.VisitAsAsync("editor");
        var content = name switch
        {
            "图.svg" => Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
            "页.html" => Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>"),
            _ => SamplePictures.Png(),
        };

        using var answer = await editor.UploadAsync("/park/media/new", "/park/media/new", new() { ["Description"] = words }, name is null ? null : (name, content));

        await answer.RefusedWithAsync(sentence);
    }

    [Fact]
    public async Task A_script_is_told_the_address_or_why_not()
    {
        var editor = await portal.VisitAsAsync("editor");
        editor.Client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));

        using var refused = await editor.UploadAsync("/park/news/new", "/park/media/new", new() { ["Description"] = " " }, ("a.png", SamplePictures.Png()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var accepted = await editor.UploadAsync("/park/news/new", "/park/media/new", new() { ["Description"] = "表格" }, ("../../etc/passwd.docx", SampleFiles.Docx()));

        using var said = JsonDocument.Parse(await accepted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.False(said.RootElement.GetProperty("isPicture").GetBoolean());
        Assert.EndsWith(".docx", said.RootElement.GetProperty("address").GetString(), StringComparison.Ordinal);
        Assert.Equal("passwd.docx", (await portal.WithDatabaseAsync(db => db.MediaFiles.Include(m => m.File).OrderByDescending(m => m.Id).FirstAsync(m => m.Description == "表格"))).File.Name);
    }

    [Fact]
    public async Task Strangers_get_a_picture_only_while_a_published_text_shows_it()
    {
        var editor = await portal.VisitAsAsync("editor");
        var key = await UploadAsync(editor, ("a.png", SamplePictures.Png()));
        var address = $"/media/{key}";
        var stranger = portal.Visit();
        await IsHiddenAsync(stranger, address, "in no text");

        var id = await NewsAsync($"![龙门吊]({address})");
        await IsHiddenAsync(stranger, address, "in a draft");
        await IsHiddenAsync(await portal.VisitAsAsync("luggage"), address, "from an enterprise");
        using (var own = await editor.GetAsync(address))
        {
            Assert.Equal(HttpStatusCode.OK, own.StatusCode);
            Assert.True(own.Headers.CacheControl is { NoStore: true });
        }

        await ChangeAsync(id, n => (n.State, n.PublishedAt) = (PublicationState.Published, portal.Clock.GetUtcNow().UtcDateTime));
        using (var shown = await stranger.GetAsync(address))
        {
            Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
            Assert.Equal("image/png", shown.Content.Headers.ContentType?.MediaType);
            Assert.Equal(TimeSpan.FromMinutes(5), shown.Headers.CacheControl?.MaxAge);
            Assert.Contains("sandbox", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Null(shown.Content.Headers.ContentDisposition);
            using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            again.Headers.IfNoneMatch.Add(shown.Headers.ETag!);
            Assert.Equal(HttpStatusCode.NotModified, (await stranger.Client.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
        }
        var page = await stranger.OpenAsync($"/news/{await SlugAsync(id)}");
        Assert.Equal(("龙门吊", "3", "2"), (page.QuerySelector(".hh-prose img")!.GetAttribute("alt"), page.QuerySelector(".hh-prose img")!.GetAttribute("width"), page.QuerySelector(".hh-prose img")!.GetAttribute("height")));

        await ChangeAsync(id, n => n.Body = "图片拿掉了");
        await IsHiddenAsync(stranger, address, "taken out of the text");
        await ChangeAsync(id, n => n.Body = $"![龙门吊]({address})");
        await ChangeAsync(id, n => n.State = PublicationState.Withdrawn);
        await IsHiddenAsync(stranger, address, "in a withdrawn text");
    }

    [Theory]
    [InlineData(Openness.Proactive, true)]
    [InlineData(Openness.OnRequest, false)]
    [InlineData(Openness.Closed, false)]
    public async Task An_attachment_of_a_policy_is_as_open_as_its_text(Openness openness, bool isOpen)
    {
        var key = await UploadAsync(await portal.VisitAsAsync("editor"), ("附表.pdf", SampleFiles.Pdf()));
        await portal.WithDatabaseAsync(async db =>
        {
            var now = portal.Clock.GetUtcNow().UtcDateTime;
            var index = $"T-{Guid.NewGuid():N}"[..30];
            db.PolicyDocuments.Add(new PolicyDocument
            {
                IndexNumber = index,
                Slug = index,
                Title = "示例：附件",
                IsExternal = false,
                Topic = PolicyTopic.Data,
                Openness = openness,
                Summary = "摘要",
                Body = $"[附表](/media/{key})",
                State = PublicationState.Published,
                PublishedAt = now,
                IsDemonstration = true,
                CreatedAt = now,
                UpdatedAt = now,
            });
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        using var answer = await portal.Visit().GetAsync($"/media/{key}");

        Assert.Equal(isOpen ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        if (isOpen) Assert.Equal(("attachment", "附表.pdf"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileNameStar));
    }

    [Fact]
    public async Task Nothing_else_stands_under_the_address_of_pictures()
    {
        var editor = await portal.VisitAsAsync("editor");
        foreach (var address in _alone)
        {
            using var answer = await editor.GetAsync(address);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, address);
        }
    }

    [Fact]
    public async Task A_text_with_a_picture_that_says_nothing_is_not_saved()
    {
        using var answer = await (await portal.VisitAsAsync("editor")).SubmitAsync(
            "/park/news/new", new() { ["Title"] = "无字图", ["Column"] = "Notice", ["Summary"] = "摘要", ["Body"] = "![](/media/x.png)" });

        await answer.RefusedWithAsync("正文第 1 张图片没有替代文字");
    }

    [Fact]
    public async Task Only_editors_and_administrators_bring_pictures_in()
    {
        using var answer = await (await portal.VisitAsAsync("auditor")).UploadAsync("/park/media/new", "/park/media/new", new() { ["Description"] = "图" }, ("a.png", SamplePictures.Png()));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<string> UploadAsync(Visitor editor, (string, byte[]) file)
    {
        var words = $"试 {Guid.NewGuid():N}";
        using var answer = await editor.UploadAsync("/park/media/new", "/park/media/new", new() { ["Description"] = words }, file);
        answer.LedTo();
        return (await FindAsync(words)).Key;
    }

    private Task<MediaFile> FindAsync(string words) => portal.WithDatabaseAsync(db => db.MediaFiles.Include(m => m.File).SingleAsync(m => m.Description == words));

    private static async Task IsHiddenAsync(Visitor visitor, string address, string where)
    {
        using var answer = await visitor.GetAsync(address);
        Assert.True(answer.StatusCode == HttpStatusCode.NotFound, where);
    }

    private Task<int> NewsAsync(string body) => portal.WithDatabaseAsync(async db =>
    {
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        var item = new NewsItem { Slug = $"trial-{Guid.NewGuid():N}"[..20], Title = "示例：图片", Summary = "摘要", Body = body, Column = NewsColumn.Notice, IsDemonstration = true, CreatedAt = now, UpdatedAt = now };
        item.RefreshSearchText();
        db.News.Add(item);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return item.Id;
    });

    private Task<int> ChangeAsync(int id, Action<NewsItem> change) => portal.WithDatabaseAsync(async db =>
    {
        change(await db.News.SingleAsync(n => n.Id == id, TestContext.Current.CancellationToken));
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private Task<string> SlugAsync(int id) => portal.WithDatabaseAsync(db => db.News.Where(n => n.Id == id).Select(n => n.Slug).SingleAsync());
}
