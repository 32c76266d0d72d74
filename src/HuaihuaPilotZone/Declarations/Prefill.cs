using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>A document with what is already known of an enterprise, and where each value came from.</summary>
public sealed record PrefilledDocument(CustomsDocument Document, IReadOnlyDictionary<string, PrefilledValue> Origins);

/// <summary>Fills a new document from roster and filing profile, or from an earlier document.</summary>
public sealed class Prefill(PortalDbContext db, CustomsTablesSource tables, ChinaTime time)
{
    private const string Roster = "来自企业名录";
    private const string Profile = "来自申报资料";
    private const string Chooser = "按方式选择";
    private const string Usual = "默认值";
    private const string FromList = "转自清单";

    /// <summary>A new document of a kind under a mode.</summary>
    public async Task<PrefilledDocument> NewAsync(int enterpriseId, DocumentKind kind, string tradeMode, CancellationToken cancellation)
    {
        var enterprise = await db.Enterprises.AsNoTracking().Include(e => e.FilingProfile).SingleAsync(e => e.Id == enterpriseId, cancellation);
        var schema = kind.Schema();
        var filling = new Filling(new CustomsDocument(schema).With(schema.Goods.Collection, [new DocumentLine(schema.Goods)]));
        filling.Put(schema.Roles.TradeMode, tradeMode, Chooser);
        if (kind == DocumentKind.List) FillList(filling, enterprise);
        else FillDeclaration(filling, enterprise, tradeMode);
        return filling.Done();
    }

    /// <summary>A declaration made of a list: what the list said, and what is usual where it said nothing.</summary>
    public async Task<PrefilledDocument> ConvertedAsync(int enterpriseId, ConvertedList converted, CancellationToken cancellation)
    {
        var enterprise = await db.Enterprises.AsNoTracking().Include(e => e.FilingProfile).SingleAsync(e => e.Id == enterpriseId, cancellation);
        var document = converted.Document;
        var filling = new Filling(new CustomsDocument(document.Schema).With(DeclarationGoods.Lines, document.Goods));
        foreach (var field in document.Schema.Header) filling.Put(field, document[field], FromList);
        FillDeclaration(filling, enterprise, document.TradeMode ?? "");
        return filling.Done();
    }

    /// <summary>The same goods and parties again, without what belongs to one shipment.</summary>
    /// <param name="origin">Where they come from, Chinese.</param>
    public async Task<PrefilledDocument> AgainAsync(CustomsDocument source, string origin, CancellationToken cancellation)
    {
        var again = OneShipment.StartFrom(source, origin, await tables.ReadAsync(cancellation));
        return source.Schema.Scope == DocumentScope.List ? WithToday(again) : again;
    }

    /// <summary>A document that was kept to start from, on the day on which it is used.</summary>
    public PrefilledDocument WithToday(PrefilledDocument started)
    {
        var today = TypedValue.Day(time.Today);
        var origins = new Dictionary<string, PrefilledValue>(started.Origins, StringComparer.Ordinal) { [started.Document.Schema.Roles.ExportDate.PathAt()] = new(today, Usual) };
        return new PrefilledDocument(started.Document.With(started.Document.Schema.Roles.ExportDate, today), origins);
    }

    private void FillList(Filling filling, Enterprise enterprise)
    {
        var profile = enterprise.FilingProfile;
        filling.Put(HeaderFields.IeDate, TypedValue.Day(time.Today), Usual);
        filling.Put(HeaderFields.StatisticsFlag, "B", Usual);
        filling.Put(HeaderFields.EbcCode, enterprise.CreditCode, Roster);
        filling.Put(HeaderFields.EbcName, enterprise.Name, Roster);
        filling.Put(HeaderFields.OwnerCode, enterprise.CreditCode, Roster);
        filling.Put(HeaderFields.OwnerName, enterprise.Name, Roster);
        filling.Put(HeaderFields.AgentCode, profile?.DeclarantCode, Profile);
        filling.Put(HeaderFields.AgentName, profile?.DeclarantName, Profile);
        filling.Put(HeaderFields.AgentCode, enterprise.CreditCode, Roster);
        filling.Put(HeaderFields.AgentName, enterprise.Name, Roster);
        filling.Put(HeaderFields.EbpCode, profile?.PlatformCode, Profile);
        filling.Put(HeaderFields.EbpName, profile?.PlatformName, Profile);
        filling.Put(HeaderFields.LogisticsCode, profile?.CarrierCode, Profile);
        filling.Put(HeaderFields.LogisticsName, profile?.CarrierName, Profile);
        filling.Put(HeaderFields.CustomsCode, profile?.CustomsOffice, Profile);
        filling.Put(HeaderFields.PortCode, profile?.PortOffice, Profile);
        filling.Put(HeaderFields.InsuredFee, "0", Usual);
    }

