using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

public class LeavingRequiredFieldsEmptyTests
{
    private static readonly string[] _modes = [AValidList.Retail, AValidList.BusinessToBusiness, AValidList.OverseasWarehouse];

    public static TheoryData<string, string> RequiredPaths =>
        [.. _modes.SelectMany(mode => AllPaths(required: true, mode).Select(path => (mode, path)))];

    public static TheoryData<string> OptionalPaths => [.. AllPaths(required: false, AValidList.Retail)];

    [Theory]
    [MemberData(nameof(RequiredPaths))]
    public void A_required_field_that_is_empty_must_be_filled(string mode, string path)
    {
        var result = AValidList.Check(DocumentPath.Set(AValidList.Of(mode), path, null)!);

        Assert.Contains(result.Findings, f => f.Path == path && f.Severity == Severity.MustFix && f.RuleId is "REQUIRED-001" or "REQUIRED-002" or "BARCODE-001");
    }

    [Theory]
    [MemberData(nameof(RequiredPaths))]
    public void Blanks_do_not_fill_a_required_field(string mode, string path)
    {
        var result = AValidList.Check(DocumentPath.Set(AValidList.Of(mode), path, " \u3000\u200B")!);

        Assert.Contains(result.Findings, f => f.Path == path && f.RuleId is "REQUIRED-001" or "REQUIRED-002" or "BARCODE-001");
    }

    [Theory]
    [MemberData(nameof(OptionalPaths))]
    public void An_optional_field_may_stay_empty(string path)
    {
        // the second line of a valid list is tea, which has no second unit: both of the pair are empty already
        var result = AValidList.Check(DocumentPath.Set(AValidList.Of(AValidList.Retail), path, null)!);

        Assert.Empty(result.Findings);
    }

    [Fact]
    public void The_required_fields_are_those_of_the_specification()
    {
        string[] optional = ["licenseNo", "note", "trafName", "voyageNo", "billNo", "totalPackageNo", "loctNo", "emsNo", "iacCode", "iacName"];
        string[] optionalOfGoods = ["itemDescribe", "qty2", "unit2", "note", "itemRecordNo"];

        Assert.Equal(optional.Order(StringComparer.Ordinal), FieldMap.Header.Where(f => !f.IsRequired("9610")).Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.Equal(optionalOfGoods.Order(StringComparer.Ordinal), FieldMap.Goods.Where(f => !f.IsRequired("9610")).Select(f => f.Name).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> AllPaths(bool required, string mode) =>
    [
        .. FieldMap.Header.Where(f => f.IsRequired(mode) == required).Select(DocumentPath.Of),
        .. FieldMap.Goods.Where(f => f.IsRequired(mode) == required).Select(f => DocumentPath.Of(f, 1)),
    ];
}
