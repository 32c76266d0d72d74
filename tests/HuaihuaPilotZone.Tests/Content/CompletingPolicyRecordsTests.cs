using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>What belongs to a policy record besides number, dates and text: relations, interpretations, the card, and that what is closed stays closed.</summary>
public sealed class CompletingPolicyRecordsTests(Portal portal)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task A_relation_is_written_once_and_shown_on_both_documents()
    {
        var (basis, basisSlug) = await PublishAsync("上位办法", ("EffectiveOn", "2020-01-01"));
        var indexNumber = (await DocumentAsync(basis)).IndexNumber;
        var (acting, actingSlug) = await PublishAsync("实施细则", ("RelationsText", $"依据 {indexNumber}\r\n修改：{indexNumber}"));

        var from = await portal.Visit().OpenAsync($"/policies/{actingSlug}");
        Assert.Equal($"/policies/{basisSlug}", from.QuerySelector("[data-relation=BasedOn] a")!.GetAttribute("href"));
        var to = await portal.Visit().OpenAsync($"/policies/{basisSlug}");
        Assert.Equal($"/policies/{actingSlug}", to.QuerySelector("[data-relation=Amends] a")!.GetAttribute("href"));
        Assert.Contains("实施细则", to.QuerySelector("[data-amended]")!.TextContent, StringComparison.Ordinal);

        // taken out again, it is gone on both sides once that is published
        var editor = await portal.VisitAsAsync("editor");
        await editor.SubmitAsync($"/park/policies/{acting}", new() { ["RelationsText"] = "" }, $"/park/policies/{acting}");
        Assert.NotNull((await portal.Visit().OpenAsync($"/policies/{basisSlug}")).QuerySelector("[data-relation]"));
        await editor.SubmitAsync($"/park/policies/{acting}", [], $"/park/policies/{acting}/publish");
        Assert.Null((await portal.Visit().OpenAsync($"/policies/{basisSlug}")).QuerySelector("[data-relation]"));
    }

    [Fact]
    public async Task A_relation_that_cannot_be_read_or_leads_nowhere_is_refused()
    {
        var editor = await portal.VisitAsAsync("editor");

        await (await editor.SubmitAsync("/park/policies/new", Values(("RelationsText", "参考 湘政发〔2023〕9号")))).RefusedWithAsync("每行一个关系");
        await (await editor.SubmitAsync("/park/policies/new", Values(("RelationsText", "依据 不存在的文件")))).RefusedWithAsync("政策库里没有“不存在的文件”");
        await (await editor.SubmitAsync("/park/policies/new", Values(("CardWho", "跨境电商企业")))).RefusedWithAsync("政策卡片的五项");
        await (await editor.SubmitAsync("/park/policies/new", Values(("Keywords", "一 二 三 四 五 六")))).RefusedWithAsync("主题词最多 5 个");
        await (await editor.SubmitAsync("/park/policies/new", Values(("EffectiveOn", "2026-02-01"), ("RepealedOn", "2026-01-01"), ("RepealedByText", "另一份")))).RefusedWithAsync("废止日期不能早于施行日期");
        var (id, _) = await PublishAsync("自指文件");
        var self = (await DocumentAsync(id)).IndexNumber;
        await (await editor.SubmitAsync($"/park/policies/{id}", new() { ["RelationsText"] = $"配套 {self}" }, $"/park/policies/{id}")).RefusedWithAsync("不能是本文件");
    }

    [Fact]
    public async Task An_interpretation_and_its_document_lead_to_each_other()
    {
        var editor = await portal.VisitAsAsync("editor");
        var (id, slug) = await PublishAsync("被解读的办法");
        var indexNumber = (await DocumentAsync(id)).IndexNumber;
        await (await editor.SubmitAsync("/park/news/new", News("一图读懂", "没有这份文件"))).RefusedWithAsync("政策库里没有");
        var address = (await editor.SubmitAsync("/park/news/new", News("一图读懂", indexNumber))).LedTo();
        Assert.Null((await portal.Visit().OpenAsync($"/policies/{slug}")).QuerySelector("[data-interpretations]"));

        await editor.SubmitAsync(address, [], $"{address}/publish");

        var link = (await portal.Visit().OpenAsync($"/policies/{slug}")).QuerySelector("[data-interpretations] a")!.GetAttribute("href")!;
        Assert.Equal($"/policies/{slug}", (await portal.Visit().OpenAsync(link)).QuerySelector("[data-interprets] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_card_has_its_five_parts_and_the_lists_are_shown()
    {
        var editor = await portal.VisitAsAsync("editor");
        foreach (var word in new[] { "海外仓", "补贴" }) await editor.SubmitAsync("/park/keywords/new", new() { ["Word"] = word });
        var (_, slug) = await PublishAsync(
            "示例：惠企措施", ("CardWho", "甲项"), ("CardConditions", "乙项"), ("CardBenefit", "丙项"), ("CardUntil", "丁项"), ("CardHow", "<b>戊项</b>"),
            ("Genre", "Opinion"), ("Audience", "Sellers"), ("Keywords", "海外仓 补贴"));

        var page = await portal.Visit().OpenAsync($"/policies/{slug}");

        Assert.Equal(["甲项", "乙项", "丙项", "丁项", "<b>戊项</b>"], page.QuerySelectorAll("[data-card] dd").Select(d => d.TextContent));
        Assert.All(["意见", "跨境电商企业", "海外仓 补贴"], word => Assert.Contains(page.QuerySelectorAll("dl dd"), d => d.TextContent.Trim() == word));
    }

    [Fact]
    public async Task What_is_still_missing_is_named_before_publication()
    {
        var editor = await portal.VisitAsAsync("editor");
        var address = (await editor.SubmitAsync("/park/policies/new", Values(("Summary", new string('概', 120)), ("Openness", "OnRequest")))).LedTo();

        var findings = (await editor.OpenAsync(address)).QuerySelector("[data-findings]")!.TextContent;

        Assert.Contains("概述宜在 100 个字以内，现有 120 个", findings, StringComparison.Ordinal);
        Assert.Contains("依申请公开须写明依据", findings, StringComparison.Ordinal);
        await editor.SubmitAsync(address, new() { ["Openness"] = "Proactive" }, address);
        Assert.Contains("还没有公开的解读", (await editor.OpenAsync(address)).QuerySelector("[data-findings]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_closed_is_named_nowhere_not_even_by_what_refers_to_it()
    {
        var editor = await portal.VisitAsAsync("editor");
        var secret = $"绝密事项{Guid.NewGuid():N}"[..12];
        var (open, openSlug) = await PublishAsync("公开的办法", ("EffectiveOn", "2020-01-01"));
        var openNumber = (await DocumentAsync(open)).IndexNumber;
        var closed = (await editor.SubmitAsync("/park/policies/new", Values(
            ("Title", secret), ("Summary", secret), ("Body", secret), ("Openness", "Closed"), ("OpennessBasis", secret), ("EffectiveOn", "2020-01-01"), ("RelationsText", $"修改 {openNumber}")))).LedTo();
        var document = await DocumentAsync(Id(closed));
        var news = (await editor.SubmitAsync("/park/news/new", News("引用它的资讯", document.IndexNumber))).LedTo();
        await editor.SubmitAsync(news, [], $"{news}/publish");
        await editor.SubmitAsync($"/park/policies/{open}", new() { ["RelationsText"] = $"配套 {document.IndexNumber}" }, $"/park/policies/{open}");
        await editor.SubmitAsync($"/park/policies/{open}", [], $"/park/policies/{open}/publish");
        await editor.ForgeAsync(closed, $"{closed}/publish", new() { ["version"] = "1" });
        await editor.ForgeAsync(closed, $"{closed}/schedule", new() { ["Version"] = "1", ["At"] = "2026-12-01T08:00" });
        // even a row that some fault marked as published stays closed
        await portal.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => d.Id == document.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, PublicationState.Published).SetProperty(d => d.PublishedAt, portal.Clock.GetUtcNow().UtcDateTime), _none));

        var newsSlug = await portal.WithDatabaseAsync(db => db.News.Where(n => n.Id == Id(news)).Select(n => n.Slug).SingleAsync(_none));
        string[] pages =
        [
            "/", "/policies", $"/policies?q={Uri.EscapeDataString(secret)}", "/policies?inForceOn=2024-01-01", $"/policies?q={Uri.EscapeDataString(secret)}&inForceOn=2024-01-01", $"/policies/{openSlug}",
            $"/policies/{openSlug}?on=2024-01-01", $"/news/{newsSlug}", $"/search?q={Uri.EscapeDataString(secret)}", $"/search?q={Uri.EscapeDataString(document.IndexNumber)}",
        ];
        foreach (var page in pages)
        {
            var shown = await portal.Visit().OpenAsync(page);
            foreach (var typed in shown.QuerySelectorAll("input[type=search], title, .hh-printonly, form").ToList()) typed.Remove();
            Assert.DoesNotContain($"/policies/{document.Slug}", shown.DocumentElement.InnerHtml, StringComparison.Ordinal);
            if (!page.Contains("q=", StringComparison.Ordinal)) Assert.DoesNotContain(secret, shown.DocumentElement.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/policies/{document.Slug}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/policies/{document.Slug}?on=2024-01-01")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Visit().GetAsync($"{closed}/preview")).StatusCode);
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.SearchEntries.CountAsync(e => e.Title == secret, _none)));
    }

    [Fact]
    public async Task A_repealed_document_keeps_its_address_and_says_so()
    {
        var (_, slug) = await PublishAsync("已废止的办法", ("EffectiveOn", "2020-01-01"), ("RepealedOn", "2026-01-01"), ("RepealedByText", "另一份文件"));

        var page = await portal.Visit().OpenAsync($"/policies/{slug}");

        Assert.Contains("本文件已废止", page.QuerySelector("article .hh-callout--warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Validity.InForce.ToString(), (await portal.Visit().OpenAsync($"/policies/{slug}?on=2025-01-01")).QuerySelector("article [data-validity]")!.GetAttribute("data-validity"));
    }

    private static Dictionary<string, string?> News(string title, string interprets) =>
        new() { ["Title"] = title, ["Column"] = "Interpretation", ["Summary"] = "摘要", ["Body"] = "正文", ["Interprets"] = interprets };

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

    private static int Id(string address) => int.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);

    private async Task<(int Id, string Slug)> PublishAsync(string title, params (string Name, string Value)[] more)
    {
        var editor = await portal.VisitAsAsync("editor");
        var address = (await editor.SubmitAsync("/park/policies/new", Values([("Title", title), .. more]))).LedTo();
        await editor.SubmitAsync(address, [], $"{address}/publish");
        return (Id(address), (await DocumentAsync(Id(address))).Slug);
    }

    private Task<PolicyDocument> DocumentAsync(int id) => portal.WithDatabaseAsync(db => db.PolicyDocuments.AsNoTracking().SingleAsync(d => d.Id == id, _none));
}
