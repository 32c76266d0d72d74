using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace HuaihuaPilotZone.Customs.Codes.Kept;

/// <summary>
/// The code tables and the shapes of their codes: 《关检融合部分通关参数》 (2018) with its columns of present and old codes,
/// the tariff with what a tariff table commonly carries.
/// </summary>
public static class TableSchemas
{
    private static readonly FrozenDictionary<CodeTableId, TableSchema> _byId = Make().ToFrozenDictionary(s => s.Id);

    /// <summary>Every table, the tariff first.</summary>
    public static IReadOnlyList<TableSchema> All { get; } = [.. Enum.GetValues<CodeTableId>().Select(Of)];

    public static TableSchema Of(CodeTableId id) => _byId[id];

    /// <summary>A table by its name in an address, or null.</summary>
    public static TableSchema? Find(string? name) =>
        Enum.TryParse<CodeTableId>(name, ignoreCase: true, out var id) && _byId.TryGetValue(id, out var schema) && name!.All(char.IsLetter) ? schema : null;

    private static IEnumerable<TableSchema> Make() =>
    [
        Plain(CodeTableId.Tariff, "海关税则", "[0-9]{10}", "10 位数字") with { Columns = TariffColumns.All, Digits = 10 },
        Plain(CodeTableId.Subheadings, "税则子目", "[0-9]{6}", "6 位数字") with { IsImportable = false },
        Plain(CodeTableId.Headings, "税则品目", "[0-9]{4}", "4 位数字") with { IsImportable = false },
        Plain(CodeTableId.SupervisionModes, "监管方式", "[0-9]{4}", "4 位数字") with { Digits = 4 },
        Plain(CodeTableId.TransportModes, "运输方式", "[0-9A-Z]", "1 位数字或字母", "[0-9A-Z]"),
        Plain(CodeTableId.Currencies, "币制", "[A-Z]{3}", "3 位字母", "[0-9]{3}"),
        Plain(CodeTableId.Countries, "国别（地区）", "[A-Z]{3}", "3 位字母", "[0-9]{3}"),
        Plain(CodeTableId.Units, "计量单位", "[0-9]{3}", "3 位数字") with { Digits = 3 },
        Plain(CodeTableId.Packaging, "包装种类", "[0-9]{2}", "2 位数字", "[0-9]"),
        Plain(CodeTableId.Ports, "港口", "[A-Z]{3}[0-9]{3}", "3 位字母加 3 位数字", "[0-9]{3,4}") with
        {
            Columns = [new TableColumn("country", "国别代码", TableColumnKind.Country, IsRequired: false, "国家代码", "所属国别")],
        },
        Plain(CodeTableId.ContainerTypes, "集装箱规格", "[0-9]{2}", "2 位数字", "[A-Z]"),
        Plain(CodeTableId.CustomsOffices, "关区", "[0-9]{4}", "4 位数字") with { Digits = 4 },
        Plain(CodeTableId.Districts, "国内地区", "[0-9]{4}[0-9A-Z]", "5 位"),
        Plain(CodeTableId.Divisions, "行政区划", "[0-9]{6}", "6 位数字"),
        Plain(CodeTableId.DomesticPorts, "国内口岸", "[0-9]{6}", "6 位数字"),
        Plain(CodeTableId.TaxNatures, "征免性质", "[0-9]{3}", "3 位数字"),
        Plain(CodeTableId.TradeTerms, "成交方式", "[0-9]", "1 位数字"),
        Plain(CodeTableId.DutyModes, "征免方式", "[0-9]", "1 位数字"),
        Plain(CodeTableId.ControlDocuments, "监管证件", "[0-9A-Za-z]", "1 位数字或字母") with { IsCaseSensitive = true },
        Plain(CodeTableId.AttachedDocuments, "随附单据类别", "[0-9]{8}", "8 位数字") with { Digits = 8 },
        Plain(CodeTableId.DeclarationTypes, "单据类型", "[A-Z][0-9A-Z]", "2 位字母或数字"),
        Plain(CodeTableId.OriginAgreements, "优惠贸易协定", "[0-9]{2}", "2 位数字") with { Digits = 2 },
        Plain(CodeTableId.TariffNames, "税则章和品目名称", "[0-9]{2}|[0-9]{4}|[0-9]{6}", "2、4 或 6 位数字"),
        Plain(CodeTableId.AgreementMembers, "优惠贸易协定成员国", "[0-9]{2}[A-Z]{3}", "2 位协定代码加 3 位国别字母"),
    ];

    private static TableSchema Plain(CodeTableId id, string title, string shape, string word, string? old = null) =>
        new(id, title, Pattern(shape), word) { OldShape = old is null ? null : Pattern(old) };

    // the patterns cannot backtrack; the time limit is the house's habit
    private static Regex Pattern(string shape) => new($"\\A(?:{shape})\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
}

/// <summary>Columns of a row of the tariff.</summary>
public static class TariffColumns
{
    public const string Unit1 = "unit1";
    public const string Unit2 = "unit2";
    public const string Elements = "elements";
    public const string ImportRate = "importRate";
    public const string GeneralRate = "generalRate";
    public const string ExportRate = "exportRate";
    public const string RebateRate = "rebateRate";
    public const string Inspection = "inspection";
    public const string Supervision = "supervision";

    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<TableColumn> All { get; } =
    [
        new(Unit1, "第一法定单位", TableColumnKind.Unit, IsRequired: true, "法定第一单位", "法定单位", "第一单位", "计量单位1", "法定计量单位"),
        new(Unit2, "第二法定单位", TableColumnKind.Unit, IsRequired: false, "法定第二单位", "第二单位", "计量单位2"),
        new(Elements, "申报要素", TableColumnKind.Text, IsRequired: false, "规范申报要素", "要素"),
        new(ImportRate, "进口最惠国税率", TableColumnKind.Rate, IsRequired: false, "最惠国税率", "进口税率", "最惠国"),
        new(GeneralRate, "进口普通税率", TableColumnKind.Rate, IsRequired: false, "普通税率"),
        new(ExportRate, "出口税率", TableColumnKind.Rate, IsRequired: false, "出口关税税率", "出口关税"),
        new(RebateRate, "出口退税率", TableColumnKind.Rate, IsRequired: false, "退税率", "增值税退税率"),
        new(Inspection, "检验检疫类别", TableColumnKind.Text, IsRequired: false, "检验检疫", "检疫类别", "CIQ"),
        new(Supervision, "监管条件", TableColumnKind.Text, IsRequired: false, "海关监管条件", "监管证件代码"),
    ];
}
