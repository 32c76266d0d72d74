using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Enterprises;

public sealed class UsingTheGridTests(Portal portal)
{
    private const string Grid = "/park/enterprises";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cell_is_changed_where_it_stands_and_put_back()
    {
        var id = await portal.HasEnterpriseAsync("表格修改公司");
        var admin = await portal.VisitAsAsync("admin");

        var changed = await ReadAsync<Cell>(await ChangeAsync(admin, id, "Address", "", "示例路 8 号", 1));
        Assert.Equal(("示例路 8 号", "示例路 8 号", 2), (changed.Value, changed.Text, changed.Version));
        var undone = await ReadAsync<Cell>(await ChangeAsync(admin, id, "Address", "示例路 8 号", "", changed.Version));

        Assert.Equal(("", "待录入"), (undone.Value, undone.Text));
        Assert.Null((await FindAsync(id)).Address);
        Assert.Equal(2, await portal.WithDatabaseAsync(db => db.Journal.CountAsync(l => l.Subject == JournalSubjects.Enterprise && l.SubjectKey == Key(id) && l.Act == EnterpriseActs.Changed, Cancellation)));
    }

    [Fact]
    public async Task A_contact_is_kept_whole_and_leaves_the_grid_masked_only()
    {
        var id = await portal.HasEnterpriseAsync("表格电话公司");
        var admin = await portal.VisitAsAsync("admin");

        Assert.Equal("还没有联系人，请先填写联系人姓名。", (await ReadAsync<Refusal>(await ChangeAsync(admin, id, "Phone", "", "13800000001", 1), HttpStatusCode.UnprocessableEntity)).Message);
        var named = await ReadAsync<Cell>(await ChangeAsync(admin, id, "Contact", "", "示例甲", 1));
        var said = await ReadAsync<Cell>(await ChangeAsync(admin, id, "Phone", "", "13800000001", named.Version));

        Assert.Equal(("示**", "示**"), (named.Value, named.Text));
        Assert.Equal(("138****0001", "138****0001"), (said.Value, said.Text));
        var markup = (await admin.OpenAsync($"{Grid}?q={Uri.EscapeDataString("表格电话")}")).DocumentElement.OuterHtml;
        Assert.Contains("138****0001", markup, StringComparison.Ordinal);
        foreach (var whole in new[] { "13800000001", "示例甲" }) Assert.DoesNotContain(whole, markup, StringComparison.Ordinal);
        // a mask that comes back stands for what is kept, and a changed mask for nothing
        var kept = await ReadAsync<Cell>(await ChangeAsync(admin, id, "Phone", "138****0001", "138****0001", said.Version));
        Assert.Contains("带 * 号的是遮盖后的内容", (await ReadAsync<Refusal>(await ChangeAsync(admin, id, "Phone", "138****0001", "139****0001", kept.Version), HttpStatusCode.UnprocessableEntity)).Message, StringComparison.Ordinal);
        var contact = await portal.WithDatabaseAsync(db => db.Set<Contact>().AsNoTracking().SingleAsync(c => c.EnterpriseId == id, Cancellation));
        Assert.Equal(("示例甲", "13800000001"), (contact.Name, contact.Phone));
    }

    [Theory]
    [InlineData("Phone", "call me", "电话只能用数字")]
    [InlineData("CustomsCode", "12AB", "海关注册编码应为 10 位")]
    [InlineData("Website", "javascript:alert(1)", "网址应以 http")]
    [InlineData("EnglishName", "公司", "英文名称里有汉字")]
    [InlineData("Type", "Nonsense", "没有这个选项")]
    [InlineData("Area", "999999", "没有这个片区")]
    [InlineData("Name", "改名", "")]
    public async Task A_wrong_value_is_refused_with_its_reason(string field, string value, string reason)
    {
        var id = await portal.HasEnterpriseAsync($"表格拒绝{field}公司");

        var answer = await ChangeAsync(await portal.VisitAsAsync("admin"), id, field, "", value, 1);

        Assert.Contains(reason, (await ReadAsync<Refusal>(answer, HttpStatusCode.UnprocessableEntity)).Message, StringComparison.Ordinal);
        Assert.Equal(1, (await FindAsync(id)).Version);
    }

