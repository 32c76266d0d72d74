using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Books;

/// <summary>A company that an enterprise names in its documents again and again.</summary>
public sealed class BookParty : IVersioned
{
    public const int NameMaxLength = 400;
    public const int CodeMaxLength = 50;
    public const int CustomsCodeMaxLength = 10;
    public const int NoteMaxLength = 500;

    public int Id { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    /// <summary>One name stands once in a book; for a company abroad its name in a foreign language.</summary>
    public required string Name { get; set; }

    public required PartyRoles Roles { get; set; }

    /// <summary>统一社会信用代码, the code of a company abroad, or what the field takes instead, such as 无.</summary>
    public string? Code { get; set; }

    /// <summary>海关注册编码.</summary>
    public string? CustomsCode { get; set; }

    public string? Note { get; set; }

    /// <summary>No longer offered; drafts that took it keep what they have.</summary>
    public bool IsArchived { get; set; }

    /// <summary>Name and codes in upper case.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; set; }

    public int Version { get; set; }
}

/// <summary>The parts that a company plays in documents; it may play several.</summary>
[Flags]
public enum PartyRoles
{
    None = 0,

    /// <summary>发货人: 电商企业 of a list, 境内发货人 of a declaration.</summary>
    Consignor = 1,

    /// <summary>生产销售单位.</summary>
    Producer = 2,

    /// <summary>境外收货人.</summary>
    OverseasConsignee = 4,

    /// <summary>申报单位.</summary>
    Agent = 8,

    /// <summary>物流企业.</summary>
    Logistics = 16,

    /// <summary>电商平台; the overseas warehouse of a 9810 list.</summary>
    Platform = 32,
}

public static class PartyRoleWords
{
    /// <summary>The single roles, in the order in which people read them.</summary>
    public static readonly IReadOnlyList<PartyRoles> All =
        [PartyRoles.Consignor, PartyRoles.Producer, PartyRoles.OverseasConsignee, PartyRoles.Agent, PartyRoles.Logistics, PartyRoles.Platform];

    /// <summary>发货人、物流企业.</summary>
    public static string Words(this PartyRoles roles) => string.Join('、', roles.Each().Select(Word));

    public static IEnumerable<PartyRoles> Each(this PartyRoles roles) => All.Where(r => roles.HasFlag(r));

    private static string Word(PartyRoles role) => role switch
    {
        PartyRoles.Consignor => "发货人",
        PartyRoles.Producer => "生产销售单位",
        PartyRoles.OverseasConsignee => "境外收货人",
        PartyRoles.Agent => "申报单位",
        PartyRoles.Logistics => "物流企业",
        PartyRoles.Platform => "电商平台",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
