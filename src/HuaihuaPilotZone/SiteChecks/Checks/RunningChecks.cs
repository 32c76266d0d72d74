using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.PublicPages;
using static System.FormattableString;

namespace HuaihuaPilotZone.SiteChecks.Checks;

/// <summary>What this instance knows of its own outages; a portal that is switched off knows nothing of it.</summary>
public sealed class RunningChecks(PortalStatus status, ChinaTime time)
{
    /// <summary>Days that an outage is told of.</summary>
    public const int OutageDays = 7;

    internal IEnumerable<FoundOnSite> Look() => status.Outages.Where(o => time.UtcNow - o.Since <= TimeSpan.FromDays(OutageDays)).Select(o =>
    {
        var (since, until) = (ChinaTime.FromUtc(o.Since), o.Until is { } end ? ChinaTime.FromUtc(end) : (DateTime?)null);
        var minutes = Math.Max(1, (int)Math.Ceiling(((o.Until ?? time.UtcNow) - o.Since).TotalMinutes));
        return new FoundOnSite(
            SiteIndicator.Outage, Invariant($"{o.Since:yyyyMMddHHmmss}"), false,
            Invariant($"{since:yyyy-MM-dd HH:mm} 起数据库连不上，{(until is { } to ? $"{to:HH:mm} 恢复，" : "还没有恢复，已")}共约 {minutes} 分钟，其间公众只能看到缓存的页面。"), "/status");
    });
}
