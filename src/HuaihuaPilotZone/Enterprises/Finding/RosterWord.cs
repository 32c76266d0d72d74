using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>One part of what somebody typed into the search box of the roster.</summary>
/// <param name="Text">In the form of <see cref="RosterKeys.Text"/>.</param>
internal sealed record RosterWord(string Text)
{
    private const int MostWords = 4;

    /// <summary>Letters and digits only: it may also be pinyin, initials, an English word or the beginning of a code.</summary>
    public bool IsLatin { get; } = Text.All(char.IsAsciiLetterOrDigit);

    /// <summary>As codes are kept.</summary>
    public string Code { get; } = Text.ToUpperInvariant();

    /// <summary>Whether a 统一社会信用代码 can begin like this: its alphabet has no I, O, S, V and Z.</summary>
    public bool MayBeCreditCode { get; } = Text.Length <= Enterprise.CreditCodeMaxLength && !Text.AsSpan().ContainsAny("iosvz");

    /// <summary>Whether a 海关注册编码, which begins with the digits of its district, can begin like this.</summary>
    public bool MayBeCustomsCode { get; } = Text.Length is > 0 and <= Enterprise.CustomsCodeMaxLength && char.IsAsciiDigit(Text[0]);

    /// <summary>The first text after all that begin with this one, in the order of both databases.</summary>
    public string End { get; } = Following(Text);

    public string CodeEnd { get; } = Following(Text.ToUpperInvariant());

    /// <summary>The parts of what was typed; none for nothing.</summary>
    public static IReadOnlyList<RosterWord> Read(string? typed) =>
        [.. (SearchWord.Of(typed) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(RosterKeys.Text).Where(t => t.Length > 0)
            .Distinct(StringComparer.Ordinal).OrderByDescending(t => t.Length).Take(MostWords).Select(t => new RosterWord(t))];

    /// <summary>The pairs that a name with this part has; for a single character none, and its names are found by the beginning of their pairs.</summary>
    public IReadOnlyList<string> Pairs
    {
        get
        {
            var grams = RosterKeys.Grams(Text);
            // the last one is not a pair, unless the word ends its name
            return [.. grams.Take(grams.Count - (grams[^1].EnumerateRunes().Count() == 1 ? 1 : 0))];
        }
    }

    /// <summary>Why an enterprise was found by this part; null when its name has it.</summary>
    public RosterMatch? Explain(RosterRow row)
    {
        if (RosterKeys.Text(row.Name).Contains(Text, StringComparison.Ordinal)) return null;
        if (row.FormerNames.FirstOrDefault(n => RosterKeys.Text(n).Contains(Text, StringComparison.Ordinal)) is { } former) return new RosterMatch("曾用名", former);
        if (!IsLatin) return null;
        if (row.CreditCode.StartsWith(Code, StringComparison.Ordinal)) return new RosterMatch("信用代码", row.CreditCode);
        if (row.CustomsCode?.StartsWith(Code, StringComparison.Ordinal) == true) return new RosterMatch("海关注册编码", row.CustomsCode);
        var sound = RosterKeys.Sounds([row.Name], null).FirstOrDefault(s => s.StartsWith(Text, StringComparison.Ordinal));
        if (sound is not null) return new RosterMatch("拼音", sound);
        if (RosterKeys.Sounds([], row.EnglishName).Any(s => s.StartsWith(Text, StringComparison.Ordinal))) return new RosterMatch("英文名称", row.EnglishName!);
        if (row.FormerNames.FirstOrDefault(n => RosterKeys.Sounds([n], null).Any(s => s.StartsWith(Text, StringComparison.Ordinal))) is { } sounding) return new RosterMatch("曾用名拼音", sounding);
        // a row does not carry its former codes: what was found by nothing else was found by one
        return Text.Any(char.IsAsciiDigit) ? new RosterMatch("曾用代码", Code) : null;
    }

    private static string Following(string text) => text.Length == 0 ? text : string.Concat(text.AsSpan(0, text.Length - 1), ((char)(text[^1] + 1)).ToString());
}
