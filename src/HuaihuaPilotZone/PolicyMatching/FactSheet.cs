using System.Globalization;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.PolicyMatching;

/// <summary>The facts of one enterprise that conditions may use, and no others. Null or empty means that nobody has entered it.</summary>
/// <param name="IndustryIds">Ids of its industry tags.</param>
/// <param name="FilingsOfLastYear">Handed over in the 365 days before today.</param>
public sealed record FactSheet(
    int EnterpriseId, EnterpriseType Type, IReadOnlyList<int> IndustryIds, int? ParkAreaId, EnterpriseStage Stage, DateOnly? SignedOn, string CreditCode, string? CustomsCode,
    string? CustomsOffice, int Filings, int FilingsOfLastYear, int Released)
{
    // a credit code names the registering division in its 3rd to 8th character (GB 32100-2015)
    private const int DivisionStart = 2;
    private const int DivisionLength = 6;

    /// <summary>The values of a fact as conditions keep them; empty where it is missing.</summary>
    public IReadOnlyList<string> Of(EnterpriseFact fact) => fact switch
    {
        EnterpriseFact.Type => [Type.ToString()],
        EnterpriseFact.Industry => [.. IndustryIds.Select(i => Text(i))],
        EnterpriseFact.ParkArea => ParkAreaId is { } area ? [Text(area)] : [],
        EnterpriseFact.Stage => [Stage.ToString()],
        EnterpriseFact.SignedOn => SignedOn is { } day ? [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] : [],
        EnterpriseFact.Division => CreditCode.Length >= DivisionStart + DivisionLength ? [CreditCode.Substring(DivisionStart, DivisionLength)] : [],
        EnterpriseFact.CustomsCode => string.IsNullOrEmpty(CustomsCode) ? [] : [CustomsCode],
        EnterpriseFact.CustomsOffice => string.IsNullOrEmpty(CustomsOffice) ? [] : [CustomsOffice],
        EnterpriseFact.Filings => [Text(Filings)],
        EnterpriseFact.FilingsOfLastYear => [Text(FilingsOfLastYear)],
        EnterpriseFact.Released => [Text(Released)],
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
