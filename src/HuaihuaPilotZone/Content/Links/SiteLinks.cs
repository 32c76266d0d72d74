using System.Globalization;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Investment.Opportunities;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Content.Links;

/// <summary>
/// Looks where the links of a text lead. Addresses of this site, in either language, are looked up as the public would find them, with the place
/// on the page; other sites are never asked, only the form of their address is looked at.
/// </summary>
public sealed class SiteLinks(PortalDbContext db, SiteRoutes routes, NewsColumns columns, IOptions<PortalOptions> portal)
{
    private const string NoPage = "指向的页面不存在或没有公开";
    private const string NoPlace = "指向的页面没有这个位置";
    private const string English = "/en";

    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a link, said of 链接“…”; null for a good one. What was found once is not looked up again in a scope.</summary>
    /// <param name="ownPlaces">How many headings the text has in which the link stands.</param>
    internal async Task<string?> FaultAsync(string address, int ownPlaces, CancellationToken cancellation)
    {
        if (address.StartsWith('#')) return IsPlace(address[1..], ownPlaces) ? null : "指向的位置本文没有";
        if (_known.TryGetValue(address, out var known)) return known;
        var fault = LocalOf(address) is { } local ? await LocalFaultAsync(local, cancellation) : ForeignFault(address);
        return _known[address] = fault;
    }

    /// <summary>The address of another site that a link leads to; null for any other link.</summary>
    internal Uri? ForeignOf(string address) =>
        LocalOf(address) is null && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && ForeignFault(address) is null ? uri : null;

    /// <summary>The local address of a page of this site, however it was written; null for anything else.</summary>
    private string? LocalOf(string address)
    {
        if (address.StartsWith('/')) return address;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")
            && Uri.Compare(uri, portal.Value.BaseAddress, UriComponents.HostAndPort, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? uri.PathAndQuery + uri.Fragment
            : null;
    }

    private static string? ForeignFault(string address)
    {
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return address.Contains('@', StringComparison.Ordinal) ? null : "的邮箱写得不完整";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return "的网址写得不对";
        return uri.UserInfo.Length == 0 && (uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || (uri.Host.Contains('.', StringComparison.Ordinal) && !uri.Host.EndsWith('.')))
            ? null
            : "的网址写得不对，应像 https://www.example.cn/ 这样";
    }

    private async Task<string?> LocalFaultAsync(string address, CancellationToken cancellation)
    {
        var (path, place) = address.Split('#', 2) is [var before, var after] ? (before, after) : (address, "");
        path = Uri.UnescapeDataString(path.Split('?')[0]);
        var isEnglish = path == English || path.StartsWith(English + "/", StringComparison.OrdinalIgnoreCase);
        if (isEnglish) path = path.Length == English.Length ? "/" : path[English.Length..];
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["park", ..]) return "指向管理后台，公众打不开";
        if (!routes.Has(path)) return NoPage;
        if (!await IsThereAsync(parts, cancellation)) return NoPage;
        return place.Length == 0 || await HasPlaceAsync(parts, place, isEnglish, cancellation) ? null : NoPlace;
    }

