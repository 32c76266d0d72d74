using System.Globalization;
using System.Net;
using System.Text;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Imports;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Enterprises;

/// <summary>The roster from a file, at the park desk.</summary>
public sealed class ImportingEnterprisesTests(Portal portal)
{
    /// <summary>Every column.</summary>
    private const string Export = "/park/enterprises/export?q=撤回导入&cols=EnglishName&cols=CustomsCode&cols=Type&cols=Area&cols=StageSince&cols=Tags&cols=Markets&cols=Contact&cols=Phone&cols=Address&cols=Website&cols=Completeness&cols=Public&cols=Updated&cols=Stage";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_thousand_rows_with_37_bad_963_are_imported_and_37_come_back_with_their_row_numbers()
    {
        var admin = await portal.VisitAsAsync("admin");
        var rows = Enumerable.Range(1, 1000).Select(i => RosterFiles.Row($"千行导入第{RosterFiles.Number(i)}号公司")).ToList();
        var bad = Enumerable.Range(0, 37).Select(i => 5 + (i * 26)).ToList();
        foreach (var (place, i) in bad.Select((p, i) => (p, i)))
        {
            rows[place] = (i % 5) switch
            {
                0 => rows[place].With("统一社会信用代码", rows[place][1][..17]),
                1 => rows[place].With("阶段日期", "2025.13.06"),
                2 => rows[place].With("片区", "辰溪"),
                3 => rows[place].With("企业名称", ""),
                _ => rows[place].With("联系电话", "没有电话"),
            };
        }

        var address = await admin.ImportRosterAsync("千行.csv", rows);
        var page = await admin.OpenAsync(address);
        Assert.Contains(page.Said(bad[1] + 2), s => s.Contains("“2025.13.06”不是日历上的日期", StringComparison.Ordinal));
        Assert.Contains(page.Said(bad[2] + 2), s => s.Contains("与“辰溪片区”最接近", StringComparison.Ordinal) && s.Contains("建议：辰溪片区", StringComparison.Ordinal));
        var failed = await admin.ReadTextAsync($"{address}/failed.csv");
        Assert.Equal(bad.Select(p => p + 2), failed.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => int.Parse(l[..l.IndexOf(',', StringComparison.Ordinal)], CultureInfo.InvariantCulture)));
        var result = await admin.CommitAsync(address);

