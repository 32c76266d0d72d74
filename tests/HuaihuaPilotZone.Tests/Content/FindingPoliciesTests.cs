using AutoMapper;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Content;

public sealed class FindingPoliciesTests(Portal portal)
{
    private const string Hengyang = "中国(衡阳)(株洲)跨境电子商务综合试验区实施方案";

    [Theory]
    [InlineData("湘政发〔2023〕9号")]
    [InlineData("[2023]9")]
    [InlineData("(2023)9号")]
    [InlineData("（2023）第9号")]
    [InlineData("衡阳 综合试验区")]
    public async Task A_document_is_found_however_its_number_is_typed(string query)
    {
        var page = await portal.Visit().OpenAsync($"/policies?q={Uri.EscapeDataString(query)}");

        Assert.Contains(page.QuerySelectorAll("[data-policy] .t"), a => a.TextContent == Hengyang);
        Assert.Equal(query, page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.NotEmpty(page.QuerySelectorAll("[data-policy] mark"));
    }

    [Fact]
    public async Task Filters_stand_in_the_address_as_chips_that_can_be_taken_off()
    {
        var page = await portal.Visit().OpenAsync("/policies?topic=ZoneDevelopment&topic=Logistics&validity=Unknown&q=");

        var chips = page.QuerySelectorAll(".hh-chip");
        Assert.Equal(["有效性待核", "综试区与陆港建设", "物流与班列"], chips.Select(c => c.TextContent.Trim()));
        Assert.Equal("/policies?topic=Logistics&validity=Unknown", chips[1].QuerySelector("a")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("[data-policy] [data-validity]"), v => Assert.Equal("Unknown", v.GetAttribute("data-validity")));
        Assert.NotNull(page.QuerySelector("input[name=topic][value=Logistics][checked]"));
    }

    [Fact]
    public async Task A_firm_narrows_the_library_to_what_is_for_firms_of_its_kind_and_follows_that()
    {
        var page = await portal.Visit().OpenAsync("/policies?audience=Sellers");

        var slugs = page.QuerySelectorAll("[data-policy]").Select(p => p.GetAttribute("data-policy")!).ToList();
        Assert.NotEmpty(slugs);
        var audiences = await portal.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => slugs.Contains(d.Slug)).Select(d => d.Audience).ToListAsync(TestContext.Current.CancellationToken));
        Assert.All(audiences, a => Assert.Equal(PolicyAudience.Sellers, a));
        Assert.Equal("跨境电商企业", page.QuerySelector(".hh-chip")!.TextContent.Trim());
        Assert.Equal(["/subscriptions?topic=policies.for.Sellers", "/feeds/policies/for-sellers.atom"], page.QuerySelectorAll("[data-subscribe] a").Select(a => a.GetAttribute("href")));
        Assert.Contains("Cross-border", (await portal.Visit().OpenAsync("/en/policies?audience=Sellers")).QuerySelector(".hh-chip")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Each_facet_leads_to_as_many_documents_as_it_promises()
    {
        // documents come and go in the portal of the other tests
        await using var own = Portal.Own();
        var page = await own.Visit().OpenAsync("/policies");

        Assert.NotEmpty(page.QuerySelectorAll(".hh-facet input[name=audience]"));
        foreach (var box in page.QuerySelectorAll(".hh-facet input").Where(b => b.GetAttribute("name") is "topic" or "audience" or "issuer" or "year"))
        {
            var promised = box.ParentElement!.QuerySelector(".n")!.TextContent;
            var narrowed = await own.Visit().OpenAsync($"/policies?{box.GetAttribute("name")}={box.GetAttribute("value")}");
            Assert.Contains($"共 {promised} 份文件", narrowed.QuerySelector(".hh-listhead")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_list_is_put_in_order_by_a_link_that_keeps_the_filters()
    {
        await using var own = Portal.Own();
        var (today, visitor) = (ChinaTime.DayOf(own.Clock.GetUtcNow().UtcDateTime), own.Visit());
        var documents = await own.WithDatabaseAsync(db => db.PolicyDocuments.AsNoTracking().Where(d => d.State == PublicationState.Published && d.Openness != Openness.Closed).ToListAsync(TestContext.Current.CancellationToken));
        static DateOnly? Day(PolicyDocument d) => d.ReleasedOn ?? d.IssuedOn;
        bool Ends(PolicyDocument d) => d.ExpiresOn >= today && d.RepealedOn is null;
        Dictionary<string, IEnumerable<PolicyDocument>> expected = new()
        {
            ["Oldest"] = documents.OrderBy(d => Day(d) is null).ThenBy(Day).ThenByDescending(d => d.Id),
            ["Effective"] = documents.OrderByDescending(d => d.EffectiveOn).ThenByDescending(Day).ThenByDescending(d => d.Id),
            ["Expiring"] = documents.Where(Ends).OrderBy(d => d.ExpiresOn).ThenByDescending(Day).ThenByDescending(d => d.Id),
        };

        foreach (var (order, wanted) in expected)
        {
            var page = await visitor.OpenAsync($"/policies?order={order}");
            var slugs = wanted.Select(d => d.Slug).Take(page.QuerySelectorAll("[data-policy]").Length).ToList();
            Assert.NotEmpty(slugs);
            Assert.Equal(slugs, page.QuerySelectorAll("[data-policy]").Select(r => r.GetAttribute("data-policy")!).Take(slugs.Count));
        }

        var narrowed = await visitor.OpenAsync("/policies?topic=Logistics&order=Oldest");
        Assert.Equal("/policies?topic=Logistics&order=Expiring", narrowed.QuerySelector(".hh-listhead a[href$='order=Expiring']")!.GetAttribute("href"));
        Assert.Equal("/policies?topic=Logistics", narrowed.QuerySelectorAll(".hh-listhead a")[0].GetAttribute("href"));
        Assert.Equal("Oldest", narrowed.QuerySelector("form[action='/policies'] input[name=order]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Words_in_the_address_that_mean_nothing_are_passed_over()
    {
        var page = await portal.Visit().OpenAsync("/policies?topic=Nonsense&year=abc&issuer=x&page=-4&validity=99&order=sideways");

        Assert.NotEmpty(page.QuerySelectorAll("[data-policy]"));
        Assert.Empty(page.QuerySelectorAll(".hh-chip"));
    }

    [Fact]
    public async Task A_search_without_result_says_what_to_try()
    {
        var page = await portal.Visit().OpenAsync("/policies?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%BB%BD");

        Assert.NotNull(page.QuerySelector(".hh-empty a[href='/policies']"));
    }

    [Fact]
    public async Task A_list_longer_than_a_page_goes_on_under_the_same_filters()
    {
        var first = await portal.Visit().OpenAsync("/policies?validity=Unknown&validity=InForce&validity=Expiring&validity=Repealed&validity=Expired&validity=NotYetInForce");
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;

        Assert.Contains("validity=Repealed", next, StringComparison.Ordinal);
        Assert.NotEmpty((await portal.Visit().OpenAsync(next)).QuerySelectorAll("[data-policy]"));
    }

    [Fact]
    public async Task A_document_of_another_authority_names_its_source_and_the_day_it_was_read()
    {
        var slug = await portal.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => d.Title == Hengyang).Select(d => d.Slug).SingleAsync(TestContext.Current.CancellationToken));

        var page = await portal.Visit().OpenAsync($"/policies/{slug}");

        Assert.StartsWith("https://hjq.huaihua.gov.cn/", page.QuerySelector("main aside a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("2026-11-22", page.QuerySelector("main aside")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("正文以来源为准", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-31T15:59:59Z", Validity.Expiring, Validity.NotYetInForce, Validity.InForce)]
    [InlineData("2026-12-31T16:30:00Z", Validity.Expired, Validity.InForce, Validity.Repealed)]
    public async Task Validity_turns_at_midnight_in_Huaihua_and_the_filter_turns_with_it(string utc, Validity ending, Validity starting, Validity repealed)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var mark = $"界{Guid.NewGuid():N}"[..12];
        await portal.WithDatabaseAsync(async db =>
        {
            db.PolicyDocuments.AddRange(
                Document($"{mark} 到期", new(2026, 1, 1), new(2026, 12, 31), null),
                Document($"{mark} 施行", new(2027, 1, 1), null, null),
                Document($"{mark} 废止", new(2026, 1, 1), null, new(2027, 1, 1)));
            return await db.SaveChangesAsync(cancellation);
        });
        var expected = new Dictionary<string, Validity> { [$"{mark} 到期"] = ending, [$"{mark} 施行"] = starting, [$"{mark} 废止"] = repealed };

        await portal.InScopeAsync(async services =>
        {
            var clock = new TestClock();
            clock.Set(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));
            var time = new ChinaTime(clock);
            var db = services.GetRequiredService<HuaihuaPilotZone.Data.PortalDbContext>();
            var library = new PolicyLibrary(db, new PolicyWriter(db, services.GetRequiredService<PolicyKeywords>(), time), time, services.GetRequiredService<IMapper>());
            foreach (var validity in Enum.GetValues<Validity>())
            {
                var rows = await library.ListAsync(new PolicyFilter { Text = mark, Validities = [validity] }, new PageRequest(), cancellation);
                Assert.Equal(expected.Where(e => e.Value == validity).Select(e => e.Key).Order(StringComparer.Ordinal), rows.Rows.Select(r => r.Title).Order(StringComparer.Ordinal));
                Assert.All(rows.Rows, r => Assert.Equal(validity, r.ValidityOn(time.Today)));
            }
            return 0;
        });
    }

    [Fact]
    public async Task The_filter_and_the_computed_word_agree_for_every_document_on_many_days()
    {
        var (documents, amended) = await portal.WithDatabaseAsync(async db => (
            await db.PolicyDocuments.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken),
            await db.PolicyRelations.Where(r => r.Kind == PolicyRelationKind.Amends && r.From!.State == PublicationState.Published && r.From.Openness != Openness.Closed && r.From.EffectiveOn != null)
                .GroupBy(r => r.ToId).Select(g => new { g.Key, Day = g.Min(r => r.From!.EffectiveOn) }).ToDictionaryAsync(r => r.Key, r => r.Day, TestContext.Current.CancellationToken)));
        foreach (var day in Enumerable.Range(0, 40).Select(i => new DateOnly(2023, 10, 1).AddDays(i * 47)))
        {
            foreach (var validity in Enum.GetValues<Validity>())
            {
                var found = await portal.WithDatabaseAsync(db => db.PolicyDocuments.WhereValidity([validity], day).Select(d => d.Id).ToListAsync(TestContext.Current.CancellationToken));
                Assert.Equal(documents.Where(d => d.ValidityOn(day, amended.GetValueOrDefault(d.Id)) == validity).Select(d => d.Id).Order(), found.Where(id => documents.Exists(d => d.Id == id)).Order());
            }
        }
    }

    private static PolicyDocument Document(string title, DateOnly effective, DateOnly? expires, DateOnly? repealed)
    {
        var key = Guid.NewGuid().ToString("N")[..20];
        var document = new PolicyDocument
        {
            IndexNumber = key,
            Slug = key,
            Title = title,
            IsExternal = false,
            Topic = PolicyTopic.Talent,
            Openness = Openness.Proactive,
            Summary = "摘要",
            Body = "正文",
            EffectiveOn = effective,
            ExpiresOn = expires,
            RepealedOn = repealed,
            RepealedByText = repealed is null ? null : "新文件",
            State = PublicationState.Published,
            PublishedAt = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc),
            CreatedAt = DateTime.UnixEpoch,
            UpdatedAt = DateTime.UnixEpoch,
        };
        document.RefreshSearchText();
        return document;
    }
}