    [Fact]
    public async Task A_change_of_the_same_field_by_somebody_else_shows_both_values_and_of_another_field_does_not_matter()
    {
        var id = await portal.HasEnterpriseAsync("表格冲突公司");
        var admin = await portal.VisitAsAsync("admin");
        (await admin.SubmitAsync($"{Grid}/{id}/edit", new() { ["Address"] = "他人路 1 号" })).LedTo();

        var other = await ReadAsync<Cell>(await ChangeAsync(admin, id, "Website", "", "https://www.example.com", 1));
        var conflict = await ReadAsync<Conflict>(await ChangeAsync(admin, id, "Address", "", "我的路 2 号", 1), HttpStatusCode.Conflict);
        Assert.Equal(("示例管理员", "他人路 1 号", "我的路 2 号", other.Version), (conflict.By, conflict.Theirs, conflict.Mine, conflict.Version));
        Assert.Equal("他人路 1 号", (await FindAsync(id)).Address);

        await ReadAsync<Cell>(await ChangeAsync(admin, id, "Address", "", "我的路 2 号", conflict.Version));
        Assert.Equal("我的路 2 号", (await FindAsync(id)).Address);
    }

    [Fact]
    public async Task Whoever_does_not_keep_the_roster_changes_no_cell_and_sees_none_to_change()
    {
        var id = await portal.HasEnterpriseAsync("表格只读公司");
        var auditor = await portal.VisitAsAsync("auditor");

        Assert.Equal(HttpStatusCode.Forbidden, (await ChangeAsync(auditor, id, "Address", "", "示例", 1, "/account/password")).StatusCode);
        var page = await auditor.OpenAsync($"{Grid}?q={Uri.EscapeDataString("表格只读")}");
        Assert.Null(page.QuerySelector("td[data-field]"));
        Assert.Null(page.QuerySelector("[data-bulk]"));
        Assert.Equal(HttpStatusCode.NotFound, (await ChangeAsync(await portal.VisitAsAsync("admin"), 999_999, "Address", "", "示例", 1)).StatusCode);
    }