    /// <summary>Whether the public sees the record that a page is about; true for pages about none.</summary>
    private Task<bool> IsThereAsync(string[] parts, CancellationToken cancellation) => parts switch
    {
        ["news", var slug] => db.News.AnyAsync(n => n.Slug == slug && n.State == PublicationState.Published, cancellation),
        ["policies", var slug] => db.PolicyDocuments.AnyAsync(d => d.Slug == slug && d.State == PublicationState.Published && d.Openness != Openness.Closed, cancellation),
        ["corridors", var slug] => db.Corridors.AnyAsync(c => c.Slug == slug, cancellation),
        ["timetable", var number] => db.Departures.AnyAsync(d => d.Number == number, cancellation),
        ["tools", "deadlines", "departures", var number] => db.Departures.AnyAsync(d => d.Number == number, cancellation),
        ["parks", var slug] => db.Parks.AnyAsync(p => p.Slug == slug, cancellation),
        ["chains", var slug] => db.Chains.AnyAsync(c => c.Slug == slug, cancellation),
        ["opportunities", var slug] => db.Opportunities.AnyAsync(o => o.Slug == slug && o.State == OpportunityState.Published, cancellation),
        ["risks", var number] => db.RiskNotices.AnyAsync(n => n.Number == number && n.State == PublicationState.Published, cancellation),
        ["services", var slug] => db.ServiceItems.AnyAsync(s => s.Slug == slug && s.State == PublicationState.Published, cancellation),
        ["services", var slug, "forms", var id] => IsFormAsync(slug, id, cancellation),
        ["letters", ['X', 'J', '-', ..] number] => db.Letters.AnyAsync(l => l.Number == number && l.PublicState == PublicationState.Published && l.Kind != LetterKind.Report, cancellation),
        ["enterprises", var id] when NumberOf(id) is { } number => db.Enterprises.AnyAsync(e => e.Id == number && e.IsPublic && e.SuspendedAt == null && e.Stage != EnterpriseStage.Left, cancellation),
        ["statistics", var code] => db.Indicators.AnyAsync(i => i.Code == code, cancellation),
        ["statistics", var code, var file] => IsSeriesAsync(code, Path.GetFileNameWithoutExtension(file), cancellation),
        ["media", var key] => db.MediaFiles.AnyAsync(m => m.Key == key, cancellation),
        ["rules", var id] => Task.FromResult(RuleCatalogue.All.Any(r => r.Id.Equals(id, StringComparison.OrdinalIgnoreCase))),
        ["feeds", "policies", var file] => Task.FromResult(PolicySection.Find(Path.GetFileNameWithoutExtension(file)) is not null),
        ["feeds", "news", var file] => IsColumnAsync(Path.GetFileNameWithoutExtension(file), cancellation),
        _ => Task.FromResult(true),
    };

    private async Task<bool> IsColumnAsync(string code, CancellationToken cancellation) => (await columns.ReadAsync(cancellation)).Find(code) is not null;

    private async Task<bool> IsFormAsync(string slug, string id, CancellationToken cancellation) =>
        NumberOf(id) is { } number && await db.ServiceItems.AnyAsync(
            s => s.Slug == slug && s.State == PublicationState.Published && s.Materials.Any(m => m.Id == number && m.FileId != null), cancellation);

    private Task<bool> IsSeriesAsync(string code, string series, CancellationToken cancellation) =>
        db.Indicators.AnyAsync(i => i.Code == code && i.Series.Any(s => s.Code == series), cancellation);

    /// <summary>Texts have a place at each of their headings; of other pages no place is known, and none is doubted.</summary>
    private async Task<bool> HasPlaceAsync(string[] parts, string place, bool isEnglish, CancellationToken cancellation)
    {
        var body = parts switch
        {
            ["news", var slug] => await db.News.Where(n => n.Slug == slug).Select(n => n.Body).SingleOrDefaultAsync(cancellation),
            ["policies", var slug] => await db.PolicyDocuments.Where(d => d.Slug == slug).Select(d => d.Body).SingleOrDefaultAsync(cancellation),
            _ => null,
        };
        if (body is null) return true;
        if (isEnglish && await EnglishBodyAsync(parts, cancellation) is { Length: > 0 } english) body = english;
        return IsPlace(place, MarkdownText.CountPlaces(body));
    }

    private Task<string?> EnglishBodyAsync(string[] parts, CancellationToken cancellation)
    {
        var (slug, isNews) = (parts[1], parts[0] == "news");
        return db.EnglishVersions.Where(e => e.State == PublicationState.Published && (isNews ? e.NewsItem!.Slug == slug : e.PolicyDocument!.Slug == slug))
            .Select(e => (string?)e.Body).SingleOrDefaultAsync(cancellation);
    }

    private static bool IsPlace(string place, int places) => place.Length == 0 || (place[0] == 's' && NumberOf(place[1..]) is { } number && number >= 1 && number <= places);

    private static int? NumberOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
