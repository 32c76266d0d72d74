using System.Text;

namespace HuaihuaPilotZone.Common;

/// <summary>Finds out in which encoding a text was written.</summary>
internal static class TextEncodings
{
    private const int Sample = 64 * 1024;
    private const int LongestCharacter = 4;

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// UTF-8 where the sample is UTF-8 throughout, and the Chinese code page otherwise. A byte order mark decides before that: readers have to be
    /// told to look for it. The stream stands at its beginning afterwards.
    /// </summary>
    /// <param name="content">Seekable.</param>
    public static Encoding Of(Stream content)
    {
        var sample = new byte[Sample];
        content.Position = 0;
        var length = content.ReadAtLeast(sample, Sample, throwOnEndOfStream: false);
        content.Position = 0;
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        // the sample may end within a character
        var least = length < Sample ? length : length - LongestCharacter;
        for (var end = length; end >= Math.Max(least, 0); end--)
        {
            try
            {
                strict.GetCharCount(sample, 0, end);
                return strict;
            }
            catch (DecoderFallbackException)
            {
                // try again without the last byte
            }
        }

        return Encoding.GetEncoding("GB18030");
    }
}
