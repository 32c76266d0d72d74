using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>A kept version in the list.</summary>
/// <param name="PublishedAt">UTC.</param>
public sealed record TextVersionRow(int Number, string Title, DateTime PublishedAt, string PublishedBy, string? ReviewedBy);

/// <summary>A field in which two versions differ.</summary>
public sealed record FieldComparison(string Label, IReadOnlyList<DiffLine> Lines);

/// <summary>What differs between two versions.</summary>
/// <param name="To">0 for what is written now.</param>
public sealed record TextComparison(int From, int To, IReadOnlyList<FieldComparison> Fields);

/// <summary>The versions of one kind of text: every publication keeps one, any two can be compared, any can be taken as a new draft.</summary>
public abstract class TextHistory(PortalDbContext db)
{
    /// <summary>The number that stands for what is written now.</summary>
    public const int Now = 0;

    /// <summary>What the journal calls this kind.</summary>
    private protected abstract string Subject { get; }

    /// <summary>The fields of a kept draft.</summary>
    private protected abstract Task<IReadOnlyList<EditedField>> FieldsOfAsync(string draft, CancellationToken cancellation);

    /// <summary>The fields of what is written now; null where the text is gone.</summary>
    private protected abstract Task<IReadOnlyList<EditedField>?> FieldsNowAsync(int id, CancellationToken cancellation);

    /// <summary>Saves a kept draft as what is written now.</summary>
    private protected abstract Task<Outcome> SaveAsync(int id, int version, string draft, CancellationToken cancellation);

    /// <summary>The versions, the latest first.</summary>
    public Task<Page<TextVersionRow>> ListAsync(int id, PageRequest page, CancellationToken cancellation) =>
        Versions(id).OrderByDescending(v => v.Number).Select(v => new TextVersionRow(v.Number, v.Title, v.PublishedAt, v.PublishedBy, v.ReviewedBy)).ToPageAsync(page, cancellation);

    /// <summary>What differs between two versions; null where one of them is not kept.</summary>
    /// <param name="to"><see cref="Now"/> for what is written now.</param>
    public async Task<TextComparison?> CompareAsync(int id, int from, int to, CancellationToken cancellation)
    {
        var before = await FieldsAsync(id, from, cancellation);
        var after = await FieldsAsync(id, to, cancellation);
        if (before is null || after is null) return null;
        return new TextComparison(from, to, [.. before.Zip(after)
            .Where(p => !string.Equals(p.First.Value ?? "", p.Second.Value ?? "", StringComparison.Ordinal))
            .Select(p => new FieldComparison(p.First.Label, TextDiff.Compare(p.First.Value, p.Second.Value)))]);
    }

    /// <summary>Takes a version as a new draft. What the public sees does not change before that is published.</summary>
    public async Task<Outcome> RestoreAsync(int id, int number, int version, CancellationToken cancellation)
    {
        var draft = await Versions(id).Where(v => v.Number == number).Select(v => v.Draft).SingleOrDefaultAsync(cancellation);
        return draft is null ? Outcome.Refused("没有这个版本。") : await SaveAsync(id, version, draft, cancellation);
    }

    private async Task<IReadOnlyList<EditedField>?> FieldsAsync(int id, int number, CancellationToken cancellation)
    {
        if (number == Now) return await FieldsNowAsync(id, cancellation);
        var draft = await Versions(id).Where(v => v.Number == number).Select(v => v.Draft).SingleOrDefaultAsync(cancellation);
        return draft is null ? null : await FieldsOfAsync(draft, cancellation);
    }

    private IQueryable<TextVersion> Versions(int id) => db.TextVersions.AsNoTracking().Where(v => v.Subject == Subject && v.TextId == id);
}
