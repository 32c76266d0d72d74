using System.Collections.Frozen;
using System.Globalization;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>Which stage may follow which, written down once.</summary>
public static class EnterpriseStages
{
    private static readonly FrozenDictionary<EnterpriseStage, IReadOnlyList<EnterpriseStage>> _next = new Dictionary<EnterpriseStage, IReadOnlyList<EnterpriseStage>>
    {
        [EnterpriseStage.Interested] = [EnterpriseStage.Signed, EnterpriseStage.Left],
        [EnterpriseStage.Signed] = [EnterpriseStage.Building, EnterpriseStage.Operating, EnterpriseStage.Left],
        [EnterpriseStage.Building] = [EnterpriseStage.Operating, EnterpriseStage.Left],
        [EnterpriseStage.Operating] = [EnterpriseStage.Building, EnterpriseStage.Left],
        [EnterpriseStage.Left] = [EnterpriseStage.Interested, EnterpriseStage.Signed],
    }.ToFrozenDictionary();

    public static IReadOnlyList<EnterpriseStage> After(EnterpriseStage stage) => _next[stage];

    /// <summary>Everything that stands against a step.</summary>
    /// <param name="on">Civil day on which the new stage begins.</param>
    public static IEnumerable<Refusal> Refuse(Enterprise enterprise, EnterpriseStage to, DateOnly on, DateOnly today)
    {
        if (!After(enterprise.Stage).Contains(to)) yield return new Refusal("To", $"“{enterprise.Stage.Word()}”之后不能直接转为“{to.Word()}”。");
        if (on < enterprise.StageSince) yield return new Refusal("On", string.Create(CultureInfo.InvariantCulture, $"日期不能早于现阶段的开始日期 {enterprise.StageSince:yyyy-MM-dd}。"));
        if (on > today) yield return new Refusal("On", "日期不能晚于今天。");
    }
}
