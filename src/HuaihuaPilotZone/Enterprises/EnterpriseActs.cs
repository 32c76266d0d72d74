namespace HuaihuaPilotZone.Enterprises;

/// <summary>Acts on enterprises and applications as the journal names them, and their Chinese words.</summary>
public static class EnterpriseActs
{
    public const string Created = "enterprise.created";
    public const string Changed = "enterprise.changed";
    public const string ContactsChanged = "enterprise.contacts-changed";
    public const string ProfileChanged = "enterprise.profile-changed";
    public const string StageChanged = "enterprise.stage-changed";
    public const string PersonJoined = "enterprise.person-joined";
    public const string PersonInvited = "enterprise.person-invited";
    public const string PersonRoleChanged = "enterprise.person-role-changed";
    public const string PersonSuspended = "enterprise.person-suspended";
    public const string PersonResumed = "enterprise.person-resumed";
    public const string PersonRemoved = "enterprise.person-removed";
    public const string SuccessionAsked = "succession.asked";
    public const string SuccessionObjected = "succession.objected";
    public const string SuccessionApproved = "succession.approved";
    public const string SuccessionRefused = "succession.refused";
    public const string ProposalMade = "proposal.made";
    public const string ProposalWithdrawn = "proposal.withdrawn";
    public const string ProposalDecided = "proposal.decided";
    public const string PastCorrected = "enterprise.past-corrected";
    public const string PersonalBlanked = "enterprise.personal-blanked";
    public const string Noticed = "enterprise.noticed";
    public const string Suspended = "enterprise.suspended";
    public const string Resumed = "enterprise.resumed";
    public const string BulkStarted = "roster.bulk-started";
    public const string BulkUndone = "roster.bulk-undone";
    public const string Exported = "roster.exported";
    public const string Recounted = "roster.recounted";
    public const string ImportUndone = "enterprise.import-undone";
    public const string Merged = "enterprise.merged";
    public const string MergedAway = "enterprise.merged-away";
    public const string MergeUndone = "enterprise.merge-undone";
    public const string SplitOff = "enterprise.split-off";
    public const string SplitUndone = "enterprise.split-undone";
    public const string Applied = "application.submitted";
    public const string Approved = "application.approved";
    public const string Refused = "application.refused";

    /// <summary>The Chinese words of an act; acts of other rooms come back as they are.</summary>
    public static string Word(string act) => act switch
    {
        Created => "建立档案",
        Changed => "修改基本信息",
        ContactsChanged => "修改联系人",
        ProfileChanged => "修改申报资料",
        StageChanged => "变更阶段",
        PersonJoined => "成员加入",
        PersonInvited => "邀请成员",
        PersonRoleChanged => "调整成员身份",
        PersonSuspended => "暂停成员",
        PersonResumed => "恢复成员",
        PersonRemoved => "移除成员",
        SuccessionAsked => "申请接任管理员",
        SuccessionObjected => "提出异议",
        SuccessionApproved => "同意接任",
        SuccessionRefused => "不同意接任",
        ProposalMade => "提出修改建议",
        ProposalWithdrawn => "撤回修改建议",
        ProposalDecided => "处理修改建议",
        PastCorrected => "更正过去的资料",
        PersonalBlanked => "清除历史中的个人信息",
        Noticed => "发送通知",
        Suspended => "停用",
        Resumed => "恢复",
        BulkStarted => "批量操作",
        BulkUndone => "撤销批量操作",
        Exported => "导出名录",
        ImportUndone => "撤回导入",
        Merged => "并入另一份档案",
        MergedAway => "合并到另一份档案",
        MergeUndone => "撤销合并",
        SplitOff => "拆分档案",
        SplitUndone => "撤销拆分",
        Recounted => "重算名录计数",
        Applied => "提交申请",
        Approved => "批准入驻",
        Refused => "不予批准",
        _ => act,
    };
}
