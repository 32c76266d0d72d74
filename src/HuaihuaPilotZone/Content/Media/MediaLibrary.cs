using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Media;

/// <summary>What the list of pictures and attachments is narrowed to.</summary>
/// <param name="Text">Part of the description or the file's name.</param>
/// <param name="IsPicture">Pictures or attachments only; null for both.</param>
public sealed record MediaFilter(string? Text = null, bool? IsPicture = null);

/// <summary>A row of the list.</summary>
/// <param name="Uses">How many texts show it.</param>
public sealed record MediaRow(MediaFile Media, int Uses);

/// <summary>A picture or attachment as it is asked for by its address.</summary>
/// <param name="IsPublic">Whether a text shows it that everybody may read now.</param>
public sealed record AskedMedia(MediaFile Media, bool IsPublic);

/// <summary>Pictures and attachments of the site's texts: taking them in, listing them, and who may have them.</summary>
public sealed class MediaLibrary(PortalDbContext db, FileCabinet cabinet, PortalJournal journal)
{
    /// <summary>Field of a refusal about the description.</summary>
    public const string DescriptionField = nameof(MediaFile.Description);

    /// <summary>Takes a file in. Nobody but the staff sees it until a published text shows it.</summary>
    /// <param name="name">As the sender calls it.</param>
    /// <param name="description">What is to be seen, or the words of the link.</param>
    public async Task<Outcome<MediaFile>> AddAsync(string name, Stream content, string? description, CancellationToken cancellation)
    {
        if (Texts.Tidy(description) is not { } said) return Outcome.Refused(DescriptionField, "请写替代文字：图片里有什么，或附件是什么。看不到图片的人靠它了解内容。");
        if (said.Length > MediaFile.DescriptionMaxLength) return Outcome.Refused(DescriptionField, $"替代文字最多 {MediaFile.DescriptionMaxLength} 个字。");
        var kept = await cabinet.KeepCleanAsync(name, content, cancellation);
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
        db.MediaFiles.Add(media);
        journal.Write(JournalSubjects.Media, media.Key, "media.added", changes: [new FieldChange("文件", null, file.Name), new FieldChange("替代文字", null, media.Description)]);
        await db.SaveChangesAsync(cancellation);
        return media;
    }

    /// <summary>All of them, the latest first.</summary>
    public async Task<Page<MediaRow>> ListAsync(MediaFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var media = db.MediaFiles.AsNoTracking().Include(m => m.File).AsQueryable();
        if (filter.IsPicture is { } isPicture) media = isPicture ? media.Where(m => m.Width > 0) : media.Where(m => m.Width == 0);
        if (SearchWord.Of(filter.Text) is { } text) media = media.Where(m => m.Description.Contains(text) || m.File.Name.Contains(text));
        var rows = await media.OrderByDescending(m => m.Id).ToPageAsync(page, cancellation);
        var ids = rows.Rows.Select(m => m.Id).ToList();
        var uses = await db.MediaUses.Where(u => ids.Contains(u.MediaFileId)).GroupBy(u => u.MediaFileId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return new Page<MediaRow>([.. rows.Rows.Select(m => new MediaRow(m, uses.GetValueOrDefault(m.Id)))], rows.Number, rows.Size, rows.Total);
    }

    /// <summary>What stands at an address, and whether everybody may have it; null where nothing does.</summary>
    public async Task<AskedMedia?> FindAsync(string key, CancellationToken cancellation)
    {
        var asked = await db.MediaFiles.AsNoTracking().Include(m => m.File).SingleOrDefaultAsync(m => m.Key == key, cancellation);
        return asked is null ? null : new AskedMedia(asked, await PublicUses().AnyAsync(u => u.MediaFileId == asked.Id, cancellation));
    }

    /// <summary>Where a text stands that the public may read as a whole: the same that its page decides by.</summary>
    private IQueryable<MediaUse> PublicUses() => db.MediaUses.Where(u =>
        u.NewsItem!.State == PublicationState.Published
        || (u.PolicyDocument!.State == PublicationState.Published && u.PolicyDocument.Openness == Openness.Proactive)
        || (u.EnglishVersion!.State == PublicationState.Published
            && (u.EnglishVersion.NewsItem!.State == PublicationState.Published
                || (u.EnglishVersion.PolicyDocument!.State == PublicationState.Published && u.EnglishVersion.PolicyDocument.Openness == Openness.Proactive))));
}
