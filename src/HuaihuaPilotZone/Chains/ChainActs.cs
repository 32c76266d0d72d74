namespace HuaihuaPilotZone.Chains;

/// <summary>What is done to industry chains, as the journal has it.</summary>
public static class ChainActs
{
    public const string ChainAdded = "chain.added";
    public const string ChainChanged = "chain.changed";
    public const string NodeAdded = "chain.node-added";
    public const string NodeChanged = "chain.node-changed";
    public const string NodeRemoved = "chain.node-removed";
    public const string MemberProposed = "chain.member-proposed";
    public const string MemberConfirmed = "chain.member-confirmed";
    public const string MemberRefused = "chain.member-refused";
    public const string MemberRemoved = "chain.member-removed";
    public const string PolicyAdded = "chain.policy-added";
    public const string PolicyRemoved = "chain.policy-removed";
    public const string RelationStated = "relation.stated";
    public const string RelationConfirmed = "relation.confirmed";
    public const string RelationDeclined = "relation.declined";
    public const string RelationShown = "relation.sight-chosen";
    public const string RelationRemoved = "relation.removed";

    /// <summary>What people read; other acts as they are.</summary>
    public static string Word(string act) => act switch
    {
        ChainAdded => "新建产业链",
        ChainChanged => "修改产业链",
        NodeAdded => "新增环节",
        NodeChanged => "修改环节",
        NodeRemoved => "删除环节",
        MemberProposed => "企业申请列入环节",
        MemberConfirmed => "列入环节",
        MemberRefused => "不列入环节",
        MemberRemoved => "移出环节",
        PolicyAdded => "列入政策",
        PolicyRemoved => "移出政策",
        RelationStated => "登记上下游关系",
        RelationConfirmed => "确认上下游关系",
        RelationDeclined => "不认可上下游关系",
        RelationShown => "改定上下游关系的可见范围",
        RelationRemoved => "删除上下游关系",
        _ => act,
    };
}
