using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.TagHelpers;
using Microsoft.AspNetCore.Html;

namespace HuaihuaPilotZone.Web.Shared.Drawing;

/// <summary>A stored moment on Huaihua's clock; the full time is the title.</summary>
internal static class Moment
{
    /// <param name="utc">Null for one that is missing.</param>
    /// <param name="words">Says the time in Huaihua.</param>
    /// <param name="empty">The word for a missing one.</param>
    public static HtmlString Of(DateTime? utc, Func<DateTime, string> words, string empty = "—")
    {
        if (utc is not { } at) return Markup.Of($"<span class=\"muted\">{empty}</span>");
        var local = ChinaTime.FromUtc(at);
        return Markup.Of($"<time datetime=\"{local.ToString("yyyy-MM-dd'T'HH:mm:ss'+08:00'", CultureInfo.InvariantCulture)}\" title=\"{ChineseDates.Full(local)}\">{words(local)}</time>");
    }
}
