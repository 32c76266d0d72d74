using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Risks;

/// <summary>
/// What a notice is about, held against a document: a pure function. A line of the goods is in the scope if its code begins as one of the notice's does
/// and it goes to one of its countries; what the notice leaves open leaves nothing out (docs/decisions/0022-scope-of-a-risk.md).
/// </summary>
public sealed class RiskScope
{
    private readonly HashSet<string> _countries;
    private readonly List<string> _prefixes;

    private RiskScope(RiskNotice notice, CustomsTables tables)
    {
        _countries = CodesOf(notice, tables);
        _prefixes = [.. notice.Goods.Select(g => g.Prefix)];
    }

    public static RiskScope Of(RiskNotice notice, CustomsTables tables) => new(notice, tables);

    /// <summary>The countries of a notice as documents write them: by the new code, and by the old number that lists carry.</summary>
    public static HashSet<string> CodesOf(RiskNotice notice, CustomsTables tables) => notice.Countries
        .SelectMany(c => tables.Countries.Find(c.Code)?.OldCode is { } old ? [c.Code, old] : new[] { c.Code }).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether goods of the document go where the notice warns of. Corridors are not asked: a document names none.</summary>
    /// <param name="document">A list or a declaration.</param>
    public bool Holds(CustomsDocument document)
    {
        var roles = document.Schema.Roles;
        var arrival = document[roles.Arrival]?.Trim();
        if (document.Goods.Count == 0) return _prefixes.Count == 0 && Reaches(null, arrival);
        return document.Goods.Any(line => IsOf(line[roles.TariffCode]?.Trim()) && Reaches(line[roles.Destination]?.Trim(), arrival));
    }

    private bool IsOf(string? code) => _prefixes.Count == 0 || (code is not null && _prefixes.Exists(p => code.StartsWith(p, StringComparison.Ordinal)));

    private bool Reaches(string? destination, string? arrival) => _countries.Count == 0
        || (destination is not null && _countries.Contains(destination))
        || (arrival is not null && _countries.Contains(arrival));
}
