using System.Text;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Figures;

public sealed class ImportingStatisticsTests(Portal portal)
{
    private const string Page = "/park/statistics/import";
    private const string Head = "指标代码,系列代码,期间,数值,单位,限定,数据状态,来源,来源日期,来源网址,说明\n";

    [Fact]
    public async Task Rows_of_a_file_come_in_unchecked_and_wait_for_another_person()
    {
        var (code, series) = await portal.HasIndicatorAsync();

        var answer = await UploadAsync($"{Head}{code},measured,2026-01,\"1,234.5\",万吨,约,媒体,示例日报,2026-02-03,https://www.example.com/a,说明甲\n{code},measured,2026-02,6,万吨,,政府,,,,\n");

        Assert.Equal("/park/statistics?state=Draft", answer.LedTo());
        var rows = await RowsAsync(series);
        Assert.Equal([("2026-01", 1234.5m), ("2026-02", 6m)], rows.Select(r => (r.Period, r.Value)));
        Assert.All(rows, r => Assert.Equal((ObservationState.Draft, null), (r.State, r.CheckedById)));
        Assert.Equal(("示例日报", "2026-02-03", "https://www.example.com/a", "说明甲"), (rows[0].Source, rows[0].SourceDate, rows[0].SourceAddress, rows[0].Note));
        Assert.Equal($"/park/statistics/{rows[0].Id}", (await (await portal.VisitAsAsync("admin")).PublishAsync(rows[0].Id)).LedTo());
    }

    [Fact]
    public async Task One_faulty_row_keeps_the_whole_file_out_and_every_fault_is_named()
    {
        var (code, series) = await portal.HasIndicatorAsync();

        var answer = await UploadAsync(
            $"{Head}{code},measured,2026-01,5,万吨,,媒体,示例,2026-02-03,,\n{code},measured,2026-02,五,吨,,媒体,,,,\n{code},nothing,2026-02,5,万吨,,媒体,,,,\n{code},measured,2026-01,6,万吨,,谣言,,,,\n" +
            $"{code},measured,2099-01,6,万吨,,媒体,,,,\n{code},measured,2026-01,6,万吨,,媒体,,,,\n");

        await answer.RefusedWithAsync("第 3 行：单位应是“万吨”", "第 3 行：数值应是数字", "第 4 行：没有指标", "第 5 行：数据状态应是", "第 6 行：这个期间还没有结束", "第 7 行：与前面的行是同一系列的同一期间");
        Assert.Empty(await RowsAsync(series));
    }

    [Fact]
    public async Task A_period_that_is_there_already_is_not_written_over()
    {
        var (code, series) = await portal.HasIndicatorAsync();
        await (await portal.VisitAsAsync("editor")).TypeAsync(series, "2026-01", "5");

        await (await UploadAsync($"{Head}{code},measured,2026-01,6,万吨,,媒体,示例,2026-02-03,,\n")).RefusedWithAsync("第 2 行：这个系列在 2026-01 已有数据");

        Assert.Equal(5m, Assert.Single(await RowsAsync(series)).Value);
    }

    [Fact]
    public async Task A_spreadsheet_is_read_as_well()
    {
        var (code, series) = await portal.HasIndicatorAsync();
        using var file = new MemoryStream();
        SheetWriter.Write(file, new SheetContent("数据", [[.. Head.Trim().Split(',')], [code, "measured", "2026-01", "7", "万吨", "", "媒体", "示例", "2026-02-03", "", ""]]));

        Assert.Equal("/park/statistics?state=Draft", (await UploadAsync(file.ToArray(), "a.xlsx")).LedTo());
        Assert.Equal(7m, Assert.Single(await RowsAsync(series)).Value);
    }

    [Theory]
    [InlineData("没有\n认得的,表头\n", "表头应有")]
    [InlineData("指标代码,系列代码,期间,数值,单位,数据状态\n", "没有数据行")]
    public async Task A_file_without_headings_or_rows_is_refused(string text, string refusal) => await (await UploadAsync(text)).RefusedWithAsync(refusal);

    [Fact]
    public async Task Another_kind_of_file_is_refused() => await (await UploadAsync([1, 2, 3], "a.pdf")).RefusedWithAsync("CSV 或 Excel");

    [Fact]
    public async Task The_example_says_of_which_indicators_it_speaks()
    {
        var editor = await portal.VisitAsAsync("editor");

        var text = await (await editor.GetAsync($"{Page}/example.csv")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("指标代码,系列代码,期间,数值,单位", text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains("演示", text, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> UploadAsync(string text) => UploadAsync(Encoding.UTF8.GetBytes(text), "statistics.csv");

    private async Task<HttpResponseMessage> UploadAsync(byte[] content, string name) => await (await portal.VisitAsAsync("editor")).UploadAsync(Page, Page, [], (name, content));

    private Task<List<Observation>> RowsAsync(int series) =>
        portal.WithDatabaseAsync(db => db.Observations.AsNoTracking().Where(o => o.SeriesId == series).OrderBy(o => o.Period).ToListAsync(TestContext.Current.CancellationToken));
}
