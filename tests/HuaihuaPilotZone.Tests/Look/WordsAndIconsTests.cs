using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Public;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Look;

/// <summary>Views name texts and icons by string; a wrong name shows itself as a bare key or a hole, and here.</summary>
public sealed partial class WordsAndIconsTests(Portal portal)
{
    private static readonly ResourceManager _texts = new(typeof(SiteText).FullName!, typeof(SiteText).Assembly);

    [Fact]
    public void Every_text_of_the_public_site_exists_in_both_languages() => Assert.Equal(KeysIn(""), KeysIn(SitePreferences.English));

    [Fact]
    public void Every_text_named_in_a_view_or_a_menu_exists()
    {
        var menus = portal.Services.GetRequiredService<SiteMenus>();
        var named = Views().SelectMany(v => TextName().Matches(File.ReadAllText(v)).Select(m => m.Groups[1].Value))
            .Concat(menus.Public.Concat(menus.Legal).Concat(menus.Footer.SelectMany(c => c.Links)).Select(i => i.Text))
            .Concat(menus.Footer.Select(c => c.Heading))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Contains("Nav.Skip", named);
        Assert.Empty(named.Except(KeysIn("")));
    }

    [Fact]
    public void Every_icon_named_in_a_view_or_a_menu_is_in_the_sprite()
    {
        var sprite = JsonSerializer.Deserialize<HashSet<string>>(File.ReadAllText(Path.Combine(WebFolder(), "client", "src", "icons.json")))!;
        var desks = portal.Services.GetRequiredService<SiteMenus>().Desks;
        var named = Views().SelectMany(v => IconName().Matches(File.ReadAllText(v)).Select(m => m.Groups[1].Value))
            .Concat(desks.SelectMany(d => d.Menu).Select(i => i.Icon ?? ""))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Contains("search", named);
        Assert.Empty(named.Except(sprite));
    }

    private static SortedSet<string> KeysIn(string culture)
    {
        // the manager keeps the set and hands it out again
        var set = _texts.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!;
        return new SortedSet<string>(set.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Views() =>
        Directory.EnumerateFiles(WebFolder(), "*.cshtml", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string WebFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "HuaihuaPilotZone.Web"));

    [GeneratedRegex("""\bT\["([A-Za-z.]+)"\]""", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TextName();

    [GeneratedRegex("""<hh-icon [^>]*?\bname="([a-z0-9-]+)"[ />]""", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex IconName();
}
