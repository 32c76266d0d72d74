using System.Net;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.PublicPages;

public sealed class ServingKeptPagesTests : IAsyncLifetime
{
    private readonly RequestStatements _statements = new();
    private Portal _portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _portal = Portal.Own([_statements, _statements.Connections], ("Jobs:Parallel", "0"), ("PublicPages:LookSeconds", "3600"));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/news")]
    [InlineData("/policies")]
    [InlineData("/policies?q=%E7%BB%BC%E8%AF%95%E5%8C%BA")]
    [InlineData("/corridors")]
    [InlineData("/dry-port")]
    [InlineData("/enterprises")]
    [InlineData("/rules/MODE-003")]
    [InlineData("/about")]
    [InlineData("/privacy")]
    public async Task A_page_that_was_made_once_is_served_again_without_asking_the_database(string address)
    {
        var visitor = _portal.Visit();
        using var first = await visitor.GetAsync(address);
        if (first.StatusCode == HttpStatusCode.NotFound) Assert.Fail($"{address} is no page");
        var before = _statements.Count;

        using var second = await visitor.GetAsync(address);

        Assert.Equal(before, _statements.Count);
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancellation), await second.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(Headers(first), Headers(second));
        Assert.Contains("default-src 'none'", second.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-cache", second.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task What_is_published_stands_on_every_page_at_the_next_request_and_what_is_withdrawn_is_gone()
    {
        var visitor = _portal.Visit();
        foreach (var address in new[] { "/", "/news" }) await visitor.OpenAsync(address);
        var id = await AddNewsAsync("kept-one", "班列加开公告示例");

        foreach (var address in new[] { "/", "/news", "/news/kept-one" })
            Assert.Contains("班列加开公告示例", (await visitor.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);

        await _portal.WithDatabaseAsync(async db =>
        {
            var item = await db.News.SingleAsync(n => n.Id == id, Cancellation);
            item.State = PublicationState.Withdrawn;
            return await db.SaveChangesAsync(Cancellation);
        });
        foreach (var address in new[] { "/", "/news" })
            Assert.DoesNotContain("班列加开公告示例", (await visitor.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        using var gone = await visitor.GetAsync("/news/kept-one");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_new_name_of_an_area_stands_in_the_directory_at_the_next_request()
    {
        var visitor = _portal.Visit();
        var before = (await visitor.OpenAsync("/enterprises")).Body!.TextContent;
        var old = await _portal.WithDatabaseAsync(async db =>
        {
            var areas = await db.Set<ParkArea>().ToListAsync(Cancellation);
            var shown = areas.First(a => before.Contains(a.Name, StringComparison.Ordinal));
            var name = shown.Name;
            shown.Name = "改了名的示例片区";
            await db.SaveChangesAsync(Cancellation);
            return name;
        });

        var after = (await visitor.OpenAsync("/enterprises")).Body!.TextContent;
        Assert.Contains("改了名的示例片区", after, StringComparison.Ordinal);
        Assert.DoesNotContain(old, after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_committed_yet_is_neither_shown_nor_makes_a_page_out_of_date_too_early()
    {
        var visitor = _portal.Visit();
        await visitor.OpenAsync("/news");
        var changes = _portal.Services.GetRequiredService<PublicChanges>();
        var before = changes.Count([PublicTopic.News]);

        await _portal.WithDatabaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            db.News.Add(News("kept-two", "尚未提交的示例"));
            await db.SaveChangesAsync(Cancellation);
            Assert.Equal(before, changes.Count([PublicTopic.News]));
            await transaction.CommitAsync(Cancellation);
            return 0;
        });

        Assert.True(changes.Count([PublicTopic.News]) > before);
        Assert.Contains("尚未提交的示例", (await visitor.OpenAsync("/news")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_was_read_before_a_change_and_written_after_it_is_not_served_again()
    {
        var changes = _portal.Services.GetRequiredService<PublicChanges>();
        _statements.Once("FROM \"News\"", () => changes.Changed(PublicTopic.News));
        await _portal.Visit().OpenAsync("/news");
        var before = _statements.Count;

        await _portal.Visit().OpenAsync("/news");

        Assert.True(_statements.Count > before);
    }

    [Fact]
    public async Task What_another_instance_has_published_is_seen_at_the_next_look()
    {
        var visitor = _portal.Visit();
        await visitor.OpenAsync("/news");
        var watcher = _portal.Services.GetRequiredService<PublicChangesWatcher>();
        await watcher.LookAsync(Cancellation);
        // as another process does it: no interceptor of this one sees it
        await _portal.WithDatabaseAsync(db => db.PublicStamps.Where(s => s.Topic == PublicTopic.News).ExecuteUpdateAsync(set => set.SetProperty(s => s.Stamp, Guid.NewGuid()), Cancellation));
        await watcher.LookAsync(Cancellation);
        var before = _statements.Count;

        await visitor.OpenAsync("/news");

        Assert.True(_statements.Count > before);
    }

    [Fact]
    public async Task A_signed_in_person_is_never_answered_from_kept_pages_and_leaves_no_name_on_one()
    {
        var person = await _portal.VisitAsAsync("filer");
        using var own = await person.GetAsync("/about");
        Assert.True(own.Headers.CacheControl!.NoCache);
        Assert.DoesNotContain(own.Headers, h => h.Key == "ETag");
        Assert.NotNull((await Visitor.ReadAsync(own)).QuerySelector("form[action='/account/logout']"));

        Assert.Null((await _portal.Visit().OpenAsync("/about")).QuerySelector("form[action='/account/logout']"));

        Assert.NotNull((await person.OpenAsync("/about")).QuerySelector("form[action='/account/logout']"));
    }

    [Fact]
    public async Task The_look_of_one_visitor_is_not_served_to_another()
    {
        await _portal.Visit().OpenAsync("/about");

        Assert.Equal("dark", await ThemeAsync("theme=dark&contrast=normal&text=normal"));
        Assert.Equal("light", await ThemeAsync("theme=light&contrast=more&text=large"));
        Assert.Equal("dark", await ThemeAsync("theme=dark&contrast=normal&text=normal"));
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("gzip;q=0.5, br;q=0", "gzip")]
    [InlineData("identity", null)]
    public async Task A_page_comes_as_small_as_the_browser_takes_it_and_not_twice(string accepted, string? coding)
    {
        using var client = _portal.Server.CreateClient();
        await client.GetAsync(new Uri("/rules", UriKind.Relative), Cancellation);
        using var answer = await SendAsync(client, HttpMethod.Get, ("Accept-Encoding", accepted));
        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());

        using var again = await SendAsync(client, HttpMethod.Get, ("Accept-Encoding", accepted), ("If-None-Match", $"\"other\", {answer.Headers.ETag}"));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(answer.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancellation));

        using var head = await SendAsync(client, HttpMethod.Head, ("Accept-Encoding", accepted));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(answer.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Who_asks_for_the_head_of_a_page_that_was_never_opened_is_told_that_it_is_there()
    {
        using var client = _portal.Server.CreateClient();
        foreach (var (address, status) in new[] { ("/chains", HttpStatusCode.OK), ("/en/chains/luggage", HttpStatusCode.OK), ("/news?page=999", HttpStatusCode.Redirect), ("/park/news", HttpStatusCode.Redirect), ("/chains/unknown", HttpStatusCode.NotFound) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, address);
            using var answer = await client.SendAsync(request, Cancellation);
            Assert.True(answer.StatusCode == status, $"{address}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Without_the_database_a_kept_page_says_since_when_it_is_kept_even_when_its_day_has_passed()
    {
        var visitor = _portal.Visit();
        await visitor.OpenAsync("/policies");
        var watcher = _portal.Services.GetRequiredService<PublicChangesWatcher>();
        _portal.Clock.Set(_portal.Clock.GetUtcNow().AddHours(20));
        _statements.Connections.IsBroken = true;
        await watcher.LookAsync(Cancellation);

        var page = await visitor.OpenAsync("/policies");
        Assert.Contains("数据库暂时连接不上，这是 2026-11-22 10:00 保存的页面", page.QuerySelector(".hh-outage")!.TextContent, StringComparison.Ordinal);
        using var unknown = await visitor.GetAsync("/news?year=2001");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unknown.StatusCode);

        var status = await visitor.OpenAsync("/status");
        Assert.Equal("中断", status.QuerySelector("[data-part=Database] .hh-dot")!.TextContent);
        Assert.Contains("至今", status.QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);

        _statements.Connections.IsBroken = false;
        await watcher.LookAsync(Cancellation);
        Assert.Equal("正常", (await visitor.OpenAsync("/status")).QuerySelector("[data-part=Database] .hh-dot")!.TextContent);
        Assert.Null((await visitor.OpenAsync("/policies")).QuerySelector(".hh-outage"));
    }

    [Fact]
    public async Task A_form_that_cannot_be_saved_without_the_database_comes_back_with_all_that_was_typed()
    {
        var visitor = _portal.Visit();
        var form = await visitor.OpenAsync("/account/reset");
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        _statements.Connections.IsBroken = true;
        await _portal.Services.GetRequiredService<PublicChangesWatcher>().LookAsync(Cancellation);

        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token!), new("Name", "<b>someone</b>@example.cn")]);
        using var answer = await visitor.Client.PostAsync(new Uri("/account/reset", UriKind.Relative), content, Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var kept = (await Visitor.ReadAsync(answer)).QuerySelector("form[data-kept-form]")!;
        Assert.Equal("/account/reset", kept.GetAttribute("action"));
        Assert.Equal("<b>someone</b>@example.cn", kept.QuerySelector("input[name=Name]")!.GetAttribute("value"));
        Assert.Equal(token, kept.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));

        using var signIn = new FormUrlEncodedContent([new("__RequestVerificationToken", token!), new("Name", "filer"), new("Password", "a secret of mine")]);
        using var refused = await visitor.Client.PostAsync(new Uri("/account/login", UriKind.Relative), signIn, Cancellation);
        Assert.DoesNotContain("a secret of mine", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri("/rules", UriKind.Relative));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, Cancellation);
    }

    private async Task<string?> ThemeAsync(string preferences)
    {
        using var client = _portal.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", $"hh-prefs={Uri.EscapeDataString(preferences)}");
        return (await new Visitor(client).OpenAsync("/about")).DocumentElement.GetAttribute("data-bs-theme");
    }

    private async Task<int> AddNewsAsync(string slug, string title)
    {
        var item = News(slug, title);
        return await _portal.WithDatabaseAsync(async db =>
        {
            db.News.Add(item);
            await db.SaveChangesAsync(Cancellation);
            return item.Id;
        });
    }

    private static NewsItem News(string slug, string title)
    {
        var now = new DateTime(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc);
        return new NewsItem { Slug = slug, Title = title, Column = NewsColumn.Notice, Summary = "示例。", Body = "示例正文。", State = PublicationState.Published, PublishedAt = now, CreatedAt = now, UpdatedAt = now };
    }

    private static IEnumerable<string> Headers(HttpResponseMessage answer) =>
        answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not "Date").Select(h => $"{h.Key}: {string.Join(",", h.Value)}").Order(StringComparer.Ordinal);
}
