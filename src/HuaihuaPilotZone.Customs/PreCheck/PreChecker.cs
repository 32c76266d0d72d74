using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck.Rules;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>
/// Checks an export list: all rules, all findings in one answer, in the order of the form.
/// Pure and deterministic: the same document, tables, day and lookups give the same answer. Nothing is changed and nothing is awaited.
/// </summary>
public static class PreChecker
{
    /// <summary>Runs all rules that hold on the export date.</summary>
    /// <param name="document">As typed.</param>
    /// <param name="tables">Code tables with everything staff have added.</param>
    /// <param name="date">Today in China; its rules are used when the document has no readable export date.</param>
    /// <param name="lookups">Answers about other documents.</param>
    public static PreCheckResult Run(ExportList document, CustomsTables tables, DateOnly date, IDocumentLookups lookups)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(lookups);
        var examination = new Examination(new DocumentReading(document), tables, date, lookups);
        StructureRules.Check(examination);
        NumberRules.Check(examination);
        ModeRules.Check(examination);
        OfficeRules.Check(examination);
        PartyRules.Check(examination);
        CodeRules.Check(examination);
        PlaceRules.Check(examination);
        GoodsRules.Check(examination);
        TariffRules.Check(examination);
        QuantityRules.Check(examination);
        AmountRules.Check(examination);
        ValueLimitRules.Check(examination);
        WeightRules.Check(examination);
        FilingRules.Check(examination);
        return examination.Result();
    }
}
