using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Media;

/// <summary>A text that needs a picture or attachment.</summary>
/// <param name="Kind">What it is and in which state it needs it, Chinese.</param>
/// <param name="Address">Local, at the park desk.</param>
public sealed record MediaUser(string Kind, string Title, string Address);

/// <summary>
/// Who needs a picture or attachment: texts that show it, changes that are not published yet, and former versions of policies that the public
/// can still read by asking for an earlier day.
/// </summary>
public sealed class MediaUsers(PortalDbContext db)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<MediaUser>> OfAsync(int id, CancellationToken cancellation)
    {
        if (await db.MediaFiles.Where(m => m.Id == id).Select(m => m.Key).SingleOrDefaultAsync(cancellation) is not { } key) return [];
        var address = MediaAddress.Root + key;
        List<MediaUser> found =
        [
            .. await OfAsync(db.News, "资讯", "/park/news", db.MediaUses.Where(u => u.MediaFileId == id && u.NewsItemId != null).Select(u => u.NewsItemId!.Value), address, cancellation),
            .. await OfAsync(db.PolicyDocuments, "政策文件", "/park/policies", db.MediaUses.Where(u => u.MediaFileId == id && u.PolicyDocumentId != null).Select(u => u.PolicyDocumentId!.Value), address, cancellation),
            .. await OfAsync(db.EnglishVersions, "英文版", "/park/english", db.MediaUses.Where(u => u.MediaFileId == id && u.EnglishVersionId != null).Select(u => u.EnglishVersionId!.Value), address, cancellation),
        ];
        var former = await db.TextVersions.Where(v => v.Subject == JournalSubjects.Policy && !v.IsWithdrawn && v.Draft.Contains(address)).OrderBy(v => v.TextId).ThenBy(v => v.Number)
            .Select(v => new { v.TextId, v.Number, v.Title }).Take(Most).ToListAsync(cancellation);
        found.AddRange(former.Select(v => (Version: v, Address: FormattableString.Invariant($"/park/policies/{v.TextId}"))).Where(v => found.TrueForAll(f => f.Address != v.Address))
            .Select(v => new MediaUser($"政策文件第 {v.Version.Number} 版", v.Version.Title, $"{v.Address}/versions")));
        return found;
    }

    private static async Task<IEnumerable<MediaUser>> OfAsync<T>(IQueryable<T> texts, string kind, string desk, IQueryable<int> showing, string address, CancellationToken cancellation)
        where T : EditedText
    {
        var found = await texts.Where(t => showing.Contains(t.Id) || t.Pending!.Contains(address)).OrderBy(t => t.Id).Take(Most)
            .Select(t => new { t.Id, t.Title, t.State, IsShowing = showing.Contains(t.Id) }).ToListAsync(cancellation);
        return found.Select(t => new MediaUser(
            t.IsShowing ? $"{t.State.Word()}的{kind}" : $"{kind}待发布的修改", t.Title, FormattableString.Invariant($"{desk}/{t.Id}")));
    }
}
