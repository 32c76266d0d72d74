namespace HuaihuaPilotZone.Investment;

/// <summary>What is done for investment promotion, as the journal has it.</summary>
public static class InvestmentActs
{
    public const string LeadAdded = "lead.added";
    public const string LeadChanged = "lead.changed";
    public const string LeadMoved = "lead.moved";
    public const string LeadVisited = "lead.visited";
    public const string LeadSigned = "lead.signed";
    public const string LeadReminded = "lead.reminded";
    public const string LeadErased = "lead.persons-erased";
    public const string LeadsExported = "lead.exported";
    public const string EnterpriseSigned = "enterprise.signed-from-lead";
    public const string OpportunityAdded = "opportunity.added";
    public const string OpportunityChanged = "opportunity.changed";
    public const string OpportunityPublished = "opportunity.published";
    public const string OpportunityClosed = "opportunity.closed";
    public const string RateAdded = "cost.rate-added";
    public const string RateChanged = "cost.rate-changed";
    public const string SubsidyAdded = "cost.subsidy-added";
    public const string SubsidyChanged = "cost.subsidy-changed";

    /// <summary>What people read; other acts as they are.</summary>
    public static string Word(string act) => act switch
    {
        LeadAdded => "登记线索",
        LeadChanged => "修改线索资料",
        LeadMoved => "变更阶段",
        LeadVisited => "登记走访",
        LeadSigned => "签约，列入企业名录",
        LeadReminded => "提醒下一步",
        LeadErased => "清除个人信息",
        LeadsExported => "导出招商线索",
        EnterpriseSigned => "招商线索签约",
        OpportunityAdded => "新建招商项目",
        OpportunityChanged => "修改招商项目",
        OpportunityPublished => "公开招商项目",
        OpportunityClosed => "结束招商项目",
        RateAdded => "录入费用标准",
        RateChanged => "修改费用标准",
        SubsidyAdded => "录入补贴条件",
        SubsidyChanged => "修改补贴条件",
        _ => act,
    };
}
