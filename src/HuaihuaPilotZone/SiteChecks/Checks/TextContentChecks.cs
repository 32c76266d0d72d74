using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.Links;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.ServiceHall;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using static System.FormattableString;

namespace HuaihuaPilotZone.SiteChecks.Checks;

/// <summary>What stands in texts and services that the public reads: links that lead nowhere, banned words, what is old or incomplete.</summary>
public sealed class TextContentChecks(PortalDbContext db, PublishedTexts texts, SiteLinks links, TextChecks words, NewsColumns columns, IOptions<ServiceHallOptions> hall, ChinaTime time)
{
    internal async Task<IEnumerable<FoundOnSite>> LookAsync(CancellationToken cancellation)
    {
        var found = new List<FoundOnSite>();
        await foreach (var text in texts.AllAsync(cancellation))
        {
            await AddDeadLinksAsync(found, text, cancellation);
            var banned = await words.AgainstAsync([new EditedField("Title", "标题", text.Title), new EditedField("Summary", "摘要", text.Summary), new EditedField("Body", "正文", text.Body)], cancellation);
            if (!banned.IsDone) found.Add(Found(SiteIndicator.BannedWord, text.Key, true, $"“{Texts.Cut(text.Title, 100)}”{banned.Refusals[0].Message}", text.Address));
        }

        return [.. found, .. await GuidesAsync(cancellation), .. await ServicesAsync(cancellation)];
    }

    /// <summary>The addresses of other sites that published texts lead to, each with one text that does.</summary>
    internal async Task<IReadOnlyDictionary<Uri, PublishedText>> ForeignAsync(int most, CancellationToken cancellation)
    {
        var foreign = new Dictionary<Uri, PublishedText>();
        await foreach (var text in texts.AllAsync(cancellation))
        {
            foreach (var link in LinksOf(text))
            {
                if (foreign.Count < most && links.ForeignOf(link.Address) is { } uri) foreign.TryAdd(uri, text);
            }
        }

        return foreign;
    }

    /// <summary>What a finding about one link is known by: the text and the address, in the length of a key.</summary>
    internal static string KeyOf(PublishedText text, string address) => $"{text.Key}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 6))}";

    internal static FoundOnSite Found(SiteIndicator indicator, string key, bool isVeto, string text, string address) =>
        new(indicator, key, isVeto, Texts.Cut(text, SiteFinding.TextMaxLength), address);

    private static IReadOnlyList<TextLink> LinksOf(PublishedText text) => MarkdownText.CanRender(text.Body) ? MarkdownText.Links(text.Body) : [];

    private async Task AddDeadLinksAsync(List<FoundOnSite> found, PublishedText text, CancellationToken cancellation)
    {
        var places = MarkdownText.CountPlaces(text.Body);
        foreach (var address in LinksOf(text).Select(l => l.Address).Distinct(StringComparer.Ordinal))
        {
            var fault = MarkdownText.IsSafeLink(address) ? await links.FaultAsync(address, places, cancellation) : "的写法不允许，不能点击";
            if (fault is not null) found.Add(Found(SiteIndicator.DeadLink, KeyOf(text, address), false, $"“{Texts.Cut(text.Title, 80)}”里的链接“{Texts.Cut(address, 120)}”{fault}。", text.Address));
        }
    }

    private async Task<IEnumerable<FoundOnSite>> GuidesAsync(CancellationToken cancellation)
    {
        var before = ChinaTime.StartOf(time.Today.AddYears(-1));
        var guides = (await columns.ReadAsync(cancellation)).CodesOf(ColumnKind.Guide);
        var old = await db.News.Where(n => n.State == PublicationState.Published && guides.Contains(n.Column) && n.RevisedAt < before)
            .OrderBy(n => n.Id).Take(SiteInspector.MostOfOneKind).Select(n => new { n.Id, n.Slug, n.Title, n.RevisedAt }).ToListAsync(cancellation);
        return old.Select(n => Found(
            SiteIndicator.GuideOutdated, n.Slug, false, Invariant($"指南“{Texts.Cut(n.Title, 150)}”自 {ChinaTime.DayOf(n.RevisedAt!.Value):yyyy-MM-dd} 起没有核对过，页面已标“待更新”。"), Invariant($"/park/news/{n.Id}")));
    }

    private async Task<IEnumerable<FoundOnSite>> ServicesAsync(CancellationToken cancellation)
    {
        var services = await db.ServiceItems.AsNoTracking().Include(s => s.Materials).Where(s => s.State == PublicationState.Published).OrderBy(s => s.Id)
            .Take(SiteInspector.MostOfOneKind).AsSplitQuery().ToListAsync(cancellation);
        return services.Select(s => (Service: s, Missing: ServiceItemRules.Missing(s, hall.Value.Contact))).Where(s => s.Missing.Count > 0)
            .Select(s => Found(SiteIndicator.ServiceIncomplete, s.Service.Slug, true, $"办事指南“{Texts.Cut(s.Service.Title, 100)}”要素不全：{string.Concat(s.Missing.Select(m => m.Message))}", Invariant($"/park/services/{s.Service.Id}")));
    }
}
