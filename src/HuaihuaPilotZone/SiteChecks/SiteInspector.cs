using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Letters;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.SiteChecks;

/// <summary>Holds the site against its indicators, as it stands today. Reads only.</summary>
public sealed class SiteInspector(PortalDbContext db, NewsColumns columns, ChinaTime time)
{
    /// <summary>Days without anything new on the home page: told from here on, a veto from <see cref="HomeVetoDays"/>.</summary>
    public const int HomeWarningDays = 10;

    public const int HomeVetoDays = 14;

    /// <summary>Idle columns that together are a veto.</summary>
    public const int VetoColumns = 5;

    /// <summary>More than three months.</summary>
    public const int LetterVetoDays = 90;

    /// <summary>More than anybody puts right in a day.</summary>
    private const int MostOfOneKind = 500;

    /// <summary>Everything that is wrong now.</summary>
    public async Task<IReadOnlyList<FoundOnSite>> LookAsync(CancellationToken cancellation) =>
    [
        .. await HomeAsync(cancellation),
        .. await ColumnsAsync(cancellation),
        .. await LettersAsync(cancellation),
        .. await PoliciesAsync(cancellation),
        .. await InterpretationsAsync(cancellation),
    ];

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

    private async Task<IEnumerable<FoundOnSite>> ColumnsAsync(CancellationToken cancellation)
    {
        var idle = (await columns.ListAsync(cancellation)).Where(c => c is { Published: > 0, OverdueDays: > 0 }).ToList();
        var each = idle.Select(c => new FoundOnSite(
            SiteIndicator.ColumnIdle, c.Column.ToString(), false, Invariant($"栏目“{c.Column.Word()}”应每 {c.RhythmDays} 天更新，已超期 {c.OverdueDays} 天。"), "/park/columns"));
        return idle.Count < VetoColumns
            ? each
            : each.Append(new FoundOnSite(SiteIndicator.ManyColumnsIdle, "columns", true, Invariant($"有 {idle.Count} 个栏目超期未更新，满 {VetoColumns} 个即一票否决。"), "/park/columns"));
    }

    private async Task<IEnumerable<FoundOnSite>> LettersAsync(CancellationToken cancellation)
    {
        var before = ChinaTime.StartOf(time.Today.AddDays(-LetterVetoDays));
        var late = await db.Letters.Where(l => l.State != LetterState.Answered && l.ReceivedAt < before).OrderBy(l => l.ReceivedAt).Take(MostOfOneKind)
            .Select(l => new { l.Number, l.ReceivedAt }).ToListAsync(cancellation);
        return late.Select(l => new FoundOnSite(
            SiteIndicator.LetterUnanswered, l.Number, true,
            Invariant($"来信 {l.Number} 已 {time.Today.DayNumber - ChinaTime.DayOf(l.ReceivedAt).DayNumber} 天没有答复，超过三个月即一票否决。"), $"/park/letters/{l.Number}"));
    }

    private async Task<IEnumerable<FoundOnSite>> PoliciesAsync(CancellationToken cancellation)
    {
        var alone = await db.PolicyDocuments
            .Where(p => p.State == PublicationState.Published && !p.IsExternal && p.Openness == Openness.Proactive
                && !db.News.Any(n => n.InterpretsId == p.Id && n.State == PublicationState.Published))
            .OrderBy(p => p.Id).Take(MostOfOneKind).Select(p => new { p.Id, p.IndexNumber, p.Title }).ToListAsync(cancellation);
        return alone.Select(p => new FoundOnSite(
            SiteIndicator.PolicyWithoutInterpretation, p.IndexNumber, false, Texts.Cut($"文件“{p.Title}”还没有公开的解读。", SiteFinding.TextMaxLength), Invariant($"/park/policies/{p.Id}")));
    }

    private async Task<IEnumerable<FoundOnSite>> InterpretationsAsync(CancellationToken cancellation)
    {
        var loose = await db.News.Where(n => n.State == PublicationState.Published && n.Column == NewsColumn.Interpretation && n.InterpretsId == null)
            .OrderBy(n => n.Id).Take(MostOfOneKind).Select(n => new { n.Id, n.Slug, n.Title }).ToListAsync(cancellation);
        return loose.Select(n => new FoundOnSite(
            SiteIndicator.InterpretationWithoutPolicy, n.Slug, false, Texts.Cut($"解读“{n.Title}”没有关联它解读的文件。", SiteFinding.TextMaxLength), Invariant($"/park/news/{n.Id}")));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Something wrong, as found now. Terms as in <see cref="SiteFinding"/>.</summary>
public sealed record FoundOnSite(SiteIndicator Indicator, string Key, bool IsVeto, string Text, string Address);
