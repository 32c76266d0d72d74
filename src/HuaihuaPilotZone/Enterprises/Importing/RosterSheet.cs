using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Enterprises.Importing;

/// <summary>The columns of a file of enterprises: one row for each.</summary>
internal static class RosterSheet
{
    public const string Name = "name";
    public const string Code = "creditCode";
    public const string CodeNote = "creditCodeNote";
    public const string English = "englishName";
    public const string Customs = "customsCode";
    public const string Type = "type";
    public const string Stage = "stage";
    public const string StageOn = "stageOn";
    public const string Area = "area";
    public const string Tags = "tags";
    public const string Markets = "markets";
    public const string Contact = "contact";
    public const string Position = "position";
    public const string Phone = "phone";
    public const string Mail = "mail";
    public const string Address = "address";
    public const string Website = "website";
    public const string Summary = "summary";
    public const string Decision = "decision";

    /// <summary>Name of the example in the template; its row is passed over.</summary>
    public const string ExampleName = "示例（本行不会导入）";

    public static IReadOnlyList<TargetColumn> Columns { get; } =
    [
        new(Name, "企业名称", ["中文名称", "公司名称", "单位名称", "名称", "企业"], IsRequired: true),
        new(Code, "统一社会信用代码", ["信用代码", "社会信用代码", "营业执照号"], IsRequired: true),
        new(Type, "企业类型", ["类型", "企业类别"], IsRequired: false),
        new(Stage, "阶段", ["状态", "入驻阶段", "企业状态"], IsRequired: false),
        new(StageOn, "阶段日期", ["入驻日期", "阶段开始日期", "签约日期", "日期"], IsRequired: false),
        new(Area, "片区", ["所在片区", "区域"], IsRequired: false),
        new(English, "英文名称", ["英文名", "english name"], IsRequired: false),
        new(Customs, "海关注册编码", ["海关编码", "海关备案编码", "海关十位编码"], IsRequired: false),
        new(Tags, "行业标签", ["行业", "标签", "主营行业"], IsRequired: false),
        new(Markets, "目标市场", ["市场", "出口市场"], IsRequired: false),
        new(Contact, "联系人", ["联系人姓名", "负责人"], IsRequired: false),
        new(Position, "职务", ["联系人职务"], IsRequired: false),
        new(Phone, "联系电话", ["电话", "手机", "联系人电话", "手机号"], IsRequired: false),
        new(Mail, "邮箱", ["电子邮箱", "联系人邮箱", "email"], IsRequired: false),
        new(Address, "地址", ["注册地址", "经营地址", "企业地址"], IsRequired: false),
        new(Website, "网站", ["网址", "官网"], IsRequired: false),
        new(Summary, "简介", ["企业简介", "主营业务"], IsRequired: false),
        new(CodeNote, "校验不符的说明", ["信用代码说明"], IsRequired: false) { IsMatchedWithin = false },
        new(Decision, "重复时", ["重复处理", "已有时"], IsRequired: false) { IsMatchedWithin = false },
    ];

    public static string? Example(string column) => column switch
    {
        Name => ExampleName,
        Code => "91431299MA0000015J",
        Type => EnterpriseType.CrossBorderCommerce.Word(),
        Stage => EnterpriseStage.Signed.Word(),
        StageOn => "2026-06-01",
        Area => "主港区",
        English => "Demo Luggage Co., Ltd.",
        Tags => "箱包皮具、电商服务",
        Markets => $"{TargetMarket.Asean.Word()}、{TargetMarket.Africa.Word()}",
        Contact => "示例联系人",
        Position => "经理",
        Phone => "000-00000000",
        Mail => "contact@example.invalid",
        Address => "怀化国际陆港示例路 1 号",
        Website => "https://www.example.com",
        Summary => "虚构企业，仅用于说明格式。",
        _ => null,
    };

    public static IReadOnlyList<string> Notes { get; } =
    [
        "一行一家企业。标题带 * 的列必填；更新已有企业时，只有名称和信用代码必填，空着的列不改。",
        "第 2 行是示例，不会导入，可以留着，也可以删除。",
        "列的顺序可以改，用不到的列可以删。标题也可以用自己的叫法，导入时再对应，下次自动记住。",
        $"企业类型写：{string.Join('、', Enum.GetValues<EnterpriseType>().Select(t => t.Word()))}。",
        $"阶段写：{string.Join('、', Enum.GetValues<EnterpriseStage>().Select(s => s.Word()))}。阶段日期是这个阶段开始的日期，不能晚于今天。",
        $"目标市场写：{string.Join('、', Enum.GetValues<TargetMarket>().Select(m => m.Word()))}。多个标签或市场用顿号隔开。",
        "片区和行业标签要与平台上的名称一致。",
        $"“重复时”可以留空，到核对时再选：{SheetDecisions.Explained}",
        "导入的企业先不在公开名录中展示，公开由工作人员在档案里确认。",
    ];
}

/// <summary>What is done with a row whose enterprise the roster seems to have.</summary>
internal enum SheetDecision
{
    /// <summary>更新: what the row says replaces what the record says.</summary>
    Update,

    /// <summary>合并: the row fills only what the record lacks.</summary>
    Merge,

    /// <summary>跳过.</summary>
    Skip,

    /// <summary>新增: it is another enterprise, though its name is similar.</summary>
    Add,
}

internal static class SheetDecisions
{
    public const string Explained = "更新（以文件为准，空着的列不改）、合并（只补名录里空着的）、跳过（不导入），或新增（名称相近但不是同一家）。";

    public static string Word(this SheetDecision decision) => decision switch
    {
        SheetDecision.Update => "更新",
        SheetDecision.Merge => "合并",
        SheetDecision.Skip => "跳过",
        _ => "新增",
    };

    public static SheetDecision? Read(string? word) => Array.Find(Enum.GetValues<SheetDecision>().Cast<SheetDecision?>().ToArray(), d => d!.Value.Word() == word);
}
