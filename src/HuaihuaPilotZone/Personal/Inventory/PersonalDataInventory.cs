namespace HuaihuaPilotZone.Personal.Inventory;

/// <summary>How much harm a leak would do (个人信息保护法 art. 28 and the portal's own judgement).</summary>
public enum PersonalCategory
{
    /// <summary>一般.</summary>
    Ordinary,

    /// <summary>敏感: kept encrypted, as a keyed mark or as a hash.</summary>
    Sensitive,
}

public static class PersonalCategoryWords
{
    public static string Word(this PersonalCategory category) => category == PersonalCategory.Sensitive ? "敏感" : "一般";
}

/// <summary>A column that says something of a person.</summary>
public sealed record PersonalField(string Property, string Word, PersonalCategory Category = PersonalCategory.Ordinary);

/// <summary>What a table holds of people, why, on what basis, how long and how it ends.</summary>
/// <param name="Entity">Short name of the entity in the model.</param>
/// <param name="Whose">Whose data it is.</param>
/// <param name="Section">The section of a person's export that holds it; null for what does not belong to people with accounts, or must not leave (credentials).</param>
public sealed record PersonalRecord(string Entity, string Word, string Whose, string Purpose, string Basis, string Kept, string End, string? Section, IReadOnlyList<PersonalField> Fields);

/// <summary>
/// The inventory of personal data (个人信息保护法 art. 51, 19). A test compares it with the model: every text and day of every table stands here, among the names of
/// those who acted, or in <see cref="DeclaredNotPersonal"/>, so that no column comes without a decision. The page /park/privacy and docs/privacy.md show it.
/// </summary>
public static class PersonalDataInventory
{
    private const string Agreed = "同意隐私说明（个人信息保护法第十三条第一款第一项）";

    /// <summary>
    /// Names of those who acted, in whatever table: who made, checked or decided something. They stay with the record as its proof, and show the name of that day.
    /// </summary>
    public static IReadOnlyList<string> Actors { get; } =
    [
        "CreatedBy", "RecordedBy", "DecidedBy", "EnteredBy", "CheckedBy", "ChangedBy", "UpdatedBy", "PublishedBy", "ReviewedBy", "ObjectedBy", "AnsweredBy",
        "RepliedBy", "RevokedBy", "AcknowledgedBy", "ClosedBy", "MovedBy", "PlacedBy", "BookedBy", "ReportedBy", "ProposedBy", "SubmittedBy", "StoredBy",
        "AttachedBy", "TakenBackBy", "UndoneBy", "ReceivedBy", "OwnerName", "By", "ExtensionApprovedBy", "EndedBy", "Writers",
    ];

