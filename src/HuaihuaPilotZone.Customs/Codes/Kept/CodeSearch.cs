using System.Collections.Frozen;
using System.Text;

namespace HuaihuaPilotZone.Customs.Codes.Kept;

/// <summary>A word that staff keep for a code, such as 公斤 for 千克.</summary>
public sealed record CodeSynonym(CodeTableId Table, string Code, string Word);

/// <summary>Why a code was found, the best first.</summary>
public enum CodeHitKind
{
    /// <summary>It is the code typed.</summary>
    Code,

    /// <summary>It is the name typed.</summary>
    Name,

    /// <summary>A kept word is what was typed.</summary>
    Synonym,

    /// <summary>Its old customs number is the one typed.</summary>
    OldCode,

    /// <summary>The code begins so.</summary>
    CodeStart,

    NameStart,

    NamePart,

    SynonymPart,
}

/// <summary>A code that was found.</summary>
/// <param name="Word">The kept word by which it was found, or null.</param>
public sealed record CodeHit(CodeTableId Table, CodeRow Row, CodeHitKind Kind, string? Word);

/// <summary>A step down the nomenclature.</summary>
/// <param name="Prefix">Leading digits: 2, 4, 6, 8 or 10.</param>
/// <param name="Name">Null where no table names this level.</param>
/// <param name="Codes">Ten-digit codes below, on the day; 0 where the tariff does not have them.</param>
public sealed record TariffStep(string Prefix, string? Name, int Codes);

/// <summary>Finds codes by what people type: 2, 4, 6, 8 or 10 digits in any notation, an old number, a name, a kept word.</summary>
public sealed class CodeSearch
{
    private readonly Entry[] _entries;
    private readonly Entry[] _nomenclature;
    private readonly FrozenDictionary<(CodeTableId, string), Entry[]> _byCode;

    private CodeSearch(Entry[] entries)
    {
        _entries = entries;
        _nomenclature = [.. entries.Where(e => TableSchemas.Of(e.Table).IsTariff).OrderBy(e => e.Code, StringComparer.Ordinal)];
        _byCode = entries.GroupBy(e => (e.Table, e.Row.Code)).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>An index of all tables; make it once for a snapshot.</summary>
    public static CodeSearch Of(CustomsTables tables, IEnumerable<CodeSynonym> synonyms)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(synonyms);
        var words = synonyms.ToLookup(s => (s.Table, s.Code), s => s.Word);
        return new CodeSearch([.. TableSchemas.All.SelectMany(s => tables.AllRows(s.Id).Select(r => Entry.Of(s.Id, r, [.. words[(s.Id, r.Code)]])))]);
    }

    /// <summary>What was typed without what does not matter: width, case, blanks, and dots or hyphens between digits.</summary>
    public static string Fold(string? typed)
    {
        var folded = new StringBuilder();
        foreach (var rune in (typed ?? "").EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) continue;
            foreach (var c in rune.ToString().Normalize(NormalizationForm.FormKC))
            {
                if (!char.IsWhiteSpace(c) && !IsMark(c)) folded.Append(char.ToUpperInvariant(c));
            }
        }

