using System.Net;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

/// <summary>An enterprise keeps its papers once and sends them with many declarations; nobody else gets at them.</summary>
public sealed class KeepingDocumentsTests(Portal portal)
{
    private const string New = "/enterprise/documents/new";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paper_is_kept_with_its_versions_and_comes_back_byte_for_byte_as_something_to_save()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var page = await AddAsync(visitor, "版本合同", SampleFiles.Pdf());
        var renewed = await visitor.UploadAsync(page, $"{page}/versions", new() { ["Remark"] = "补签" }, ("合同二.pdf", SampleFiles.Pdf("2 0 obj<<>>endobj\n")));
        Assert.Equal(page, renewed.LedTo());

        var shown = await visitor.OpenAsync(page);
        Assert.Equal(["2", "1"], shown.QuerySelectorAll("[data-version]").Select(v => v.GetAttribute("data-version")));
        using var answer = await visitor.GetAsync($"{page}/versions/1");
        Assert.Equal(SampleFiles.Pdf(), await answer.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("合同.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task XML_is_never_served_as_XML()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var page = await AddAsync(visitor, "报文", SampleFiles.Xml(), "a.xml");

        using var answer = await visitor.GetAsync($"{page}/versions/1");

        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_file_that_may_not_be_kept_is_answered_on_the_form_with_the_reason()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var fields = Fields("坏文件");

        await (await visitor.UploadAsync(New, New, fields, ("a.pdf", "<html><script>"u8.ToArray()))).RefusedWithAsync("网页不能上传");
        await (await visitor.UploadAsync(New, New, fields, null)).RefusedWithAsync("请选择文件。");
        await (await visitor.UploadAsync(New, New, new() { ["Title"] = "" }, ("a.pdf", SampleFiles.Pdf()))).RefusedWithAsync("请选择种类。", "请填写名称。");
        fields["ValidFrom"] = "2026-12-01";
        fields["ValidTo"] = "2026-11-01";
        await (await visitor.UploadAsync(New, New, fields, ("a.pdf", SampleFiles.Pdf()))).RefusedWithAsync("截止日期不能早于开始日期。");
        Assert.Empty(await portal.WithDatabaseAsync(db => db.VaultDocuments.Where(d => d.Title == "坏文件").ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task The_list_finds_filters_sorts_and_warns_of_what_expires()
    {
        await using var own = Portal.Own();
        var visitor = await own.VisitAsAsync("luggage");
        await AddAsync(visitor, "甲 快到期", SampleFiles.Pdf(), validTo: "2026-12-10");
        await AddAsync(visitor, "乙 已过期", SampleFiles.Pdf(), validTo: "2026-11-21");
        await AddAsync(visitor, "丙 长期", SampleFiles.Pdf());
        await AddAsync(visitor, "丁 未来", SampleFiles.Pdf(), validFrom: "2026-12-01");

        async Task<List<string>> ListAsync(string query) =>
            [.. (await visitor.OpenAsync($"/enterprise/documents?{query}")).QuerySelectorAll("[data-document] b").Select(b => b.TextContent)];

        Assert.Equal(["甲 快到期"], await ListAsync("validity=Expiring"));
        Assert.Equal(["乙 已过期"], await ListAsync("validity=Expired"));
        Assert.Equal(["丙 长期"], await ListAsync("validity=Valid"));
        Assert.Equal(["丁 未来"], await ListAsync("validity=NotYet"));
        Assert.Equal(["乙 已过期", "甲 快到期"], (await ListAsync("sort=ValidTo&dir=asc"))[..2]);
        Assert.Equal(["丙 长期"], await ListAsync("q=长期"));
        Assert.Empty(await ListAsync("type=Invoice"));
        Assert.Contains("2 份已过期或 30 天内到期", (await visitor.OpenAsync("/enterprise/documents?sort=nonsense&page=-9")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_papers_are_missing_and_asking_for_them_is_noted()
    {
        var page = await AddAsync(await portal.VisitAsAsync("luggage"), "别家看不到", SampleFiles.Pdf());
        var key = page.Split('/')[^1];
        var stranger = await portal.VisitAsAsync("tea");
        var number = await Filing.OpenAsync(stranger);

        foreach (var address in new[] { page, $"{page}/edit", $"{page}/versions/1" }) Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.UploadAsync("/enterprise/documents", $"{page}/versions", [], ("a.pdf", SampleFiles.Pdf()))).StatusCode);
        await stranger.ForgeAsync($"/enterprise/declarations/{number}", $"/enterprise/declarations/{number}/attachments", new() { ["DocumentId"] = key });

        Assert.DoesNotContain("别家看不到", (await stranger.OpenAsync($"/enterprise/declarations/{number}")).Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("别家看不到", (await stranger.OpenAsync("/enterprise/documents")).Content(), StringComparison.Ordinal);
        Assert.True(await portal.WithDatabaseAsync(db => db.Journal.AnyAsync(l => l.Subject == "vault" && l.SubjectKey == key && l.Act == "access.refused", Cancellation)));
    }

    [Fact]
    public async Task Two_people_describing_one_paper_do_not_overwrite_each_other()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var page = await AddAsync(visitor, "两人同改", SampleFiles.Pdf());
        var edit = (await visitor.OpenAsync($"{page}/edit")).Value("Version");
        await (await portal.VisitAsAsync("filer")).SubmitAsync($"{page}/edit", new() { ["Title"] = "申报员改的" });

        await (await visitor.ForgeAsync($"{page}/edit", $"{page}/edit", new() { ["Version"] = edit, ["Type"] = "Contract", ["Title"] = "负责人改的" })).RefusedWithAsync("刚被他人修改");

        Assert.Contains("申报员改的", (await visitor.OpenAsync(page)).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reviewer_opens_what_was_submitted_with_a_declaration_and_nothing_else()
    {
        var filer = await portal.VisitAsAsync("luggage");
        var reviewer = await portal.VisitAsAsync("reviewer");
        var page = await AddAsync(filer, "随附合同", SampleFiles.Pdf());
        var number = await Filing.OpenAsync(filer);
        await AttachAsync(filer, number, page);
        await Filing.SaveAsync(filer, number, Filing.Valid());
        var attachment = await AttachmentAsync(filer, $"/enterprise/declarations/{number}");
        var address = $"/park/declarations/{number}/attachments/{attachment}";
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.GetAsync(address)).StatusCode);

        await Filing.SaveAsync(filer, number, [], "Act=submit");

        Assert.Equal(attachment, await AttachmentAsync(reviewer, $"/park/declarations/{number}"));
        using var answer = await reviewer.GetAsync(address);
        Assert.Equal(SampleFiles.Pdf(), await answer.Content.ReadAsByteArrayAsync(Cancellation));
        var other = await Filing.SubmitNewAsync(filer);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.GetAsync($"/park/declarations/{other}/attachments/{attachment}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.VisitAsAsync("tea")).GetAsync($"/enterprise/declarations/{number}/attachments/{attachment}")).StatusCode);
    }

    [Fact]
    public async Task What_was_submitted_stays_as_it_was_and_a_newer_version_goes_along_only_when_it_is_attached_anew()
    {
        var filer = await portal.VisitAsAsync("luggage");
        var page = await AddAsync(filer, "换版合同", SampleFiles.Pdf());
        var number = await Filing.OpenAsync(filer);
        await AttachAsync(filer, number, page);
        await Filing.SaveAsync(filer, number, Filing.Valid(), "Act=submit");
        var show = $"/enterprise/declarations/{number}";
        await filer.UploadAsync(page, $"{page}/versions", [], ("新.pdf", SampleFiles.Pdf("% neu\n")));

        var attachment = await AttachmentAsync(filer, show);
        Assert.Null((await filer.OpenAsync(show)).QuerySelector("form[action$='/detach']"));
        Assert.Contains("不能增减文件", await filer.NoticeAfterAsync(await filer.ForgeAsync(show, $"{show}/attachments/{attachment}/detach", [])), StringComparison.Ordinal);
        using var answer = await (await portal.VisitAsAsync("reviewer")).GetAsync($"/park/declarations/{number}/attachments/{attachment}");
        Assert.Equal(SampleFiles.Pdf(), await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task One_paper_goes_with_many_declarations_and_is_taken_off_one_without_leaving_the_others()
    {
        var filer = await portal.VisitAsAsync("luggage");
        var page = await AddAsync(filer, "多单合同", SampleFiles.Pdf());
        var (first, second) = (await Filing.OpenAsync(filer), await Filing.OpenAsync(filer));
        await AttachAsync(filer, first, page);
        await AttachAsync(filer, second, page);
        var attachment = await AttachmentAsync(filer, $"/enterprise/declarations/{first}");

        await filer.SubmitAsync($"/enterprise/declarations/{first}", [], $"/enterprise/declarations/{first}/attachments/{attachment}/detach");

        var used = (await filer.OpenAsync(page)).Content();
        Assert.DoesNotContain(first, used, StringComparison.Ordinal);
        Assert.Contains(second, used, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_has_expired_is_named_by_the_check_of_the_declaration_it_goes_with_until_it_is_valid_again()
    {
        var filer = await portal.VisitAsAsync("luggage");
        var page = await AddAsync(filer, "过期的检测报告", SampleFiles.Pdf(), validFrom: "2024-01-01", validTo: "2024-12-31");
        var number = await Filing.OpenAsync(filer);
        await AttachAsync(filer, number, page);

        await Filing.SaveAsync(filer, number, Filing.Valid());

        var named = await Filing.OpenEditAsync(filer, number);
        Assert.Contains(("PAPER-001", ""), Filing.Findings(named));
        Assert.Contains("有效期到 2024-12-31 为止，已过期", named.Content(), StringComparison.Ordinal);
        await filer.SubmitAsync($"{page}/edit", new() { ["ValidTo"] = "2099-12-31" });
        var answer = await Filing.SaveAsync(filer, number, [], "Act=submit");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("PAPER-001", (await filer.OpenAsync($"/enterprise/declarations/{number}")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archived_paper_is_offered_no_longer_and_stays_with_the_declarations_it_went_with()
    {
        var filer = await portal.VisitAsAsync("luggage");
        var page = await AddAsync(filer, "归档合同", SampleFiles.Pdf());
        var (with, without) = (await Filing.OpenAsync(filer), await Filing.OpenAsync(filer));
        await AttachAsync(filer, with, page);

        Assert.Equal("/enterprise/documents", (await filer.SubmitAsync(page, [], $"{page}/archive")).LedTo());

        Assert.DoesNotContain("归档合同", (await filer.OpenAsync("/enterprise/documents")).QuerySelector("table")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Contains("归档合同", (await filer.OpenAsync("/enterprise/documents?archived=true")).Content(), StringComparison.Ordinal);
        Assert.Contains("归档合同", (await filer.OpenAsync($"/enterprise/declarations/{with}")).Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("归档合同", (await filer.OpenAsync($"/enterprise/declarations/{without}")).Content(), StringComparison.Ordinal);
        await filer.SubmitAsync(page, [], $"{page}/archive");
        Assert.Contains("归档合同", (await filer.OpenAsync($"/enterprise/declarations/{without}")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_went_with_a_filed_declaration_is_never_removed_only_archived_and_says_so_there()
    {
        var filer = await portal.VisitAsAsync("luggage");
        var reviewer = await portal.VisitAsAsync("reviewer");
        var page = await AddAsync(filer, "已随附的合同", SampleFiles.Pdf());
        var number = await Filing.OpenAsync(filer);
        await AttachAsync(filer, number, page);
        await Filing.SaveAsync(filer, number, Filing.Valid(), "Act=submit");
        var attachment = await AttachmentAsync(filer, $"/enterprise/declarations/{number}");

        await filer.SubmitAsync(page, [], $"{page}/archive");

        // no other way out of the vault is offered
        Assert.Empty((await filer.OpenAsync($"{page}?")).QuerySelectorAll("form[action*='remove'], form[action*='delete']"));
        foreach (var (visitor, desk) in new[] { (filer, "enterprise"), (reviewer, "park") })
        {
            var shown = (await visitor.OpenAsync($"/{desk}/declarations/{number}")).QuerySelector($"[data-attachment='{attachment}']")!;
            Assert.Contains("已随附的合同", shown.TextContent, StringComparison.Ordinal);
            Assert.Contains("已归档", shown.TextContent, StringComparison.Ordinal);
            using var answer = await visitor.GetAsync($"/{desk}/declarations/{number}/attachments/{attachment}");
            Assert.Equal(SampleFiles.Pdf(), await answer.Content.ReadAsByteArrayAsync(Cancellation));
        }
    }

    [Fact]
    public async Task The_export_has_every_paper_of_the_filter_and_no_formula()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        await AddAsync(visitor, "=导出合同", SampleFiles.Pdf(), validTo: "2027-01-31");

        using var answer = await visitor.GetAsync("/enterprise/documents/export.csv?q=导出合同");

        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("\"'=导出合同\",合同,,,2027-01-31,有效,合同.pdf,1,", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Its_administrators_are_told_once_at_thirty_days_and_once_at_seven_however_often_and_wherever_it_is_looked_for()
    {
        await using var own = Portal.Own();
        var visitor = await own.VisitAsAsync("luggage");
        await AddAsync(visitor, "提醒合同", SampleFiles.Pdf(), validTo: "2026-12-20");
        await AddAsync(visitor, "很久以后的合同", SampleFiles.Pdf(), validTo: "2027-12-20");
        Task<int> SendAsync() => own.InScopeAsync(s => s.GetRequiredService<VaultReminders>().SendDueAsync(Cancellation));
        Task<List<string>> NoticesAsync() => own.WithDatabaseAsync(db => db.Notices.Where(n => n.Kind == MessageKind.VaultExpiring).OrderBy(n => n.Id).Select(n => n.Title).ToListAsync(Cancellation));

        Assert.Equal(1, (await Task.WhenAll(SendAsync(), SendAsync(), SendAsync())).Sum());
        Assert.Equal(["合同“提醒合同”还有 28 天到期"], await NoticesAsync());
        own.Clock.Set(new DateTimeOffset(2026, 12, 14, 2, 0, 0, TimeSpan.Zero));
        Assert.Equal((1, 0), (await SendAsync(), await SendAsync()));
        Assert.Equal("合同“提醒合同”还有 6 天到期", (await NoticesAsync())[^1]);

        own.Clock.Set(new DateTimeOffset(2026, 12, 22, 2, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await SendAsync());
    }

    [Fact]
    public async Task A_renewed_paper_is_warned_of_anew_and_an_archived_one_never()
    {
        await using var own = Portal.Own();
        var visitor = await own.VisitAsAsync("luggage");
        var page = await AddAsync(visitor, "续期合同", SampleFiles.Pdf(), validTo: "2026-11-25");
        Task<int> SendAsync() => own.InScopeAsync(s => s.GetRequiredService<VaultReminders>().SendDueAsync(Cancellation));
        Assert.Equal((1, 0), (await SendAsync(), await SendAsync()));

        await visitor.SubmitAsync($"{page}/edit", new() { ["ValidTo"] = "2026-12-15" });
        Assert.Equal(1, await SendAsync());
        await visitor.SubmitAsync($"{page}/edit", new() { ["ValidTo"] = "2026-12-10" });
        await visitor.SubmitAsync(page, [], $"{page}/archive");

        Assert.Equal(0, await SendAsync());
    }

    private static async Task AttachAsync(Visitor visitor, string number, string page)
    {
        var address = $"/enterprise/declarations/{number}";
        var notice = await visitor.NoticeAfterAsync(await visitor.SubmitAsync(address, new() { ["DocumentId"] = page.Split('/')[^1] }, $"{address}/attachments"));
        Assert.Equal("文件已附上。", notice);
    }

    private static async Task<string> AttachmentAsync(Visitor visitor, string address) =>
        (await visitor.OpenAsync(address)).QuerySelector("[data-attachment]")!.GetAttribute("data-attachment")!;

    /// <summary>Keeps a contract; gives the address of its page.</summary>
    private static async Task<string> AddAsync(Visitor visitor, string title, byte[] content, string name = "合同.pdf", string? validFrom = null, string? validTo = null)
    {
        var fields = Fields(title);
        if (validFrom is not null) fields["ValidFrom"] = validFrom;
        if (validTo is not null) fields["ValidTo"] = validTo;
        return (await visitor.UploadAsync(New, New, fields, (name, content))).LedTo();
    }

    private static Dictionary<string, string?> Fields(string title) => new() { ["Type"] = nameof(VaultType.Contract), ["Title"] = title };
}
