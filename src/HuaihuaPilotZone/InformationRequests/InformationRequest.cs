using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.InformationRequests;

/// <summary>How far a request has come. Consultation and extension happen while it is being handled and stand in fields of their own.</summary>
public enum RequestState
{
    /// <summary>收到.</summary>
    Received,

    /// <summary>待补正: told once what is missing.</summary>
    AwaitingCorrection,

    /// <summary>办理中: confirmed by both sides, the clock runs.</summary>
    Handling,

    /// <summary>已答复.</summary>
    Answered,

    /// <summary>视为放弃: the correction did not come.</summary>
    Abandoned,
}

/// <summary>The seven kinds of answer (政府信息公开条例 art. 36).</summary>
public enum RequestAnswer
{
    /// <summary>(一) 已主动公开.</summary>
    AlreadyPublic,

    /// <summary>(二) 予以公开.</summary>
    Granted,

    /// <summary>(三) 不予公开.</summary>
    Refused,

    /// <summary>(四) 信息不存在.</summary>
    DoesNotExist,

    /// <summary>(五) 不属于本机关负责公开.</summary>
    NotResponsible,

    /// <summary>(六) 不予重复处理.</summary>
    Repeated,

    /// <summary>(七) 依照特别规定办理.</summary>
    SpecialRules,
}

/// <summary>How an applicant proves who they are.</summary>
public enum IdentityKind
{
    /// <summary>居民身份证.</summary>
    ResidentId,

    /// <summary>统一社会信用代码.</summary>
    CreditCode,

    /// <summary>其他证件.</summary>
    Other,
}

/// <summary>In what form the applicant wants the information.</summary>
public enum InformationForm
{
    /// <summary>电子.</summary>
    Electronic,

    /// <summary>纸质.</summary>
    Paper,
}

/// <summary>How the applicant wants to get it.</summary>
public enum DeliveryWay
{
    /// <summary>在线查看.</summary>
    Online,

    /// <summary>电子邮件.</summary>
    Mail,

    /// <summary>邮寄.</summary>
    Post,

    /// <summary>当面领取.</summary>
    Window,
}

public static class RequestWords
{
    public static string Word(this RequestState state) => state switch
    {
        RequestState.Received => "收到",
        RequestState.AwaitingCorrection => "待补正",
        RequestState.Handling => "办理中",
        RequestState.Answered => "已答复",
        RequestState.Abandoned => "视为放弃",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Word(this RequestAnswer answer) => answer switch
    {
        RequestAnswer.AlreadyPublic => "已主动公开",
        RequestAnswer.Granted => "予以公开",
        RequestAnswer.Refused => "不予公开",
        RequestAnswer.DoesNotExist => "信息不存在",
        RequestAnswer.NotResponsible => "不属于本机关负责公开",
        RequestAnswer.Repeated => "不予重复处理",
        RequestAnswer.SpecialRules => "依照特别规定办理",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };

    public static string Word(this IdentityKind kind) => kind switch
    {
        IdentityKind.ResidentId => "居民身份证",
        IdentityKind.CreditCode => "统一社会信用代码",
        IdentityKind.Other => "其他证件",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Word(this InformationForm form) => form switch
    {
        InformationForm.Electronic => "电子",
        InformationForm.Paper => "纸质",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
    };

    public static string Word(this DeliveryWay way) => way switch
    {
        DeliveryWay.Online => "在线查看",
        DeliveryWay.Mail => "电子邮件",
        DeliveryWay.Post => "邮寄",
        DeliveryWay.Window => "当面领取",
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, null),
    };
}

/// <summary>Who asks (art. 29: name, proof of identity, contact). Kept encrypted, erased when its time is over.</summary>
public sealed record RequestApplicant(string Name, IdentityKind IdentityKind, string IdentityNumber, string? Phone, string? Email, string? Address);

/// <summary>政府信息公开申请, with its states and times after the 政府信息公开条例 (2019).</summary>
public sealed class InformationRequest : IVersioned
{
    public const int NumberMaxLength = 20;
    public const int MarkLength = 64;
    public const int ContentMaxLength = 2000;
    public const int TextMaxLength = 3000;
    public const int NoteMaxLength = 500;
    public const int NameMaxLength = 80;
    public const int IdentityMaxLength = 40;
    public const int AddressMaxLength = 200;

    public int Id { get; init; }

    /// <summary>Such as GK-20261128-0001; the day is Huaihua's.</summary>
    public required string Number { get; init; }

    /// <summary>Of the query code; empty after erasure.</summary>
    public required string CodeHash { get; set; }

    /// <summary>The applicant, encrypted (<see cref="PersonalColumn"/>); null after erasure.</summary>
    public string? ProtectedApplicant { get; set; }

    /// <summary>Keyed mark of the number of the identity document, by which an applicant who shows one is found; null after erasure and for requests from before there were marks.</summary>
    public string? IdentityMark { get; set; }

    /// <summary>Title, number or another feature by which the information is found.</summary>
    public required string Content { get; set; }

    public required InformationForm Form { get; init; }

    public required DeliveryWay Delivery { get; init; }

    public required string PrivacyNoticeVersion { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ReceivedAt { get; init; }

    public RequestState State { get; set; }

    /// <summary>Civil day on which it was told, once, what is missing.</summary>
    public DateOnly? CorrectionAskedOn { get; set; }

    public string? CorrectionNote { get; set; }

    /// <summary>Civil day on which the correction came; the clock begins no earlier.</summary>
    public DateOnly? CorrectedOn { get; set; }

    /// <summary>Civil day of the confirmation by both sides (art. 31): the clock runs from it.</summary>
    public DateOnly? ConfirmedOn { get; set; }

    /// <summary>Civil day on which third parties were asked (art. 32).</summary>
    public DateOnly? ConsultedFrom { get; set; }

    public string? ConsultedWhom { get; set; }

    /// <summary>Civil day on which the consultation ended; null while it lasts.</summary>
    public DateOnly? ConsultedTo { get; set; }

    /// <summary>Working days by which the time was extended.</summary>
    public int? ExtensionDays { get; set; }

    public string? ExtensionReason { get; set; }

    /// <summary>Who is responsible for the office and agreed to the extension (art. 33).</summary>
    public string? ExtensionApprovedBy { get; set; }

    public RequestAnswer? AnswerKind { get; set; }

    public string? Answer { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }

    /// <summary>Civil day of the last reminder of its deadline.</summary>
    public DateOnly? RemindedOn { get; set; }

    /// <summary>UTC; when applicant, content and answer were erased.</summary>
    public DateTime? ErasedAt { get; set; }

    public int Version { get; set; }
}
