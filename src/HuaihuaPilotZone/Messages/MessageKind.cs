namespace HuaihuaPilotZone.Messages;

/// <summary>What a message is about. People choose by kind whether they get notices by mail too.</summary>
public enum MessageKind
{
    /// <summary>A one-time link to an account.</summary>
    Invitation,

    /// <summary>A one-time link to a new password.</summary>
    PasswordReset,

    /// <summary>入驻申请的处理结果.</summary>
    EntryDecision,

    /// <summary>A pre-declaration waits for the reviewers.</summary>
    DeclarationSubmitted,

    /// <summary>The park's answer to a submission.</summary>
    DeclarationAnswered,

    /// <summary>Handed over, taken back or withdrawn.</summary>
    DeclarationMoved,

    /// <summary>Long work has ended.</summary>
    JobEnded,

    /// <summary>A receipt of customs has found its document.</summary>
    ReceiptArrived,

    /// <summary>An address of the enterprise's own system could not be reached for so long that it was switched off.</summary>
    WebhookDisabled,

    /// <summary>A paper of the vault is about to expire.</summary>
    VaultExpiring,

    /// <summary>A letter has come in, or somebody is to handle one.</summary>
    LetterWaiting,

    /// <summary>A letter has waited too long.</summary>
    LetterOverdue,

    /// <summary>The writer of a letter is told that it was answered.</summary>
    LetterAnswered,

    /// <summary>An information request has come in or waits for an act.</summary>
    RequestWaiting,

    /// <summary>The applicant of an information request is told that there is something to see.</summary>
    RequestMoved,

    /// <summary>A news item or policy waits for the person, or came back.</summary>
    EditorialTurn,

    /// <summary>Somebody asked for a subscription at this address: a link to confirm or to manage it.</summary>
    SubscriptionAsked,

    /// <summary>News of a subscription.</summary>
    SubscriptionNews,

    /// <summary>The nightly inspection of the site has found something.</summary>
    SiteFinding,

    /// <summary>A repair was reported, or somebody has moved it on.</summary>
    TicketMoved,

    /// <summary>Something that an enterprise shows in public waits for the park, or was decided.</summary>
    ShowcaseMoved,

    /// <summary>The park tells enterprises something.</summary>
    ParkNotice,

    /// <summary>What somebody may do for an enterprise has changed.</summary>
    MembershipChanged,

    /// <summary>Somebody wants to take over as administrator of an enterprise, or that was decided.</summary>
    SuccessionMoved,

    /// <summary>An enterprise proposes changes to its record, or the park has decided on them.</summary>
    ProposalMoved,

    /// <summary>The next step with a company that the park would like to have is due.</summary>
    LeadDue,

    /// <summary>Something about industry chains: a proposal, an answer, a relation to confirm.</summary>
    ChainMoved,

    /// <summary>A booking was sent or answered, or its departure has changed.</summary>
    BookingMoved,

    /// <summary>Something about a consignment has to be looked at.</summary>
    ConsignmentAlert,

    /// <summary>Something about the running portal has to be looked at, or is over.</summary>
    OperationsAlert,

    /// <summary>An inspection was booked, or somebody has moved it on.</summary>
    InspectionMoved,

    /// <summary>Something about the person's own account that they should know at once. Cannot be turned off.</summary>
    AccountSafety,

    /// <summary>The verification of the journal has found something that is not as it was sealed.</summary>
    JournalBroken,

    /// <summary>A request about somebody's own data has come in or was answered.</summary>
    PrivacyMoved,

    /// <summary>A notice of a risk was published that goods or drafts of the enterprise are in the scope of.</summary>
    RiskPublished,
}

public static class MessageKinds
{
    /// <summary>Kinds of which the mail can be turned off.</summary>
    public static readonly IReadOnlyList<MessageKind> Choosable =
        [
            MessageKind.DeclarationSubmitted,
            MessageKind.DeclarationAnswered,
            MessageKind.DeclarationMoved,
            MessageKind.JobEnded,
            MessageKind.ReceiptArrived,
            MessageKind.WebhookDisabled,
            MessageKind.VaultExpiring,
            MessageKind.LetterWaiting,
            MessageKind.LetterOverdue,
            MessageKind.RequestWaiting,
            MessageKind.EditorialTurn,
            MessageKind.SiteFinding,
            MessageKind.TicketMoved,
            MessageKind.ParkNotice,
            MessageKind.ShowcaseMoved,
            MessageKind.MembershipChanged,
            MessageKind.SuccessionMoved,
            MessageKind.ProposalMoved,
            MessageKind.LeadDue,
            MessageKind.ChainMoved,
            MessageKind.BookingMoved,
            MessageKind.ConsignmentAlert,
            MessageKind.InspectionMoved,
            MessageKind.JournalBroken,
            MessageKind.OperationsAlert,
            MessageKind.PrivacyMoved,
            MessageKind.RiskPublished,
        ];

    public static string Word(this MessageKind kind) => kind switch
    {
        MessageKind.Invitation => "邀请",
        MessageKind.PasswordReset => "重置密码",
        MessageKind.EntryDecision => "入驻申请结果",
        MessageKind.DeclarationSubmitted => "预申报等待核对",
        MessageKind.DeclarationAnswered => "预申报核对结果",
        MessageKind.DeclarationMoved => "预申报移交、取回或撤回",
        MessageKind.JobEnded => "后台任务结束",
        MessageKind.ReceiptArrived => "海关回执",
        MessageKind.WebhookDisabled => "回调通知停用",
        MessageKind.VaultExpiring => "文件即将到期",
        MessageKind.LetterWaiting => "来信待办",
        MessageKind.LetterOverdue => "来信超时",
        MessageKind.LetterAnswered => "来信答复",
        MessageKind.RequestWaiting => "信息公开申请待办",
        MessageKind.RequestMoved => "信息公开申请进展",
        MessageKind.EditorialTurn => "稿件审核与发布",
        MessageKind.SubscriptionAsked => "订阅确认",
        MessageKind.SubscriptionNews => "订阅更新",
        MessageKind.SiteFinding => "网站自查",
        MessageKind.TicketMoved => "报修进展",
        MessageKind.ParkNotice => "园区通知",
        MessageKind.ShowcaseMoved => "公开展示的内容",
        MessageKind.MembershipChanged => "企业成员变动",
        MessageKind.SuccessionMoved => "企业管理员接任",
        MessageKind.ProposalMoved => "企业资料修改建议",
        MessageKind.LeadDue => "招商下一步到期",
        MessageKind.ChainMoved => "产业链和上下游",
        MessageKind.BookingMoved => "订舱进展",
        MessageKind.ConsignmentAlert => "物流预警",
        MessageKind.InspectionMoved => "查验预约",
        MessageKind.AccountSafety => "账号安全",
        MessageKind.JournalBroken => "操作日志核验",
        MessageKind.OperationsAlert => "平台运行告警",
        MessageKind.PrivacyMoved => "个人信息请求",
        MessageKind.RiskPublished => "风险提示",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
