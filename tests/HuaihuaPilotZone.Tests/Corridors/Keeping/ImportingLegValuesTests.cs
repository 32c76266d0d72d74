using System.Text;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Corridors.Keeping;

[Collection(NetworkPortal.Name)]
public sealed class ImportingLegValuesTests(NetworkPortal network)
{
    private const string Page = "/park/network/legs/import";
    private const string Head = "起点,终点,运输方式,数值项,起始日,数值,单位,性质,来源\n";

    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Values_of_a_file_are_kept_whichever_way_the_leg_is_written_and_journalled()
    {
        var (leg, from, to) = await HasLegAsync();

        var notice = await ImportedAsync($"{Head}{from},{to},铁路,距离,,\"1,234.5\",公里,媒体,示例日报\n{to},{from},铁路,时间,2026-12-01,20,,估算,1234.5 公里 ÷ 60\n");

        Assert.Contains("2 个数值是新的或有变化", notice, StringComparison.Ordinal);
        var values = await ValuesAsync(leg);
        Assert.Equal([(LegQuantity.Distance, DateOnly.MinValue, 1234.5m), (LegQuantity.Hours, new DateOnly(2026, 12, 1), 20m)], values.Select(v => (v.Quantity, v.From, v.Value)));
        Assert.Equal([NetworkActs.LegAdded, NetworkActs.Imported, NetworkActs.Imported], await _portal.ActsAsync(JournalSubjects.Network, $"leg-{leg}"));
        Assert.Equal(2, await _portal.WithDatabaseAsync(db => db.Legs.Where(l => l.Id == leg).Select(l => l.Version).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task What_was_exported_comes_in_again_without_changing_anything()
    {
        var (leg, from, to) = await HasLegAsync();
        await ImportedAsync($"{Head}{from},{to},铁路,距离,,100,公里,媒体,示例日报\n{from},{to},铁路,距离,2026-12-01,90,公里,媒体,示例日报\n");
        var admin = await _portal.VisitAsAsync("admin");
        foreach (var ending in new[] { "csv", "xlsx" })
        {
            var file = await (await admin.GetAsync($"/park/network/legs/values.{ending}?q={from}")).Content.ReadAsByteArrayAsync(Cancellation);
            Assert.Contains("0 个数值", await admin.NoticeAfterAsync(await admin.UploadAsync(Page, Page, [], ($"a.{ending}", file))), StringComparison.Ordinal);
        }

        Assert.Equal(2, (await ValuesAsync(leg)).Count);
        Assert.Contains("0 个数值", await ImportedAsync(Encoding.UTF8.GetString(await (await admin.GetAsync("/park/network/legs/values.csv")).Content.ReadAsByteArrayAsync(Cancellation))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_faulty_row_keeps_the_whole_file_out_and_every_fault_stands_at_its_row()
    {
        var (leg, from, to) = await HasLegAsync();

        var answer = await UploadAsync(
            $"{Head}{from},{to},铁路,距离,,100,公里,媒体,示例\n{from},{to},公路,距离,,100,公里,媒体,示例\n{from},{to},铁路,速度,,100,,媒体,示例\n{from},{to},铁路,时间,昨天,很久,天,谣言,\n" +
            $"{from},{to},铁路,距离,,100,公里,媒体,示例\n{from},{to},铁路,时间,,5000,小时,媒体,示例\n{from},{to},铁路,每箱运价,,5,元/箱,媒体,\n");

        await answer.RefusedWithAsync(
            "第 3 行：没有登记", "第 4 行：数值项应是", "第 5 行：单位应是“小时”", "第 5 行：数值应是数字", "第 5 行：性质应是", "第 5 行：起始日应写成", "第 6 行：与前面的行是同一区段", "第 7 行：时间应为 0.01 至 2160 小时", "第 8 行：没有来源的数值不能保存");
        Assert.Empty(await ValuesAsync(leg));
        Assert.Equal([NetworkActs.LegAdded], await _portal.ActsAsync(JournalSubjects.Network, $"leg-{leg}"));
    }

    [Fact]
    public async Task A_spreadsheet_is_read_as_well()
    {
        var (leg, from, to) = await HasLegAsync();
        using var file = new MemoryStream();
        SheetWriter.Write(file, new SheetContent("数值", [[.. Head.Trim().Split(',')], [from, to, "铁路", "距离", "2026-12-01", "88", "公里", "政府", "示例"]]));

        Assert.Equal("/park/network/legs", (await UploadAsync(file.ToArray(), "a.xlsx")).LedTo());

        Assert.Equal(88m, Assert.Single(await ValuesAsync(leg)).Value);
    }

    [Theory]
    [InlineData("没有\n认得的,表头\n", "a.csv", "表头应有")]
    [InlineData("起点,终点,运输方式,数值项,起始日,数值,单位,性质,来源\n", "a.csv", "没有数据行")]
    [InlineData("x", "a.pdf", "CSV 或 Excel")]
    [InlineData("x", "a.xlsx", "")]
    public async Task A_file_that_cannot_be_read_is_refused(string text, string name, string refusal) => await (await UploadAsync(Encoding.UTF8.GetBytes(text), name)).RefusedWithAsync(refusal);

    [Fact]
    public async Task Without_a_file_nothing_is_imported() =>
        await (await (await _portal.VisitAsAsync("admin")).UploadAsync(Page, Page, [], null)).RefusedWithAsync("请选择文件");

    private async Task<(int Id, string From, string To)> HasLegAsync()
    {
        var (from, to) = (await _portal.HasNodeAsync(), await _portal.HasNodeAsync());
        return (await _portal.HasLegAsync(from.Id, to.Id), from.Name, to.Name);
    }

    private Task<List<LegValue>> ValuesAsync(int leg) => _portal.WithDatabaseAsync(db => db.Set<LegValue>().AsNoTracking().Where(v => v.LegId == leg).OrderBy(v => v.Id).ToListAsync(Cancellation));

    private async Task<string> ImportedAsync(string text)
    {
        var admin = await _portal.VisitAsAsync("admin");
        return await admin.NoticeAfterAsync(await admin.UploadAsync(Page, Page, [], ("a.csv", Encoding.UTF8.GetBytes(text))));
    }

    private Task<HttpResponseMessage> UploadAsync(string text) => UploadAsync(Encoding.UTF8.GetBytes(text), "a.csv");

    private async Task<HttpResponseMessage> UploadAsync(byte[] content, string name) => await (await _portal.VisitAsAsync("admin")).UploadAsync(Page, Page, [], (name, content));
}
