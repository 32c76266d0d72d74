using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck.Rules;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>
/// Checks a document of any kind: all rules, all findings in one answer, in the order of the form.
/// Pure and deterministic: the same document, tables, day and lookups give the same answer. Nothing is changed and nothing is awaited.
/// </summary>
public static class PreChecker
{
    /// <inheritdoc cref="Run(CustomsDocument, CustomsTables, DateOnly, IDocumentLookups)"/>
    public static PreCheckResult Run(ExportList document, CustomsTables tables, DateOnly date, IDocumentLookups lookups)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Run(document.ToDocument(), tables, date, lookups);
    }

    /// <summary>Runs all rules of the document's kind that hold on the export date of a list or on the day of a declaration.</summary>
    /// <param name="document">As typed.</param>
    /// <param name="tables">Code tables with everything staff have added.</param>
    /// <param name="date">Today in China; its rules are used when the document has no readable export date.</param>
    /// <param name="lookups">Answers about other documents.</param>
    public static PreCheckResult Run(CustomsDocument document, CustomsTables tables, DateOnly date, IDocumentLookups lookups)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(lookups);
        var examination = new Examination(new DocumentReading(document, inStretches: true), tables, date, lookups);
        RunForAll(examination);
        if (examination.Schema.IsApplication) RunForApplication(examination);
        else RunForGoods(examination);
        examination.LookAtStretches();
        return examination.Result();
    }

    private static void RunForAll(Examination examination)
    {
        StructureRules.Check(examination);
        NumberRules.Check(examination);
        OfficeRules.Check(examination);
        PartyRules.Check(examination);
        CodeRules.Check(examination);
        QuantityRules.Check(examination);
    }

    private static void RunForGoods(Examination examination)
    {
        ModeRules.Check(examination);
        PlaceRules.Check(examination);
        TariffRules.Check(examination);
        ControlRules.Check(examination);
        AmountRules.Check(examination);
        WeightRules.Check(examination);
        ChannelRules.Check(examination);
        LoadingRules.Check(examination);
        PaperRules.Check(examination);
        if (examination.IsDeclaration) RunForDeclaration(examination);
        else RunForList(examination);
    }

    private static void RunForApplication(Examination examination)
    {
        ApplicationRules.Check(examination);
        ReturnRules.Check(examination);
        if (examination.IsDeclared) RunForReturnDeclaration(examination);
        else FilingRules.CheckTransmission(examination);
    }

    // DecMessage names no transmission
    private static void RunForReturnDeclaration(Examination examination)
    {
        ReturnDeclarationRules.Check(examination);
        TariffRules.Check(examination);
        AmountRules.Check(examination);
        WeightRules.Check(examination);
        ModelRules.Check(examination);
        BrandRules.Check(examination);
        HeadRules.CheckPriceAndMarks(examination, ReturnDeclaration.PromiseItems, ReturnDeclaration.MarkNo);
        TransportRules.CheckReturn(examination);
    }

    private static void RunForList(Examination examination)
    {
        GoodsRules.Check(examination);
        OrderRules.Check(examination);
        ValueLimitRules.Check(examination);
        FilingRules.Check(examination);
    }

    private static void RunForDeclaration(Examination examination)
    {
        HeadRules.Check(examination);
        TransportRules.Check(examination);
        ChargeRules.Check(examination);
        ModelRules.Check(examination);
        BrandRules.Check(examination);
        ContainerRules.Check(examination);
        AttachmentRules.Check(examination);
        OriginRules.Check(examination);
    }
}
