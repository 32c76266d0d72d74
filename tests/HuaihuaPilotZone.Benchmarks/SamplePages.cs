using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Search;
using HuaihuaPilotZone.Search.Text;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>100,000 invented pages whose words are as common as words of a language are (Zipf), and queries taken out of them.</summary>
internal static class SamplePages
{
    public const int Count = 100_000;

    private const int WordCount = 9_000;
    private const int QueriesPerKind = 40;

    /// <summary>Words of this portal, the commonest of all.</summary>
    private static readonly string[] _own =
        ["怀化", "企业", "跨境电商", "出口", "服务", "综试区", "陆港", "海关", "清单", "申报", "海外仓", "班列", "通道", "政策", "备案", "退税", "物流", "东盟", "老挝", "监管"];

    private static readonly string[] _words = MakeWords();
    private static readonly double[] _reach = Reach();

    public static IReadOnlyList<string> Synonyms { get; } = ["陆港、内陆港、无水港", "综试区、综合试验区", "跨境电商、跨境电子商务", "老挝、中老"];

    public static IReadOnlyList<IReadOnlyList<string>> SynonymGroups { get; } = [.. Synonyms.Select(s => s.Split('、'))];

    public static IEnumerable<SearchEntry> All()
    {
        for (var i = 0; i < Count; i++) yield return Page(i);
    }

    /// <summary>Queries of every kind, each out of a page of its own.</summary>
    public static IEnumerable<(string Kind, string Query)> Queries()
    {
        var random = new Random(7);
        for (var i = 0; i < QueriesPerKind; i++)
        {
            var page = Page(random.Next(Count));
            string[] pieces = [.. page.Text.Split('，', '。').Where(p => p.Length > 6)];
            var piece = pieces[random.Next(pieces.Length)];
            var word = Word(random);
            yield return ("one character", piece[random.Next(piece.Length)].ToString());
            yield return ("two characters", piece.Substring(random.Next(piece.Length - 2), 2));
            yield return ("more characters", piece[..(3 + (i % 4))]);
            yield return ("a word and another", $"{word} {Word(random)}");
            yield return ("number", Numbered(random.Next(Count)).Number!);
            yield return ("name", Page(random.Next(Count / 5) * 5).Title);
            yield return ("letters", i % 2 == 0 ? "huaihualugang" : $"demo {random.Next(Count)}");
            yield return ("mistyped", word.Length < 3 ? $"{_own[i % _own.Length]}{Han(random)}" : string.Concat(word.AsSpan(0, word.Length - 1), Han(random).ToString()));
            yield return ("none", $"{Han(random)}{Han(random)}{Han(random)}{Han(random)}");
        }
    }

    private static SearchEntry Numbered(int i) => Page((i / 5 * 5) + 1);

    private static SearchEntry Page(int i)
    {
        var random = new Random(i);
        var kind = (i % 5) switch { 0 => SearchKind.Enterprise, 1 => SearchKind.Policy, 2 => SearchKind.Service, _ => SearchKind.News };
        var title = Sentence(random, 3, 8) + (kind == SearchKind.Enterprise ? "有限公司" : "");
        var english = kind == SearchKind.Enterprise ? $"Demo {i}" : null;
        var on = new DateOnly(2016, 1, 1).AddDays(random.Next(3900));
        var number = kind switch
        {
            SearchKind.Policy => string.Create(CultureInfo.InvariantCulture, $"示例〔{on.Year}〕{i % 997}号"),
            SearchKind.Enterprise => string.Create(CultureInfo.InvariantCulture, $"91431299MA{i:D8}"),
            _ => null,
        };
        var text = new StringBuilder();
        for (var sentence = random.Next(12, 40); sentence > 0; sentence--) text.Append(Sentence(random, 4, 9)).Append(sentence % 4 == 0 ? '。' : '，');
        return new SearchEntry
        {
            Kind = kind,
            Address = string.Create(CultureInfo.InvariantCulture, $"/sample/{i}"),
            Title = title,
            EnglishTitle = english,
            Number = number,
            Text = text.ToString(),
            On = kind is SearchKind.News or SearchKind.Policy ? on : null,
            IsDemonstration = i % 10 == 0,
            TitleTerms = string.Join(' ', [.. SearchTerms.Of(title), .. SearchTerms.Of(english), .. SearchTerms.Of(number)]),
            TextTerms = string.Join(' ', SearchTerms.Of(text.ToString())),
        };
    }

    private static string Sentence(Random random, int least, int most) => string.Concat(Enumerable.Range(0, random.Next(least, most)).Select(_ => Word(random)));

    private static string Word(Random random)
    {
        var at = Array.BinarySearch(_reach, random.NextDouble() * _reach[^1]);
        return _words[at < 0 ? ~at : at];
    }

    private static char Han(Random random) => (char)(0x4e00 + random.Next(0x5000));

    private static string[] MakeWords()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        // the common characters of GB 2312, rows 16 to 55
        var characters = Encoding.GetEncoding("GB2312").GetString([.. Enumerable.Range(16, 39).SelectMany(row => Enumerable.Range(1, 94).SelectMany(cell => new[] { (byte)(row + 0xa0), (byte)(cell + 0xa0) }))]);
        var random = new Random(1);
        return [.. _own, .. Enumerable.Range(0, WordCount).Select(i => string.Concat(Enumerable.Range(0, (i % 10) switch { < 7 => 2, < 9 => 3, _ => 4 }).Select(_ => characters[(int)(characters.Length * Math.Pow(random.NextDouble(), 2))])))];
    }

    private static double[] Reach()
    {
        var reach = new double[_words.Length];
        for (var i = 0; i < reach.Length; i++) reach[i] = (i == 0 ? 0 : reach[i - 1]) + (1.0 / (i + 5));
        return reach;
    }
}
