using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Content;

public sealed class WritingPoliciesTests(Portal portal)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task A_new_document_gets_its_index_number_once_and_its_address_from_it()
    {
        var editor = await portal.VisitAsAsync("editor");
        var id = await DraftAsync(editor, ("IndexNumber", "FORGED/2001-00001"), ("Number", "示政发[2026]07号"));

        var document = await DocumentAsync(id);
        Assert.Matches(@"^HHPZ/2026-\d{5}$", document.IndexNumber);
        Assert.Equal(document.IndexNumber.Replace('/', '-').ToLowerInvariant(), document.Slug);
        Assert.Equal("示政发〔2026〕7号", document.Number);

        await editor.SubmitAsync($"/park/policies/{id}", new() { ["Title"] = "改名后的文件", ["IndexNumber"] = "FORGED/2001-00002" }, $"/park/policies/{id}");
        Assert.Equal((document.IndexNumber, document.Slug, "改名后的文件"), ((await DocumentAsync(id)).IndexNumber, (await DocumentAsync(id)).Slug, (await DocumentAsync(id)).Title));
    }

    [Fact]
    public async Task Editors_who_save_at_the_same_moment_get_different_index_numbers()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            portal.InScopeAsync(s => s.GetRequiredService<PolicyDesk>().CreateAsync(Draft($"同时保存的文件 {i}"), _none))));

        Assert.All(outcomes, o => Assert.True(o.IsDone));
        var ids = outcomes.Select(o => o.Value).ToList();
        var numbers = await portal.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => ids.Contains(d.Id)).Select(d => d.IndexNumber).ToListAsync(_none));
        Assert.Equal(8, numbers.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Two_editors_who_add_the_same_new_body_share_it()
    {
        var body = $"示例联合机关{Guid.NewGuid():N}"[..16];
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            portal.InScopeAsync(s => s.GetRequiredService<PolicyDesk>().CreateAsync(Draft($"联合发文 {i}") with { Issuers = [body], AddsNewIssuers = true }, _none))));

        Assert.All(outcomes, o => Assert.True(o.IsDone));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.IssuingBodies.CountAsync(b => b.Name == body, _none)));
    }

    [Fact]
    public async Task Publishing_our_own_document_writes_its_day_of_release_and_a_typed_one_is_refused()
    {
        var editor = await portal.VisitAsAsync("editor");
        var typed = await editor.SubmitAsync("/park/policies/new", Values(("ReleasedOn", "2001-01-01")));
        Assert.Contains("发布日期由系统在发布时写入", await typed.Content.ReadAsStringAsync(_none), StringComparison.Ordinal);

        var id = await DraftAsync(editor);
        Assert.Null((await DocumentAsync(id)).ReleasedOn);
        await PublishAsync(editor, id, ("ReleasedOn", "2001-01-01"), ("PublishedAt", "2001-01-01"));

        var document = await DocumentAsync(id);
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal((now, ChinaTime.DayOf(now)), (document.PublishedAt, document.ReleasedOn));
        Assert.Contains(document.IndexNumber, (await portal.Visit().OpenAsync($"/policies/{document.Slug}")).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_and_a_withdrawn_document_answer_404()
    {
        var editor = await portal.VisitAsAsync("editor");
        var id = await DraftAsync(editor);
        var slug = (await DocumentAsync(id)).Slug;
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/policies/{slug}")).StatusCode);

        await PublishAsync(editor, id);
        await portal.Visit().OpenAsync($"/policies/{slug}");
        await editor.SubmitAsync($"/park/policies/{id}/withdraw", new() { ["Reason"] = "文本有误" });

        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/policies/{slug}")).StatusCode);
        Assert.Equal(PublicationState.Withdrawn, (await DocumentAsync(id)).State);
    }

    [Fact]
    public async Task What_must_not_be_public_cannot_be_published_and_stands_nowhere()
    {
        var editor = await portal.VisitAsAsync("editor");
        var id = await DraftAsync(editor, ("Openness", "Closed"), ("Title", "不该公开的文件"));
        await editor.ForgeAsync($"/park/policies/{id}", $"/park/policies/{id}/publish", new() { ["version"] = "1" });
        var document = await DocumentAsync(id);
        Assert.Equal(PublicationState.Draft, document.State);

        // even a row that some fault marked as published stays closed
        await portal.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => d.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, PublicationState.Published).SetProperty(d => d.PublishedAt, portal.Clock.GetUtcNow().UtcDateTime), _none));

        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/policies/{document.Slug}")).StatusCode);
        foreach (var address in new[] { "/", "/policies", "/policies?q=%E4%B8%8D%E8%AF%A5%E5%85%AC%E5%BC%80", "/policies?topic=EnterpriseServices" })
            Assert.DoesNotContain("不该公开的文件", (await portal.Visit().OpenAsync(address)).DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_document_must_be_withdrawn_before_it_is_closed()
    {
        var editor = await portal.VisitAsAsync("editor");
        var id = await DraftAsync(editor);
        await PublishAsync(editor, id);

        var answer = await editor.SubmitAsync($"/park/policies/{id}", new() { ["Openness"] = "Closed" }, $"/park/policies/{id}");

        Assert.Contains("须先撤回", await answer.Content.ReadAsStringAsync(_none), StringComparison.Ordinal);
        Assert.Equal(Openness.Proactive, (await DocumentAsync(id)).Openness);
    }

    [Fact]
    public async Task A_document_disclosed_on_request_shows_its_entry_and_not_its_text()
    {
        var editor = await portal.VisitAsAsync("editor");
        var id = await DraftAsync(editor, ("Openness", "OnRequest"), ("Body", "只给申请人看的正文"));
        await PublishAsync(editor, id);

        var page = await portal.Visit().OpenAsync($"/policies/{(await DocumentAsync(id)).Slug}");

        Assert.DoesNotContain("只给申请人看的正文", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Contains("依申请公开", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_a_document_is_named_at_once()
    {
        var editor = await portal.VisitAsAsync("editor");

        var answer = await editor.SubmitAsync("/park/policies/new", new()
        {
            ["Title"] = "",
            ["Issuers"] = "",
            ["Topic"] = "",
            ["Openness"] = "",
            ["Summary"] = "",
            ["IsExternal"] = "true",
            ["Number"] = "九号文",
            ["RegistrationNumber"] = "HN-1",
            ["IssuedOn"] = "2026-03-02",
            ["ReleasedOn"] = "2026-03-01",
            ["EffectiveOn"] = "2026-03-10",
            ["ExpiresOn"] = "2026-03-09",
            ["RepealedOn"] = "2026-04-01",
        });

        var summary = (await Visitor.ReadAsync(answer)).QuerySelector("[data-error-summary]")!.TextContent;
        string[] expected =
        [
            "请填写标题全称", "请填写发文机关", "请选择主题分类", "请选择公开属性", "请填写内容概述", "文号应写成", "统一登记号应写成", "发布日期不能早于成文日期",
            "有效期的最后一天不能早于施行日期", "由哪份文件废止", "须写明查阅日期", "须写明来源",
        ];
        Assert.All(expected, sentence => Assert.Contains(sentence, summary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_issuing_body_is_asked_about_before_it_enters_the_list()
    {
        var editor = await portal.VisitAsAsync("editor");
        var body = $"示例新机关{Guid.NewGuid():N}"[..14];

        var asked = await editor.SubmitAsync("/park/policies/new", Values(("Issuers", $"示例机关\r\n{body}")));
        Assert.Contains($"机关名录里没有“{body}”", await asked.Content.ReadAsStringAsync(_none), StringComparison.Ordinal);

        var id = await DraftAsync(editor, ("Issuers", $"示例机关\r\n{body}"), ("AddsNewIssuers", "true"));
        Assert.Equal($"示例机关、{body}", (await DocumentAsync(id)).IssuersText);

        // the order may change and a body may go
        await editor.SubmitAsync($"/park/policies/{id}", new() { ["Issuers"] = body }, $"/park/policies/{id}");
        Assert.Equal(body, (await DocumentAsync(id)).IssuersText);
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Set<PolicyIssuer>().CountAsync(i => i.PolicyDocumentId == id, _none)));
    }

    [Fact]
    public async Task A_repeal_is_recorded_once_and_shown_on_both_documents()
    {
        var editor = await portal.VisitAsAsync("editor");
        var number = $"示政发〔2026〕{Random.Shared.Next(100, 99999)}号";
        var acting = await DraftAsync(editor, ("Number", number), ("Title", "新办法"));
        await PublishAsync(editor, acting);
        var former = await DraftAsync(editor, ("Title", "旧办法"), ("EffectiveOn", "2020-01-01"), ("RepealedOn", "2026-11-22"), ("RepealedByText", number.Replace('〔', '[').Replace('〕', ']')));
        await PublishAsync(editor, former);
        var actingSlug = (await DocumentAsync(acting)).Slug;
        var formerSlug = (await DocumentAsync(former)).Slug;

        var formerPage = await portal.Visit().OpenAsync($"/policies/{formerSlug}");
        Assert.Equal("Repealed", formerPage.QuerySelector("article [data-validity]")!.GetAttribute("data-validity"));
        Assert.Contains(formerPage.QuerySelectorAll("dl a"), a => a.GetAttribute("href") == $"/policies/{actingSlug}");
        Assert.Contains((await portal.Visit().OpenAsync($"/policies/{actingSlug}")).QuerySelectorAll("dl a"), a => a.GetAttribute("href") == $"/policies/{formerSlug}");
    }

    [Fact]
    public async Task The_second_editor_of_a_document_sees_both_values()
    {
        var editor = await portal.VisitAsAsync("editor");
        var admin = await portal.VisitAsAsync("admin");
        var id = await DraftAsync(editor);
        var address = $"/park/policies/{id}";
        await admin.SubmitAsync(address, new() { ["EffectiveOn"] = "2026-05-01" }, address);

        var answer = await editor.SubmitAsync(address, new() { ["Version"] = "1", ["EffectiveOn"] = "2026-06-01" }, address);

        var page = await Visitor.ReadAsync(answer);
        Assert.Contains("他人已改为：2026-05-01", page.QuerySelector("#EffectiveOn-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-06-01", page.QuerySelector("#EffectiveOn")!.GetAttribute("value"));
        Assert.Equal(new DateOnly(2026, 5, 1), (await DocumentAsync(id)).EffectiveOn);
    }

    [Fact]
    public async Task Only_editors_and_administrators_change_policies()
    {
        var editor = await portal.VisitAsAsync("editor");
        var id = await DraftAsync(editor);
        var auditor = await portal.VisitAsAsync("auditor");

        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.ForgeAsync($"/park/policies/{id}", $"/park/policies/{id}/publish", new() { ["version"] = "1" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.ForgeAsync($"/park/policies/{id}", $"/park/policies/{id}", new() { ["Title"] = "改" })).StatusCode);
        Assert.Equal(PublicationState.Draft, (await DocumentAsync(id)).State);
    }

    private static PolicyDraft Draft(string title) => new()
    {
        Title = title,
        IsExternal = false,
        Issuers = ["示例机关"],
        Topic = PolicyTopic.EnterpriseServices,
        Openness = Openness.Proactive,
        Summary = "摘要",
        Body = "正文",
    };

    private static Dictionary<string, string?> Values(params (string Name, string Value)[] more)
    {
        var values = new Dictionary<string, string?>
        {
            ["Title"] = "试行文件",
            ["Issuers"] = "示例机关",
            ["Topic"] = "EnterpriseServices",
            ["Openness"] = "Proactive",
            ["Summary"] = "试行概述",
            ["Body"] = "试行正文",
        };
        foreach (var (name, value) in more) values[name] = value;
        return values;
    }

    [Fact]
    public async Task A_title_that_grows_when_it_is_made_searchable_is_kept_and_found_by_its_number()
    {
        // each of these signs is folded into four characters
        var title = new string('\u337F', PolicyDocument.TitleMaxLength);
        var editor = await portal.VisitAsAsync("editor");

        var id = await DraftAsync(editor, ("Title", title));

        var document = await DocumentAsync(id);
        Assert.Equal(title, document.Title);
        Assert.Contains(document.IndexNumber, (await editor.OpenAsync($"/park/policies?q={Uri.EscapeDataString(document.IndexNumber)}")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<int> DraftAsync(Visitor editor, params (string Name, string Value)[] more)
    {
        var answer = await editor.SubmitAsync("/park/policies/new", Values(more));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return int.Parse(answer.Headers.Location!.ToString().Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private static async Task PublishAsync(Visitor editor, int id, params (string Name, string Value)[] forged)
    {
        var answer = await editor.SubmitAsync($"/park/policies/{id}", forged.ToDictionary(f => f.Name, f => (string?)f.Value), $"/park/policies/{id}/publish");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private Task<PolicyDocument> DocumentAsync(int id) =>
        portal.WithDatabaseAsync(db => db.PolicyDocuments.AsNoTracking().SingleAsync(d => d.Id == id, _none));
}
