using System.Net;
using System.Reflection;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tests.PublicPages;

/// <summary>Pages of single records where no page is kept: for people with a name, and where it is switched off.</summary>
public sealed class MakingPagesAnewTests : IAsyncLifetime
{
    private const string Policy = "/policies/hhpz-2026-00017";

    private readonly RequestStatements _statements = new();
    private Portal _portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _portal = Portal.Own([_statements, _statements.Connections], ("Jobs:Parallel", "0"), ("PublicPages:LookSeconds", "3600"), ("PublicPages:Keep", "false"));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_page_of_a_record_is_read_with_few_statements_and_made_again_without_one()
    {
        var visitor = _portal.Visit();
        // the names of the columns and the code tables are in memory for all pages
        await visitor.OpenAsync("/news");
        await visitor.OpenAsync("/rcep");
        foreach (var (address, most) in new[]
        {
            (Policy, 3), ("/en/policies/hhpz-2026-00018", 3), ("/policies/hhpz-2026-00001", 2), ("/news/demo-trial-run", 2), ("/services/letters", 2), ("/corridors/china-laos", 6),
            ("/enterprises/1", 5), ("/chains/luggage", 8), ("/statistics/trains", 1), ("/risks/FX-2026-9001", 5), ("/", 9), ("/corridors", 6), ("/dry-port", 3), ("/statistics", 1),
        })
        {
            var start = _statements.Count;
            var first = (await visitor.OpenAsync(address)).DocumentElement.OuterHtml;
            Assert.True(_statements.Count - start <= most, $"{address} asked {_statements.Count - start} times.");
            Assert.True(_statements.Count > start, address);
            var before = _statements.Count;

            var again = (await visitor.OpenAsync(address)).DocumentElement.OuterHtml;

            Assert.True(_statements.Count == before, $"{address} asked again.");
            Assert.Equal(first, again);
        }
    }

