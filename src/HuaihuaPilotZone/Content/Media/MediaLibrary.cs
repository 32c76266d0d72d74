using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Media;

public enum MediaSort
{
    Added,
    Description,
    Size,
    Uses,
}

/// <summary>What the list of pictures and attachments is narrowed to and how it is ordered.</summary>
/// <param name="Text">Part of the description or the file's name.</param>
/// <param name="IsPicture">Pictures or attachments only; null for both.</param>
/// <param name="IsUsed">Only what a text shows, or only what none does; null for both.</param>
public sealed record MediaFilter(string? Text = null, bool? IsPicture = null, bool? IsUsed = null, MediaSort Sort = MediaSort.Added, bool Descending = true);

/// <summary>A row of the list.</summary>
/// <param name="Uses">How many texts show it.</param>
public sealed record MediaRow(MediaFile Media, int Uses);

/// <summary>A picture or attachment as it is asked for by its address.</summary>
/// <param name="File">Its content, or that of a smaller copy.</param>
/// <param name="IsPublic">Whether a text shows it that everybody may read now.</param>
public sealed record AskedMedia(MediaFile Media, StoredFile File, bool IsPublic);

/// <summary>Pictures and attachments of the site's texts: taking them in, listing them, and who may have them.</summary>
public sealed class MediaLibrary(PortalDbContext db, FileCabinet cabinet, FileSweeper sweeper, MediaVariants variants, MediaUsers users, PortalJournal journal)
{
    /// <summary>Field of a refusal about the description.</summary>
    public const string DescriptionField = nameof(MediaFile.Description);

    /// <summary>Takes a file in. Nobody but the staff sees it until a published text shows it.</summary>
    /// <param name="name">As the sender calls it.</param>
    /// <param name="description">What is to be seen, or the words of the link.</param>
    /// <param name="acceptsTraces">As <see cref="FileCabinet.KeepCleanAsync"/>.</param>
    public async Task<Outcome<MediaFile>> AddAsync(string name, Stream content, string? description, bool acceptsTraces, CancellationToken cancellation)
    {
        var media = await MakeAsync(name, content, description, acceptsTraces, cancellation);
        if (!media.IsDone) return media;
        db.MediaFiles.Add(media.Value);
        journal.Write(JournalSubjects.Media, media.Value.Key, "media.added", changes: [new FieldChange("文件", null, media.Value.File.Name), new FieldChange("替代文字", null, media.Value.Description)]);
        await db.SaveChangesAsync(cancellation);
        return media;
    }

    /// <summary>Takes another file in the place of one that no text shows; it gets an address of its own.</summary>
    /// <inheritdoc cref="AddAsync"/>
    public async Task<Outcome<MediaFile>> ReplaceAsync(int id, string name, Stream content, string? description, bool acceptsTraces, CancellationToken cancellation)
    {
        if (await AgainstRemovingAsync(id, cancellation) is { IsDone: false } used) return Outcome.Refused(used.Refusals);
        var media = await MakeAsync(name, content, description, acceptsTraces, cancellation);
        if (!media.IsDone) return media;
        db.MediaFiles.Add(media.Value);
        var removed = await RemoveAsync(id, $"由 {media.Value.Key} 代替", cancellation);
        return removed.IsDone ? media : Outcome.Refused(removed.Refusals);
    }

    /// <summary>Removes a picture or attachment that no text shows.</summary>
    public async Task<Outcome> RemoveAsync(int id, CancellationToken cancellation) =>
        await AgainstRemovingAsync(id, cancellation) is { IsDone: false } used ? used : await RemoveAsync(id, note: null, cancellation);

