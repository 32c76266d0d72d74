using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>A part of the park, such as 主港区 or 城东片区.</summary>
public sealed class ParkArea : IVersioned
{
    public const int NameMaxLength = 40;

    public int Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Where the name was read.</summary>
    public required string Source { get; set; }

    public int SortOrder { get; set; }

    /// <summary>Civil day from which no enterprise comes to it any more; those that are there stay. Null while it is open.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>The area it is a part of; null at the top.</summary>
    public int? ParentId { get; set; }

    public ParkArea? Parent { get; init; }

    public int Version { get; set; }
}

/// <summary>An industry that enterprises are tagged with, such as 箱包皮具.</summary>
public sealed class IndustryTag
{
    public const int NameMaxLength = 40;

    public int Id { get; init; }

    public required string Name { get; set; }

    public int SortOrder { get; set; }

    /// <summary>Civil day from which it is given no more; those that have it keep it. Null while it is open.</summary>
    public DateOnly? ClosedOn { get; set; }
}

/// <summary>One tag on one enterprise.</summary>
public sealed class EnterpriseTag
{
    public int EnterpriseId { get; init; }

    public int IndustryTagId { get; init; }

    public IndustryTag? IndustryTag { get; init; }
}

/// <summary>A market that an enterprise sells to, besides the country itself.</summary>
public enum TargetMarket
{
    /// <summary>东盟.</summary>
    Asean,

    /// <summary>非洲.</summary>
    Africa,

    /// <summary>日韩.</summary>
    JapanKorea,

    /// <summary>中亚、俄罗斯.</summary>
    CentralAsiaRussia,

    /// <summary>中东.</summary>
    MiddleEast,

    /// <summary>欧洲.</summary>
    Europe,

    /// <summary>北美.</summary>
    NorthAmerica,

    /// <summary>其他市场.</summary>
    Other,
}

/// <summary>One market of one enterprise.</summary>
public sealed class EnterpriseMarket
{
    public int EnterpriseId { get; init; }

    public required TargetMarket Market { get; init; }
}

/// <summary>曾用名: a name that the enterprise had before.</summary>
public sealed class FormerName
{
    public int Id { get; init; }

    public int EnterpriseId { get; init; }

    public required string Name { get; init; }

    /// <summary>As searches compare it, see <see cref="Finding.RosterKeys.Text"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Civil day on which the roster got the new name.</summary>
    public required DateOnly Until { get; init; }
}

/// <summary>A person to speak to at an enterprise. Personal data: never public.</summary>
public sealed class Contact
{
    public const int NameMaxLength = 60;
    public const int PositionMaxLength = 60;
    public const int PhoneMaxLength = 30;
    public const int EmailMaxLength = 254;

    public int Id { get; init; }

    public int EnterpriseId { get; init; }

    public required string Name { get; set; }

    public string? Position { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }
}

/// <summary>One step of an enterprise from stage to stage; appended, never changed.</summary>
public sealed class StageChange
{
    public const int ReasonMaxLength = 300;

    public int Id { get; init; }

    public int EnterpriseId { get; init; }

    /// <summary>Null for the first stage.</summary>
    public EnterpriseStage? From { get; init; }

    public required EnterpriseStage To { get; init; }

    /// <summary>Civil day on which the new stage began.</summary>
    public required DateOnly On { get; init; }

    public required string Reason { get; init; }

    /// <summary>UTC; when it was recorded.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>What an enterprise's filings are pre-filled with and sent under. Kept by the enterprise or the park.</summary>
public sealed class FilingProfile : IVersioned
{
    public const int CodeMaxLength = 18;
    public const int NameMaxLength = 200;
    public const int DxpIdMaxLength = 30;

    public int EnterpriseId { get; init; }

    /// <summary>报文传输编号 (E-Port user id).</summary>
    public string? DxpId { get; set; }

    /// <summary>传输企业代码.</summary>
    public string? TransmissionCode { get; set; }

    /// <summary>传输企业名称, at most 100 code points.</summary>
    public string? TransmissionName { get; set; }

    /// <summary>申报企业代码; empty = the enterprise itself.</summary>
    public string? DeclarantCode { get; set; }

    /// <summary>申报企业名称.</summary>
    public string? DeclarantName { get; set; }

    /// <summary>默认电商平台.</summary>
    public string? PlatformCode { get; set; }

    public string? PlatformName { get; set; }

    /// <summary>默认物流企业.</summary>
    public string? CarrierCode { get; set; }

    public string? CarrierName { get; set; }

    /// <summary>默认申报地海关, 4 digits.</summary>
    public string? CustomsOffice { get; set; }

    /// <summary>默认口岸海关, 4 digits.</summary>
    public string? PortOffice { get; set; }

    public int Version { get; set; }
}
