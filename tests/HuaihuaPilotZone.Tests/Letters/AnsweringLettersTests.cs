using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Letters;

/// <summary>Letters are handed out, forwarded, answered, rated, escalated and in the end erased.</summary>
public sealed class AnsweringLettersTests(QuickPortal quick) : IClassFixture<QuickPortal>
{
    private readonly Portal _portal = quick.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_is_handed_out_forwarded_answered_and_rated_once()
    {
        var (number, code) = await _portal.WriteAsync(new(Correspondence.Filling("全过程")) { ["Email"] = "writer@example.invalid" });
        var admin = await _portal.VisitAsAsync("admin");
        var page = $"/park/letters/{number}";
        var (reviewer, administrator) = (await IdOfAsync("reviewer"), await IdOfAsync("admin"));
        Assert.Contains("写**", (await admin.OpenAsync(page)).Content(), StringComparison.Ordinal);

        Assert.Equal(page, (await admin.SubmitAsync(page, new() { ["HandlerId"] = reviewer, ["Note"] = "请查实" }, $"{page}/assign")).LedTo());
        Assert.Contains("办理中", (await _portal.LookAsync(number, code)).Content(), StringComparison.Ordinal);
        Assert.True(await ToldAsync("reviewer", page));
        Assert.Equal(page, (await (await _portal.VisitAsAsync("reviewer")).SubmitAsync(page, new() { ["HandlerId"] = administrator }, $"{page}/assign")).LedTo());
        await (await admin.SubmitAsync(page, new() { ["HandlerId"] = administrator }, $"{page}/assign")).RefusedWithAsync("已由示例管理员办理");
        await _portal.AnswerAsync(number, "已核实，按规定办理。");

        var mail = await _portal.ReceiveAsync("writer@example.invalid", number);
        Assert.DoesNotContain(code, mail, StringComparison.Ordinal);
        Assert.DoesNotContain("已核实", mail, StringComparison.Ordinal);
        Assert.Contains("已核实，按规定办理。", (await _portal.LookAsync(number, code)).Content(), StringComparison.Ordinal);
        var rated = await Visitor.ReadAsync(await _portal.Visit().ForgeAsync("/letters/status", "/letters/rate", new() { ["Number"] = number, ["Code"] = code, ["Rating"] = "4" }));
        Assert.NotNull(rated.QuerySelector("[data-rated='4']"));
        await (await _portal.Visit().ForgeAsync("/letters/status", "/letters/rate", new() { ["Number"] = number, ["Code"] = code, ["Rating"] = "1" })).RefusedWithAsync("已经评价过");
        Assert.Equal(4, (await _portal.LetterAsync(number)).Rating);
        Assert.Equal(
            ["letter.answered", "letter.forwarded", "letter.assigned", "letter.received"],
            await _portal.WithDatabaseAsync(db => db.Journal.Where(l => l.SubjectKey == number).OrderByDescending(l => l.Id).Select(l => l.Act).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused()
    {
        var (number, code) = await _portal.WriteAsync(Correspondence.Filling("拒绝的操作"));
        var admin = await _portal.VisitAsAsync("admin");
        var page = $"/park/letters/{number}";
        Task<HttpResponseMessage> RateAsync(string? rating) => _portal.Visit().ForgeAsync("/letters/status", "/letters/rate", new() { ["Number"] = number, ["Code"] = code, ["Rating"] = rating });

        await (await RateAsync("5")).RefusedWithAsync("答复以后才能评价");
        await (await RateAsync("6")).RefusedWithAsync("请选择 1 到 5 分");
        await (await RateAsync("")).RefusedWithAsync("请选择 1 到 5 分");
        await (await admin.SubmitAsync(page, new() { ["HandlerId"] = "" }, $"{page}/assign")).RefusedWithAsync("请选择办理人");
        await (await admin.SubmitAsync(page, new() { ["HandlerId"] = await IdOfAsync("editor") }, $"{page}/assign")).RefusedWithAsync("请选择能办理来信的人员");
        await (await admin.SubmitAsync(page, new() { ["Reply"] = "" }, $"{page}/reply")).RefusedWithAsync("请写明答复");
        await (await admin.SubmitAsync(page, new() { ["Version"] = "99", ["Reply"] = "答复" }, $"{page}/reply")).RefusedWithAsync("他人已处理这封来信");
        await _portal.AnswerAsync(number, "答复一次。");
        await (await admin.ForgeAsync(page, $"{page}/reply", new() { ["Version"] = "2", ["Reply"] = "第二次" })).RefusedWithAsync("已由示例管理员答复");
        await (await admin.ForgeAsync(page, $"{page}/assign", new() { ["Version"] = "2", ["HandlerId"] = await IdOfAsync("reviewer") })).RefusedWithAsync("已经答复，不用再转办");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/park/letters/XJ-1")).StatusCode);
    }

    [Fact]
    public async Task Of_several_answers_and_ratings_at_once_one_counts()
    {
        var (number, code) = await _portal.WriteAsync(Correspondence.Filling("同时答复"));
        var admin = await _portal.VisitAsAsync("admin");
        var page = $"/park/letters/{number}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => admin.ForgeAsync(page, $"{page}/reply", new() { ["Version"] = "1", ["Reply"] = $"答复{i}" })));
        var ratings = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => _portal.Visit().ForgeAsync("/letters/status", "/letters/rate", new() { ["Number"] = number, ["Code"] = code, ["Rating"] = $"{i}" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        var refused = 0;
        foreach (var answer in ratings) refused += (await Visitor.ReadAsync(answer)).QuerySelector(".hh-errsum") is null ? 0 : 1;
        Assert.Equal(3, refused);
    }

    [Fact]
    public async Task Reports_are_seen_by_administrators_and_their_handler_only_and_others_see_no_letters_at_all()
    {
        var (number, _) = await _portal.WriteAsync(Correspondence.Filling("举报某事", "Report"));
        var page = $"/park/letters/{number}";
        var reviewer = await _portal.VisitAsAsync("reviewer");

        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.GetAsync(page)).StatusCode);
        Assert.DoesNotContain(number, (await reviewer.OpenAsync($"/park/letters?q={number}")).QuerySelector("section")!.InnerHtml.Replace($"value=\"{number}\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await (await _portal.VisitAsAsync("admin")).SubmitAsync(page, new() { ["HandlerId"] = await IdOfAsync("reviewer") }, $"{page}/assign");
        Assert.Contains("举报某事", (await reviewer.OpenAsync(page)).Content(), StringComparison.Ordinal);
        // forwarding it away takes it out of sight
        Assert.Equal("/park/letters", (await reviewer.SubmitAsync(page, new() { ["HandlerId"] = await IdOfAsync("admin") }, $"{page}/assign")).LedTo());
        foreach (var person in new[] { "editor", "auditor", "filer" })
        {
            var other = await _portal.VisitAsAsync(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/park/letters")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(page)).StatusCode);
        }
    }

    [Fact]
    public async Task The_list_is_exported_without_anything_personal()
    {
        var (number, _) = await _portal.WriteAsync(Correspondence.Filling("=1+1"));

        var file = await (await _portal.VisitAsAsync("admin")).GetAsync($"/park/letters/export.csv?q={number}");

        var text = await file.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains($"{number},咨询,待受理", text, StringComparison.Ordinal);
        foreach (var secret in new[] { "写信人甲", "12345678", "=1+1" }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _portal.VisitAsAsync("auditor")).GetAsync("/park/letters/export.csv")).StatusCode);
    }

    [Fact]
    public async Task Time_tells_upwards_after_5_15_60_and_80_days_each_once_and_the_list_turns_red()
    {
        await using var own = Portal.Own(Correspondence.AtOnce);
        var (number, _) = await own.WriteAsync(Correspondence.Filling("没有人管的来信"));
        var start = own.Clock.GetUtcNow();

        foreach (var (days, expected) in new[] { (4, 0), (5, 1), (6, 1), (15, 2), (60, 3), (80, 4), (90, 4) })
        {
            own.Clock.Set(start.AddDays(days));
            await EscalateAsync(own);
            Assert.Equal(expected, await own.WithDatabaseAsync(db => db.LetterEscalations.CountAsync(e => e.Letter!.Number == number, Cancellation)));
            Assert.Equal(expected, await own.WithDatabaseAsync(db => db.Notices.CountAsync(n => n.Kind == MessageKind.LetterOverdue && n.Title.Contains(number) && n.User!.UserName == "admin", Cancellation)));
        }

        own.ForgetVisitors();
        var admin = await own.VisitAsAsync("admin");
        Assert.Contains("已超期", (await admin.OpenAsync("/park/letters")).QuerySelector($"tr.is-late[data-letter='{number}']")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await admin.OpenAsync($"/park/letters/{number}")).QuerySelector("[data-escalation='80']"));
        var late = (await own.Visit().OpenAsync("/letters")).QuerySelector("[data-kind='Consultation'] [data-l='超过期限']")!.TextContent;
        Assert.Equal("1", late);
    }

    [Fact]
    public async Task Two_instances_take_a_step_once_and_the_handler_is_told_too()
    {
        await using var own = Portal.Own(Correspondence.AtOnce);
        var (number, _) = await own.WriteAsync(Correspondence.Filling("两个实例"));
        var page = $"/park/letters/{number}";
        await (await own.VisitAsAsync("admin")).SubmitAsync(page, new() { ["HandlerId"] = await IdOfAsync(own, "reviewer") }, $"{page}/assign");
        own.Clock.Set(own.Clock.GetUtcNow().AddDays(5));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => EscalateAsync(own)));

        Assert.Equal(1, await own.WithDatabaseAsync(db => db.LetterEscalations.CountAsync(e => e.Letter!.Number == number, Cancellation)));
        Assert.Equal(1, await own.WithDatabaseAsync(db => db.Notices.CountAsync(n => n.Kind == MessageKind.LetterOverdue && n.User!.UserName == "reviewer", Cancellation)));
    }

    [Fact]
    public async Task When_its_time_is_over_writer_text_and_files_are_erased_and_the_figures_stay()
    {
        await using var own = Portal.Own(Correspondence.AtOnce, ("Letters:KeptDays", "30"));
        var values = Correspondence.Filling("要清除的来信");
        (values["Stamp"], values["NoticeVersion"]) = (await own.StampAsync(), PrivacyNotice.Version);
        var visitor = own.Visit();
        var shown = await visitor.OpenAsync((await visitor.UploadAsync(Correspondence.Page, Correspondence.Page, values, ("证据.pdf", Files.SampleFiles.Pdf("1 1 m\n")))).LedTo());
        var (number, code) = (shown.QuerySelector("#letter-number")!.TextContent, shown.QuerySelector("#letter-code")!.TextContent);
        var hash = (await own.LetterAsync(number)).Files.Single().File!.Hash;
        await own.AnswerAsync(number, "答复写信人甲。");
        Task<int> EraseAsync() => own.InScopeAsync(s => s.GetRequiredService<LetterClock>().EraseOldAsync(Cancellation));
        own.Clock.Set(own.Clock.GetUtcNow().AddDays(29));
        await EraseAsync();
        Assert.NotNull((await own.LetterAsync(number)).ProtectedWriter);

        own.Clock.Set(own.Clock.GetUtcNow().AddDays(2));
        await EraseAsync();

        var left = await own.LetterAsync(number);
        Assert.Equal((null, "", "", null, ""), (left.ProtectedWriter, left.Title, left.Body, left.Reply, left.CodeHash));
        Assert.Empty(left.Files);
        Assert.False(await own.WithDatabaseAsync(db => db.StoredFiles.AnyAsync(f => f.Hash == hash, Cancellation)));
        Assert.Throws<FileNotFoundException>(() => own.Services.GetRequiredService<HuaihuaPilotZone.Files.IFileStorage>().OpenRead(hash));
        Assert.Null((await own.LookAsync(number, code)).QuerySelector("#status"));
        Assert.NotNull(left.TakenDays);
        own.ForgetVisitors();
        Assert.Contains("内容已按保存期限清除", (await (await own.VisitAsAsync("admin")).OpenAsync($"/park/letters/{number}")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_sees_how_letters_are_answered_and_small_numbers_are_not_dressed_up()
    {
        await using var own = Portal.Own(Correspondence.AtOnce, ("Database:SeedDemonstration", "true"));
        await own.WithDatabaseAsync(async db => await db.Letters.ExecuteDeleteAsync(Cancellation));
        Assert.Equal("0", await FigureAsync(own, "收到"));
        var start = own.Clock.GetUtcNow();
        var sent = new List<(string Number, string Code)>();
        for (var i = 0; i < 6; i++) sent.Add(await own.WriteAsync(Correspondence.Filling($"统计 {i}", "Suggestion")));
        // Sunday 22 November: answered on the 1st, 2nd, 3rd … working day, the sixth stays open
        for (var i = 0; i < 4; i++) await AnswerOnAsync(own, start.AddDays(1 + i), sent[i].Number);
        Assert.Equal(("6", "4", "少于 5，不计算"), (await FigureAsync(own, "收到"), await FigureAsync(own, "已答复"), await FigureAsync(own, "答复用时中位数（工作日）")));
        await AnswerOnAsync(own, start.AddDays(5), sent[4].Number);
        foreach (var (number, code) in sent.Take(4)) await own.Visit().ForgeAsync("/letters/status", "/letters/rate", new() { ["Number"] = number, ["Code"] = code, ["Rating"] = "5" });

        Assert.Equal(("3", "5", "0"), (await FigureAsync(own, "答复用时中位数（工作日）"), await FigureAsync(own, "九成在此工作日内答复"), await FigureAsync(own, "超过期限")));
        Assert.StartsWith("少于 5，不计算", await FigureAsync(own, "满意度（1–5）"), StringComparison.Ordinal);
        await own.Visit().ForgeAsync("/letters/status", "/letters/rate", new() { ["Number"] = sent[4].Number, ["Code"] = sent[4].Code, ["Rating"] = "2" });
        Assert.Equal("4.4（5 人评价）", await FigureAsync(own, "满意度（1–5）"));
    }

    private static async Task AnswerOnAsync(Portal own, DateTimeOffset on, string number)
    {
        own.Clock.Set(on);
        own.ForgetVisitors();
        await own.AnswerAsync(number, "答复。");
    }

    private static async Task<string> FigureAsync(Portal own, string column) =>
        (await own.Visit().OpenAsync("/letters")).QuerySelector($"[data-kind='All'] [data-l='{column}']")!.TextContent.Trim();

    private static Task<int> EscalateAsync(Portal own) => own.InScopeAsync(s => s.GetRequiredService<LetterClock>().EscalateDueAsync(Cancellation));

    private Task<bool> ToldAsync(string person, string link) => _portal.WithDatabaseAsync(db => db.Notices.AnyAsync(n => n.User!.UserName == person && n.Link == link, Cancellation));

    private Task<string> IdOfAsync(string person) => IdOfAsync(_portal, person);

    private static Task<string> IdOfAsync(Portal own, string person) =>
        own.WithDatabaseAsync(async db => (await db.Users.Where(u => u.UserName == person).Select(u => u.Id).SingleAsync(Cancellation)).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
