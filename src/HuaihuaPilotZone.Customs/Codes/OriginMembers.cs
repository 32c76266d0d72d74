using HuaihuaPilotZone.Customs.Codes.Kept;

namespace HuaihuaPilotZone.Customs.Codes;

/// <summary>A country for which a preferential agreement holds, as the tables have it.</summary>
/// <param name="Agreement">Its row of 优惠贸易协定.</param>
/// <param name="Member">Its row of 优惠贸易协定成员国, with source and day.</param>
/// <param name="Since">First day on which it holds for the country; null where the table does not say.</param>
public sealed record OriginMember(NamedCode Agreement, NamedCode Member, Country Country, DateOnly? Since);

/// <summary>Who has joined which agreement: both are tables that staff keep, and nothing is said of an agreement whose members they do not have.</summary>
public static class OriginMembers
{
    private const int AgreementDigits = 2;

    /// <summary>All members of an agreement, also those for which it does not hold yet, in the order of their first day.</summary>
    /// <param name="agreement">Two digits, such as 22.</param>
    public static IReadOnlyList<OriginMember> Of(CustomsTables tables, string agreement) => tables.OriginAgreements.Find(agreement) is not { } found ? [] :
    [
        .. tables.AgreementMembers.Rows.Where(r => r.Code.StartsWith(agreement, StringComparison.Ordinal) && r.Code.Length > AgreementDigits)
            .Select(r => Make(tables, found, r)).OfType<OriginMember>().OrderBy(m => m.Since ?? DateOnly.MinValue).ThenBy(m => m.Country.Code, StringComparer.Ordinal),
    ];

    /// <summary>The agreements that hold for a country on a day.</summary>
    /// <param name="country">New code or old number, as a document has it.</param>
    public static IReadOnlyList<OriginMember> For(CustomsTables tables, string? country, DateOnly day)
    {
        if ((tables.Countries.Find(country) ?? tables.Countries.Find(tables.Countries.NewCodeOf(country))) is not { } known) return [];
        return
        [
            .. tables.OriginAgreements.Rows.Select(a => (Agreement: a, Row: tables.AgreementMembers.Find(a.Code + known.Code))).Where(p => p.Row?.HoldsOn(day) == true)
                .Select(p => Make(tables, p.Agreement, p.Row!)).OfType<OriginMember>(),
        ];
    }

    private static OriginMember? Make(CustomsTables tables, NamedCode agreement, NamedCode row) =>
        tables.Countries.Find(row.Code[AgreementDigits..]) is { } country ? new OriginMember(agreement, row, country, row.Validity().From) : null;
}
