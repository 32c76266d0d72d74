using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Books;

/// <summary>What a field says of a company.</summary>
internal enum PartyPart
{
    Code,
    CustomsCode,
    Name,
}

/// <summary>Which fields of a document name the company of a role.</summary>
internal static class PartyPlaces
{
    private static readonly Dictionary<PartyRoles, (Field Field, PartyPart Part)[]> _list = new()
    {
        [PartyRoles.Platform] = [(HeaderFields.EbpCode, PartyPart.Code), (HeaderFields.EbpName, PartyPart.Name)],
        [PartyRoles.Consignor] = [(HeaderFields.EbcCode, PartyPart.Code), (HeaderFields.EbcName, PartyPart.Name)],
        [PartyRoles.Agent] = [(HeaderFields.AgentCode, PartyPart.Code), (HeaderFields.AgentName, PartyPart.Name)],
        [PartyRoles.Producer] = [(HeaderFields.OwnerCode, PartyPart.Code), (HeaderFields.OwnerName, PartyPart.Name)],
        [PartyRoles.Logistics] = [(HeaderFields.LogisticsCode, PartyPart.Code), (HeaderFields.LogisticsName, PartyPart.Name)],
    };

    private static readonly Dictionary<PartyRoles, (Field Field, PartyPart Part)[]> _declaration = new()
    {
        [PartyRoles.Consignor] = [(DeclarationFields.TradeCoScc, PartyPart.Code), (DeclarationFields.TradeCode, PartyPart.CustomsCode), (DeclarationFields.TradeName, PartyPart.Name)],
        [PartyRoles.OverseasConsignee] = [(DeclarationFields.OverseasCode, PartyPart.Code), (DeclarationFields.OverseasName, PartyPart.Name)],
        [PartyRoles.Producer] = [(DeclarationFields.OwnerCodeScc, PartyPart.Code), (DeclarationFields.OwnerCode, PartyPart.CustomsCode), (DeclarationFields.OwnerName, PartyPart.Name)],
        [PartyRoles.Agent] = [(DeclarationFields.AgentCodeScc, PartyPart.Code), (DeclarationFields.AgentCode, PartyPart.CustomsCode), (DeclarationFields.AgentName, PartyPart.Name)],
    };

    /// <summary>The fields for a role; none where the document has no such part.</summary>
    public static IReadOnlyList<(Field Field, PartyPart Part)> Of(DocumentSchema schema, PartyRoles role) =>
        (schema.Scope switch { DocumentScope.List => _list, DocumentScope.Declaration => _declaration, _ => [] }).GetValueOrDefault(role) ?? [];

    public static string? ValueOf(BookParty party, PartyPart part) => part switch
    {
        PartyPart.Code => party.Code,
        PartyPart.CustomsCode => party.CustomsCode,
        _ => party.Name,
    };
}