        Assert.Contains("导入了 963 家企业", result.Content(), StringComparison.Ordinal);
        Assert.Contains("其余 37 行没有导入", result.Content(), StringComparison.Ordinal);
        Assert.Equal(963, await portal.CountAsync("千行导入第"));
        var found = await admin.OpenAsync("/park/enterprises?q=千行导入第0002号");
        Assert.Contains("共 1 家", found.Content(), StringComparison.Ordinal);
        Assert.Contains("共 1 家", (await admin.OpenAsync("/park/enterprises?q=qianhangdaorudi0002")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_roster_has_already_is_updated_merged_or_skipped_as_somebody_decides()
    {
        var admin = await portal.VisitAsAsync("admin");
        string[] codes = [CreditCode.Next(), CreditCode.Next(), CreditCode.Next()];
        foreach (var (code, i) in codes.Select((c, i) => (c, i))) await portal.HasEnterpriseAsync($"重复导入{"甲乙丙"[i]}公司", creditCode: code);
        var address = await admin.ImportRosterAsync("重复.csv", RosterFiles.Row("重复导入甲公司", codes[0]).With("地址", "新址 1 号"), RosterFiles.Row("重复导入乙新公司", codes[1]), RosterFiles.Row("重复导入丙公司", codes[2]));

        var page = await admin.OpenAsync(address);
        Assert.Contains(page.Said(2), s => s.Contains("信用代码与名录里的“重复导入甲公司”相同，名称完全相同", StringComparison.Ordinal));
        Assert.Contains(page.Said(3), s => s.Contains("名称不同：文件里是“重复导入乙新公司”", StringComparison.Ordinal) || s.Contains("多了第", StringComparison.Ordinal));
        Assert.Equal(["更新", "合并", "跳过"], page.QuerySelectorAll("[data-kind='ROSTER-101'] [data-form=choose] button").Select(b => b.GetAttribute("value")!));
        await admin.ForgeAsync(address, $"{address}/rows", new() { ["Row"] = "3", ["Cells[0].Column"] = "decision", ["Cells[0].Value"] = "合并" });
        await admin.ForgeAsync(address, $"{address}/rows", new() { ["Row"] = "4", ["Cells[0].Column"] = "decision", ["Cells[0].Value"] = "跳过" });
        await admin.ChooseAsync(address, "ROSTER-101", "更新");
        Assert.Contains((await admin.OpenAsync($"{address}?show=advice")).Said(2), s => s.Contains("地址：空 → 新址 1 号", StringComparison.Ordinal));
        var result = await admin.CommitAsync(address);

        Assert.Contains("导入了 2 家企业", result.Content(), StringComparison.Ordinal);
        Assert.Contains("1 行选择了跳过", result.Content(), StringComparison.Ordinal);
        var (first, second, third) = (await FindAsync(codes[0]), await FindAsync(codes[1]), await FindAsync(codes[2]));
        Assert.Equal(("新址 1 号", EnterpriseType.CrossBorderCommerce, "示例联系人"), (first.Address, first.Type, Assert.Single(first.Contacts).Name));
        Assert.Equal(("重复导入乙公司", EnterpriseType.Manufacturing, "示例路 1 号"), (second.Name, second.Type, second.Address));
        Assert.Equal((1, null), (third.Version, third.Address));
        var key = first.Id.ToString(CultureInfo.InvariantCulture);
        var note = await portal.WithDatabaseAsync(db => db.Journal.Where(l => l.Subject == JournalSubjects.Enterprise && l.SubjectKey == key && l.Act == EnterpriseActs.Changed).Select(l => l.Note).SingleAsync(Cancellation));
        Assert.Equal("导入自“重复.csv”第 2 行", note);
    }

    [Theory]
    [InlineData("怀化近似一箱包有限公司", "近似一箱包有限责任公司", "去掉地名和组织形式后都是“近似一箱包”")]
    [InlineData("近似二（怀化）货运有限公司", "近似二(怀化)货运有限公司", "只有括号、空格、全半角或大小写不同")]
    [InlineData("近似三冷链物流有限公司", "近似三冷连物流有限公司", "“近似三冷连物流”第 5 个字是“连”，名录里是“链”")]
    [InlineData("近似四国际茶业有限公司", "近似四国际业茶有限公司", "“业茶”在名录里是“茶业”")]
    [InlineData("近似五国际家居有限公司", "近似五国家居有限公司", "比名录少了“际”")]
    public async Task A_similar_name_is_explained_by_its_characters(string known, string typed, string words)
    {
        var admin = await portal.VisitAsAsync("admin");
        var there = await portal.HasEnterpriseAsync(known);

        var address = await admin.ImportRosterAsync("近似.csv", RosterFiles.Row(typed));

        Assert.Contains((await admin.OpenAsync(address)).Said(2), s => s.Contains($"与名录里的“{known}”相近", StringComparison.Ordinal) && s.Contains(words, StringComparison.Ordinal) && s.Contains("信用代码", StringComparison.Ordinal));
        await admin.ChooseAsync(address, "ROSTER-102", "新增");
        var result = await admin.CommitAsync(address);
        Assert.Contains("导入了 1 家企业", result.Content(), StringComparison.Ordinal);
        // both are in the roster now: the result leads to where they are merged
        var merging = result.QuerySelector("[data-result] a[href$='/merge']")!.GetAttribute("href");
        Assert.NotNull((await admin.OpenAsync(merging!)).QuerySelector($"a[href='{merging}/{there}']"));
    }

    [Theory]
    [InlineData("更新", "文件里的地址")]
    [InlineData("合并", "名录里的地址")]
    [InlineData("跳过", "名录里的地址")]
    public async Task A_row_with_a_similar_name_may_be_the_record_that_it_is_like(string decision, string expected)
    {
        var admin = await portal.VisitAsAsync("admin");
        var id = await portal.HasEnterpriseAsync($"相似决定{decision}竹艺有限公司");
        (await admin.SubmitAsync($"/park/enterprises/{id}/edit", new() { ["Address"] = "名录里的地址" })).LedTo();

        var batch = await admin.ImportRosterAsync("相似.csv", RosterFiles.Row($"相似决定{decision}竹艺有限责任公司").With("地址", "文件里的地址"));
        Assert.NotNull((await admin.OpenAsync(batch)).QuerySelector("[data-kind='ROSTER-102']"));
        await admin.ChooseAsync(batch, "ROSTER-102", decision);
        Assert.Null((await admin.OpenAsync(batch)).QuerySelector("[data-kind='ROSTER-102']"));
        if (decision != "跳过") await admin.CommitAsync(batch);

        Assert.Equal(1, await portal.CountAsync($"相似决定{decision}"));
        var (name, address, contact) = await portal.WithDatabaseAsync(async db =>
            await db.Enterprises.AsNoTracking().Include(e => e.Contacts).SingleAsync(e => e.Id == id, Cancellation) is var e ? (e.Name, e.Address, e.Contacts.Select(c => c.Name).SingleOrDefault()) : default);
        Assert.Equal((decision == "更新" ? "相似决定更新竹艺有限责任公司" : $"相似决定{decision}竹艺有限公司", expected, decision == "跳过" ? null : "示例联系人"), (name, address, contact));
    }

    [Fact]
    public async Task Names_that_only_share_a_trade_are_not_similar()
    {
        var admin = await portal.VisitAsAsync("admin");
        await portal.HasEnterpriseAsync("怀化不相干甲乙箱包有限公司");

        var page = await admin.OpenAsync(await admin.ImportRosterAsync("不近似.csv", RosterFiles.Row("怀化丙丁戊己箱包有限公司")));

        Assert.Empty(page.QuerySelectorAll("[data-kind]"));
    }

    [Fact]
    public async Task A_batch_is_withdrawn_and_the_roster_is_exactly_as_before_except_what_was_edited_since()
    {
        var admin = await portal.VisitAsAsync("admin");
        async Task<string> ExportAsync() => await (await admin.ForgeAsync("/park/enterprises", Export, new() { ["format"] = "csv" })).Content.ReadAsStringAsync(Cancellation);
        string[] codes = [CreditCode.Next(), CreditCode.Next()];
        await portal.HasEnterpriseAsync("撤回导入旧公司", creditCode: codes[0]);
        await portal.HasEnterpriseAsync("撤回导入另公司", creditCode: codes[1]);
        var before = await ExportAsync();
        var address = await admin.ImportRosterAsync("撤回.csv", [RosterFiles.Row("撤回导入改名公司", codes[0]).With("阶段", "运营"), RosterFiles.Row("撤回导入另公司", codes[1]), .. Enumerable.Range(1, 30).Select(i => RosterFiles.Row($"撤回导入{RosterFiles.Number(i)}新公司"))]);
        await admin.ChooseAsync(address, "ROSTER-101", "更新");
        await admin.CommitAsync(address);
        Assert.NotEqual(before, await ExportAsync());

        await admin.SubmitAsync($"{address}/undo", [], $"{address}/undo");
        Assert.Contains("撤回了 32 家", (await admin.WaitAsync(address)).Content(), StringComparison.Ordinal);
        Assert.Equal(before, await ExportAsync());
        Assert.Empty((await FindAsync(codes[0])).FormerNames);

        // once more, and somebody edits one of them before it is taken back
        var again = await admin.ImportRosterAsync("再来.csv", RosterFiles.Row("撤回导入后来改过的公司"), RosterFiles.Row("撤回导入没有改过的公司"));
        var made = (await admin.CommitAsync(again)).Results();
        await admin.SubmitAsync($"/park/enterprises/{made[0]}/edit", new() { ["Address"] = "后来的地址" });
        await admin.SubmitAsync($"{again}/undo", [], $"{again}/undo");
        Assert.Contains("撤回了 1 家", (await admin.WaitAsync(again)).Content(), StringComparison.Ordinal);
        Assert.Contains("撤回导入后来改过的公司", (await admin.OpenAsync($"{again}?show=kept")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("后来的地址", await portal.WithDatabaseAsync(db => db.Enterprises.Where(e => e.Id == int.Parse(made[0], CultureInfo.InvariantCulture)).Select(e => e.Address).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task The_template_is_understood_its_example_is_passed_over_and_other_headings_are_remembered()
    {
        var admin = await portal.VisitAsAsync("admin");
        using var answer = await admin.GetAsync($"{RosterFiles.Home}/template/enterprises/enterprises");
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        var rows = SheetReader.Read(file, SheetFormat.Xlsx).ToList();
        Assert.Equal(["*企业名称", "*统一社会信用代码", "*企业类型", "*阶段", "*阶段日期", "片区"], rows[0].Cells.Take(6));
        var own = string.Join('\n', $"{string.Join(',', rows[0].Cells)}", string.Join(',', rows[1].Cells.Select(c => $"\"{c}\"")), $"模板里的公司,{CreditCode.Next()},生产制造,意向,2026/7/1");
        var address = (await admin.UploadRosterAsync("模板.csv", Encoding.UTF8.GetBytes(own))).LedTo();
        await admin.SubmitAsync(address, [], $"{address}/columns");
        await admin.WaitAsync(address);
        var page = await admin.OpenAsync($"{address}?show=all");
        Assert.Contains("示例 1 行没有读入", page.Content(), StringComparison.Ordinal);
        Assert.Contains("由“2026/7/1”转换", page.Content(), StringComparison.Ordinal);

        byte[] Strange(string name) => Encoding.UTF8.GetBytes($"甲,乙,丙\n{name},{CreditCode.Next()},意向");
        var strange = (await admin.UploadRosterAsync("怪.csv", Strange("怪标题公司"))).LedTo();
        Assert.Equal(strange, (await admin.SubmitAsync(strange, new() { ["Targets[0]"] = "name", ["Targets[1]"] = "creditCode", ["Targets[2]"] = "stage" }, $"{strange}/columns")).LedTo());
        var next = await admin.OpenAsync((await admin.UploadRosterAsync("怪二.csv", Strange("怪标题二公司"))).LedTo());
        Assert.Equal(["name", "creditCode", "stage"], next.QuerySelectorAll("select").Select(s => s.QuerySelector("option[selected]")?.GetAttribute("value") ?? "").Take(3));
    }

    [Fact]
    public async Task Each_desk_imports_its_own_kinds_and_sees_its_own_batches_only()
    {
        var admin = await portal.VisitAsAsync("admin");
        var luggage = await portal.VisitAsAsync("luggage");
        var park = await admin.ImportRosterAsync("园区.csv", RosterFiles.Row("各看各的公司"));
        var enterprise = await luggage.ImportAsync("企业.csv", Importing.Csv(Importing.Row()));

        Assert.Equal(HttpStatusCode.NotFound, (await luggage.GetAsync(park.Replace("/park/", "/enterprise/", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(enterprise.Replace("/enterprise/", "/park/", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.VisitAsAsync("auditor")).GetAsync(park)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await luggage.GetAsync("/enterprise/imports/template/enterprises/enterprises")).StatusCode);
        await (await luggage.UploadAsync("混.csv", RosterFiles.Csv(RosterFiles.Row("混进来的公司")), "enterprises", "enterprises")).RefusedWithAsync("请选择导入什么");
        await (await admin.UploadAsync($"{RosterFiles.Home}/new", $"{RosterFiles.Home}/new", new() { ["Kind"] = "lists", ["Variant"] = "9610" }, ("混.csv", Importing.Csv(Importing.Row())))).RefusedWithAsync("请选择导入什么");
        Assert.DoesNotContain("单一窗口", (await admin.OpenAsync(park)).Content(), StringComparison.Ordinal);
    }

    private Task<Enterprise> FindAsync(string code) => portal.WithDatabaseAsync(db => db.Enterprises.AsNoTracking().Include(e => e.Contacts).Include(e => e.FormerNames).AsSplitQuery().SingleAsync(e => e.CreditCode == code, Cancellation));
}
