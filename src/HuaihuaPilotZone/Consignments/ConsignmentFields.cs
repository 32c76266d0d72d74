using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;

namespace HuaihuaPilotZone.Consignments;

/// <summary>The fields of a consignment as people read them: for the journal, and for two who save at once.</summary>
internal static class ConsignmentFields
{
    public static IReadOnlyList<EditedField> Of(Consignment saved) => Make(
        saved.Goods, saved.Order?.RecordNo, saved.Declarations.Select(d => d.Declaration!.Number.ToString()), saved.Containers.Select(k => k.Number), saved.Providers.Select(p => p.Enterprise!.Name),
        saved.WaybillNo, saved.BookingNo, saved.TemperatureLow / 100m, saved.TemperatureHigh / 100m, saved.IsTrackable, saved.Note,
        saved.Stops.OrderBy(s => s.Sequence).Select(s => new StopData(s.Place, s.ArrivalPlanned, s.DeparturePlanned)));

    /// <param name="saved">What is saved: an order that is meant by its other number is the same order, and so is a provider.</param>
    public static IReadOnlyList<EditedField> Of(ConsignmentData data, Consignment saved) => Make(
        data.Goods, data.Order == saved.Order?.OrderNo ? saved.Order?.RecordNo : data.Order, data.Declarations, data.Containers.Select(c => Customs.Identifiers.ContainerNumber.Normalize(c)),
        data.Providers.Select(t => saved.Providers.Find(p => p.Enterprise!.CreditCode == t)?.Enterprise!.Name ?? t),
        data.WaybillNo?.ToUpperInvariant(), data.BookingNo?.ToUpperInvariant(), data.TemperatureLow, data.TemperatureHigh, data.IsTrackable, data.Note, data.Stops);

    private static IReadOnlyList<EditedField> Make(
        string goods, string? order, IEnumerable<string> declarations, IEnumerable<string> containers, IEnumerable<string> providers, string? waybill, string? booking,
        decimal? low, decimal? high, bool isTrackable, string? note, IEnumerable<StopData> stops) =>
    [
        new(nameof(ConsignmentData.Goods), "货物", goods),
        new(nameof(ConsignmentData.Order), "订单", order),
        new(nameof(ConsignmentData.Declarations), "预申报", Join(declarations)),
        new(nameof(ConsignmentData.Containers), "集装箱", Join(containers)),
        new(nameof(ConsignmentData.Providers), "物流服务商", Join(providers)),
        new(nameof(ConsignmentData.WaybillNo), "提运单号", waybill),
        new(nameof(ConsignmentData.BookingNo), "订舱号", booking),
        new(nameof(ConsignmentData.TemperatureLow), "最低温度", Degrees(low)),
        new(nameof(ConsignmentData.TemperatureHigh), "最高温度", Degrees(high)),
        new(nameof(ConsignmentData.IsTrackable), "凭号码公开查询", isTrackable ? "是" : "否"),
        new(nameof(ConsignmentData.Note), "备注", note),
        new(nameof(ConsignmentData.Stops), "路线", string.Join(" → ", stops.Select(s => $"{s.Place}{Times(s)}"))),
    ];

    private static string? Join(IEnumerable<string> texts) => string.Join("、", texts.Order(StringComparer.Ordinal)) is { Length: > 0 } joined ? joined : null;

    private static string? Degrees(decimal? value) => value is { } degrees ? $"{degrees.ToString("0.##", CultureInfo.InvariantCulture)} ℃" : null;

    private static string? Times(StopData stop) => stop is { ArrivalPlanned: null, DeparturePlanned: null } ? null : $"（{Time(stop.ArrivalPlanned)} / {Time(stop.DeparturePlanned)}）";

    private static string Time(DateTime? utc) => utc is { } at ? ChinaTime.FromUtc(at).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture) : "—";
}
