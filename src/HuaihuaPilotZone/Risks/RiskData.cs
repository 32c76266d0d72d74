using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Risks.Telling;

namespace HuaihuaPilotZone.Risks;

/// <summary>What staff write in a notice.</summary>
/// <param name="Countries">Codes or names of the code table, separated by blanks or commas; empty for all.</param>
/// <param name="Goods">Beginnings of tariff codes, 2 to 10 digits, likewise; empty for all.</param>
/// <param name="CorridorIds">Empty for all.</param>
/// <param name="Correction">更正说明, for a notice that was published before.</param>
public sealed record RiskData(
    RiskSeverity Severity, string Title, string? EnglishTitle, string Summary, string? EnglishSummary, string Body, string? EnglishBody, DateOnly From, DateOnly? Until,
    string Source, string? SourceAddress, DateOnly SourceOn, string? Countries, string? Goods, IReadOnlyList<int> CorridorIds,
    string? Correction = null);

public enum RiskSort
{
    /// <summary>By the first day.</summary>
    From,

    /// <summary>By the last day.</summary>
    Until,

    Number,
}

/// <summary>What the desk's list is narrowed to and how it is ordered.</summary>
/// <param name="Words">Part of the number or title.</param>
/// <param name="IsPresent">Only published ones that hold today.</param>
public sealed record RiskFilter(string? Words = null, PublicationState? State = null, RiskSeverity? Severity = null, bool IsPresent = false, RiskSort Sort = RiskSort.From, bool Descending = true);

/// <summary>A notice in the desk's list.</summary>
/// <param name="Told">How many enterprises were told.</param>
public sealed record RiskRow(RiskNotice Notice, int Told)
{
    /// <summary>Countries, goods and corridors in one line.</summary>
    public string Scope => RiskTexts.Scope(Notice);
}

/// <summary>What the public asks the list for.</summary>
/// <param name="Country">Code of a country: notices that name it, or none.</param>
/// <param name="Goods">Beginning of a tariff code: notices of goods that it begins, or that begin it, or of none.</param>
/// <param name="Corridor">Slug: notices that name it, or none.</param>
/// <param name="All">Also what does not hold today.</param>
public sealed record RiskQuestion(string? Country = null, string? Goods = null, string? Corridor = null, bool All = false);

/// <summary>An enterprise that was told.</summary>
public sealed record ToldEnterprise(int EnterpriseId, string Name, RiskReason Reason, DateTime At);

/// <summary>A notice at the desk.</summary>
/// <param name="Notice">As it is written now.</param>
/// <param name="Told">The enterprises that were told, by name.</param>
public sealed record RiskAtDesk(RiskNotice Notice, Page<ToldEnterprise> Told);

internal static class RiskTexts
{
    public const char Comma = '、';

    public static string Countries(RiskNotice notice) => string.Join(Comma, notice.Countries.Select(c => c.Code).Order(StringComparer.Ordinal));

    public static string Goods(RiskNotice notice) => string.Join(Comma, notice.Goods.Select(g => g.Prefix).Order(StringComparer.Ordinal));

    public static string Corridors(RiskNotice notice) => string.Join(Comma, notice.Corridors.Select(c => c.Corridor?.Name).Order(StringComparer.Ordinal));

    public static string Scope(RiskNotice notice) =>
        string.Join("；", new[] { Countries(notice), notice.Goods.Count > 0 ? $"HS {Goods(notice)}" : "", Corridors(notice) }.Where(t => t.Length > 0));
}
