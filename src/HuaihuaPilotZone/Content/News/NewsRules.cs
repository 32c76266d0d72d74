using System.Text.RegularExpressions;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Content.News;

/// <summary>What holds for every news item, whoever writes it: asked by the form, so that all faults show at once, and again by the service.</summary>
public static partial class NewsRules
{
    /// <summary>Everything that stands against a draft; the fields are its properties.</summary>
    public static IReadOnlyList<Refusal> Problems(NewsDraft draft)
    {
        var problems = new List<Refusal>();
        if (draft.Slug is { } slug && !IsSlug(slug))
            problems.Add(new Refusal(nameof(NewsDraft.Slug), "网址短名只用小写字母、数字和连字符，如 park-opening-2026。"));
        if (draft.EventDate is { } day && !PartialDate.IsValid(day))
            problems.Add(new Refusal(nameof(NewsDraft.EventDate), "事件日期应写成 2026、2026-03 或 2026-03-18。"));
        if (draft.SourceDate is { } date && !PartialDate.IsValid(date))
            problems.Add(new Refusal(nameof(NewsDraft.SourceDate), "来源日期应写成 2026、2026-03 或 2026-03-18。"));
        if (draft.SourceAddress is { } address && !IsWebAddress(address))
            problems.Add(new Refusal(nameof(NewsDraft.SourceAddress), "来源网址应以 https:// 或 http:// 开头。"));
        if (draft is { EventDate: not null, Source: null })
            problems.Add(new Refusal(nameof(NewsDraft.Source), "填写了事件日期的资讯须写明来源。"));
        problems.AddRange(MarkdownText.Problems(nameof(NewsDraft.Body), draft.Body));
        return problems;
    }

    /// <summary>Whether it may be the last part of an address.</summary>
    public static bool IsSlug(string text) => Slugs().IsMatch(text);

    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slugs();
}
