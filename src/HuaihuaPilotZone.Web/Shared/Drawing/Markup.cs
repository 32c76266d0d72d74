using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace HuaihuaPilotZone.Web.Shared.Drawing;

/// <summary>
/// Small parts of pages, written as interpolated text: <c>Markup.Of($"&lt;b&gt;{name}&lt;/b&gt;")</c>. A partial view costs as much as a hundred lines
/// of the page around it; what stands on every page or in every row of a table is drawn this way, by one class for all views that show it.
/// </summary>
public static class Markup
{
    /// <summary>The text as markup; what is put into it is encoded, unless it is markup.</summary>
    public static HtmlString Of(MarkupText text) => new(text.ToStringAndClear());

    /// <summary>An attribute with the blank before it; nothing without a value, as in a view.</summary>
    public static HtmlString Attribute(string name, string? value) => value is null ? HtmlString.Empty : Of($" {name}=\"{value}\"");
}

/// <summary>Encodes the values of an interpolated text while it is put together. The compiler alone makes one.</summary>
[InterpolatedStringHandler]
[StructLayout(LayoutKind.Auto)]
public ref struct MarkupText(int literalLength, int formattedCount)
{
    // as the views encode, see PagesSetup
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private DefaultInterpolatedStringHandler _text = new(literalLength, formattedCount, CultureInfo.InvariantCulture);

    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    public void AppendFormatted(string? value)
    {
        if (!string.IsNullOrEmpty(value)) _text.AppendLiteral(_encoder.Encode(value));
    }

    public void AppendFormatted(IHtmlContent value)
    {
        if (value is HtmlString { Value: { } markup })
        {
            _text.AppendLiteral(markup);
            return;
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        value.WriteTo(writer, _encoder);
        _text.AppendLiteral(writer.ToString());
    }

    internal string ToStringAndClear() => _text.ToStringAndClear();
}
