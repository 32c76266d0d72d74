using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Imports.Lists;

/// <summary>Looks up the numbers of many lists at once, as <see cref="DeclarationCheck"/> does for one.</summary>
internal sealed class ListNumbers(PortalDbContext db, ChinaTime time)
{
    private const string Somebody = "另一家企业的单证";

    public async Task<UsedNumbers> ReadAsync(int enterpriseId, IReadOnlyList<ExportList> lists, Transmission? transmission, CancellationToken cancellation)
    {
        var others = db.Declarations.AsNoTracking().Where(d => d.State != DeclarationState.Withdrawn).Where(d => d.EnterpriseId == enterpriseId || d.State != DeclarationState.Draft);
        string[] orders = [.. lists.Select(l => l.OrderNo).OfType<string>().Distinct(StringComparer.Ordinal)];
        string[] waybills = [.. lists.Select(l => l.LogisticsNo).OfType<string>().Distinct(StringComparer.Ordinal)];
        var since = time.UtcNow.AddMonths(-DeclarationCheck.WaybillMonths);
        var byOrder = await others.Where(d => d.OrderNo != null && orders.Contains(d.OrderNo)).OrderBy(d => d.Id)
            .Select(d => new Used(d.PlatformCode, d.OrderNo!, d.EnterpriseId, d.Number)).ToListAsync(cancellation);
        var byWaybill = await others.Where(d => d.WaybillNo != null && waybills.Contains(d.WaybillNo) && d.UpdatedAt >= since).OrderBy(d => d.Id)
            .Select(d => new Used(d.CarrierCode, d.WaybillNo!, d.EnterpriseId, d.Number)).ToListAsync(cancellation);
        return new UsedNumbers(Names(byOrder, enterpriseId), Names(byWaybill, enterpriseId), transmission);
    }

    private static Dictionary<(string, string), string> Names(List<Used> used, int enterpriseId) =>
        used.Where(u => u.Holder is not null).GroupBy(u => (u.Holder!, u.No)).ToDictionary(g => g.Key, g => g.First() is var first && first.EnterpriseId == enterpriseId ? first.Number.ToString() : Somebody);

    private sealed record Used(string? Holder, string No, int EnterpriseId, DeclarationNumber Number);
}

/// <summary>Numbers that other documents hold.</summary>
internal sealed class UsedNumbers(IReadOnlyDictionary<(string, string), string> orders, IReadOnlyDictionary<(string, string), string> waybills, Transmission? transmission)
{
    internal const string SameFile = "本文件的另一份单证";

    /// <summary>What the check of one group asks. A group whose order number is not its key stands beside another one that holds the number.</summary>
    public IDocumentLookups For(string key) => new Lookups(this, key);

    private sealed class Lookups(UsedNumbers all, string key) : IDocumentLookups
    {
        public Transmission? Transmission => all.Known;

        public string? OtherDocumentWithOrder(string ebpCode, string orderNo) =>
            key.StartsWith('!') ? SameFile : all.Orders.GetValueOrDefault((ebpCode, orderNo));

        public string? OtherDocumentWithWaybill(string logisticsCode, string logisticsNo) => all.Waybills.GetValueOrDefault((logisticsCode, logisticsNo));
    }

    private IReadOnlyDictionary<(string, string), string> Orders => orders;

    private IReadOnlyDictionary<(string, string), string> Waybills => waybills;

    private Transmission? Known => transmission;
}
