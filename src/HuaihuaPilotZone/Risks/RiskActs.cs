namespace HuaihuaPilotZone.Risks;

/// <summary>What is done with notices of risks, as the journal has it.</summary>
public static class RiskActs
{
    public const string Added = "risk.added";
    public const string Changed = "risk.changed";
    public const string Published = "risk.published";
    public const string Withdrawn = "risk.withdrawn";

    /// <summary>What people read; other acts as they are.</summary>
    public static string Word(string act) => act switch
    {
        Added => "新建风险提示",
        Changed => "修改风险提示",
        Published => "发布风险提示",
        Withdrawn => "撤回风险提示",
        _ => act,
    };
}
