using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.ServiceHall;

/// <summary>The service hall as the public sees it: what is published, and nothing else.</summary>
public sealed class ServiceCatalogue(PortalDbContext db, IOptions<ServiceHallOptions> options)
{
    private const int MostCounted = 2000;

    private static readonly HotQuery<Func<PortalDbContext, string, CancellationToken, Task<ServiceItem?>>> _published = new(() => EF.CompileAsyncQuery((PortalDbContext db, string slug, CancellationToken _) =>
        db.ServiceItems.AsNoTracking().Include(s => s.Materials.OrderBy(m => m.Id)).ThenInclude(m => m.File).SingleOrDefault(s => s.Slug == slug && s.State == PublicationState.Published)));

    /// <summary>The configured contact of the hall; null while there is none.</summary>
    public string? HallContact => Texts.Tidy(options.Value.Contact);

    public async Task<ServiceListAnswer> ListAsync(ServiceFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var items = Published();
        if (SearchWord.Of(filter.Text) is { } word) items = items.Where(s => s.Title.Contains(word) || s.Summary.Contains(word) || s.Conditions.Contains(word));
        var marks = await items.OrderBy(s => s.Id).Select(s => new { s.AudienceMarks, s.StageMarks }).Take(MostCounted).ToListAsync(cancellation);
        var shown = items;
        if (filter.Audience is { } audience)
        {
            var mark = ServiceMarks.Of(audience);
            shown = shown.Where(s => s.AudienceMarks.Contains(mark));
        }
        if (filter.Stage is { } stage)
        {
            var mark = ServiceMarks.Of(stage);
            shown = shown.Where(s => s.StageMarks.Contains(mark));
        }
        var rows = await shown.OrderBy(s => s.Id)
            .Select(s => new ServiceRow(s.Slug, s.Title, s.Summary, s.AudienceMarks, s.StageMarks, s.PromisedDays, s.Fee, s.Desk, s.IsDemonstration)).ToPageAsync(page, cancellation);
        return new ServiceListAnswer(rows, Count<ServiceAudience>(marks.Select(m => m.AudienceMarks)), Count<ServiceStage>(marks.Select(m => m.StageMarks)));
    }

    /// <summary>The services that came out last, the latest first.</summary>
    public async Task<IReadOnlyList<ServiceNews>> LatestAsync(int count, CancellationToken cancellation) =>
        await Published().OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.Id).Take(count)
            .Select(s => new ServiceNews(s.Slug, s.Title, s.Summary, s.PublishedAt!.Value, s.IsDemonstration)).ToListAsync(cancellation);

    /// <summary>A published service with its papers; null for anything that the public must not see.</summary>
    public Task<ServiceItem?> FindAsync(string slug, CancellationToken cancellation) => _published.For(db)(db, slug, cancellation);

    /// <summary>The blank form of a published service.</summary>
    public Task<StoredFile?> FindFormAsync(string slug, int materialId, CancellationToken cancellation) =>
        Published().Where(s => s.Slug == slug).SelectMany(s => s.Materials).Where(m => m.Id == materialId).Select(m => m.File).SingleOrDefaultAsync(cancellation);

    private IQueryable<ServiceItem> Published() => db.ServiceItems.AsNoTracking().Where(s => s.State == PublicationState.Published);

    private static IReadOnlyList<Facet<T>> Count<T>(IEnumerable<string> marks)
        where T : struct, Enum => [.. marks.SelectMany(ServiceMarks.Read<T>).CountBy(v => v).OrderBy(v => v.Key).Select(v => new Facet<T>(v.Key, v.Value))];
}
