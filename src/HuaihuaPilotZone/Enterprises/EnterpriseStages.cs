using System.Collections.Frozen;

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
}
