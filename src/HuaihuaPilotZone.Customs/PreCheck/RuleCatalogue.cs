using System.Collections.Frozen;
using HuaihuaPilotZone.Customs.PreCheck.Rules;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>All rules of the pre-check.</summary>
public static class RuleCatalogue
{
    /// <summary>Names this set of rules; changes whenever a rule is added or judges differently.</summary>
    public const string Version = "2026-11-22.1";

    /// <summary>Every rule, by topic.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. StructureRules.All,
        .. NumberRules.All,
        .. ModeRules.All,
        .. OfficeRules.All,
        .. PartyRules.All,
        .. CodeRules.All,
        .. PlaceRules.All,
        .. GoodsRules.All,
        .. TariffRules.All,
        .. QuantityRules.All,
        .. AmountRules.All,
        .. ValueLimitRules.All,
        .. WeightRules.All,
        .. FilingRules.All,
    ];

    private static readonly FrozenDictionary<string, Rule> _byId = All.ToFrozenDictionary(r => r.Id, StringComparer.Ordinal);

    /// <summary>The rule of an id, or null.</summary>
    public static Rule? Find(string id) => _byId.GetValueOrDefault(id);
}
