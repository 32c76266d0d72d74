using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Shared.Drawing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HuaihuaPilotZone.Web.TagHelpers;

/// <summary>
/// A stored moment on Huaihua's clock: <c>&lt;hh-when utc="row.SavedAt" /&gt;</c>; the full time is the title.
/// A missing moment shows the word given by <see cref="Empty"/>.
/// </summary>
[HtmlTargetElement("hh-when", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhenTagHelper(ChinaTime clock) : TagHelper
{
    /// <summary>The moment in UTC.</summary>
    public DateTime? Utc { get; set; }

    /// <summary>short (10:42, 昨天 16:20, 03-16), full (2026-03-18 11:05) or trip (03-18 周三 20:00).</summary>
    public string As { get; set; } = "short";

    public string Empty { get; set; } = "—";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        output.Content.SetHtmlContent(Moment.Of(Utc, Words, Empty));
    }

    private string Words(DateTime local) => As switch
    {
        "short" => ChineseDates.Short(local, clock.Today),
        "full" => ChineseDates.Full(local),
        "trip" => ChineseDates.Trip(local),
        _ => throw new InvalidOperationException($"hh-when as=\"{As}\" is not short, full or trip."),
    };
}

/// <summary>A day: <c>&lt;hh-date day="policy.IssuedOn" /&gt;</c>; a missing one says 待录入.</summary>
[HtmlTargetElement("hh-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper : TagHelper
{
    public DateOnly? Day { get; set; }

    /// <summary>True writes 2026 年 3 月 18 日 instead of 2026-03-18.</summary>
    public bool Prose { get; set; }

    public string Empty { get; set; } = "待录入";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Day is not { } day)
        {
            output.ShowMissing(Empty);
            return;
        }
        output.TagName = "time";
        output.Attributes.SetAttribute("datetime", ChineseDates.List(day));
        output.Content.SetContent(Prose ? ChineseDates.Prose(day) : ChineseDates.List(day));
    }
}

/// <summary>An amount: <c>&lt;hh-money amount="6432m" currency="USD" /&gt;</c> writes USD 6,432.00.</summary>
[HtmlTargetElement("hh-money", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyTagHelper : TagHelper
{
    public decimal? Amount { get; set; }

    /// <summary>ISO letters; null where the column's heading already says it.</summary>
    public string? Currency { get; set; }

    /// <summary>Decimals shown.</summary>
    public int Digits { get; set; } = 2;

    public string Empty { get; set; } = "—";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Amount is not { } amount)
        {
            output.ShowMissing(Empty);
            return;
        }
        output.TagName = "span";
        output.AddTone("text-nowrap", null);
        var figure = amount.ToString("N" + Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        output.Content.SetContent(string.IsNullOrEmpty(Currency) ? figure : $"{Currency} {figure}");
    }
}

internal static class Missing
{
    /// <summary>A value that is not there is said, never left blank.</summary>
    public static void ShowMissing(this TagHelperOutput output, string word)
    {
        output.TagName = "span";
        output.AddTone("muted", null);
        output.Content.SetContent(word);
    }
}
