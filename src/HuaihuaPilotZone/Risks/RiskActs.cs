namespace HuaihuaPilotZone.Risks;

/// <summary>What is done with notices of risks, as the journal has it.</summary>
public static class RiskActs
{
    public const string Added = "risk.added";
    public const string Changed = "risk.changed";
    public const string Published = "risk.published";
    public const string Withdrawn = "risk.withdrawn";

    private const string Submitted = "risk.submitted";
    private const string Approved = "risk.approved";
    private const string Returned = "risk.returned";
    private const string Scheduled = "risk.scheduled";
    private const string Unscheduled = "risk.unscheduled";
    private const string PublicationBroke = "risk.publication-broke";

    /// <summary>What people read; other acts as they are.</summary>
    public static string Word(string act) => act switch
    {
        Added => "新建风险提示",
        Changed => "修改风险提示",
        Published => "发布风险提示",
        Withdrawn => "撤回风险提示",
        Submitted => "送审风险提示",
        Approved => "审核通过风险提示",
        Returned => "退回修改风险提示",
        Scheduled => "设定风险提示的发布时间",
        Unscheduled => "取消风险提示的发布时间",
        PublicationBroke => "风险提示没有按时发布",
        _ => act,
    };
}
