using System.Globalization;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.Terms;

namespace HuaihuaPilotZone.Customs.Returns;

/// <summary>One announcement that exempts returned e-commerce exports, for the exports of a period.</summary>
/// <param name="From">First export day.</param>
/// <param name="To">Last export day.</param>
/// <param name="Months">Months in which the goods must be back.</param>
/// <param name="AsksForRefundCertificate">Whether a firm that took the export refund must pay it back first and prove it.</param>
/// <param name="Basis">Document and article.</param>
/// <param name="Source">Where its terms were read.</param>
public sealed record ReturnExemptionRule(DateOnly From, DateOnly To, int Months, bool AsksForRefundCertificate, Basis Basis, string Source)
{
    public Term Term => Term.OfMonths(Months);

    /// <summary>All known rules, oldest first: an embedded table, because the next one will come.</summary>
    public static IReadOnlyList<ReturnExemptionRule> All { get; } =
        [.. CsvRows.Embedded("HuaihuaPilotZone.Customs.Returns.return-exemptions.csv").Rows.Select(Read)];

    /// <summary>The rule for goods exported on a day, or null.</summary>
    public static ReturnExemptionRule? On(DateOnly exportedOn) => All.FirstOrDefault(r => r.From <= exportedOn && exportedOn <= r.To);

    private static ReturnExemptionRule Read(CsvRow row)
    {
        var (from, to) = (row.Day("from")!.Value, row.Day("to")!.Value);
        return new ReturnExemptionRule(
            from, to, int.Parse(row["months"], CultureInfo.InvariantCulture), row.IsYes("asksRefund"),
            new Basis(BasisKind.Announcement, row["document"], row.OrNull("article"), from, to, row.IsYes("verified")), row["source"]);
    }
}
