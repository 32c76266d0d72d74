using System.Text;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Files;

/// <summary>Pictures for everybody's eyes carry nothing of the person, the place and the camera.</summary>
public sealed class CleaningPicturesTests(Portal portal)
{
    [Theory]
    [InlineData("photo.png")]
    [InlineData("photo.jpg")]
    [InlineData("photo.webp")]
    public async Task No_note_is_left_and_every_pixel_is(string name)
    {
        var (kept, content) = await KeepAsync(name, Path.GetExtension(name) switch { ".png" => SamplePictures.Png(), ".webp" => SamplePictures.Webp(), _ => SamplePictures.Jpeg() });

        Assert.Equal(new PictureSize(3, 2), kept.Picture);
        Assert.DoesNotContain(SamplePictures.Secret, Encoding.Latin1.GetString(content), StringComparison.Ordinal);
        Assert.True(content.AsSpan().IndexOf(SamplePictures.Pixels) > 0);
        Assert.Equal(content.Length, kept.File.Size);
    }

    [Fact]
    public async Task A_clean_picture_stays_as_it_is()
    {
        var (_, once) = await KeepAsync("photo.jpg", SamplePictures.Jpeg(orientation: 6));
        var (_, twice) = await KeepAsync("photo.jpg", once);

        Assert.Equal(once, twice);
    }

    [Theory]
    [InlineData(0, 3, 2)]
    [InlineData(1, 3, 2)]
    [InlineData(3, 3, 2)]
    [InlineData(6, 2, 3)]
    [InlineData(8, 2, 3)]
    [InlineData(9, 3, 2)]
    public async Task Of_a_photos_notes_only_how_the_camera_was_held_stays(int orientation, int width, int height)
    {
        var (kept, content) = await KeepAsync("photo.jpg", SamplePictures.Jpeg(orientation));

        Assert.Equal(new PictureSize(width, height), kept.Picture);
        var note = content.AsSpan().IndexOf("Exif\0\0MM"u8);
        Assert.Equal(orientation is > 1 and < 9, note > 0);
        if (note > 0) Assert.Equal(orientation, content[note + 25]);
    }

    [Fact]
    public async Task A_second_picture_behind_the_first_is_left_out()
    {
        var (_, content) = await KeepAsync("photo.jpg", SamplePictures.Jpeg(behind: [0xFF, 0xD8, .. Encoding.ASCII.GetBytes(SamplePictures.Secret), 0xFF, 0xD9]));

        Assert.DoesNotContain(SamplePictures.Secret, Encoding.Latin1.GetString(content), StringComparison.Ordinal);
        Assert.Equal(0xD9, content[^1]);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_picture_that_cannot_be_followed_to_its_end_is_refused(string name, byte[] content)
    {
        var outcome = await TryAsync(name, content);

        Assert.False(outcome.IsDone);
        Assert.Equal(FileCabinet.Field, outcome.Refusals[0].Field);
    }

    public static TheoryData<string, byte[]> Broken() => new()
    {
        { "a.jpg", [0xFF, 0xD8, 0xFF, 0xD9] },
        { "b.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1, 2, 0xFF, 0xD9] },
        { "c.jpg", [.. SamplePictures.Jpeg()[..40], 0xFF, 0xD9] },
        { "d.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0, .. "IEND"u8, 0, 0, 0, 0] },
        { "h.webp", SamplePictures.Webp(behind: [1, 2, 3]) },
        { "i.webp", [.. "RIFF"u8, 12, 0, 0, 0, .. "WEBPVP8L"u8, 0xFF, 0xFF, 0, 0] },
        { "e.svg", Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>") },
        { "f.png", Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>") },
        { "g.gif", Encoding.ASCII.GetBytes("GIF89a\u0001\0\u0001\0") },
    };

    private Task<HuaihuaPilotZone.Common.Outcome<CleanFile>> TryAsync(string name, byte[] content) => portal.InScopeAsync(async s =>
    {
        using var stream = new MemoryStream(content);
        return await s.GetRequiredService<FileCabinet>().KeepCleanAsync(name, stream, acceptsTraces: false, TestContext.Current.CancellationToken);
    });

    private async Task<(CleanFile Kept, byte[] Content)> KeepAsync(string name, byte[] content)
    {
        var kept = (await TryAsync(name, content)).Value;
        await using var stored = portal.Services.GetRequiredService<IFileStorage>().OpenRead(kept.File.Hash);
        using var copy = new MemoryStream();
        await stored.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return (kept, copy.ToArray());
    }
}
