using System.Net;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Yard;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Yard;

public sealed class PassingTheGateTests(Portal portal)
{
    private const string In = "/park/yard/gate/in";
    private const string Out = "/park/yard/gate/out";

    private static readonly DateTime _morning = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Unspecified);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_container_comes_in_is_moved_and_leaves_and_everything_is_kept()
    {
        var (container, block, admin) = (YardScenes.NextContainer(), await portal.HasBlockAsync(2), await portal.VisitAsAsync("admin"));

        var page = (await admin.SubmitAsync(In, Came(container.ToLowerInvariant(), firm: "91431299MA0000015J", position: $"{block}-01-01-1"), In)).LedTo();

        Assert.Matches("^/park/yard/stays/[0-9]+$", page);
        Assert.Contains($"{block}-01-01-1", (await admin.OpenAsync($"/park/yard?q={container}")).QuerySelector($"[data-container='{container}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(page, (await admin.SubmitAsync(page, new() { ["Position"] = $"{block.ToLowerInvariant()}-01-01-2" }, page)).LedTo());
        Assert.Equal("/park/yard/gate", (await admin.SubmitAsync(Out, Went(container), Out)).LedTo());

        var shown = (await admin.OpenAsync(page)).Content();
        foreach (var text in new[] { "已出场", "2 小时", $"{block}-01-01-1", $"{block}-01-01-2", "***34", "登记进场", "登记出场", "移位" }) Assert.Contains(text, shown, StringComparison.Ordinal);
        Assert.Equal(3, (await admin.OpenAsync(page)).QuerySelectorAll("[data-shift]").Length);
        Assert.Null((await admin.OpenAsync($"/park/yard?q={container}")).QuerySelector("[data-container]"));
        Assert.Equal(2, (await admin.OpenAsync($"/park/yard/gate?q={container}")).QuerySelectorAll("[data-move]").Length);
    }

    [Fact]
    public async Task The_log_shows_vehicles_masked_and_its_file_is_journalled_before_it_leaves()
    {
        var (container, auditor) = (YardScenes.NextContainer(), await portal.VisitAsAsync("auditor"));
        await portal.ComesInAsync(container, _morning);
        await portal.WithDatabaseAsync(db => db.GateMoves.Where(m => m.Container == container).ExecuteUpdateAsync(set => set.SetProperty(m => m.Vehicle, "湘NA2345"), Cancellation));
        Task<int> ExportsAsync() => portal.WithDatabaseAsync(db => db.Journal.CountAsync(l => l.Subject == JournalSubjects.Yard && l.SubjectKey == "export" && l.Act == YardActs.GateExported && l.Note == "CSV（按条件）", Cancellation));
        var (list, file, before) = ($"/park/yard/gate?q={container}", $"/park/yard/gate/export.csv?q={container}", await ExportsAsync());

        var shown = (await auditor.OpenAsync(list)).DocumentElement.OuterHtml;
        Assert.Contains("湘N***45", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("湘NA2345", shown, StringComparison.Ordinal);
        Assert.Equal(before, await ExportsAsync());

        var rows = await (await auditor.SubmitAsync(list, [], file)).Content.ReadAsStringAsync(Cancellation);
        foreach (var text in new[] { container, "湘NA2345" }) Assert.Contains(text, rows, StringComparison.Ordinal);
        Assert.Equal(before + 1, await ExportsAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync(file)).StatusCode);
    }

    [Fact]
    public async Task A_vehicle_stands_encrypted_and_is_found_by_its_whole_number_however_it_is_typed()
    {
        var (container, admin) = (YardScenes.NextContainer(), await portal.VisitAsAsync("admin"));
        var typed = Came(container);
        typed["Vehicle"] = $"湘N·{container[^6..]}";
        (await admin.SubmitAsync(In, typed, In)).LedTo();

        var stored = await portal.WithDatabaseAsync(db => db.Database.SqlQueryRaw<string>("SELECT Vehicle AS Value FROM GateMoves WHERE Container = {0}", container).SingleAsync(Cancellation));
        Assert.StartsWith("p1.test.", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(container[^6..], await portal.WithDatabaseAsync(db => db.Database.SqlQueryRaw<string>("SELECT VehicleMark AS Value FROM GateMoves WHERE Container = {0}", container).SingleAsync(Cancellation)), StringComparison.Ordinal);
        async Task<int> FoundAsync(string word) => (await admin.OpenAsync($"/park/yard/gate?q={Uri.EscapeDataString(word)}")).QuerySelectorAll("[data-move]").Length;
        Assert.Equal(1, await FoundAsync($"湘n{container[^6..]}"));
        Assert.Equal(1, await FoundAsync($"湘N·{container[^6..]}"));
        // a part of it finds nothing
        Assert.Equal(0, await FoundAsync($"湘N·{container[^6..^1]}"));
        Assert.Equal(0, await FoundAsync("——"));
    }

    [Fact]
    public async Task A_vehicle_from_before_they_were_encrypted_is_encrypted_and_found_once_a_new_build_has_started()
    {
        await using var own = Portal.Own();
        var container = YardScenes.NextContainer();
        await own.ComesInAsync(container, _morning);
        await own.WithDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE GateMoves SET Vehicle = '湘NA2345', VehicleMark = NULL WHERE Container = {0}", [container], Cancellation));

        await own.InScopeAsync(async s =>
        {
            await s.GetServices<RoomSeed>().Single(r => r.GetType().Name == "YardSeed").EnsureReferenceAsync(Cancellation);
            return true;
        });

        var stored = await own.WithDatabaseAsync(db => db.Database.SqlQueryRaw<string>("SELECT Vehicle AS Value FROM GateMoves WHERE Container = {0}", container).SingleAsync(Cancellation));
        Assert.StartsWith("p1.", stored, StringComparison.Ordinal);
        var found = await (await own.VisitAsAsync("admin")).OpenAsync("/park/yard/gate?q=湘NA2345");
        Assert.Contains("湘N***45", Assert.Single(found.QuerySelectorAll("[data-move]")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_what_was_typed()
    {
        var (container, admin) = (YardScenes.NextContainer(), await portal.VisitAsAsync("admin"));
        await portal.ComesInAsync(container, _morning);

        var shown = await (await admin.SubmitAsync(In, Came(container), In)).RefusedWithAsync($"{container} 已在场内（2026-11-22 08:00 进场）");
        Assert.Equal("X1234", shown.Value("Vehicle"));
        await (await admin.SubmitAsync(Out, Went(YardScenes.NextContainer()), Out)).RefusedWithAsync("不在场内，不能登记出场");
        await (await admin.SubmitAsync(Out, Went(container, "07:59"), Out)).RefusedWithAsync("进场是 2026-11-22 08:00，出场时间不能更早");
        await (await admin.SubmitAsync(In, Came(YardScenes.NextContainer(), at: "10:30"), In)).RefusedWithAsync("时间不能晚于现在");
        await (await admin.SubmitAsync(In, Came(YardScenes.NextContainer(), day: "2026-10-01"), In)).RefusedWithAsync("最多补记 30 天以内");
        await (await admin.SubmitAsync(In, Came("HHCU10O0051"), In)).RefusedWithAsync("可能是第 7 位的“O”应为“0”，即 HHCU1000051");
        await (await admin.SubmitAsync(In, Came("HHUC1000051"), In)).RefusedWithAsync("可能是第 3、4 位写反了");
        await (await admin.SubmitAsync(In, Came(YardScenes.NextContainer(), firm: "没有这家公司"), In)).RefusedWithAsync("名录里没有这个代码或全称的企业");
        await (await admin.SubmitAsync(In, new() { ["Container"] = "", ["Day"] = "", ["At"] = "25:00", ["Load"] = "" }, In)).RefusedWithAsync("请填写集装箱号", "请填写日期", "请填写时间", "请选择空箱或重箱");
        await portal.GoesOutAsync(container, _morning.AddHours(1));
        await (await admin.SubmitAsync(In, Came(container, at: "08:30"), In)).RefusedWithAsync("最近一次出场是 2026-11-22 09:00，进场时间不能更早");
    }

    [Fact]
    public async Task A_check_digit_that_does_not_fit_passes_only_after_a_look_at_the_box()
    {
        var right = YardScenes.NextContainer();
        var (wrong, admin) = ($"{right[..^1]}{(right[^1] - '0' + 1) % 10}", await portal.VisitAsAsync("admin"));

        await (await admin.SubmitAsync(In, Came(wrong), In)).RefusedWithAsync("集装箱号的校验位不符", "已对照箱体核对");
        var values = Came(wrong);
        values["IsCompared"] = "true";
        (await admin.SubmitAsync(In, values, In)).LedTo();

        Assert.Contains("校验位不符，已对照箱体", (await admin.OpenAsync($"/park/yard/gate?q={wrong}")).Content(), StringComparison.Ordinal);
        values = Came("HHCX1000051");
        values["IsCompared"] = "true";
        await (await admin.SubmitAsync(In, values, In)).RefusedWithAsync("第 4 位应为 U、J 或 Z");
    }

    [Fact]
    public async Task Of_many_at_once_one_brings_a_container_in_and_one_lets_it_out()
    {
        var (container, admin) = (YardScenes.NextContainer(), await portal.VisitAsAsync("admin"));

        var came = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => admin.ForgeAsync(In, In, Came(container))));
        var went = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => admin.ForgeAsync(Out, Out, Went(container))));

        Assert.Single(came, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(went, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal((1, 2), await portal.WithDatabaseAsync(async db => (await db.YardStays.CountAsync(s => s.Container == container, Cancellation), await db.GateMoves.CountAsync(m => m.Container == container, Cancellation))));
    }

    [Fact]
    public async Task A_position_holds_one_container_whoever_is_first()
    {
        var (block, admin) = (await portal.HasBlockAsync(2), await portal.VisitAsAsync("admin"));
        var stays = new List<int>();
        for (var i = 0; i < 5; i++) stays.Add(await portal.ComesInAsync(YardScenes.NextContainer(), _morning));

        var answers = await Task.WhenAll(stays.Select(id => admin.ForgeAsync($"/park/yard/stays/{id}", $"/park/yard/stays/{id}", new() { ["Version"] = "1", ["Position"] = $"{block}-01-01-1" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        var holder = await portal.WithDatabaseAsync(db => db.YardStays.AsNoTracking().SingleAsync(s => s.Position!.Code == $"{block}-01-01-1", Cancellation));
        await (await admin.SubmitAsync(In, Came(YardScenes.NextContainer(), position: $"{block}-01-01-1"), In)).RefusedWithAsync($"箱位 {block}-01-01-1 上已有 {holder.Container}");
        await (await admin.SubmitAsync(In, Came(YardScenes.NextContainer(), position: $"{block}-09-09-9"), In)).RefusedWithAsync($"没有箱位 {block}-09-09-9");
        var page = $"/park/yard/stays/{holder.Id}";
        await (await admin.SubmitAsync(page, new() { ["Position"] = $"{block}-01-01-1" }, page)).RefusedWithAsync($"已经在 {block}-01-01-1");
        await (await admin.ForgeAsync(page, page, new() { ["Version"] = "1", ["Position"] = $"{block}-01-01-2" })).RefusedWithAsync("他人已移动了这个箱子或停用了箱位");
        Assert.Equal(page, (await admin.SubmitAsync(page, new() { ["Position"] = "" }, page)).LedTo());
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.YardStays.CountAsync(s => s.Position!.Block == block, Cancellation)));
    }

    [Fact]
    public async Task A_position_is_closed_while_it_is_free_and_a_closed_one_takes_nothing()
    {
        var (block, admin) = (await portal.HasBlockAsync(2), await portal.VisitAsAsync("admin"));
        await portal.ComesInAsync(YardScenes.NextContainer(), _morning, $"{block}-01-01-1");
        var ids = await portal.WithDatabaseAsync(db => db.YardPositions.Where(p => p.Block == block).OrderBy(p => p.Code).Select(p => p.Id).ToListAsync(Cancellation));
        var list = $"/park/yard/positions?block={block}";

        Assert.Contains("上有箱子，移走后才能停用", await admin.NoticeAfterAsync(await admin.ForgeAsync(list, $"/park/yard/positions/{ids[0]}/close", new() { ["closed"] = "true" })), StringComparison.Ordinal);
        Assert.Contains("箱位已停用", await admin.NoticeAfterAsync(await admin.SubmitAsync(list, [], $"/park/yard/positions/{ids[1]}/close")), StringComparison.Ordinal);

        await (await admin.SubmitAsync(In, Came(YardScenes.NextContainer(), position: $"{block}-01-01-2"), In)).RefusedWithAsync($"箱位 {block}-01-01-2 已停用");
        Assert.Equal($"{block}-01-01-2", (await admin.OpenAsync($"{list}&state=Closed")).QuerySelector("[data-position]")!.GetAttribute("data-position"));
        Assert.Contains("有箱", (await admin.OpenAsync($"{list}&state=Taken")).Content(), StringComparison.Ordinal);
        Assert.Contains("箱位已恢复", await admin.NoticeAfterAsync(await admin.SubmitAsync(list, [], $"/park/yard/positions/{ids[1]}/close")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_is_registered_once_and_what_is_too_large_is_refused()
    {
        var (block, admin) = (await portal.HasBlockAsync(1), await portal.VisitAsAsync("admin"));
        const string page = "/park/yard/positions";

        Assert.Contains("新增 3 个箱位，1 个原来就有", await admin.NoticeAfterAsync(await admin.SubmitAsync(page, Block(block, "2", "2", "1"), page)), StringComparison.Ordinal);
        await (await admin.SubmitAsync(page, Block("", "", "", ""), page)).RefusedWithAsync("请填写箱区", "请填写贝数", "请填写列数", "请填写层数");
        await (await admin.SubmitAsync(page, Block(block, "0", "100", "10"), page)).RefusedWithAsync("贝数应为 1 至 99", "列数应为 1 至 99", "层数应为 1 至 9");
        await (await admin.SubmitAsync(page, Block(block, "99", "99", "9"), page)).RefusedWithAsync("一次最多登记 2000 个箱位");
        Assert.Contains($"{block}-02-02-1", await (await admin.GetAsync($"{page}/export.csv?block={block}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_taken_back_with_a_reason_the_latest_passage_first()
    {
        var (container, admin) = (YardScenes.NextContainer(), await portal.VisitAsAsync("admin"));
        await portal.ComesInAsync(container, _morning);
        await portal.GoesOutAsync(container, _morning.AddHours(1));
        var moves = await portal.WithDatabaseAsync(db => db.GateMoves.Where(m => m.Container == container).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(Cancellation));
        string Page(int move) => $"/park/yard/gate/{move}/take-back";

        await (await admin.SubmitAsync(Page(moves[0]), new() { ["Reason"] = "箱号错了" }, Page(moves[0]))).RefusedWithAsync("已经登记出场，请先撤销出场记录");
        await (await admin.SubmitAsync(Page(moves[1]), new() { ["Reason"] = "" }, Page(moves[1]))).RefusedWithAsync("请写明原因");
        Assert.Equal("/park/yard/gate", (await admin.SubmitAsync(Page(moves[1]), new() { ["Reason"] = "登记错箱" }, Page(moves[1]))).LedTo());
        await (await admin.ForgeAsync("/park/yard/gate", Page(moves[1]), new() { ["Reason"] = "再撤一次" })).RefusedWithAsync("这条记录已经撤销");
        Assert.NotNull((await admin.OpenAsync($"/park/yard?q={container}")).QuerySelector("[data-container]"));
        (await admin.SubmitAsync(Page(moves[0]), new() { ["Reason"] = "箱号错了" }, Page(moves[0]))).LedTo();
        Assert.Null((await admin.OpenAsync($"/park/yard?q={container}")).QuerySelector("[data-container]"));
        Assert.Contains("已撤销：箱号错了", (await admin.OpenAsync($"/park/yard/gate?q={container}")).Content(), StringComparison.Ordinal);

        await portal.ComesInAsync(container, _morning);
        await portal.GoesOutAsync(container, _morning.AddMinutes(1));
        await portal.ComesInAsync(container, _morning.AddMinutes(2));
        var left = await portal.WithDatabaseAsync(db => db.GateMoves.Where(m => m.Container == container && m.TakenBackAt == null && m.Direction == GateDirection.Out).Select(m => m.Id).SingleAsync(Cancellation));
        await (await admin.SubmitAsync(Page(left), new() { ["Reason"] = "太晚了" }, Page(left))).RefusedWithAsync("请先撤销以后的记录");
    }

    [Fact]
    public async Task Only_those_who_keep_the_roster_write_and_all_staff_read()
    {
        var (auditor, container) = (await portal.VisitAsAsync("auditor"), YardScenes.NextContainer());
        var stay = await portal.ComesInAsync(container, _morning);

        Assert.Null((await auditor.OpenAsync("/park/yard")).QuerySelector($"a[href='{In}']"));
        Assert.Null((await auditor.OpenAsync($"/park/yard/stays/{stay}")).QuerySelector("[name=Position]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.ForgeAsync("/account/password", In, Came(YardScenes.NextContainer()))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.VisitAsAsync("luggage")).GetAsync("/park/yard")).StatusCode);
    }

    private static Dictionary<string, string?> Came(string container, string day = "2026-11-22", string at = "08:00", string? firm = null, string? position = null) => new()
    {
        ["Container"] = container,
        ["Day"] = day,
        ["At"] = at,
        ["Load"] = "Full",
        ["Size"] = "40hq",
        ["Vehicle"] = "X1234",
        ["Firm"] = firm ?? "",
        ["Position"] = position ?? "",
        ["Note"] = "",
    };

    private static Dictionary<string, string?> Went(string container, string at = "10:00") => new() { ["Container"] = container, ["Day"] = "2026-11-22", ["At"] = at, ["Vehicle"] = "", ["Note"] = "" };

    private static Dictionary<string, string?> Block(string block, string bays, string rows, string tiers) => new() { ["Block"] = block, ["Bays"] = bays, ["Rows"] = rows, ["Tiers"] = tiers };
}
