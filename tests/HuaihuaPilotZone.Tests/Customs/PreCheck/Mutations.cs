using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

/// <summary>One generated break of a valid document.</summary>
/// <param name="Name">What was done where, for a failing test.</param>
/// <param name="Path">Where it was done; findings elsewhere are unrelated unless they are expected.</param>
/// <param name="RuleId">The rule that has to speak there.</param>
/// <param name="Also">Errors that follow from the same break by necessity.</param>
internal sealed record Mutation(string Name, CustomsDocument Broken, string Path, string RuleId, IReadOnlyList<string> Also);

/// <summary>
/// Breaks every field of valid documents in every way that its schema says to be wrong: left empty, too long, in another dress, no number,
/// not in the list. The oracle is the schema, not the rules, so that a rule that forgets a field is found.
/// </summary>
internal static class Mutations
{
    /// <summary>Valid documents of every kind and mode, by name.</summary>
    public static IReadOnlyList<(string Name, CustomsDocument Document)> Valid { get; } =
    [
        .. new[] { AValidList.Retail, AValidList.BusinessToBusiness, AValidList.OverseasWarehouse }.Select(m => ($"清单 {m}", AValidList.Of(m).ToDocument())),
        .. AValidDeclaration.Modes.Select(m => ($"报关单 {m}", AValidDeclaration.Of(m))),
        .. AValidApplication.Kinds.Select(k => (k.Noun, AValidApplication.Of(k.Scope))),
    ];

    public static IEnumerable<Mutation> Of(string name, CustomsDocument document) =>
        AValidDeclaration.Places(document).SelectMany(place => OfField(document, place.Field, place.Path)).Select(m => m with { Name = $"{name} {m.Name}" });

    private static IEnumerable<Mutation> OfField(CustomsDocument document, Field field, string path)
    {
        var value = DocumentPath.Get(document, path);
        if (field.IsRequired(document.TradeMode)) yield return Break("emptied", document, path, null, Emptied(field));
        if (value is null) yield break;
        if (field.Kind is FieldKind.Text or FieldKind.Reference && HasPlainText(field))
        {
            var rule = ReferenceEquals(field, GoodsFields.ItemNo) ? "ITEM-001" : "LENGTH-001";
            yield return Break("too long", document, path, value + new string('9', field.MaxLength), rule);
            yield return Break("with a control character", document, path, value + "\u0001", "TEXT-001", value.Length == field.MaxLength ? ["LENGTH-001"] : []);
        }
        if (field.Kind is FieldKind.Number or FieldKind.WholeNumber)
        {
            yield return Break("as a word", document, path, "很多", "NUMBER-001");
            yield return Break("with too many digits", document, path, new string('1', 15), "NUMBER-004", "PACK-001");
            yield return Break("full width", document, path, string.Concat(value.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c)), "NUMBER-005");
            if (!field.MayBeNegative) yield return Break("negative", document, path, "-" + value, value is "0" ? "NUMBER-005" : "NUMBER-002");
        }
        if (field.Kind is FieldKind.Code or FieldKind.Party or FieldKind.HsCode)
        {
            yield return Break("with a blank inside", document, path, value.Insert(1, " ") is var spaced && value.Length > 1 ? spaced : value + " ", "TEXT-003");
        }
        if (field.Kind is FieldKind.Code && Unlisted(field) is var (code, unlisted)) yield return Break("not in the list", document, path, code, unlisted, Following(field));
        if (field.Kind is FieldKind.HsCode) yield return Break("cut to eight digits", document, path, value[..8], document.Schema.Scope == DocumentScope.Return ? "RETURN-004" : "HS-001");
    }

    private static Mutation Break(string what, CustomsDocument document, string path, string? value, string ruleId, params string[] also) =>
        new($"{path} {what}", DocumentPath.Set(document, path, value)!, path, ruleId, also);

    private static string Emptied(Field field) =>
        ReferenceEquals(field, GoodsFields.BarCode) ? "BARCODE-001" : field.Collection switch { null => "REQUIRED-001", { Name: "goods" } => "REQUIRED-002", _ => "REQUIRED-003" };

    /// <summary>Texts that mean something beyond their length have their own cases.</summary>
    private static bool HasPlainText(Field field) =>
        field.CodeList == CodeList.None && !ReferenceEquals(field, GoodsFields.BarCode)
        && field.Name is not ("promiseItems" or "businessItems" or "goodsNo" or "edocId" or "certCode" or "voyageNo" or "licenseNo" or "manualNo");

    /// <summary>A code that cannot be in a list, and the rule that has to say so.</summary>
    private static (string Code, string RuleId)? Unlisted(Field field) => field.CodeList switch
    {
        CodeList.SupervisionModes => ("9999", "MODE-001"),
        CodeList.TransportModes => ("Q", "CODE-001"),
        CodeList.Countries => ("QQQ", "CODE-002"),
        CodeList.Currencies => ("QQQ", "CODE-003"),
        CodeList.Units => ("998", "CODE-004"),
        CodeList.Packaging => ("77", "CODE-005"),
        CodeList.CustomsOffices => ("49", "OFFICE-001"),
        CodeList.Ports => ("HAN", field.Name switch { "despatchPort" or "stopPort" => "REIMPORT-012", _ => field.DeclarationElement is null ? "PORT-001" : "PORT-003" }),
        CodeList.StatisticsFlags => ("C", "FLAG-001"),
        CodeList.TaxNatures => ("000", "CODE-007"),
        CodeList.TradeTerms => ("8", "CODE-008"),
        CodeList.DutyModes => ("0", "CODE-009"),
        CodeList.ContainerTypes => ("99", "CODE-010"),
        CodeList.EntryTypes or CodeList.FreightMarks or CodeList.ChargeMarks or CodeList.YesNo or CodeList.AttachmentFormats => ("7", "CODE-011"),
        CodeList.Districts or CodeList.Divisions or CodeList.DomesticPorts or CodeList.ControlDocuments or CodeList.AttachedDocuments or CodeList.DeclarationTypes => ("QQQ", "CODE-012"),
        _ => null,
    };

    // a unit that is not in the list is not the statutory one either
    private static string[] Following(Field field) => field.Name is "unit1" ? ["HS-007"] : field.Name is "unit2" ? ["HS-008"] : [];
}
