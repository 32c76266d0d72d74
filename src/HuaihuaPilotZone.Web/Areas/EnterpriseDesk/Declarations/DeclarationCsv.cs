using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Web.Shared;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>A list of declarations for a spreadsheet.</summary>
public static class DeclarationCsv
{
    private static readonly string[] _head = ["申报单号", "单证", "监管方式", "订单编号", "运单编号", "商品", "币制", "总价", "状态", "必须修改", "建议核对", "更新时间"];

    public static Task SendAsync(HttpResponse response, DateOnly today, IAsyncEnumerable<DeclarationRow> rows, CancellationToken cancellation) =>
        CsvFile.SendAsync(response, string.Create(CultureInfo.InvariantCulture, $"declarations-{today:yyyyMMdd}.csv"), _head, rows, Values, cancellation);

    private static IEnumerable<string?> Values(DeclarationRow row) =>
    [
        row.Number.ToString(), row.Kind.Word(), row.TradeMode, row.OrderNo, row.WaybillNo, row.GoodsSummary, row.Currency,
        row.GoodsValue?.ToString("0.#####", CultureInfo.InvariantCulture), row.Look().Word,
        row.MustFixCount.ToString(CultureInfo.InvariantCulture), row.AdviceCount.ToString(CultureInfo.InvariantCulture),
        ChinaTime.FromUtc(row.UpdatedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
    ];
}
