using HuaihuaPilotZone.SiteChecks.Checks;

namespace HuaihuaPilotZone.SiteChecks;

/// <summary>Holds the site against its indicators, as it stands today. Reads only.</summary>
public sealed class SiteInspector(FrontChecks front, DialogueChecks dialogue, PolicyChecks policies, TextContentChecks texts, RunningChecks running, ForeignLinkChecks foreign)
{
    /// <summary>More than anybody puts right in a day.</summary>
    internal const int MostOfOneKind = 500;

    /// <summary>Everything that is wrong now, as far as this portal itself can tell.</summary>
    public async Task<IReadOnlyList<FoundOnSite>> LookAsync(CancellationToken cancellation) =>
    [
        .. await front.LookAsync(cancellation),
        .. await dialogue.LookAsync(cancellation),
        .. await policies.LookAsync(cancellation),
        .. await texts.LookAsync(cancellation),
        .. running.Look(),
    ];

    /// <summary>Links to other sites that do not answer; null where other sites are not asked.</summary>
    internal Task<IReadOnlyList<FoundOnSite>?> LookAbroadAsync(CancellationToken cancellation) => foreign.LookAsync(cancellation);
}

/// <summary>Something wrong, as found now. Terms as in <see cref="SiteFinding"/>.</summary>
public sealed record FoundOnSite(SiteIndicator Indicator, string Key, bool IsVeto, string Text, string Address);
