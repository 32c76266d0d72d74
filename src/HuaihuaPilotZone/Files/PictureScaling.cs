using SkiaSharp;

namespace HuaihuaPilotZone.Files;

/// <summary>Makes smaller copies of pictures, as WebP: turned as their camera said, in the colours of screens, without any notes.</summary>
internal static class PictureScaling
{
    /// <summary>A larger one would take too much memory while it is opened; it is served as it is.</summary>
    private const long MostPixels = 24_000_000;

    private const int Quality = 80;

    /// <summary>Whether the library has its native part for this machine; where it has not, pictures are served as they are.</summary>
    private static readonly Lazy<bool> _isThere = new(() =>
    {
        try
        {
            using var one = new SKBitmap(1, 1);
            return one.Width == 1;
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            return false;
        }
    });

    /// <returns>False where the picture cannot be made smaller here: it moves, is too large, or the library does not read it.</returns>
    /// <param name="from">Read from its present place.</param>
    /// <param name="size">As it is shown.</param>
    public static bool Write(Stream from, PictureSize size, int width, Stream to)
    {
        if (!_isThere.Value) return false;
        using var data = SKData.Create(from);
        using var codec = data is null ? null : SKCodec.Create(data);
        if (codec is null || codec.FrameCount > 1 || (long)codec.Info.Width * codec.Info.Height > MostPixels) return false;
        using var srgb = SKColorSpace.CreateSrgb();
        using var whole = SKBitmap.Decode(codec, new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, srgb));
        if (whole is null) return false;
        var height = (int)Math.Max(1, Math.Round(size.Height * (double)width / size.Width));
        using var small = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, srgb));
        using (var canvas = new SKCanvas(small))
        using (var image = SKImage.FromBitmap(whole))
        {
            canvas.Clear(SKColors.Transparent);
            canvas.Scale((float)width / size.Width, (float)height / size.Height);
            canvas.Concat(Turned(codec.EncodedOrigin, whole.Width, whole.Height));
            canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        using var encoded = small.Encode(SKEncodedImageFormat.Webp, Quality);
        if (encoded is null) return false;
        encoded.SaveTo(to);
        return true;
    }

    /// <summary>From the pixels as they are stored to the picture as it is shown (EXIF, tag 0112).</summary>
    private static SKMatrix Turned(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
