using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.SiteChecks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.SiteChecks;

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
/// <param name="Weight">veto or rest; anything else for both.</param>
public sealed record SiteCheckQuery(bool? Gone, string? Indicator, string? Weight, string? Q, string? Sort, string? Dir, int? Page)
{
    public SiteFindingFilter ToFilter() => new(
        Gone != true,
        Enum.TryParse<SiteIndicator>(Indicator, ignoreCase: true, out var indicator) && Enum.IsDefined(indicator) ? indicator : null,
        Weight switch { "veto" => true, "rest" => false, _ => null },
        Q, SortChoice.Of(Sort, SiteFindingSort.Weight), SortChoice.IsDescending(Dir));
}

/// <summary>The findings of the site.</summary>
public sealed record SiteCheckPage(SiteCheckQuery Query, SiteFindingFilter Filter, SiteInspection? Last, Page<SiteFinding> Findings)
{
    /// <summary>新发现, 仍存在 or 已消除.</summary>
    public (string Tone, string Word) StateOf(SiteFinding finding) =>
        finding.GoneOn is not null ? ("ok", "已消除") : finding.FirstSeenOn == Last?.Day ? ("bad", "新发现") : ("warn", "仍存在");
}

/// <summary>The numbers that the site is held against.</summary>
/// <param name="Open">How many findings are open, by indicator.</param>
/// <param name="Keepers">Who puts right what is found, by indicator.</param>
/// <param name="Staff">Who can be named.</param>
public sealed record SiteIndicatorsPage(IReadOnlyDictionary<SiteIndicator, int> Open, IReadOnlyDictionary<SiteIndicator, int> Keepers, IReadOnlyDictionary<int, string> Staff);
