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
    private static readonly IReadOnlyDictionary<string, ResourceManager> _rooms = typeof(SiteText).Assembly.GetTypes()
        .Where(t => t.Name.EndsWith("Text", StringComparison.Ordinal) && t.Assembly.GetManifestResourceNames().Contains($"{t.FullName}.resources"))
        .ToDictionary(t => t.Name, t => new ResourceManager(t.FullName!, t.Assembly), StringComparer.Ordinal);

    [Fact]
    public void Every_text_of_the_public_site_exists_in_both_languages()
    {
        Assert.Contains(nameof(SiteText), _rooms.Keys);
        Assert.All(_rooms, room => Assert.Equal(KeysIn(room.Key, ""), KeysIn(room.Key, SitePreferences.English)));
    }

    [Fact]
    public void Every_text_named_in_a_view_or_a_menu_exists()
    {
        var menus = portal.Services.GetRequiredService<SiteMenus>();
        var named = Views().Concat(Drawn()).SelectMany(NamedIn)
            .Concat(menus.Public.Concat(menus.Legal).Concat(menus.Footer.SelectMany(c => c.Links)).Select(i => (Room: nameof(SiteText), Key: i.Text)))
            .Concat(menus.Footer.Select(c => (Room: nameof(SiteText), Key: c.Heading)))
            .ToHashSet();

        Assert.Contains((nameof(SiteText), "Nav.Skip"), named);
        Assert.Contains((nameof(SiteText), "Prefs.LargeText"), named);
        Assert.DoesNotContain(named, n => !KeysIn(n.Room, "").Contains(n.Key));
    }

    [Fact]
    public void Every_icon_named_in_a_view_or_a_menu_is_in_the_sprite()
    {
        var sprite = JsonSerializer.Deserialize<HashSet<string>>(File.ReadAllText(Path.Combine(WebFolder(), "client", "src", "icons.json")))!;
        var desks = portal.Services.GetRequiredService<SiteMenus>().Desks;
        var named = Views().Concat(Drawn()).SelectMany(v => IconName().Matches(File.ReadAllText(v)).Select(m => m.Groups[1].Value))
            .Concat(desks.SelectMany(d => d.Menu).Select(i => i.Icon ?? ""))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Contains("search", named);
        Assert.Empty(named.Except(sprite));
    }

    /// <summary>Texts that a view names, each with the room whose localizer it injects under that name.</summary>
    private static IEnumerable<(string Room, string Key)> NamedIn(string view)
    {
        var text = File.ReadAllText(view);
        return Localizer().Matches(text).SelectMany(l => Regex
            .Matches(text, $"""\b{l.Groups[2].Value}\["([A-Za-z0-9.]+)["\],]""", RegexOptions.None, TimeSpan.FromSeconds(2))
            .Select(m => (l.Groups[1].Value.Split('.')[^1], m.Groups[1].Value)));
    }

    private static SortedSet<string> KeysIn(string room, string culture)
    {
        // the manager keeps the set and hands it out again
        var set = _rooms[room].GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!;
        return new SortedSet<string>(set.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Views() =>
        Directory.EnumerateFiles(WebFolder(), "*.cshtml", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    /// <summary>Classes that draw parts of pages.</summary>
    private static IEnumerable<string> Drawn() =>
        Directory.EnumerateFiles(WebFolder(), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && File.ReadAllText(f).Contains("Markup.Of(", StringComparison.Ordinal));

    private static string WebFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "HuaihuaPilotZone.Web"));

    [GeneratedRegex("""IStringLocalizer<([A-Za-z.]+)> (\w+)""", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Localizer();

    [GeneratedRegex("""(?:<hh-icon [^>]*?\bname=|Icons\.Svg\([Cc]ontext, )"([a-z0-9-]+)"[ />)]""", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex IconName();
}
