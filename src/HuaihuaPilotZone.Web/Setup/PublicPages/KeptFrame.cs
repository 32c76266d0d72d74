using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace HuaihuaPilotZone.Web.Setup.PublicPages;

/// <summary>
/// The parts of the public frame that are the same for many pages, as markup: drawn once a minute in each language. Only parts that show
/// nobody's own data may stand here. The framework's tag helper for this costs as much as the rest of the frame together.
/// </summary>
public sealed class KeptFrame(TimeProvider clock, HtmlEncoder encoder)
{
    // the owner's lines come from the configuration, which may change while the portal runs
    private static readonly TimeSpan _age = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Part, string Language), (HtmlString Markup, DateTimeOffset Until)> _parts = new();

    /// <summary>A part of the frame, drawn now if it is older than a minute.</summary>
    /// <param name="part">Its name, with what else it depends on; one of few, since nothing is thrown away.</param>
    /// <param name="draw">Draws it.</param>
    public async ValueTask<HtmlString> OfAsync(string part, Func<Task<IHtmlContent>> draw)
    {
        var (key, now) = ((part, CultureInfo.CurrentUICulture.Name), clock.GetUtcNow());
        if (_parts.TryGetValue(key, out var kept) && now < kept.Until) return kept.Markup;
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        (await draw()).WriteTo(text, encoder);
        var markup = new HtmlString(text.ToString());
        _parts[key] = (markup, now + _age);
        return markup;
    }
}
