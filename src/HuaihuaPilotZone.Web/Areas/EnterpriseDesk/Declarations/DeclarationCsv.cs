using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>A list of declarations for a spreadsheet: UTF-8 with BOM, formulas neutralised.</summary>
public static class DeclarationCsv
{
    private static readonly string[] _head = ["申报单号", "单证", "监管方式", "订单编号", "运单编号", "商品", "币制", "总价", "状态", "必须修改", "建议核对", "更新时间"];

    public static async Task WriteAsync(Stream output, IAsyncEnumerable<DeclarationRow> rows, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };
        await using var csv = new CsvWriter(writer, settings, leaveOpen: true);
        foreach (var title in _head) csv.WriteField(title);
        await csv.NextRecordAsync();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            foreach (var value in Values(row)) csv.WriteField(value);
            await csv.NextRecordAsync();
        }
    }

    private static IEnumerable<string?> Values(DeclarationRow row) =>
    [
        row.Number.ToString(), row.Kind.Word(), row.TradeMode, row.OrderNo, row.WaybillNo, row.GoodsSummary, row.Currency,
        row.GoodsValue?.ToString("0.#####", CultureInfo.InvariantCulture), row.Look().Word,
        row.MustFixCount.ToString(CultureInfo.InvariantCulture), row.AdviceCount.ToString(CultureInfo.InvariantCulture),
        ChinaTime.FromUtc(row.UpdatedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
    ];
}
