namespace HuaihuaPilotZone.Customs.Codes.Kept;

/// <summary>The code tables by name. The names are stored and stand in addresses, so they never change.</summary>
public enum CodeTableId
{
    /// <summary>海关税则, ten digits.</summary>
    Tariff,

    /// <summary>六位子目.</summary>
    Subheadings,

    /// <summary>四位品目.</summary>
    Headings,

    /// <summary>监管方式.</summary>
    SupervisionModes,

    /// <summary>运输方式.</summary>
    TransportModes,

    /// <summary>币制.</summary>
    Currencies,

    /// <summary>国别（地区）.</summary>
    Countries,

    /// <summary>计量单位.</summary>
    Units,

    /// <summary>包装种类.</summary>
    Packaging,

    /// <summary>港口.</summary>
    Ports,

    /// <summary>集装箱规格.</summary>
    ContainerTypes,

    /// <summary>关区.</summary>
    CustomsOffices,

    /// <summary>国内地区.</summary>
    Districts,

    /// <summary>行政区划.</summary>
    Divisions,

    /// <summary>国内口岸.</summary>
    DomesticPorts,

    /// <summary>征免性质.</summary>
    TaxNatures,

    /// <summary>成交方式.</summary>
    TradeTerms,

    /// <summary>征免方式.</summary>
    DutyModes,

    /// <summary>监管证件.</summary>
    ControlDocuments,

    /// <summary>随附单据类别.</summary>
    AttachedDocuments,

    /// <summary>单据类型.</summary>
    DeclarationTypes,

    /// <summary>优惠贸易协定.</summary>
    OriginAgreements,

    /// <summary>章、品目和子目名称 for the search; none are shipped, and no rule asks them.</summary>
    TariffNames,

    /// <summary>优惠贸易协定成员国, each from the day on which the agreement came into force for it.</summary>
    AgreementMembers,
}
