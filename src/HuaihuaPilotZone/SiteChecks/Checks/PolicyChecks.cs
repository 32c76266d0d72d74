using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.EntityFrameworkCore;
using static System.FormattableString;

namespace HuaihuaPilotZone.SiteChecks.Checks;

/// <summary>Whether policy documents are complete, public in time and explained.</summary>
public sealed class PolicyChecks(PortalDbContext db, NewsColumns columns, WorkingCalendarSource calendars, ChinaTime time)
{
    /// <summary>Working days within which information that was made becomes public (政府信息公开条例 art. 26).</summary>
    public static int PublicationDays => DeadlineRules.PolicyPublication.Term.Length;

    internal async Task<IEnumerable<FoundOnSite>> LookAsync(CancellationToken cancellation) =>
        [.. await AloneAsync(cancellation), .. await LooseAsync(cancellation), .. await IncompleteAsync(cancellation), .. await LateAsync(cancellation)];

    private async Task<IEnumerable<FoundOnSite>> AloneAsync(CancellationToken cancellation)
    {
        var alone = await db.PolicyDocuments
            .Where(p => p.State == PublicationState.Published && !p.IsExternal && p.Openness == Openness.Proactive
                && !db.News.Any(n => n.InterpretsId == p.Id && n.State == PublicationState.Published))
            .OrderBy(p => p.Id).Take(SiteInspector.MostOfOneKind).Select(p => new { p.Id, p.IndexNumber, p.Title }).ToListAsync(cancellation);
        return alone.Select(p => Found(SiteIndicator.PolicyWithoutInterpretation, p.IndexNumber, $"文件“{p.Title}”还没有公开的解读。", Invariant($"/park/policies/{p.Id}")));
    }

    private async Task<IEnumerable<FoundOnSite>> LooseAsync(CancellationToken cancellation)
    {
        var interpretations = (await columns.ReadAsync(cancellation)).CodesOf(ColumnKind.Interpretation);
        var loose = await db.News.Where(n => n.State == PublicationState.Published && interpretations.Contains(n.Column) && n.InterpretsId == null)
            .OrderBy(n => n.Id).Take(SiteInspector.MostOfOneKind).Select(n => new { n.Id, n.Slug, n.Title }).ToListAsync(cancellation);
        return loose.Select(n => Found(SiteIndicator.InterpretationWithoutPolicy, n.Slug, $"解读“{n.Title}”没有关联它解读的文件。", Invariant($"/park/news/{n.Id}")));
    }

    private async Task<IEnumerable<FoundOnSite>> IncompleteAsync(CancellationToken cancellation)
    {
        var documents = await db.PolicyDocuments
            .Where(p => p.State == PublicationState.Published && p.Openness != Openness.Closed
                && (p.Number == null || p.IssuedOn == null || p.ReleasedOn == null || p.EffectiveOn == null || p.IssuersText == "" || (p.Openness == Openness.OnRequest && p.OpennessBasis == null)
                    || (p.IsExternal && p.Source == null) || (!p.IsExternal && p.Body == "")))
            .OrderBy(p => p.Id).Take(SiteInspector.MostOfOneKind)
            .Select(p => new { p.Id, p.IndexNumber, p.Title, p.Number, p.IssuedOn, p.ReleasedOn, p.EffectiveOn, p.IssuersText, p.Openness, p.OpennessBasis, p.IsExternal, p.Source, HasBody = p.Body != "" })
            .ToListAsync(cancellation);
        return documents.Select(p =>
        {
            (bool IsMissing, string Name)[] parts =
            [
                (p.IssuersText.Length == 0, "发文机关"), (p.Number is null, "文号"), (p.IssuedOn is null, "成文日期"), (p.ReleasedOn is null, "发布日期"), (p.EffectiveOn is null, "施行日期"),
                (p is { Openness: Openness.OnRequest, OpennessBasis: null }, "公开属性的依据"), (p is { IsExternal: true, Source: null }, "来源"), (p is { IsExternal: false, HasBody: false }, "正文"),
            ];
            return Found(SiteIndicator.PolicyIncomplete, p.IndexNumber, $"文件“{Texts.Cut(p.Title, 100)}”缺少：{string.Join('、', parts.Where(m => m.IsMissing).Select(m => m.Name))}。", Invariant($"/park/policies/{p.Id}"));
        });
    }

    private async Task<IEnumerable<FoundOnSite>> LateAsync(CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var waiting = await db.PolicyDocuments.Where(p => p.State == PublicationState.Draft && !p.IsExternal && p.Openness == Openness.Proactive && p.IssuedOn != null && p.IssuedOn < time.Today)
            .OrderBy(p => p.IssuedOn).Take(SiteInspector.MostOfOneKind).Select(p => new { p.Id, p.IndexNumber, p.Title, p.IssuedOn }).ToListAsync(cancellation);
        return waiting.Select(p => (Document: p, Days: calendar.CountBetween(p.IssuedOn!.Value, time.Today))).Where(p => p.Days > PublicationDays)
            .Select(p => Found(
                SiteIndicator.PolicyLate, p.Document.IndexNumber, Invariant($"文件“{Texts.Cut(p.Document.Title, 150)}”成文已 {p.Days} 个工作日还没有公开，应在 {PublicationDays} 个工作日内公开。"),
                Invariant($"/park/policies/{p.Document.Id}")));
    }

    private static FoundOnSite Found(SiteIndicator indicator, string key, string text, string address) => new(indicator, key, false, Texts.Cut(text, SiteFinding.TextMaxLength), address);
}