    [Fact]
    public async Task A_file_holds_exactly_what_was_filtered_harmless_and_noted()
    {
        var (one, _) = (await portal.HasEnterpriseAsync("=导出甲核桃公司"), await portal.HasEnterpriseAsync("导出乙核桃公司"));
        var admin = await portal.VisitAsAsync("admin");
        (await admin.SubmitAsync($"{Grid}/{one}/contacts", new() { ["Contacts[0].Name"] = "示例导出人", ["Contacts[0].Phone"] = "13800000009" })).LedTo();
        var address = $"{Grid}/export?q={Uri.EscapeDataString("核桃")}&sort=Name&cols=Contact&cols=Phone&cols=Type";

        var bytes = await (await admin.ForgeAsync(Grid, address, new() { ["format"] = "csv" })).Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal(new byte[] { 0xEF, 0xBB, 0xBF }, bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("企业名称,统一社会信用代码,类型,联系人,电话", lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.Contains(lines, l => l.StartsWith("'=导出甲核桃公司,", StringComparison.Ordinal) && l.EndsWith("示例导出人,13800000009", StringComparison.Ordinal));
        var note = await portal.WithDatabaseAsync(db => db.Journal.Where(l => l.Act == EnterpriseActs.Exported && l.Note!.Contains("核桃")).OrderByDescending(l => l.Id).Select(l => l.Note).FirstAsync(Cancellation));
        Assert.Equal("CSV：“核桃”；列：类型、联系人、电话（含个人信息）", note);

        var sheet = await (await admin.ForgeAsync(Grid, address, new() { ["format"] = "xlsx" })).Content.ReadAsStreamAsync(Cancellation);
        await using var part = new ZipArchive(sheet).GetEntry("xl/worksheets/sheet1.xml")!.Open();
        Assert.Contains("'=导出甲核桃公司", await new StreamReader(part).ReadToEndAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_chosen_ones_holds_them_alone()
    {
        var (one, two) = (await portal.HasEnterpriseAsync("导出丁山茶公司"), await portal.HasEnterpriseAsync("导出戊山茶公司"));
        await portal.HasEnterpriseAsync("导出己山茶公司");

        var answer = await (await portal.VisitAsAsync("admin")).ForgeAsync(Grid, $"{Grid}/export?q={Uri.EscapeDataString("山茶")}&cols=Type", new() { ["format"] = "csv", ["Ids[0]"] = Key(two), ["Ids[1]"] = Key(one) });

        var names = (await answer.Content.ReadAsStringAsync(Cancellation)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l[..l.IndexOf(',', StringComparison.Ordinal)]);
        Assert.Equal(["导出丁山茶公司", "导出戊山茶公司"], names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Persons_are_left_out_of_the_file_of_whoever_may_not_take_them_along()
    {
        await portal.HasEnterpriseAsync("导出丙银杏公司");

        var answer = await (await portal.VisitAsAsync("auditor")).ForgeAsync("/account/password", $"{Grid}/export?q={Uri.EscapeDataString("银杏")}", new() { ["format"] = "csv" });

        Assert.Equal("企业名称,统一社会信用代码,类型,片区,阶段日期,资料,状态", (await answer.Content.ReadAsStringAsync(Cancellation)).Split("\r\n")[0].TrimStart('\uFEFF'));
    }

    [Fact]
    public async Task The_grid_has_the_columns_that_were_chosen_in_one_order_and_the_usual_ones_otherwise()
    {
        var name = "列选银杏示例公司";
        await portal.HasEnterpriseAsync(name);
        var auditor = await portal.VisitAsAsync("auditor");

        Assert.Equal(["企业", "类型", "目标市场", "网站"], await HeadAsync("&cols=Website&cols=Markets&cols=Type&cols=Type"));
        Assert.Equal(["企业", "类型", "片区", "阶段日期", "联系人", "电话", "资料", "状态"], await HeadAsync(""));

        async Task<IEnumerable<string>> HeadAsync(string columns) =>
            (await auditor.OpenAsync($"{Grid}?q={Uri.EscapeDataString(name)}{columns}")).QuerySelectorAll(".hh-table thead th").Select(h => h.TextContent.Trim());
    }

    [Fact]
    public async Task A_view_is_saved_shared_opened_and_deleted_by_its_owner_only()
    {
        var (admin, editor) = (await portal.VisitAsAsync("admin"), await portal.VisitAsAsync("editor"));
        var name = "共享运营视图";

        var saved = await admin.ForgeAsync(Grid, $"{Grid}/views", new() { ["Name"] = name, ["Address"] = "stage=Operating&cols=Type&cols=Markets", ["IsShared"] = "true" });
        var page = await admin.OpenAsync(saved.LedTo());
        Assert.Equal(name, page.QuerySelector(".hh-tabs a[aria-current='page']")!.TextContent);
        Assert.Equal(["企业", "类型", "目标市场"], page.QuerySelectorAll("thead th").Select(h => h.TextContent.Trim()).Where(t => t.Length > 0 && t != "修改"));

        var seen = await editor.OpenAsync(Grid);
        var view = seen.QuerySelectorAll(".hh-tabs a").Single(a => a.TextContent == name).GetAttribute("href")!;
        var id = view[(view.IndexOf("view=", StringComparison.Ordinal) + 5)..];
        await editor.ForgeAsync("/account/password", $"{Grid}/views/{id}/delete", []);
        Assert.Contains(name, (await admin.OpenAsync(Grid)).Content(), StringComparison.Ordinal);
        Assert.Contains("同名的视图", await admin.NoticeAfterAsync(await admin.ForgeAsync(Grid, $"{Grid}/views", new() { ["Name"] = name })), StringComparison.Ordinal);
        Assert.Equal("视图已删除。", await admin.NoticeAfterAsync(await admin.ForgeAsync(Grid, $"{Grid}/views/{id}/delete", [])));
        Assert.DoesNotContain(name, (await editor.OpenAsync(Grid)).Content(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> ChangeAsync(Visitor visitor, int id, string field, string was, string value, int version, string from = Grid) => visitor.ForgeAsync(from, $"{Grid}/{id}/cell", new()
    {
        ["Version"] = version.ToString(CultureInfo.InvariantCulture),
        ["Field"] = field,
        ["Was"] = was,
        ["Value"] = value,
    });

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        Assert.Equal(expected, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<T>(Cancellation))!;
    }

    private Task<Enterprise> FindAsync(int id) => portal.WithDatabaseAsync(db => db.Enterprises.SingleAsync(e => e.Id == id, Cancellation));

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    private sealed record Cell(int Version, string Value, string Text, int Completeness);

    private sealed record Refusal(string Message);

    private sealed record Conflict(int Version, string By, string Theirs, string Mine);
}
