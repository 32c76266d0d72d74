using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Files;

namespace HuaihuaPilotZone.Enterprises.Vault;

/// <summary>A paper of an enterprise that many declarations may go with. Its versions are kept; none is ever changed.</summary>
public sealed class VaultDocument : IVersioned
{
    public const int TitleMaxLength = 100;
    public const int NumberMaxLength = 60;
    public const int IssuerMaxLength = 100;
    public const int NoteMaxLength = 500;

    public int Id { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required VaultType Type { get; set; }

    public required string Title { get; set; }

    /// <summary>The number printed on the paper.</summary>
    public string? Number { get; set; }

    /// <summary>签发机关: who has issued it.</summary>
    public string? Issuer { get; set; }

    public DateOnly? ValidFrom { get; set; }

    /// <summary>The last day on which it is valid.</summary>
    public DateOnly? ValidTo { get; set; }

    public string? Note { get; set; }

    /// <summary>No longer offered and no longer warned of; declarations it goes with keep it.</summary>
    public bool IsArchived { get; set; }

    /// <summary>Days before its last one of which people were warned last: 30, then 7; null while they were not.</summary>
    public int? RemindedDays { get; set; }

    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; set; }

    public List<VaultVersion> Versions { get; init; } = [];

    public int Version { get; set; }
}

/// <summary>One state of a paper: a file, when and by whom.</summary>
public sealed class VaultVersion
{
    public int Id { get; init; }

    public int DocumentId { get; init; }

    public VaultDocument? Document { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Sequence { get; init; }

    public int FileId { get; init; }

    public required StoredFile File { get; init; }

    public string? Remark { get; init; }
}

/// <summary>A paper goes with a declaration, in the version it had when it was attached.</summary>
public sealed class Attachment
{
    public int Id { get; init; }

    public required int DeclarationId { get; init; }

    public required int DocumentId { get; init; }

    public VaultDocument? Document { get; init; }

    public required int VersionId { get; init; }

    public VaultVersion? DocumentVersion { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AttachedAt { get; init; }

    public required string AttachedBy { get; init; }
}

public enum VaultType
{
    Contract,
    Invoice,
    PackingList,
    CustomsProxy,
    Transport,

    /// <summary>营业执照.</summary>
    BusinessLicence,

    /// <summary>海关备案.</summary>
    CustomsRegistration,

    /// <summary>品牌证明.</summary>
    Brand,

    /// <summary>商标注册证.</summary>
    Trademark,

    /// <summary>检验检疫证书.</summary>
    Inspection,
    Certificate,
    Qualification,
    Other,
}

/// <summary>Which papers say what an enterprise is or may do.</summary>
public static class VaultCertificates
{
    /// <summary>证照资质.</summary>
    public static IReadOnlyList<VaultType> Types { get; } =
        [VaultType.BusinessLicence, VaultType.CustomsRegistration, VaultType.Brand, VaultType.Trademark, VaultType.Inspection, VaultType.Certificate, VaultType.Qualification];
}

/// <summary>Whether a paper is valid on a day.</summary>
public enum VaultValidity
{
    Valid,

    /// <summary>即将到期.</summary>
    Expiring,

    /// <summary>已过期.</summary>
    Expired,

    /// <summary>未生效.</summary>
    NotYet,
}

public static class VaultWords
{
    public static string Word(this VaultType type) => type switch
    {
        VaultType.Contract => "合同",
        VaultType.Invoice => "发票",
        VaultType.PackingList => "装箱单",
        VaultType.CustomsProxy => "代理报关委托",
        VaultType.Transport => "运输单据",
        VaultType.Certificate => "证书",
        VaultType.Qualification => "资质",
        VaultType.Other => "其他",
        VaultType.BusinessLicence => "营业执照",
        VaultType.CustomsRegistration => "海关备案",
        VaultType.Brand => "品牌证明",
        VaultType.Trademark => "商标注册证",
        VaultType.Inspection => "检验检疫证书",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public static string Word(this VaultValidity validity) => validity switch
    {
        VaultValidity.Valid => "有效",
        VaultValidity.Expiring => "即将到期",
        VaultValidity.Expired => "已过期",
        VaultValidity.NotYet => "未生效",
        _ => throw new ArgumentOutOfRangeException(nameof(validity), validity, null),
    };
}