    /// <summary>All of them in the wanted order.</summary>
    public async Task<Page<MediaRow>> ListAsync(MediaFilter filter, PageRequest page, CancellationToken cancellation) => await Ordered(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<MediaRow> StreamAsync(MediaFilter filter) => Ordered(filter).AsAsyncEnumerable();

    /// <summary>One of them for the staff; null where there is none.</summary>
    public Task<MediaFile?> FindAsync(int id, CancellationToken cancellation) => db.MediaFiles.AsNoTracking().Include(m => m.File).SingleOrDefaultAsync(m => m.Id == id, cancellation);

    /// <summary>What stands at an address, and whether everybody may have it; null where nothing does.</summary>
    /// <param name="width">Of a smaller copy; where there is none of that width, the picture itself stands for it.</param>
    public async Task<AskedMedia?> FindAsync(string key, int? width, CancellationToken cancellation)
    {
        var asked = await db.MediaFiles.AsNoTracking().Include(m => m.File).Include(m => m.Variants.Where(v => v.Width == width)).ThenInclude(v => v.File).SingleOrDefaultAsync(m => m.Key == key, cancellation);
        return asked is null ? null : new AskedMedia(asked, asked.Variants is [var smaller] ? smaller.File : asked.File, await PublicUses().AnyAsync(u => u.MediaFileId == asked.Id, cancellation));
    }

    /// <summary>Where a text stands that the public may read as a whole: the same that its page decides by.</summary>
    private IQueryable<MediaUse> PublicUses() => db.MediaUses.Where(u =>
        u.NewsItem!.State == PublicationState.Published
        || (u.PolicyDocument!.State == PublicationState.Published && u.PolicyDocument.Openness == Openness.Proactive)
        || (u.EnglishVersion!.State == PublicationState.Published
            && (u.EnglishVersion.NewsItem!.State == PublicationState.Published
                || (u.EnglishVersion.PolicyDocument!.State == PublicationState.Published && u.EnglishVersion.PolicyDocument.Openness == Openness.Proactive))));

    private async Task<Outcome<MediaFile>> MakeAsync(string name, Stream content, string? description, bool acceptsTraces, CancellationToken cancellation)
    {
        if (Texts.Tidy(description) is not { } said) return Outcome.Refused(DescriptionField, "请写替代文字：图片里有什么，或附件是什么。看不到图片的人靠它了解内容。");
        if (said.Length > MediaFile.DescriptionMaxLength) return Outcome.Refused(DescriptionField, $"替代文字最多 {MediaFile.DescriptionMaxLength} 个字。");
        var kept = await cabinet.KeepCleanAsync(name, content, acceptsTraces, cancellation);
        if (!kept.IsDone) return Outcome.Refused(kept.Refusals);
        var (file, picture) = kept.Value;
        if (file.Type == FileType.Xml) return Outcome.Refused(FileCabinet.Field, "正文里不能放 XML 文件，请改为 PDF 或 Office 文档。");
        var media = new MediaFile
        {
            Key = MediaAddress.NewKey(file.Type, picture),
            File = cabinet.Record(file, enterpriseId: null),
            Description = said.ReplaceLineEndings(" "),
            Width = picture?.Width ?? 0,
            Height = picture?.Height ?? 0,
        };
        if (media.IsPicture) await variants.AddAsync(media, cancellation);
        return media;
    }

    private async Task<Outcome> AgainstRemovingAsync(int id, CancellationToken cancellation)
    {
        var found = await users.OfAsync(id, cancellation);
        return found.Count == 0 ? Outcome.Done : Outcome.Refused($"还有内容用到它，不能删除或更换：{string.Join("、", found.Select(u => $"{u.Kind}“{u.Title}”"))}。请先从这些内容里去掉。");
    }

    private async Task<Outcome> RemoveAsync(int id, string? note, CancellationToken cancellation)
    {
        if (await db.MediaFiles.Include(m => m.File).Include(m => m.Variants).ThenInclude(v => v.File).SingleOrDefaultAsync(m => m.Id == id, cancellation) is not { } media) return Outcome.Refused("没有这个图片或附件。");
        List<StoredFile> contents = [media.File, .. media.Variants.Select(v => v.File)];
        db.RemoveRange(media.Variants);
        db.Remove(media);
        db.RemoveRange(contents);
        journal.Write(JournalSubjects.Media, media.Key, "media.removed", note, [new FieldChange("文件", media.File.Name, null), new FieldChange("替代文字", media.Description, null)]);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // a text has begun to show it, or somebody else was first
            db.ChangeTracker.Clear();
            return Outcome.Refused("刚有内容用到它，或他人已删除。请核对后再操作。");
        }

        foreach (var content in contents) await sweeper.ForgetAsync(content.Hash, cancellation);
        return Outcome.Done;
    }

    private IQueryable<MediaRow> Ordered(MediaFilter filter)
    {
        var media = db.MediaFiles.AsNoTracking().Include(m => m.File).AsQueryable();
        if (filter.IsPicture is { } isPicture) media = isPicture ? media.Where(m => m.Width > 0) : media.Where(m => m.Width == 0);
        if (filter.IsUsed is { } isUsed) media = media.Where(m => m.Uses.Any() == isUsed);
        if (SearchWord.Of(filter.Text) is { } text) media = media.Where(m => m.Description.Contains(text) || m.File.Name.Contains(text));
        var ordered = (filter.Sort, filter.Descending) switch
        {
            (MediaSort.Description, false) => media.OrderBy(m => m.Description),
            (MediaSort.Description, true) => media.OrderByDescending(m => m.Description),
            (MediaSort.Size, false) => media.OrderBy(m => m.File.Size),
            (MediaSort.Size, true) => media.OrderByDescending(m => m.File.Size),
            (MediaSort.Uses, false) => media.OrderBy(m => m.Uses.Count),
            (MediaSort.Uses, true) => media.OrderByDescending(m => m.Uses.Count),
            (_, false) => media.OrderBy(m => m.Id),
            _ => media.OrderByDescending(m => m.Id),
        };
        return ordered.ThenByDescending(m => m.Id).Select(m => new MediaRow(m, m.Uses.Count));
    }
}
