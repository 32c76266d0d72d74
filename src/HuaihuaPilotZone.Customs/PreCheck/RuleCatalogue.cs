using System.Collections.Frozen;
using HuaihuaPilotZone.Customs.CrossCheck;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck.Rules;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>All rules of the pre-check.</summary>
public static class RuleCatalogue
{
    /// <summary>Names this set of rules; changes whenever a rule is added or judges differently.</summary>
    public const string Version = "2026-11-29.5";

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
        .. ControlRules.All,
        .. QuantityRules.All,
        .. AmountRules.All,
        .. OrderRules.All,
        .. ValueLimitRules.All,
        .. WeightRules.All,
        .. FilingRules.All,
        .. ChannelRules.All,
        .. HeadRules.All,
        .. TransportRules.All,
        .. LoadingRules.All,
        .. PaperRules.All,
        .. ChargeRules.All,
        .. ModelRules.All,
        .. BrandRules.All,
        .. ContainerRules.All,
        .. AttachmentRules.All,
        .. OriginRules.All,
        .. ApplicationRules.All,
        .. ReturnRules.All,
        .. ReturnDeclarationRules.All,
        .. CrossRules.All,
    ];

    private static readonly FrozenDictionary<string, Rule> _byId = All.ToFrozenDictionary(r => r.Id, StringComparer.Ordinal);

    /// <summary>The rules that look at a kind of document, by topic.</summary>
    public static IReadOnlyList<Rule> Of(DocumentScope scope) => [.. All.Where(r => (r.Scope & scope) != DocumentScope.None)];

    /// <summary>The rule of an id, or null.</summary>
    public static Rule? Find(string id) => _byId.GetValueOrDefault(id);
}
