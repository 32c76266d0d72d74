using System.Net;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.SiteChecks;
using HuaihuaPilotZone.SiteChecks.Checks;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tests.SiteChecks;

/// <summary>What else the nightly inspection finds, whom it tells, and what it leaves alone.</summary>
public sealed class FindingFaultsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dead_links_banned_words_and_old_guides_of_published_texts_are_found_and_gone_when_put_right()
    {
        await using var portal = Portal.Own();
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        await AddNewsAsync(portal, "dead", NewsColumn.Notice, now, "[没有](/news/no-such-page) [有](/corridors) [外站](https://example.org/a)");
        await AddNewsAsync(portal, "word", NewsColumn.Notice, now, "这里有禁用示例词。");
        await AddNewsAsync(portal, "guide", NewsColumn.Guide, now.AddDays(-400), "旧指南。");
        await portal.WithDatabaseAsync(db =>
        {
            db.SensitiveWords.Add(new SensitiveWord { Word = "禁用示例词", IsBanned = true });
            return db.SaveChangesAsync(Cancellation);
        });

        await InspectAsync(portal);

        var dead = Assert.Single(await OpenAsync(portal, SiteIndicator.DeadLink), f => f.Key.StartsWith("news/fault-dead#", StringComparison.Ordinal));
        Assert.Contains("/news/no-such-page", dead.Text, StringComparison.Ordinal);
        Assert.True(Assert.Single(await OpenAsync(portal, SiteIndicator.BannedWord)).IsVeto);
        Assert.Contains(await OpenAsync(portal, SiteIndicator.GuideOutdated), f => f.Key == "fault-guide");
        Assert.Empty(await OpenAsync(portal, SiteIndicator.DeadForeignLink));

        await portal.WithDatabaseAsync(db => db.News.Where(n => n.Slug.StartsWith("fault-")).ExecuteUpdateAsync(set => set.SetProperty(n => n.Body, "改好了。").SetProperty(n => n.RevisedAt, now), Cancellation));
        portal.Clock.Set(portal.Clock.GetUtcNow().AddDays(1));
        await InspectAsync(portal);

        var today = await portal.WithDatabaseAsync(db => db.SiteInspections.MaxAsync(i => i.Day, Cancellation));
        Assert.Equal(today, (await portal.WithDatabaseAsync(db => db.SiteFindings.SingleAsync(f => f.Id == dead.Id, Cancellation))).GoneOn);
        Assert.Empty(await OpenAsync(portal, SiteIndicator.BannedWord));
    }

    [Fact]
    public async Task Dead_links_in_either_language_of_a_notice_of_a_risk_are_found()
    {
        await using var portal = Portal.Own();
        var id = await portal.WithDatabaseAsync(async db =>
        {
            var risk = await db.RiskNotices.SingleAsync(r => r.Number == "FX-2026-9001", Cancellation);
            (risk.Body, risk.EnglishBody) = ("[没有](/news/no-such-page)", "[gone](/policies/no-such-page) [there](/corridors)");
            await db.SaveChangesAsync(Cancellation);
            return risk.Id;
        });

        await InspectAsync(portal);

        var dead = (await OpenAsync(portal, SiteIndicator.DeadLink)).Where(f => f.Key.StartsWith("risks/FX-2026-9001#", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, dead.Count);
        Assert.All(dead, f => Assert.Equal($"/park/risks/{id}", f.Address));
    }

    [Fact]
    public async Task Gaps_in_policies_and_services_and_late_answers_are_found()
    {
        await using var portal = Portal.Own();
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        var editor = await portal.VisitAsAsync("editor");
        var address = (await editor.SubmitAsync("/park/policies/new", new()
        {
            ["Title"] = "示例：迟迟不公开的办法",
            ["Issuers"] = "示例机关",
            ["Topic"] = "EnterpriseServices",
            ["Openness"] = "Proactive",
            ["Summary"] = "概述",
            ["Body"] = "正文",
            ["IssuedOn"] = "2026-10-01",
        })).LedTo();
        await portal.WithDatabaseAsync(async db =>
        {
            await db.ServiceItems.OrderBy(s => s.Id).Where(s => s.State == PublicationState.Published).Take(1).ExecuteUpdateAsync(set => set.SetProperty(s => s.Basis, ""), Cancellation);
            db.Letters.Add(new Letter { Number = "XJ-20261101-0901", CodeHash = "none", Kind = LetterKind.Consultation, Title = "示例", Body = "示例来信。", PrivacyNoticeVersion = "示例", ReceivedAt = now.AddDays(-21), LimitDays = 5 });
            return await db.SaveChangesAsync(Cancellation);
        });

        await InspectAsync(portal);

        Assert.Contains(await OpenAsync(portal, SiteIndicator.PolicyLate), f => f.Address == address);
        Assert.Contains("设定依据", Assert.Single(await OpenAsync(portal, SiteIndicator.ServiceIncomplete)).Text, StringComparison.Ordinal);
        Assert.Contains(await OpenAsync(portal, SiteIndicator.LetterLate), f => f.Key == "XJ-20261101-0901");

        await editor.SubmitAsync(address, [], $"{address}/publish");
        await InspectAsync(portal);
        Assert.DoesNotContain(await OpenAsync(portal, SiteIndicator.PolicyLate), f => f.Address == address);
        var gap = Assert.Single(await OpenAsync(portal, SiteIndicator.PolicyIncomplete), f => f.Address == address);
        Assert.Contains("文号、施行日期", gap.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_finding_is_told_once_to_the_person_named_and_to_the_whole_role_where_nobody_is()
    {
        await using var portal = Portal.Own();
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        await InspectAsync(portal);
        var admin = await portal.VisitAsAsync("admin");
        var adminId = await portal.WithDatabaseAsync(db => db.Users.Where(u => u.UserName == "admin").Select(u => u.Id).SingleAsync(Cancellation));
        await admin.SubmitAsync("/park/site-checks/indicators", new() { ["userId"] = adminId.ToString(System.Globalization.CultureInfo.InvariantCulture) }, "/park/site-checks/indicators/DeadLink");
        await AddNewsAsync(portal, "told", NewsColumn.Notice, now, "[没有](/policies/no-such-policy)");
        await AddNewsAsync(portal, "guide", NewsColumn.Guide, now.AddDays(-400), "旧指南。");

        await InspectAsync(portal);
        await InspectAsync(portal);

        var told = await portal.WithDatabaseAsync(db => db.Notices.Where(n => n.Text.Contains("no-such-policy") || n.Text.Contains("fault-guide") || n.Text.Contains("示例：guide"))
            .Join(db.Users, n => n.UserId, u => u.Id, (n, u) => u.UserName + " " + n.Title).ToListAsync(Cancellation));
        Assert.Equal(["admin 网站自查：站内链接", "editor 网站自查：过期内容"], told.Order(StringComparer.Ordinal));
        Assert.Contains("“站内链接”", (await portal.WithDatabaseAsync(db => db.Journal.Where(l => l.Act == "news.indicator-keeper-set").Select(l => "“" + l.Note + "”").SingleAsync(Cancellation))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_new_findings_make_ten_notices_and_one_that_counts_the_rest()
    {
        await using var portal = Portal.Own();
        await InspectAsync(portal);
        for (var i = 0; i < 13; i++) await AddNewsAsync(portal, $"many{i}", NewsColumn.Notice, portal.Clock.GetUtcNow().UtcDateTime, $"[没有](/news/none-{i})");
        var before = await portal.WithDatabaseAsync(db => db.Notices.CountAsync(n => n.Title.StartsWith("网站自查"), Cancellation));

        await InspectAsync(portal);

        var titles = await portal.WithDatabaseAsync(db => db.Notices.Where(n => n.Title.StartsWith("网站自查")).OrderBy(n => n.Id).Select(n => n.Title).ToListAsync(Cancellation));
        Assert.Equal(11, titles.Count - before);
        Assert.Contains("网站自查：另有 3 个问题", titles);
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.SiteFindings.CountAsync(f => f.GoneOn == null && f.ToldAt == null, Cancellation)));
    }

    [Fact]
    public async Task Other_sites_are_asked_at_night_only_where_that_is_switched_on_and_never_by_hand()
    {
        var probe = new SilentSites();
        await using var portal = Portal.Own();
        await InspectAsync(portal);
        await AddNewsAsync(portal, "abroad", NewsColumn.Notice, portal.Clock.GetUtcNow().UtcDateTime, "[打不开](https://gone.example/x) [打得开](https://fine.example/y) [慢](https://slow.example/z)");
        await portal.InScopeAsync(s => BookOf(s, probe, isOn: true).InspectAsync(Cancellation));
        Assert.Empty(probe.Asked);

        await NightAsync(isOn: false);
        Assert.Empty(probe.Asked);
        await NightAsync(isOn: true);

        var found = await portal.WithDatabaseAsync(db => db.SiteFindings.Where(f => f.Indicator == SiteIndicator.DeadForeignLink && f.Key.StartsWith("news/fault-abroad")).Select(f => f.Text).ToListAsync(Cancellation));
        Assert.Contains(found, t => t.Contains("gone.example/x", StringComparison.Ordinal) && t.Contains("404", StringComparison.Ordinal));
        Assert.Contains(found, t => t.Contains("slow.example/z", StringComparison.Ordinal) && t.Contains("没有在规定时间内回答", StringComparison.Ordinal));
        Assert.Equal(2, found.Count);

        // what only the night can know stays as it was when somebody looks by hand
        await InspectAsync(portal);
        Assert.Equal(2, await portal.WithDatabaseAsync(db => db.SiteFindings.CountAsync(f => f.Indicator == SiteIndicator.DeadForeignLink && f.GoneOn == null && f.Key.StartsWith("news/fault-abroad"), Cancellation)));

        async Task NightAsync(bool isOn)
        {
            await portal.WithDatabaseAsync(db => db.SiteInspections.ExecuteDeleteAsync(Cancellation));
            Assert.True(await portal.InScopeAsync(s => BookOf(s, probe, isOn).InspectDueAsync(Cancellation)));
        }
    }

    private static SiteCheckBook BookOf(IServiceProvider services, ILinkProbe probe, bool isOn)
    {
        var options = Options.Create(new SiteCheckOptions { ForeignLinks = isOn });
        var foreign = new ForeignLinkChecks(services.GetRequiredService<TextContentChecks>(), probe, options, NullLogger<ForeignLinkChecks>.Instance);
        return ActivatorUtilities.CreateInstance<SiteCheckBook>(services, ActivatorUtilities.CreateInstance<SiteInspector>(services, foreign));
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://localhost/")]
    [InlineData("https://example.org:8443/")]
    [InlineData("ftp://example.org/")]
    public async Task The_probe_asks_no_address_of_an_own_network_and_no_unusual_port(string address)
    {
        using var probe = new HttpLinkProbe();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => probe.AskAsync(new Uri(address), Cancellation));
    }

    [Fact]
    public async Task The_list_is_narrowed_ordered_and_exported_and_says_what_cannot_be_checked()
    {
        await using var portal = Portal.Own();
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        await AddNewsAsync(portal, "list-a", NewsColumn.Notice, now, "[没有](/news/list-gone-a)");
        await AddNewsAsync(portal, "list-b", NewsColumn.Notice, now, "[没有](/news/list-gone-b)");
        await InspectAsync(portal);
        var editor = await portal.VisitAsAsync("editor");

        async Task<List<string>> ShownAsync(string query) => [.. (await editor.OpenAsync($"/park/site-checks?{query}")).QuerySelectorAll("[data-finding]").Select(f => f.GetAttribute("data-finding")!)];
        Assert.Equal(["DeadLink", "DeadLink"], await ShownAsync("q=list-gone"));
        Assert.Empty(await ShownAsync("q=list-gone&weight=veto"));
        Assert.Contains("新发现", (await editor.OpenAsync("/park/site-checks?q=list-gone")).QuerySelector("[data-finding]")!.TextContent, StringComparison.Ordinal);
        var all = await ShownAsync("sort=Indicator&dir=asc");
        Assert.Equal(all.Select(Enum.Parse<SiteIndicator>).Select(i => i.ToString()).Order(StringComparer.Ordinal), all);
        var file = await (await editor.GetAsync("/park/site-checks/export.csv?q=list-gone")).Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(3, file.TrimEnd().Split('\n').Length);
        var page = await editor.OpenAsync("/park/site-checks/indicators");
        Assert.Contains("站外的探测点", page.QuerySelectorAll("[data-requirement=unchecked]").Select(r => r.TextContent).Single(t => t.Contains("打开速度", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.ForgeAsync("/park/site-checks/indicators", "/park/site-checks/indicators/none", [])).StatusCode);
    }

    private static Task<int> InspectAsync(Portal portal) => portal.InScopeAsync(s => s.GetRequiredService<SiteCheckBook>().InspectAsync(Cancellation));

    private static Task<List<SiteFinding>> OpenAsync(Portal portal, SiteIndicator indicator) =>
        portal.WithDatabaseAsync(db => db.SiteFindings.AsNoTracking().Where(f => f.GoneOn == null && f.Indicator == indicator).ToListAsync(Cancellation));

    private static Task<int> AddNewsAsync(Portal portal, string slug, string column, DateTime at, string body) => portal.WithDatabaseAsync(db =>
    {
        db.News.Add(new NewsItem
        {
            Slug = $"fault-{slug}",
            Title = $"示例：{slug}",
            Summary = "示例。",
            Body = body,
            Column = column,
            State = PublicationState.Published,
            PublishedAt = at,
            RevisedAt = at,
            CreatedAt = at,
            UpdatedAt = at,
        });
        return db.SaveChangesAsync(Cancellation);
    });

    /// <summary>Sites of which one is gone and one never answers.</summary>
    private sealed class SilentSites : ILinkProbe
    {
        public List<Uri> Asked { get; } = [];

        public Task<int> AskAsync(Uri uri, CancellationToken cancellation)
        {
            Asked.Add(uri);
            return uri.Host switch
            {
                "gone.example" => Task.FromResult(404),
                "slow.example" => throw new TaskCanceledException(),
                _ => Task.FromResult(200),
            };
        }
    }
}
