using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>A document with what is already known of an enterprise, and where each value came from.</summary>
public sealed record PrefilledDocument(ExportList Document, IReadOnlyDictionary<string, PrefilledValue> Origins);

/// <summary>Fills a new document from roster and filing profile, or from an earlier document.</summary>
public sealed class Prefill(PortalDbContext db, ChinaTime time)
{
    private const string Roster = "来自企业名录";
    private const string Profile = "来自申报资料";
    private const string Chooser = "按方式选择";
    private const string Usual = "默认值";

    /// <summary>Numbers that belong to one shipment and are not copied.</summary>
    private static readonly HeaderField[] _ofOneShipment =
        [HeaderFields.OrderNo, HeaderFields.LogisticsNo, HeaderFields.BillNo, HeaderFields.TotalPackageNo, HeaderFields.VoyageNo, HeaderFields.LicenseNo, HeaderFields.IeDate];

    public async Task<PrefilledDocument> NewAsync(int enterpriseId, string tradeMode, CancellationToken cancellation)
    {
        var enterprise = await db.Enterprises.AsNoTracking().Include(e => e.FilingProfile).SingleAsync(e => e.Id == enterpriseId, cancellation);
        var profile = enterprise.FilingProfile;
        var filling = new Filling(new ExportList { Goods = [new GoodsLine()] });
        filling.Put(HeaderFields.TradeMode, tradeMode, Chooser);
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
        return filling.Done();
    }

    /// <summary>The same goods and parties again, without the numbers that belong to one shipment.</summary>
    public PrefilledDocument Copy(ExportList source, DeclarationNumber from)
    {
        var document = _ofOneShipment.Aggregate(source, (d, field) => field.Write(d, null));
        var origin = $"复制自 {from}";
        var filling = new Filling(new ExportList { Goods = document.Goods });
        foreach (var field in FieldMap.Header) filling.Put(field, field.Read(document), origin);
        filling.Put(HeaderFields.IeDate, TypedValue.Day(time.Today), Usual);
        return filling.Done();
    }

    private sealed class Filling(ExportList start)
    {
        private ExportList _document = start;
        private readonly Dictionary<string, PrefilledValue> _origins = new(StringComparer.Ordinal);

        /// <summary>The first origin that has a value wins.</summary>
        public void Put(HeaderField field, string? value, string origin)
        {
            if (string.IsNullOrWhiteSpace(value) || !_origins.TryAdd(DocumentPath.Of(field), new PrefilledValue(value, origin))) return;
            _document = field.Write(_document, value);
        }

        public PrefilledDocument Done() => new(_document, _origins);
    }
}
