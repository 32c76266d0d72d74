using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Past;

/// <summary>What a word of the roster names.</summary>
public enum TaxonomyKind
{
    /// <summary>片区.</summary>
    Area,

    /// <summary>行业标签.</summary>
    Tag,
}

public static class TaxonomyKindWords
{
    public static string Word(this TaxonomyKind kind) => kind switch
    {
        TaxonomyKind.Area => "片区",
        TaxonomyKind.Tag => "行业标签",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>A word that an area or a tag was called by until some day; lists of earlier days still say it.</summary>
public sealed class FormerWord
{
    public const int WordMaxLength = 40;

    public int Id { get; init; }

    public required TaxonomyKind Kind { get; init; }

    /// <summary>Id of the <see cref="ParkArea"/> or <see cref="IndustryTag"/>.</summary>
    public required int ItemId { get; init; }

    public required string Word { get; init; }

    /// <summary>Civil day on which it got the next word.</summary>
    public required DateOnly Until { get; init; }
}

/// <summary>The words of areas and tags as they were on a day.</summary>
public sealed record TaxonomyWords(IReadOnlyDictionary<int, string> Areas, IReadOnlyDictionary<int, string> Tags)
{
    public string? Area(int? id) => id is { } known ? Areas.GetValueOrDefault(known) : null;

    public IReadOnlyList<string> Of(string tagIds) => [.. SpanFacts.Split(tagIds).Select(id => Tags.GetValueOrDefault(id)).OfType<string>()];

    internal static async Task<TaxonomyWords> ReadAsync(PortalDbContext db, DateOnly on, CancellationToken cancellation) => (await TaxonomyHistory.ReadAsync(db, cancellation)).On(on);
}

/// <summary>The words of areas and tags through time.</summary>
internal sealed class TaxonomyHistory
{
    private readonly Dictionary<int, string> _areas;
    private readonly Dictionary<int, string> _tags;
    private readonly List<FormerWord> _former;

    private TaxonomyHistory(Dictionary<int, string> areas, Dictionary<int, string> tags, List<FormerWord> former) => (_areas, _tags, _former) = (areas, tags, former);

    public static async Task<TaxonomyHistory> ReadAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var areas = await db.Set<ParkArea>().AsNoTracking().OrderBy(a => a.SortOrder).ThenBy(a => a.Id).Select(a => new { a.Id, a.Name }).ToListAsync(cancellation);
        var tags = await db.Set<IndustryTag>().AsNoTracking().OrderBy(t => t.SortOrder).ThenBy(t => t.Id).Select(t => new { t.Id, t.Name }).ToListAsync(cancellation);
        var former = await db.FormerWords.AsNoTracking().OrderByDescending(w => w.Until).ThenByDescending(w => w.Id).ToListAsync(cancellation);
        return new TaxonomyHistory(areas.ToDictionary(a => a.Id, a => a.Name), tags.ToDictionary(t => t.Id, t => t.Name), former);
    }

    public TaxonomyWords On(DateOnly day)
    {
        var (areas, tags) = (new Dictionary<int, string>(_areas), new Dictionary<int, string>(_tags));
        // the last one that is written is the first one after the day
        foreach (var word in _former.Where(w => w.Until > day)) (word.Kind == TaxonomyKind.Area ? areas : tags)[word.ItemId] = word.Word;
        return new TaxonomyWords(areas, tags);
    }
}
