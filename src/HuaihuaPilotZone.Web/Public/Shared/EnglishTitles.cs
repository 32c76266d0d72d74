using System.Collections.ObjectModel;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Public.Shared;

/// <summary>English titles of the rows of a list, on an English page; a Chinese page asks for none.</summary>
public static class EnglishTitles
{
    public static async Task<IReadOnlyDictionary<string, EnglishTitle>> EnglishAsync(this IReadOnlyList<NewsRow> rows, EnglishVersions versions, CancellationToken cancellation) =>
        PageAddress.IsEnglish && rows.Count > 0 ? await versions.TitlesOfNewsAsync([.. rows.Select(r => r.Slug)], cancellation) : ReadOnlyDictionary<string, EnglishTitle>.Empty;

    /// <inheritdoc cref="EnglishAsync(IReadOnlyList{NewsRow}, EnglishVersions, CancellationToken)"/>
    public static async Task<IReadOnlyDictionary<string, EnglishTitle>> EnglishAsync(this IReadOnlyList<PolicyRow> rows, EnglishVersions versions, CancellationToken cancellation) =>
        PageAddress.IsEnglish && rows.Count > 0 ? await versions.TitlesOfPoliciesAsync([.. rows.Select(r => r.Slug)], cancellation) : ReadOnlyDictionary<string, EnglishTitle>.Empty;
}