    [Fact]
    public async Task What_an_editor_changes_stands_at_the_next_request_on_every_page_that_shows_it()
    {
        var visitor = _portal.Visit();
        const string Other = "/policies/hhpz-2026-00018";
        foreach (var address in new[] { Policy, Other, "/en" + Policy, "/news/demo-trial-run" }) await visitor.OpenAsync(address);
        var (from, to) = await ChangeAsync(async db =>
        {
            var one = await db.PolicyDocuments.SingleAsync(d => d.Slug == "hhpz-2026-00017", Cancellation);
            var other = await db.PolicyDocuments.SingleAsync(d => d.Slug == "hhpz-2026-00018", Cancellation);
            one.Title = "改过标题的示例文件";
            db.PolicyRelations.Add(new PolicyRelation { FromId = one.Id, ToId = other.Id, Kind = PolicyRelationKind.Amends });
            var news = await db.News.SingleAsync(n => n.Slug == "demo-trial-run", Cancellation);
            news.InterpretsId = one.Id;
            return (one.Id, other.Id);
        });

        Assert.NotEqual(from, to);
        Assert.Equal("改过标题的示例文件", (await visitor.OpenAsync(Policy)).QuerySelector("h1")!.TextContent);
        Assert.Contains("改过标题的示例文件", (await visitor.OpenAsync("/en" + Policy)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("改过标题的示例文件", (await visitor.OpenAsync(Other)).QuerySelector("[data-relation=Amends]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await visitor.OpenAsync(Policy)).QuerySelector("[data-relation=Amends], [data-interpretations]"));
        Assert.Contains("改过标题的示例文件", (await visitor.OpenAsync("/news/demo-trial-run")).QuerySelector("[data-interprets]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_closed_or_withdrawn_is_gone_at_the_next_request_from_its_page_and_from_those_that_named_it()
    {
        var visitor = _portal.Visit();
        await ChangeAsync(async db =>
        {
            var policy = await db.PolicyDocuments.SingleAsync(d => d.Slug == "hhpz-2026-00017", Cancellation);
            var news = await db.News.SingleAsync(n => n.Slug == "demo-trial-run", Cancellation);
            news.InterpretsId = policy.Id;
            return 0;
        });
        Assert.NotNull((await visitor.OpenAsync("/news/demo-trial-run")).QuerySelector("[data-interprets]"));
        Assert.NotNull((await visitor.OpenAsync(Policy)).QuerySelector("[data-interpretations]"));

        await ChangeAsync(async db => (await db.PolicyDocuments.SingleAsync(d => d.Slug == "hhpz-2026-00017", Cancellation)).Openness = Openness.Closed);
        foreach (var address in new[] { Policy, "/en" + Policy })
        {
            using var closed = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
        }

        Assert.Null((await visitor.OpenAsync("/news/demo-trial-run")).QuerySelector("[data-interprets]"));
        await ChangeAsync(async db => (await db.News.SingleAsync(n => n.Slug == "demo-trial-run", Cancellation)).State = PublicationState.Withdrawn);
        using var gone = await visitor.GetAsync("/news/demo-trial-run");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_new_name_of_an_area_stands_in_the_conditions_of_a_policy_at_the_next_request()
    {
        var visitor = _portal.Visit();
        var before = (await visitor.OpenAsync(Policy)).QuerySelector("[data-criteria]")!.TextContent;
        var old = await ChangeAsync(async db =>
        {
            var areas = await db.Set<ParkArea>().ToListAsync(Cancellation);
            var named = areas.First(a => before.Contains(a.Name, StringComparison.Ordinal));
            var name = named.Name;
            named.Name = "改了名的示例片区";
            return name;
        });

        var after = (await visitor.OpenAsync(Policy)).QuerySelector("[data-criteria]")!.TextContent;
        Assert.Contains("改了名的示例片区", after, StringComparison.Ordinal);
        Assert.DoesNotContain(old, after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_read_for_one_visitor_carries_neither_name_nor_look_nor_language_to_another()
    {
        var person = await _portal.VisitAsAsync("filer");
        Assert.NotNull((await person.OpenAsync(Policy)).QuerySelector("form[action='/account/logout']"));

        var stranger = await _portal.Visit().OpenAsync(Policy);
        Assert.Null(stranger.QuerySelector("form[action='/account/logout']"));
        Assert.Equal(("light", "zh-CN"), (stranger.DocumentElement.GetAttribute("data-bs-theme"), stranger.DocumentElement.GetAttribute("lang")));
        var english = await _portal.Visit().OpenAsync("/en" + Policy);
        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(english.QuerySelector("[data-untranslated]"));
        using var dark = _portal.Server.CreateClient();
        dark.DefaultRequestHeaders.Add("Cookie", $"hh-prefs={Uri.EscapeDataString("theme=dark&contrast=normal&text=normal")}");
        Assert.Equal("dark", (await new Visitor(dark).OpenAsync(Policy)).DocumentElement.GetAttribute("data-bs-theme"));
    }

    [Fact]
    public async Task A_notice_that_an_act_has_left_stands_once_on_a_page_that_was_read_before()
    {
        await _portal.Visit().OpenAsync(Policy);
        var person = await _portal.VisitAsAsync("filer");
        await person.ForgeAsync("/inbox/settings", "/inbox/settings", new() { ["Mailed"] = nameof(MessageKind.DeclarationMoved) });

        Assert.NotNull((await person.OpenAsync(Policy)).QuerySelector(".hh-toast"));
        Assert.Null((await person.OpenAsync(Policy)).QuerySelector(".hh-toast"));
        Assert.Null((await _portal.Visit().OpenAsync(Policy)).QuerySelector(".hh-toast"));
    }

    [Fact]
    public async Task The_text_of_another_day_is_another_page()
    {
        var visitor = _portal.Visit();
        Assert.NotNull((await visitor.OpenAsync(Policy + "?on=2026-11-01")).QuerySelector("[data-on]"));
        Assert.Null((await visitor.OpenAsync(Policy)).QuerySelector("[data-on]"));
        Assert.NotNull((await visitor.OpenAsync(Policy + "?on=2026-11-01")).QuerySelector("[data-on]"));
    }

    [Fact]
    public async Task What_depends_on_the_day_is_read_again_when_the_day_has_passed()
    {
        var visitor = _portal.Visit();
        await ChangeAsync(async db =>
        {
            var policy = await db.PolicyDocuments.SingleAsync(d => d.Slug == "hhpz-2026-00017", Cancellation);
            (policy.EffectiveOn, policy.ExpiresOn) = (new DateOnly(2026, 1, 1), ChinaTime.DayOf(_portal.Clock.GetUtcNow().UtcDateTime));
            return 0;
        });
        Assert.NotEqual("Expired", await ValidityAsync(visitor));

        _portal.Clock.Set(new DateTimeOffset(ChinaTime.StartOf(ChinaTime.DayOf(_portal.Clock.GetUtcNow().UtcDateTime).AddDays(1))).AddSeconds(1));

        Assert.Equal("Expired", await ValidityAsync(visitor));
    }

    [Fact]
    public async Task A_page_that_was_read_before_a_change_and_shown_after_it_is_read_again()
    {
        var changes = _portal.Services.GetRequiredService<PublicChanges>();
        _statements.Once("FROM \"PolicyDocuments\"", () => changes.Changed(PublicTopic.Policies));
        await _portal.Visit().OpenAsync(Policy);
        var before = _statements.Count;

        await _portal.Visit().OpenAsync(Policy);

        Assert.True(_statements.Count > before);
    }

    [Fact]
    public async Task Without_the_database_a_page_made_anew_does_not_look_as_if_nothing_were_wrong()
    {
        var visitor = _portal.Visit();
        await visitor.OpenAsync(Policy);
        _statements.Connections.IsBroken = true;
        await _portal.Services.GetRequiredService<PublicChangesWatcher>().LookAsync(Cancellation);

        using var answer = await visitor.GetAsync(Policy);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public void What_is_kept_never_takes_more_than_was_set()
    {
        using var store = new PageStore(Options.Create(new PublicPageOptions { MostMegabytes = 1 }), new PublicChanges(TimeProvider.System), TimeProvider.System);
        var kept = Enumerable.Range(0, 200).Select(i => (Key: $"zh /news/{i}", Model: new KeptModel(new Long(20_000))
        {
            Topics = [PublicTopic.News],
            Count = 0,
            FreshUntil = DateTimeOffset.MaxValue,
        })).ToList();
        foreach (var (key, model) in kept) store.KeepModel(key, model);

        var found = kept.Where(k => store.FindModel(k.Key) is not null).Sum(k => k.Model.Size);
        Assert.InRange(found, 1, 1024 * 1024);
        Assert.All(kept, k => Assert.InRange(k.Model.Size, 2 * 20_000, 4 * 20_000));
    }

    [Fact]
    public void Whatever_is_kept_of_an_action_says_what_it_shows()
    {
        var kept = typeof(KeptModelAttribute).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Where(m => m.GetCustomAttribute<KeptModelAttribute>() is not null).ToList();

        Assert.NotEmpty(kept);
        Assert.All(kept, m => Assert.True((m.GetCustomAttribute<PublicPageAttribute>() ?? m.DeclaringType!.GetCustomAttribute<PublicPageAttribute>()) is { Topics.Length: > 0 }, m.Name));
    }

    private static async Task<string?> ValidityAsync(Visitor visitor) => (await visitor.OpenAsync(Policy)).QuerySelector("[data-validity]")!.GetAttribute("data-validity");

    private Task<T> ChangeAsync<T>(Func<HuaihuaPilotZone.Data.PortalDbContext, Task<T>> change) => _portal.WithDatabaseAsync(async db =>
    {
        var result = await change(db);
        await db.SaveChangesAsync(Cancellation);
        return result;
    });

    private sealed record Long(int Length) : LongPage
    {
        public override int Characters => Length;
    }
}
