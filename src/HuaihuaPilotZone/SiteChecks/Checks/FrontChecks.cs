using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using static System.FormattableString;

namespace HuaihuaPilotZone.SiteChecks.Checks;

/// <summary>Whether the home page and the columns live.</summary>
public sealed class FrontChecks(PortalDbContext db, NewsColumns columns, ChinaTime time)
{
    /// <summary>Days without anything new on the home page: told from here on, a veto from <see cref="HomeVetoDays"/>.</summary>
    public const int HomeWarningDays = 10;

    public const int HomeVetoDays = 14;

    /// <summary>Idle columns that together are a veto.</summary>
    public const int VetoColumns = 5;

    private const string ColumnsDesk = "/park/columns";

    internal async Task<IEnumerable<FoundOnSite>> LookAsync(CancellationToken cancellation)
    {
        var all = await columns.ListAsync(cancellation);
        return [.. await HomeAsync(cancellation), .. Idle(all), .. Empty(all)];
    }

    private async Task<IEnumerable<FoundOnSite>> HomeAsync(CancellationToken cancellation)
    {
        var news = await db.News.Where(n => n.State == PublicationState.Published).MaxAsync(n => n.PublishedAt, cancellation);
        var policies = await db.PolicyDocuments.Where(p => p.State == PublicationState.Published).MaxAsync(p => p.PublishedAt, cancellation);
        if ((news > policies || policies is null ? news : policies) is not { } last) return [];
        var idle = time.Today.DayNumber - ChinaTime.DayOf(last).DayNumber;
        return idle < HomeWarningDays
            ? []
            : [new FoundOnSite(SiteIndicator.HomePageIdle, "home", idle >= HomeVetoDays, Invariant($"首页已 {idle} 天没有新内容，满 {HomeVetoDays} 天即一票否决。"), "/park/news/new")];
    }

    private static IEnumerable<FoundOnSite> Idle(IReadOnlyList<ColumnState> all)
    {
        var idle = all.Where(c => c is { Published: > 0, OverdueDays: > 0 }).ToList();
        var each = idle.Select(c => new FoundOnSite(
            SiteIndicator.ColumnIdle, c.Column.Code, false, Invariant($"栏目“{c.Column.Name}”应每 {c.Column.RhythmDays} 天更新，已超期 {c.OverdueDays} 天。"), ColumnsDesk));
        return idle.Count < VetoColumns
            ? each
            : each.Append(new FoundOnSite(SiteIndicator.ManyColumnsIdle, "columns", true, Invariant($"有 {idle.Count} 个栏目超期未更新，满 {VetoColumns} 个即一票否决。"), ColumnsDesk));
    }

    private static IEnumerable<FoundOnSite> Empty(IReadOnlyList<ColumnState> all) => all.Where(c => c is { Published: 0, Column.IsRetired: false })
        .Select(c => new FoundOnSite(SiteIndicator.ColumnEmpty, c.Column.Code, false, $"栏目“{c.Column.Name}”没有内容，公众看不到它。", ColumnsDesk));
}
