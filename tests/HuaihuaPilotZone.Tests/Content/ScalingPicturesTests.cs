using System.Net;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Media;
using HuaihuaPilotZone.Tests.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>Smaller copies of pictures: made when a picture comes in, offered by the page, served with its address, gone with it.</summary>
public sealed class ScalingPicturesTests(Portal portal)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task A_picture_gets_the_copies_that_are_narrower_and_the_page_offers_them()
    {
        var editor = await portal.VisitAsAsync("editor");
        var media = await UploadAsync(editor, Photo());
        Assert.Equal([480, 960], media.Variants.Select(v => v.Width).Order());

        var address = (await editor.SubmitAsync("/park/news/new", new() { ["Title"] = "示例：大图", ["Column"] = "Notice", ["Summary"] = "摘要", ["Body"] = $"![龙门吊](/media/{media.Key})" })).LedTo();
        await editor.SubmitAsync(address, [], $"{address}/publish");
        var slug = (await editor.OpenAsync(address)).Value("Slug");
        var picture = (await portal.Visit().OpenAsync($"/news/{slug}")).QuerySelector(".hh-prose img")!;
        Assert.Equal($"/media/{media.Key}?w=480 480w, /media/{media.Key}?w=960 960w, /media/{media.Key} 1200w", picture.GetAttribute("srcset"));
        Assert.Equal(("1200", "800", "lazy", "async"), (picture.GetAttribute("width"), picture.GetAttribute("height"), picture.GetAttribute("loading"), picture.GetAttribute("decoding")));
        Assert.NotNull(picture.GetAttribute("sizes"));

        using var small = await portal.Visit().GetAsync($"/media/{media.Key}?w=480");
        Assert.Equal("image/webp", small.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromMinutes(5), small.Headers.CacheControl?.MaxAge);
        var content = await small.Content.ReadAsByteArrayAsync(_none);
        using var shown = SKBitmap.Decode(content);
        Assert.Equal((480, 320), (shown.Width, shown.Height));
        Assert.True(content.Length < media.File.Size);
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri($"/media/{media.Key}?w=480", UriKind.Relative));
        again.Headers.IfNoneMatch.Add(small.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await portal.Visit().Client.SendAsync(again, _none)).StatusCode);
    }

    [Theory]
    [InlineData("?w=1600")]
    [InlineData("?w=7")]
    [InlineData("?w=-480")]
    [InlineData("?w=many")]
    public async Task For_a_width_that_there_is_not_the_picture_itself_stands(string width)
    {
        var editor = await portal.VisitAsAsync("editor");
        var media = await UploadAsync(editor, Photo());

        using var answer = await editor.GetAsync($"/media/{media.Key}{width}");

        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(media.File.Size, answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Strangers_get_a_copy_no_earlier_than_its_picture()
    {
        var media = await UploadAsync(await portal.VisitAsAsync("editor"), Photo());

        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/media/{media.Key}?w=480")).StatusCode);
    }

    [Fact]
    public async Task A_photo_that_lies_on_its_side_stands_up_in_its_copies()
    {
        var editor = await portal.VisitAsAsync("editor");
        var media = await UploadAsync(editor, Photo(orientation: 6));
        Assert.Equal((800, 1200), (media.Width, media.Height));

        using var shown = SKBitmap.Decode(await editor.Client.GetByteArrayAsync(new Uri($"/media/{media.Key}?w=480", UriKind.Relative), _none));

        Assert.Equal((480, 720), (shown.Width, shown.Height));
        var (top, bottom) = (shown.GetPixel(240, 100), shown.GetPixel(240, 620));
        Assert.True(top.Red > 150 && top.Blue < 100, top.ToString());
        Assert.True(bottom.Blue > 150 && bottom.Red < 100, bottom.ToString());
    }

    [Fact]
    public async Task What_cannot_be_opened_or_would_grow_heavier_has_no_copies_and_is_shown_as_it_is()
    {
        var editor = await portal.VisitAsAsync("editor");
        // one colour: a few hundred bytes, and the head of a large picture before pixels that are none
        var flat = await UploadAsync(editor, Encoded(SKEncodedImageFormat.Png, canvas => canvas.Clear(SKColors.White), 700, 10), "a.png");
        Assert.All(flat.Variants, v => Assert.True(v.File.Size < flat.File.Size));
        var broken = SamplePictures.Png();
        (broken[18], broken[19]) = (4, 0);
        var media = await UploadAsync(editor, broken, "b.png");

        Assert.Equal((1024, true), (media.Width, media.AreVariantsMade));
        Assert.Empty(media.Variants);
        Assert.Equal("image/png", (await editor.GetAsync($"/media/{media.Key}?w=480")).Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Pictures_from_before_get_their_copies_later_and_a_deleted_picture_takes_them_along()
    {
        var editor = await portal.VisitAsAsync("editor");
        var media = await UploadAsync(editor, Photo());
        await portal.WithDatabaseAsync(async db =>
        {
            await db.MediaVariants.Where(v => v.MediaFileId == media.Id).ExecuteDeleteAsync(_none);
            return await db.MediaFiles.Where(m => m.Id == media.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.AreVariantsMade, false), _none);
        });
        Assert.Equal("image/jpeg", (await editor.GetAsync($"/media/{media.Key}?w=480")).Content.Headers.ContentType?.MediaType);

        // several instances at once
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => portal.InScopeAsync(s => s.GetRequiredService<MediaVariants>().MakeMissingAsync(_none))));

        Assert.Equal("image/webp", (await editor.GetAsync($"/media/{media.Key}?w=480")).Content.Headers.ContentType?.MediaType);
        var files = await portal.WithDatabaseAsync(db => db.MediaVariants.Where(v => v.MediaFileId == media.Id).Select(v => v.FileId).ToListAsync(_none));
        Assert.Equal(2, files.Count);
        await editor.SubmitAsync($"/park/media/{media.Id}", [], $"/park/media/{media.Id}/remove");
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.StoredFiles.CountAsync(f => files.Contains(f.Id), _none)));
    }

    [Fact]
    public void Only_an_address_of_ours_that_says_a_size_offers_copies()
    {
        const string Key = "/media/abcdefghijkmnpqrstuvwxyz23";
        Assert.Contains($"srcset=\"{Key}-500x20.png?w=480 480w, {Key}-500x20.png 500w\"", MarkdownText.Render($"![图]({Key}-500x20.png)").Html, StringComparison.Ordinal);
        foreach (var address in new[] { $"{Key}-480x20.png", $"{Key}.png", $"{Key}-500x20.png#a,%20https://evil.example/x", "/other/a-500x20.png" })
            Assert.DoesNotContain("srcset", MarkdownText.Render($"![图]({address})").Html, StringComparison.Ordinal);
    }

    private async Task<MediaFile> UploadAsync(Visitor editor, byte[] content, string name = "a.jpg")
    {
        var words = $"试 {Guid.NewGuid():N}";
        using var answer = await editor.UploadAsync("/park/media/new", "/park/media/new", new() { ["Description"] = words }, (name, content));
        answer.LedTo();
        return await portal.WithDatabaseAsync(db => db.MediaFiles.AsNoTracking().Include(m => m.File).Include(m => m.Variants).ThenInclude(v => v.File).SingleAsync(m => m.Description == words, _none));
    }

    /// <summary>1200 wide, 800 high as it lies in the file: red at the left, blue at the right, each copy of it another one.</summary>
    private static byte[] Photo(int orientation = 1)
    {
        var jpeg = Encoded(SKEncodedImageFormat.Jpeg, canvas =>
        {
            canvas.Clear(SKColors.Blue);
            using var red = new SKPaint { Color = SKColors.Red };
            canvas.DrawRect(0, 0, 600, 800, red);
            var random = new Random(orientation);
            for (var i = 0; i < 4000; i++)
            {
                var x = random.Next(1200);
                using var dot = new SKPaint { Color = x < 600 ? new SKColor((byte)random.Next(200, 256), 20, 0) : new SKColor(0, 20, (byte)random.Next(200, 256)) };
                canvas.DrawRect(x, random.Next(800), 3, 3, dot);
            }
        }, 1200, 800);
        byte[] note = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], .. note, .. jpeg[2..]];
    }

    private static byte[] Encoded(SKEncodedImageFormat format, Action<SKCanvas> draw, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap)) draw(canvas);
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }
}
