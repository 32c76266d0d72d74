using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Files;

namespace HuaihuaPilotZone.Content.Media;

/// <summary>Addresses of pictures and attachments: /media/, 26 random characters, for a picture its size, and the ending: /media/k3…x-1200x800.jpg.</summary>
public static partial class MediaAddress
{
    public const string Root = "/media/";

    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    private const int RandomLength = 26;

    /// <summary>A fresh key of 130 bits.</summary>
    internal static string NewKey(FileType type, PictureSize? size) => RandomNumberGenerator.GetString(Letters, RandomLength)
        + (size is null ? "" : string.Create(CultureInfo.InvariantCulture, $"-{size.Width}x{size.Height}")) + type.Endings()[0];

    /// <summary>The keys that a text in Markdown names.</summary>
    public static IReadOnlyList<string> KeysIn(string markdown) => [.. Keys().Matches(markdown).Select(m => m.Groups["key"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The size that the address of one of our pictures says; null for any other address.</summary>
    public static PictureSize? SizeOf(string address) => Keys().Match(address) is { Success: true } m && m.Groups["width"].Success
        ? new PictureSize(int.Parse(m.Groups["width"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(m.Groups["height"].ValueSpan, CultureInfo.InvariantCulture))
        : null;

    /// <summary>The addresses of a picture of ours in several widths, for a browser to choose from; null for one that is small already, and for any other address.</summary>
    public static string? ChoicesOf(string address)
    {
        if (SizeOf(address) is not { } size || Keys().Match(address).Value != address) return null;
        var smaller = MediaVariant.For(size.Width).Select(w => string.Create(CultureInfo.InvariantCulture, $"{address}?w={w} {w}w")).ToList();
        return smaller.Count == 0 ? null : string.Join(", ", smaller.Append(string.Create(CultureInfo.InvariantCulture, $"{address} {size.Width}w")));
    }

    [GeneratedRegex("/media/(?<key>[a-z2-9]{26}(-(?<width>[0-9]{1,6})x(?<height>[0-9]{1,6}))?\\.[a-z]{3,4})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Keys();
}
