using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.PublicPages;

/// <summary>What the home page costs a reader on a slow line.</summary>
public sealed partial class WeighingTheHomePageTests(Portal portal)
{
    private const int Most = 200 * 1024;

    [Fact]
    public async Task The_home_page_with_everything_on_it_weighs_less_than_200_kilobytes_on_the_wire()
    {
        using var client = portal.CreateClient();
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new Queue<Uri>([new Uri(client.BaseAddress!, "/")]);
        while (waiting.TryDequeue(out var address))
        {
            if (weights.ContainsKey(address.AbsolutePath)) continue;
            var content = await client.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
            weights[address.AbsolutePath] = Pack(content);
            var text = Encoding.UTF8.GetString(content);
            foreach (var needed in Needed(address.AbsolutePath, text)) waiting.Enqueue(new Uri(address, needed));
        }

        Assert.Contains(weights.Keys, a => a.EndsWith(".css", StringComparison.Ordinal));
        Assert.Contains(weights.Keys, a => a.EndsWith(".js", StringComparison.Ordinal));
        Assert.Contains(weights.Keys, a => a.EndsWith(".svg", StringComparison.Ordinal));
        Assert.True(weights.Values.Sum() < Most, string.Join('\n', weights.OrderByDescending(w => w.Value).Select(w => $"{w.Value} {w.Key}")));
    }

    /// <summary>As a published portal packs its pages and assets; one that runs from a build packs for speed alone.</summary>
    private static int Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) stream.Write(content);
        return (int)packed.Length;
    }

    /// <summary>What a browser fetches with a page, a style sheet or a script, without being asked by a person.</summary>
    private static IEnumerable<string> Needed(string path, string text)
    {
        var pattern = path.EndsWith(".css", StringComparison.Ordinal) ? OfStyles() : path.EndsWith(".js", StringComparison.Ordinal) ? OfScripts() : path == "/" ? OfPages() : null;
        return pattern is null ? [] : pattern.Matches(text).Select(m => m.Groups["address"].Value).Where(a => !a.StartsWith("data:", StringComparison.Ordinal));
    }

    [GeneratedRegex("""(<link rel="(icon|stylesheet|modulepreload)"[^>]* href|<(script|img)[^>]* src|<use href)="(?<address>[^"#]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfPages();

    [GeneratedRegex("""url\(["']?(?<address>[^)"'#]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfStyles();

    [GeneratedRegex("""(from|import)\s*["'](?<address>\.[^"']+)["']""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfScripts();
}
