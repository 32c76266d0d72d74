using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Enterprises.Merging;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>An enterprise of the roster.</summary>
public sealed class Enterprise : IVersioned
{
    public const int NameMaxLength = 100;
    public const int EnglishNameMaxLength = 200;
    public const int CreditCodeMaxLength = 18;
    public const int CreditCodeNoteMaxLength = 200;
    public const int CustomsCodeMaxLength = 10;
    public const int AddressMaxLength = 200;
    public const int WebsiteMaxLength = 300;
    public const int SummaryMaxLength = 500;
    public const int NameKeyMaxLength = 200;

    public int Id { get; init; }

    public required string Name { get; set; }

    public string? EnglishName { get; set; }

    /// <summary>统一社会信用代码, 18 characters, upper case.</summary>
    public required string CreditCode { get; set; }

    /// <summary>Why a code whose check character does not fit was accepted; null for a code that fits.</summary>
    public string? CreditCodeNote { get; set; }

    /// <summary>海关注册编码, 10 characters.</summary>
    public string? CustomsCode { get; set; }

    public required EnterpriseType Type { get; set; }

    public int? ParkAreaId { get; set; }

    public ParkArea? ParkArea { get; init; }

    public List<EnterpriseTag> Tags { get; init; } = [];

    public List<EnterpriseMarket> Markets { get; init; } = [];

    public List<FormerName> FormerNames { get; init; } = [];

    public List<FormerCode> FormerCodes { get; init; } = [];

    public required EnterpriseStage Stage { get; set; }

    /// <summary>Civil day on which the present stage began.</summary>
    public required DateOnly StageSince { get; set; }

    public List<StageChange> StageChanges { get; init; } = [];

    public string? Address { get; set; }

    public string? Website { get; set; }

    /// <summary>What the enterprise does, for the public page.</summary>
    public string? Summary { get; set; }

    /// <summary>Whether the public directory shows it.</summary>
    public bool IsPublic { get; set; }

    /// <summary>UTC; since when the park has suspended it (停用): the public does not see it meanwhile, its own desk is as before. Null while it is not.</summary>
    public DateTime? SuspendedAt { get; set; }

    /// <summary>
    /// 并入: the record that stays in this one's place, since both are one enterprise; null for every record of the roster. A merged record is in no list,
    /// count or search: the model leaves it out of every query that does not ask for it.
    /// </summary>
    public int? MergedIntoId { get; internal set; }

    /// <summary>What follows from <see cref="IsPublic"/>, <see cref="SuspendedAt"/> and <see cref="Stage"/>; kept by <see cref="RosterKeeper"/>.</summary>
    public EnterpriseVisibility Visibility { get; internal set; }

    public bool IsDemonstration { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime UpdatedAt { get; set; }

    /// <summary>Names and codes in upper case, so that both databases find them alike.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The name as searches compare it, see <see cref="RosterKeys.Text"/>; kept by <see cref="RosterKeeper"/> like the next four.</summary>
    public string NameText { get; internal set; } = "";

    /// <summary>What names are ordered by on both databases: the sound, then the name, in ASCII. Empty until the keys of an old record are made.</summary>
    public string NameKey { get; internal set; } = "";

    public List<EnterpriseGram> Grams { get; init; } = [];

    public List<EnterpriseSound> Sounds { get; init; } = [];

    /// <summary>How much of the record is filled in, 0 to 100, see <see cref="RecordCompleteness"/>.</summary>
    public int Completeness { get; internal set; }

    public List<Contact> Contacts { get; init; } = [];

    public FilingProfile? FilingProfile { get; set; }

    public int Version { get; set; }

    /// <summary>Those that agreed to be shown, are not suspended, have not left and are not another record's.</summary>
    internal EnterpriseVisibility ShouldBe => IsPublic && SuspendedAt is null && Stage != EnterpriseStage.Left && MergedIntoId is null ? EnterpriseVisibility.Shown : EnterpriseVisibility.Hidden;

    /// <summary>Upper case of what the roster is searched by; call after a name or a code changed.</summary>
    public void RefreshSearchText() =>
        SearchText = string.Join('\n', new[] { Name, EnglishName, CreditCode, CustomsCode }.Where(t => !string.IsNullOrEmpty(t))).ToUpperInvariant();
}

/// <summary>What kind of business an enterprise is.</summary>
public enum EnterpriseType
{
    /// <summary>跨境电商.</summary>
    CrossBorderCommerce,

    /// <summary>国内电商.</summary>
    DomesticCommerce,

    /// <summary>生产制造.</summary>
    Manufacturing,

    /// <summary>物流货代.</summary>
    Logistics,

    /// <summary>综合服务.</summary>
    Services,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>How far an enterprise has come in the park.</summary>
public enum EnterpriseStage
{
    /// <summary>意向.</summary>
    Interested,

    /// <summary>签约.</summary>
    Signed,

    /// <summary>在建.</summary>
    Building,

    /// <summary>运营.</summary>
    Operating,

    /// <summary>退出.</summary>
    Left,
}

/// <summary>Whether the public directory shows an enterprise.</summary>
public enum EnterpriseVisibility
{
    /// <summary>不公开.</summary>
    Hidden,

    /// <summary>公开展示.</summary>
    Shown,
}

public static class EnterpriseWords
{
    public static string Word(this RosterCompleteness completeness) => completeness switch
    {
        RosterCompleteness.Whole => "资料齐全",
        RosterCompleteness.Partial => "资料待补",
        RosterCompleteness.Poor => "资料不足一半",
        _ => throw new ArgumentOutOfRangeException(nameof(completeness), completeness, null),
    };

    public static string Word(this RosterPapers papers) => papers switch
    {
        RosterPapers.Expiring => "证照 30 天内到期",
        RosterPapers.Expired => "证照已过期",
        _ => throw new ArgumentOutOfRangeException(nameof(papers), papers, null),
    };

    public static string Word(this TargetMarket market) => market switch
    {
        TargetMarket.Asean => "东盟",
        TargetMarket.Africa => "非洲",
        TargetMarket.JapanKorea => "日韩",
        TargetMarket.CentralAsiaRussia => "中亚和俄罗斯",
        TargetMarket.MiddleEast => "中东",
        TargetMarket.Europe => "欧洲",
        TargetMarket.NorthAmerica => "北美",
        TargetMarket.Other => "其他市场",
        _ => throw new ArgumentOutOfRangeException(nameof(market), market, null),
    };

    public static string Word(this EnterpriseType type) => type switch
    {
        EnterpriseType.CrossBorderCommerce => "跨境电商",
        EnterpriseType.DomesticCommerce => "国内电商",
        EnterpriseType.Manufacturing => "生产制造",
        EnterpriseType.Logistics => "物流货代",
        EnterpriseType.Services => "综合服务",
        EnterpriseType.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public static string Word(this EnterpriseStage stage) => stage switch
    {
        EnterpriseStage.Interested => "意向",
        EnterpriseStage.Signed => "签约",
        EnterpriseStage.Building => "在建",
        EnterpriseStage.Operating => "运营",
        EnterpriseStage.Left => "退出",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}
