namespace HuaihuaPilotZone.PolicyMatching;

/// <summary>
/// What a condition may ask of an enterprise. The list is closed: facts of the enterprise alone, never of a person (个人信息保护法 art. 24),
/// and a test holds it to these.
/// </summary>
public enum EnterpriseFact
{
    /// <summary>企业类型.</summary>
    Type,

    /// <summary>行业.</summary>
    Industry,

    /// <summary>所在片区.</summary>
    ParkArea,

    /// <summary>阶段.</summary>
    Stage,

    /// <summary>签约日期: the day on which it first stood as signed, building or operating.</summary>
    SignedOn,

    /// <summary>登记地: the division code in its credit code.</summary>
    Division,

    /// <summary>海关注册编码.</summary>
    CustomsCode,

    /// <summary>申报地海关.</summary>
    CustomsOffice,

    /// <summary>累计移交申报.</summary>
    Filings,

    /// <summary>近一年移交申报.</summary>
    FilingsOfLastYear,

    /// <summary>放行的申报.</summary>
    Released,
}

/// <summary>What sort of value a fact has.</summary>
public enum FactKind
{
    /// <summary>One or several of a list.</summary>
    Choice,

    /// <summary>A code that begins in some way.</summary>
    Code,

    Day,

    Number,
}

/// <summary>How a condition compares.</summary>
public enum ConditionOperator
{
    /// <summary>属于: one of the values.</summary>
    IsOneOf,

    /// <summary>不属于: none of the values.</summary>
    IsNoneOf,

    /// <summary>以……开头.</summary>
    StartsWith,

    /// <summary>不早于.</summary>
    NotBefore,

    /// <summary>不晚于.</summary>
    NotAfter,

    /// <summary>不少于.</summary>
    AtLeast,

    /// <summary>不多于.</summary>
    AtMost,
}

/// <summary>Who can supply a fact that is missing.</summary>
public enum FactSupplier
{
    /// <summary>企业.</summary>
    Enterprise,

    /// <summary>园区.</summary>
    Park,

    /// <summary>海关.</summary>
    Customs,
}

/// <summary>A fact as editors and enterprises see it.</summary>
/// <param name="Ask">What to do where it is missing.</param>
public sealed record FactDefinition(EnterpriseFact Fact, string Label, FactKind Kind, FactSupplier Supplier, string Ask)
{
    public IReadOnlyList<ConditionOperator> Operators => Kind switch
    {
        FactKind.Choice => [ConditionOperator.IsOneOf, ConditionOperator.IsNoneOf],
        FactKind.Code => [ConditionOperator.StartsWith],
        FactKind.Day => [ConditionOperator.NotBefore, ConditionOperator.NotAfter],
        FactKind.Number => [ConditionOperator.AtLeast, ConditionOperator.AtMost],
        _ => throw new InvalidOperationException($"{Kind} has no operators."),
    };
}

/// <summary>All facts that conditions may use.</summary>
public static class FactCatalogue
{
    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new(EnterpriseFact.Type, "企业类型", FactKind.Choice, FactSupplier.Park, "请园区在企业名录里登记企业类型。"),
        new(EnterpriseFact.Industry, "行业", FactKind.Choice, FactSupplier.Park, "请园区在企业名录里登记行业标签。"),
        new(EnterpriseFact.ParkArea, "所在片区", FactKind.Choice, FactSupplier.Park, "请园区在企业名录里登记所在片区。"),
        new(EnterpriseFact.Stage, "阶段", FactKind.Choice, FactSupplier.Park, "请园区登记企业阶段。"),
        new(EnterpriseFact.SignedOn, "签约日期", FactKind.Day, FactSupplier.Park, "请园区登记签约及其日期。"),
        new(EnterpriseFact.Division, "登记地行政区划代码", FactKind.Code, FactSupplier.Enterprise, "请企业核对统一社会信用代码。"),
        new(EnterpriseFact.CustomsCode, "海关注册编码", FactKind.Code, FactSupplier.Customs, "向海关办理备案取得编码后，请园区登记。"),
        new(EnterpriseFact.CustomsOffice, "申报地海关", FactKind.Code, FactSupplier.Enterprise, "请企业在申报资料里填写默认申报地海关。"),
        new(EnterpriseFact.Filings, "累计移交的申报单数", FactKind.Number, FactSupplier.Enterprise, "由平台按已移交的申报单计数。"),
        new(EnterpriseFact.FilingsOfLastYear, "近一年移交的申报单数", FactKind.Number, FactSupplier.Enterprise, "由平台按近一年移交的申报单计数。"),
        new(EnterpriseFact.Released, "海关放行的申报单数", FactKind.Number, FactSupplier.Customs, "由平台按海关回执计数，请企业交来回执。"),
    ];

    public static FactDefinition Of(EnterpriseFact fact) => All.First(f => f.Fact == fact);
}