    public static IReadOnlyList<PersonalRecord> All { get; } =
    [
        new("PortalUser", "账号", "本人", "登录，核对能查看和办理的事项", Agreed, "账号使用期间", "删除请求获准后清空，编号保留", "account",
            [new("UserName", "登录名"), new("NormalizedUserName", "登录名"), new("DisplayName", "姓名"), new("Email", "邮箱"), new("NormalizedEmail", "邮箱"), new("PhoneNumber", "电话（现不收集）"), new("PasswordHash", "密码散列值", PersonalCategory.Sensitive), new("LastSignInAt", "最近登录"), new("LockoutEnd", "锁定至"), new("PrivacyNoticeVersion", "同意的版本"), new("PrivacyNoticeAcceptedAt", "同意时间"), new("ResetMailSentAt", "重置密码邮件时间"), new("CreatedAt", "开通时间")]),
        new("IdentityUserToken", "登录凭据", "本人", "登录核验", Agreed, "账号使用期间", "随账号删除", null,
            [new("LoginProvider", "来源"), new("Name", "名称"), new("Value", "凭据", PersonalCategory.Sensitive)]),
        new("IdentityUserClaim", "登录声明", "本人", "登录核验", Agreed, "账号使用期间", "随账号删除", null,
            [new("ClaimType", "类型"), new("ClaimValue", "内容")]),
        new("IdentityUserLogin", "外部登录", "本人", "登录核验", Agreed, "账号使用期间", "随账号删除", null,
            [new("LoginProvider", "来源"), new("ProviderKey", "外部编号"), new("ProviderDisplayName", "来源名称")]),
        new("SignInSession", "登录会话", "本人", "让本人查看和结束在别处的登录，发现异常登录", "网络安全法的安全义务；同意隐私说明", "最后使用后 90 天", "删除", "sessions",
            [new("Address", "登录时的网络地址"), new("AddressKey", "网络地址的散列值"), new("Browser", "浏览器"), new("BeganAt", "登录时间"), new("LastSeenAt", "最近使用"), new("ProvedAt", "验证时间"), new("EndedAt", "结束时间")]),
        new("KnownBrowser", "用过的浏览器", "本人", "新的浏览器登录时提醒本人", "网络安全法的安全义务；同意隐私说明", "最后使用后 180 天", "删除", "browsers",
            [new("KeyHash", "浏览器标记的散列值"), new("FirstSeenAt", "首次登录"), new("LastSeenAt", "最近登录")]),
        new("SecondFactor", "两步验证", "本人", "登录核验", Agreed, "账号使用期间", "随账号删除", null,
            [new("Secret", "密钥", PersonalCategory.Sensitive), new("NewSecret", "新密钥", PersonalCategory.Sensitive), new("ConfirmedAt", "启用时间"), new("NewSecretAt", "更换时间")]),
        new("RecoveryCode", "恢复码", "本人", "登录核验", Agreed, "账号使用期间", "随账号删除", null,
            [new("Hash", "散列值", PersonalCategory.Sensitive), new("UsedAt", "使用时间")]),
        new("AttemptCount", "登录失败计数", "尝试登录的人", "防止猜测密码", "网络安全法的安全义务", "到期删除", "删除", null,
            [new("Key", "账号或网络地址的散列值")]),
        new("Membership", "企业成员", "本人", "核对代表哪家企业办理", Agreed, "账号使用期间", "账号删除时结束", "memberships",
            [new("Since", "加入时间"), new("EndedAt", "结束时间"), new("SuspendedAt", "暂停时间")]),
        new("Invitation", "邀请", "受邀人", "发出一次性链接", "受邀企业或园区的要求，受邀人接受时同意隐私说明", "失效后 Privacy:InvitationDays 天", "清空姓名和邮箱", "invitations",
            [new("Name", "姓名"), new("Email", "邮箱")]),
        new("ConsentRecord", "同意记录", "本人", "证明同意和撤回", "个人信息保护法第十四条、第十五条", "结束后 Privacy:ProofDays 天", "删除", "consents",
            [new("NoticeVersion", "版本"), new("GivenAt", "同意时间"), new("EndedAt", "结束时间")]),
        new("PrivacyRequest", "个人信息请求", "本人", "受理更正、删除和解释", "个人信息保护法第四十四条至第五十条", "办结后 Privacy:ProofDays 天", "清空原因，编号和结果保留", "requests",
            [new("Reason", "原因"), new("Answer", "答复"), new("Remainder", "保留的内容"), new("ReceivedAt", "提出时间"), new("DecidedAt", "办结时间")]),
        new("Notice", "站内消息", "本人", "告知办理进展", "履行办理事项所必需", "Privacy:NoticeDays 天", "删除", "notices",
            [new("Title", "标题"), new("Text", "内容"), new("At", "时间"), new("ReadAt", "阅读时间")]),
        new("MailOptOut", "邮件设置", "本人", "记住不要哪些邮件", "本人的选择", "账号使用期间", "随账号删除", "mail-settings",
            []),
        new("OutgoingMail", "发出的邮件", "收件人", "发送邮件", "履行办理事项所必需", "送达后 30 天；未送达 Privacy:FailedMailDays 天", "删除", "mails",
            [new("To", "邮箱"), new("Subject", "标题"), new("Text", "内容"), new("LeaveAddress", "退订地址")]),
        new("RosterView", "名录视图", "工作人员", "记住常用的条件", "本人的选择", "账号使用期间", "随账号删除", "views",
            [new("Name", "名称"), new("Address", "条件")]),
        new("JournalLine", "操作记录", "操作人", "查明谁在何时办理了什么", "网络安全法、数据安全法的安全义务；个人信息保护法第四十七条第二款", "长期", "只做保存", "acts",
            [new("UserName", "当时的姓名"), new("Note", "说明")]),
        new("JournalPersonalValue", "修改前后的个人信息", "被修改的人", "查明改了什么", "网络安全法、数据安全法的安全义务", "Privacy:JournalValueDays 天", "清空，只留散列值", null,
            [new("OldValue", "原值", PersonalCategory.Sensitive), new("NewValue", "新值", PersonalCategory.Sensitive)]),
        new("Contact", "企业联系人", "联系人", "为企业服务时联系", "企业提供，联系人知情", "在名录中的期间", "更换或删除请求获准后清空", "contacts",
            [new("Name", "姓名"), new("Position", "职务"), new("Phone", "电话", PersonalCategory.Sensitive), new("Email", "邮箱", PersonalCategory.Sensitive)]),
        new("EntryApplication", "入驻申请联系人", "申请联系人", "审核和联系", Agreed, "办结后 Privacy:ApplicationDays 天", "清空联系人，编号和结果保留", "applications",
            [new("ContactName", "姓名"), new("ContactPosition", "职务"), new("ContactPhone", "电话", PersonalCategory.Sensitive), new("ContactEmail", "邮箱", PersonalCategory.Sensitive), new("PrivacyNoticeVersion", "版本"), new("PrivacyNoticeAcceptedAt", "同意时间")]),
        new("Lead", "招商线索联系人", "联系人", "招商洽谈", "联系人主动提供", "结束后 Privacy:LeadDays 天", "清空联系人", null,
            [new("ContactName", "姓名"), new("ContactPosition", "职务"), new("ContactPhone", "电话", PersonalCategory.Sensitive), new("ContactEmail", "邮箱", PersonalCategory.Sensitive)]),
        new("LeadVisit", "走访", "参加人", "招商洽谈", "参加人知情", "结束后 Privacy:LeadDays 天", "清空参加人", null,
            [new("Participants", "参加人"), new("Text", "内容")]),
        new("ImportedEnterprise", "导入前的企业记录", "联系人", "撤回导入时恢复", "企业提供，联系人知情", "导入办结后 Privacy:ImportDays 天", "删除", null,
            [new("Before", "原记录和联系人", PersonalCategory.Sensitive)]),
        new("ImportRow", "导入的行", "联系人、收发货人", "核对和修正导入", "企业提供，当事人知情", "导入结束前", "导入办结或撤回时删除", null,
            [new("Cells", "单元格"), new("Originals", "原内容")]),
        new("ImportProblem", "导入的问题", "联系人、收发货人", "核对和修正导入", "企业提供，当事人知情", "导入结束前", "导入办结或撤回时删除", null,
            [new("Value", "出错的内容")]),
        new("Succession", "接任申请", "申请人", "核实接任", Agreed, "办结后 Privacy:SuccessionDays 天", "清空申请人，编号和结果保留", null,
            [new("ProtectedPerson", "姓名、职务、电话、邮箱", PersonalCategory.Sensitive), new("Reason", "理由"), new("Objection", "异议"), new("PrivacyNoticeVersion", "版本")]),
        new("Letter", "来信", "来信人", "受理和答复", Agreed, "答复后 Letters:KeptDays 天", "清空来信人、内容和附件", null,
            [new("ProtectedWriter", "姓名、电话、邮箱", PersonalCategory.Sensitive), new("Title", "标题"), new("Body", "内容"), new("Reply", "答复"), new("PrivacyNoticeVersion", "版本")]),
        new("InformationRequest", "信息公开申请", "申请人", "受理和答复（政府信息公开条例第二十九条）", "法定职责", "答复后 InformationRequests:KeptDays 天", "清空申请人和内容", null,
            [new("ProtectedApplicant", "姓名、证件号码、电话、邮箱、地址", PersonalCategory.Sensitive), new("IdentityMark", "证件号码的带密钥标记", PersonalCategory.Sensitive), new("Content", "内容"), new("Answer", "答复"), new("CorrectionNote", "补正要求"), new("ConsultedWhom", "征求意见的第三方"), new("PrivacyNoticeVersion", "版本")]),
        new("Subscriber", "订阅", "订阅人", "发送订阅的更新", "同意（个人信息保护法第十三条第一款第一项），可随时撤回", "退订为止；未确认的 Subscriptions:UnconfirmedDays 天", "删除", "subscription",
            [new("AddressHash", "邮箱散列值"), new("ProtectedAddress", "邮箱", PersonalCategory.Sensitive), new("PrivacyNoticeVersion", "版本"), new("AskedAt", "申请时间"), new("ConfirmedAt", "确认时间"), new("LinkMailedAt", "邮件时间"), new("NextMailAt", "下次邮件")]),
        new("SubscriberTopic", "订阅的主题", "订阅人", "发送订阅的更新", "同意（个人信息保护法第十三条第一款第一项），可随时撤回", "退订为止", "删除", "subscription",
            [new("Topic", "主题"), new("Since", "起始时间")]),
        new("SentAnnouncement", "已发的更新", "订阅人", "不重复发送", "同意（个人信息保护法第十三条第一款第一项），可随时撤回", "60 天", "删除", null,
            [new("At", "时间")]),
        new("BookParty", "参与方", "收发货人", "填写单证", "企业办理申报所必需", "企业删除为止", "由企业修改或删除", null,
            [new("Name", "名称或姓名"), new("Note", "备注"), new("SearchText", "查找用")]),
        new("Declaration", "预申报", "单证中的收发货人", "预申报和核对", "企业办理申报所必需；证件号码读入时已遮盖", "随业务记录", "只做保存", null,
            [new("Document", "单证内容")]),
        new("DraftRevision", "预申报的版本", "单证中的收发货人", "预申报和核对", "企业办理申报所必需；证件号码读入时已遮盖", "随预申报", "随预申报", null,
            [new("Document", "单证内容")]),
        new("DraftTemplate", "预申报模板", "单证中的收发货人", "预申报和核对", "企业办理申报所必需；证件号码读入时已遮盖", "企业删除为止", "由企业修改或删除", null,
            [new("Document", "单证内容")]),
        new("Submission", "提交", "单证中的收发货人", "预申报和核对", "企业办理申报所必需；证件号码读入时已遮盖", "随业务记录", "只做保存", null,
            [new("Document", "单证内容")]),
        new("KeptOrder", "订单", "单证中的收发货人", "预申报和核对", "企业办理申报所必需；证件号码读入时已遮盖", "企业删除为止", "由企业修改或删除", null,
            [new("Document", "单证内容")]),
        new("GateMove", "进出场", "司机", "查明车辆进出", "场站安全管理", "Privacy:VehicleDays 天", "清空车牌号和标记", null,
            [new("Vehicle", "车牌号", PersonalCategory.Sensitive), new("VehicleMark", "车牌号的带密钥标记", PersonalCategory.Sensitive)]),
    ];
}