    private static void FillDeclaration(Filling filling, Enterprise enterprise, string tradeMode)
    {
        var profile = enterprise.FilingProfile;
        filling.Put(DeclarationFields.CutMode, "101", Usual);
        filling.Put(DeclarationFields.EntryType, "M", Usual);
        filling.Put(DeclarationFields.PromiseItems, "99999", Usual);
        if (ModeChooser.ListModes.Contains(tradeMode)) filling.Put(DeclarationFields.Note, "跨境电子商务", Usual);
        if (tradeMode == "9810") filling.Put(DeclarationFields.BusinessItems, "00100", Usual);
        PutOwn(filling, enterprise, DeclarationFields.TradeCoScc, DeclarationFields.TradeCode, DeclarationFields.TradeName);
        PutOwn(filling, enterprise, DeclarationFields.OwnerCodeScc, DeclarationFields.OwnerCode, DeclarationFields.OwnerName);
        PutAgent(filling, enterprise);
        PutTypist(filling);
        filling.Put(DeclarationFields.CustomsCode, profile?.CustomsOffice, Profile);
        filling.Put(DeclarationFields.PortCode, profile?.PortOffice, Profile);
    }

    // Where a list has already named another company, nothing of this one is mixed in.
    private static void PutOwn(Filling filling, Enterprise enterprise, Field credit, Field customs, Field name)
    {
        if (filling[credit] is { } code && code != enterprise.CreditCode) return;
        if (filling[customs] is { } registered && registered != enterprise.CustomsCode) return;
        filling.Put(credit, enterprise.CreditCode, Roster);
        filling.Put(customs, enterprise.CustomsCode, Roster);
        filling.Put(name, enterprise.Name, Roster);
    }

    // A profile keeps either code of the declarant.
    private static void PutAgent(Filling filling, Enterprise enterprise)
    {
        var declarant = enterprise.FilingProfile?.DeclarantCode;
        if (declarant is { Length: > 0 } && filling[DeclarationFields.AgentCodeScc] is null && filling[DeclarationFields.AgentCode] is null)
        {
            filling.Put(declarant.Length == CustomsRegistrationCode.Length ? DeclarationFields.AgentCode : DeclarationFields.AgentCodeScc, declarant, Profile);
            filling.Put(DeclarationFields.AgentName, enterprise.FilingProfile!.DeclarantName, Profile);
        }

        PutOwn(filling, enterprise, DeclarationFields.AgentCodeScc, DeclarationFields.AgentCode, DeclarationFields.AgentName);
    }

    // Who declares usually keys in as well; its organisation code stands inside the credit code.
    private static void PutTypist(Filling filling)
    {
        filling.Put(DeclarationFields.CopName, filling[DeclarationFields.AgentName], Usual);
        if (filling[DeclarationFields.AgentCodeScc] is { Length: UnifiedSocialCreditCode.Length } code) filling.Put(DeclarationFields.CopCode, code[8..17], Usual);
    }

    private sealed class Filling(CustomsDocument start)
    {
        private CustomsDocument _document = start;
        private readonly Dictionary<string, PrefilledValue> _origins = new(StringComparer.Ordinal);

        /// <summary>What a field holds so far.</summary>
        public string? this[Field field] => _document[field];

        /// <summary>The first origin that has a value wins.</summary>
        public void Put(Field field, string? value, string origin)
        {
            if (string.IsNullOrWhiteSpace(value) || !_origins.TryAdd(field.PathAt(), new PrefilledValue(value, origin))) return;
            _document = _document.With(field, value);
        }

        public PrefilledDocument Done() => new(_document, _origins);
    }
}