        return folded.ToString();
    }

    /// <summary>Codes in force on a day that fit, the best first.</summary>
    /// <param name="table">Only this table; null looks in all.</param>
    public IReadOnlyList<CodeHit> Find(string? typed, CodeTableId? table, DateOnly date)
    {
        var wanted = Fold(typed);
        if (wanted.Length == 0) return [];
        var isNumber = wanted.All(char.IsAsciiDigit);
        var hits = new List<CodeHit>();
        foreach (var entry in _entries)
        {
            if ((table is null || entry.Table == table) && entry.Row.HoldsOn(date) && Hit(entry, wanted, isNumber) is { } hit) hits.Add(hit);
        }

        return [.. hits.OrderBy(h => h.Kind).ThenBy(h => h.Table).ThenBy(h => h.Row.Code.Length).ThenBy(h => h.Row.Code, StringComparer.Ordinal)];
    }

    /// <summary>All codes of a table on a day, by code.</summary>
    public IReadOnlyList<CodeHit> All(CodeTableId table, DateOnly date) =>
        [.. _entries.Where(e => e.Table == table && e.Row.HoldsOn(date)).OrderBy(e => e.Row.Code, StringComparer.Ordinal).Select(e => new CodeHit(table, e.Row, CodeHitKind.Code, null))];

    /// <summary>The rows of one code of all times, the latest first; empty for an unknown one.</summary>
    public IReadOnlyList<CodeRow> History(CodeTableId table, string code) =>
        _byCode.TryGetValue((table, code), out var found) ? [.. found.Select(e => e.Row).OrderByDescending(r => r.Validity().From ?? DateOnly.MinValue)] : [];

    /// <summary>Kept words of a code.</summary>
    public IReadOnlyList<string> Words(CodeTableId table, string code) => _byCode.TryGetValue((table, code), out var found) ? found[0].Words : [];

    /// <summary>The levels above a code of the nomenclature, itself included: chapter, heading, subheading, eight digits, ten.</summary>
    public IReadOnlyList<TariffStep> Path(string? typed, DateOnly date)
    {
        var code = Fold(typed);
        return code.Length < 2 || !code.All(char.IsAsciiDigit) ? [] : [.. Enumerable.Range(1, Math.Min(code.Length, 10) / 2).Select(n => Step(code[..(2 * n)], date)).TakeWhile(s => s is { Codes: > 0 } or { Name: not null } || Below(s.Prefix, date).Any())];
    }

    /// <summary>One step down from a prefix of 0, 2, 4, 6 or 8 digits; only what exists on the day.</summary>
    public IReadOnlyList<TariffStep> Narrow(string prefix, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var length = prefix.Length + 2;
        return length > 10 ? [] : [.. Below(prefix, date).Where(e => e.Code.Length >= length).Select(e => e.Code[..length]).Distinct(StringComparer.Ordinal).Select(p => Step(p, date))];
    }

    private TariffStep Step(string prefix, DateOnly date)
    {
        var below = Below(prefix, date).ToList();
        // what staff have imported is newer than what is shipped
        var named = below.FindAll(e => e.Code.Length == prefix.Length);
        return new TariffStep(prefix, (named.Find(e => e.Table == CodeTableId.TariffNames) ?? named.FirstOrDefault())?.Row.Name, below.Count(e => e.Table == CodeTableId.Tariff));
    }

    private IEnumerable<Entry> Below(string prefix, DateOnly date)
    {
        var (low, high) = (0, _nomenclature.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_nomenclature[middle].Code, prefix) < 0) low = middle + 1;
            else high = middle;
        }

        for (; low < _nomenclature.Length && _nomenclature[low].Code.StartsWith(prefix, StringComparison.Ordinal); low++)
        {
            if (_nomenclature[low].Row.HoldsOn(date)) yield return _nomenclature[low];
        }
    }

    private static CodeHit? Hit(Entry entry, string wanted, bool isNumber)
    {
        if (entry.Code == wanted) return Made(CodeHitKind.Code);
        if (isNumber) return entry.OldCode == wanted ? Made(CodeHitKind.OldCode) : entry.Code.StartsWith(wanted, StringComparison.Ordinal) && wanted.Length > 1 ? Made(CodeHitKind.CodeStart) : ByWord(entry, wanted);
        if (entry.Name == wanted) return Made(CodeHitKind.Name);
        if (Array.Exists(entry.Folded, w => w == wanted)) return ByWord(entry, wanted);
        if (entry.OldCode == wanted) return Made(CodeHitKind.OldCode);
        if (wanted.Length > 1 && entry.Code.StartsWith(wanted, StringComparison.Ordinal)) return Made(CodeHitKind.CodeStart);
        if (entry.Name.StartsWith(wanted, StringComparison.Ordinal)) return Made(CodeHitKind.NameStart);
        return entry.Name.Contains(wanted, StringComparison.Ordinal) ? Made(CodeHitKind.NamePart) : ByWord(entry, wanted);

        CodeHit Made(CodeHitKind kind) => new(entry.Table, entry.Row, kind, null);
    }

    private static CodeHit? ByWord(Entry entry, string wanted)
    {
        var at = Array.FindIndex(entry.Folded, w => w == wanted);
        var kind = at >= 0 ? CodeHitKind.Synonym : CodeHitKind.SynonymPart;
        if (at < 0) at = Array.FindIndex(entry.Folded, w => w.Contains(wanted, StringComparison.Ordinal));
        return at < 0 ? null : new CodeHit(entry.Table, entry.Row, kind, entry.Words[at]);
    }

    private static bool IsMark(char c) => c is '.' or '-' or '·' or '。' or '、' or '/' or '_' or '\'' or '"' or '‐' or '–' or '—';

    private sealed record Entry(CodeTableId Table, CodeRow Row, string Code, string Name, string? OldCode, string[] Words, string[] Folded)
    {
        public static Entry Of(CodeTableId table, CodeRow row, string[] words) =>
            new(table, row, Fold(row.Code), Fold(row.Name), table == CodeTableId.Units ? null : row.OldCode, words, [.. words.Select(w => Fold(w))]);
    }
}
