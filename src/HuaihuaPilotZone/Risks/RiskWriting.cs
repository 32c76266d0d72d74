using System.Globalization;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;

namespace HuaihuaPilotZone.Risks;

/// <summary>Takes what is written out of notices, and puts it into them.</summary>
internal static class RiskWriting
{
    /// <summary>What is written in a notice, as it is kept.</summary>
    public static RiskData DraftOf(RiskNotice notice) => new(
        notice.Severity, notice.Title, notice.EnglishTitle, notice.Summary, notice.EnglishSummary, notice.Body, notice.EnglishBody, notice.From, notice.Until,
        notice.Source, notice.SourceAddress, notice.SourceOn, RiskTexts.Countries(notice), RiskTexts.Goods(notice), [.. notice.Corridors.Select(c => c.CorridorId).Order()], notice.Correction);

    /// <summary>Puts what was written after the publication into a notice that nothing tracks.</summary>
    public static RiskNotice WithChanges(RiskNotice notice)
    {
        if (notice.Pending is { } pending) Write(notice, DraftJson.Read<RiskData>(pending), static _ => { });
        return notice;
    }

    /// <summary>Puts a draft into a notice.</summary>
    /// <param name="data">With a scope that was read, see <see cref="ScopeReading"/>.</param>
    /// <param name="remove">What is done with a part that is not in it any more.</param>
    public static void Write(RiskNotice notice, RiskData data, Action<object> remove)
    {
        notice.Severity = data.Severity;
        notice.Title = data.Title;
        notice.EnglishTitle = data.EnglishTitle;
        notice.Summary = data.Summary;
        notice.EnglishSummary = data.EnglishSummary;
        notice.Body = data.Body;
        notice.EnglishBody = data.EnglishBody;
        notice.From = data.From;
        notice.Until = data.Until;
        notice.Source = data.Source;
        notice.SourceAddress = data.SourceAddress;
        notice.SourceOn = data.SourceOn;
        notice.Correction = data.Correction;
        Keep(notice.Countries, c => c.Code, Parts(data.Countries), code => new RiskCountry { Code = code }, remove);
        Keep(notice.Goods, g => g.Prefix, Parts(data.Goods), RiskGoods.Of, remove);
        Keep(notice.Corridors, c => c.CorridorId, data.CorridorIds, corridor => new RiskCorridor { CorridorId = corridor }, remove);
    }

    /// <summary>The fields as people read them.</summary>
    /// <param name="corridors">Names of the corridors.</param>
    public static IReadOnlyList<EditedField> Fields(RiskNotice notice, IEnumerable<string> corridors) =>
    [
        new(nameof(RiskData.Severity), "程度", notice.Severity.Word()),
        new(nameof(RiskData.Title), "标题", notice.Title),
        new(nameof(RiskData.EnglishTitle), "英文标题", notice.EnglishTitle),
        new(nameof(RiskData.Summary), "摘要", notice.Summary),
        new(nameof(RiskData.EnglishSummary), "英文摘要", notice.EnglishSummary),
        new(nameof(RiskData.Body), "正文", notice.Body),
        new(nameof(RiskData.EnglishBody), "英文正文", notice.EnglishBody),
        new(nameof(RiskData.From), "开始日期", Day(notice.From)),
        new(nameof(RiskData.Until), "结束日期", notice.Until is { } until ? Day(until) : null),
        new(nameof(RiskData.Source), "来源", notice.Source),
        new(nameof(RiskData.SourceAddress), "来源网址", notice.SourceAddress),
        new(nameof(RiskData.SourceOn), "来源日期", Day(notice.SourceOn)),
        new(nameof(RiskData.Countries), "国别（地区）", RiskTexts.Countries(notice)),
        new(nameof(RiskData.Goods), "商品编码", RiskTexts.Goods(notice)),
        new(nameof(RiskData.CorridorIds), "通道", string.Join(RiskTexts.Comma, corridors)),
        new(nameof(RiskData.Correction), "更正说明", notice.Correction),
    ];

    private static string[] Parts(string? text) => (text ?? "").Split(RiskTexts.Comma, StringSplitOptions.RemoveEmptyEntries);

    private static void Keep<TPart, TKey>(List<TPart> parts, Func<TPart, TKey> key, IReadOnlyCollection<TKey> wanted, Func<TKey, TPart> make, Action<object> remove)
        where TPart : class
    {
        foreach (var gone in parts.Where(p => !wanted.Contains(key(p))).ToList())
        {
            remove(gone);
            parts.Remove(gone);
        }

        foreach (var missing in wanted.Except(parts.Select(key)).ToList()) parts.Add(make(missing));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
