using System.Net;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Subscriptions;
using HuaihuaPilotZone.Tests.Letters;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HuaihuaPilotZone.Tests.Subscriptions.SubscriptionSteps;

namespace HuaihuaPilotZone.Tests.Subscriptions;

/// <summary>A reader asks on the page, confirms by the mail, changes and leaves; nobody learns from it who subscribes.</summary>
public sealed partial class SubscribingTests(QuickPortal quick) : IClassFixture<QuickPortal>
{
    /// <summary>Addresses that subscribe, wait and are new, as anybody may try them.</summary>
    private static readonly string[] _alike = ["known@example.invalid", "KNOWN@example.invalid", "waiting@example.invalid", "new@example.invalid"];

    private readonly Portal _portal = quick.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_chooses_topics_confirms_by_mail_changes_and_leaves()
    {
        const string Address = "Reader.One+news@example.invalid";
        var reader = _portal.Visit();
        var shown = await reader.OpenAsync($"{Page}?topic=news.Notice");
        Assert.Equal("news.Notice", Assert.Single(shown.QuerySelectorAll("[name=Topics][checked]")).GetAttribute("value"));
        Assert.Equal("/feeds/news/notice.atom", shown.QuerySelector("#topic-news-Notice")!.Closest("li")!.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal($"{Page}/sent", (await AskAsync(reader, Address)).LedTo());

        var mail = await _portal.ReceiveAsync(Address, "请确认订阅");
        Assert.Contains("- 通知公告", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("List-Unsubscribe", mail, StringComparison.Ordinal);
        var link = LinkIn(mail, "confirm?token=");
        var stored = await StoredAsync(Address);
        Assert.Null(stored!.ConfirmedAt);
        Assert.DoesNotContain(link.Split('=')[1], stored.TokenHash!, StringComparison.Ordinal);
        Assert.DoesNotContain("Reader", stored.ProtectedAddress, StringComparison.Ordinal);

        // a mail scanner follows the link, as often as it likes
        for (var i = 0; i < 2; i++) Assert.NotNull((await _portal.Visit().OpenAsync(link)).QuerySelector("form[action='/subscriptions/confirm']"));
        Assert.Null((await StoredAsync(Address))!.ConfirmedAt);
        using (var looked = await reader.GetAsync(link))
        {
            Assert.Contains("no-store", looked.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal("noindex, nofollow", looked.Headers.GetValues("X-Robots-Tag").Single());
        }

        var manage = (await reader.SubmitAsync(link, [])).LedTo();
        Assert.NotNull((await StoredAsync(Address))!.ConfirmedAt);
        Assert.Null((await StoredAsync(Address))!.TokenHash);
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync(link)).StatusCode);
        var page = await reader.OpenAsync(manage);
        Assert.Contains("R***@example.invalid", page.Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("Reader.One", page.Content(), StringComparison.Ordinal);

        var changed = await reader.ForgeAsync(manage, $"{Page}/manage", new() { ["Key"] = KeyIn(manage), ["Topics"] = "policies", ["Frequency"] = "Weekly", ["IsEnglish"] = "true" });
        Assert.Equal(manage, changed.LedTo());
        stored = await StoredAsync(Address);
        Assert.Equal((MailFrequency.Weekly, true, "policies"), (stored!.Frequency, stored.IsEnglish, stored.Topics.Single().Topic));
        await (await reader.ForgeAsync(manage, $"{Page}/manage", new() { ["Key"] = KeyIn(manage), ["Frequency"] = "Often" })).RefusedWithAsync("请至少选择一个主题", "请选择频率");
    }

    [Fact]
    public async Task The_answer_is_the_same_for_a_new_a_waiting_and_a_subscribed_address()
    {
        await SubscribeAsync("known@example.invalid");
        await AskAsync(_portal.Visit(), "waiting@example.invalid");
        string[] answers = [.. await Task.WhenAll(_alike.Select(async address =>
        {
            var visitor = _portal.Visit();
            using var answer = await AskAsync(visitor, address);
            return $"{(int)answer.StatusCode} {answer.LedTo()} {(await visitor.OpenAsync(answer.LedTo())).Content()}";
        }))];

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Somebody_who_subscribes_already_gets_a_mail_to_manage_and_nothing_is_changed()
    {
        await using var own = Portal.Own(Correspondence.AtOnce, ("Subscriptions:MinutesBetweenMails", "10"));
        const string Address = "again@example.invalid";
        await SubscriptionSteps.SubscribeAsync(own, Address);
        own.Clock.Set(own.Clock.GetUtcNow().AddMinutes(11));

        await AskAsync(own.Visit(), Address, ("Topics", "policies"), ("Frequency", "AtOnce"));

        var mail = await own.ReceiveAsync(Address, "您已订阅");
        Assert.Contains("通知公告", (await own.Visit().OpenAsync(LinkIn(mail, "manage?key="))).Content(), StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe: <http", mail, StringComparison.Ordinal);
        var stored = await SubscriptionSteps.StoredAsync(own, Address);
        Assert.Equal((MailFrequency.Daily, "news.Notice"), (stored!.Frequency, stored.Topics.Single().Topic));

        // the next form comes too soon
        await AskAsync(own.Visit(), Address);
        Assert.Equal(2, await own.WithDatabaseAsync(db => db.OutgoingMails.CountAsync(m => m.To == Address, Cancellation)));
    }

    [Fact]
    public async Task One_address_gets_one_mail_an_hour_and_one_client_sends_so_many_forms()
    {
        await using var strict = Portal.Own(Correspondence.AtOnce, ("RateLimits:PublicForms", "3"));
        const string Address = "flooded@example.invalid";
        for (var i = 0; i < 3; i++) Assert.Equal($"{Page}/sent", (await AskAsync(strict.Visit(), Address)).LedTo());

        Assert.Equal(1, await strict.WithDatabaseAsync(db => db.OutgoingMails.CountAsync(m => m.To == Address, Cancellation)));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(strict.Visit(), "fresh@example.invalid")).StatusCode);
    }

    [Fact]
    public async Task A_link_that_is_forged_too_old_or_of_another_kind_opens_nothing()
    {
        await using var own = Portal.Own(Correspondence.AtOnce);
        var reader = own.Visit();
        await AskAsync(reader, "slow@example.invalid");
        var link = LinkIn(await own.ReceiveAsync("slow@example.invalid"), "confirm?token=");
        var manage = await SubscriptionSteps.SubscribeAsync(own, "victim@example.invalid");

        foreach (var forged in new[] { $"{Page}/confirm", $"{Page}/confirm?token={new string('0', 64)}", $"{Page}/confirm?token=' OR 1=1 --", $"{Page}/manage?key=1", $"{Page}/manage?key={KeyIn(manage)[..^3]}abc" })
            Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync(forged)).StatusCode);
        // the key to manage does not end it, and that to leave does not open it
        Assert.Equal(HttpStatusCode.Gone, (await PostAsync(own, $"{Page}/leave?key={KeyIn(manage)}")).StatusCode);
        var leave = await own.InScopeAsync(s => Task.FromResult(s.GetRequiredService<SubscriptionKeys>().ForLeaving(new Subscriber
        {
            Id = 1,
            AddressHash = "x",
            ProtectedAddress = "",
            Frequency = MailFrequency.Daily,
            IsEnglish = false,
            PrivacyNoticeVersion = "",
            AskedAt = default,
            LinkMailedAt = default,
        })));
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync($"{Page}/manage?key={leave}")).StatusCode);
        Assert.NotNull((await SubscriptionSteps.StoredAsync(own, "victim@example.invalid"))!.ConfirmedAt);

        own.Clock.Set(own.Clock.GetUtcNow().AddHours(49));
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await reader.ForgeAsync(Page, $"{Page}/confirm", new() { ["token"] = link.Split('=')[1] })).StatusCode);
        Assert.Null((await SubscriptionSteps.StoredAsync(own, "slow@example.invalid"))!.ConfirmedAt);
    }

    [Fact]
    public async Task An_address_that_nobody_confirms_is_deleted_with_its_mails()
    {
        await using var own = Portal.Own(Correspondence.AtOnce);
        await AskAsync(own.Visit(), "forgotten@example.invalid");
        await SubscriptionSteps.SubscribeAsync(own, "kept@example.invalid");
        await own.ReceiveAsync("forgotten@example.invalid");
        own.Clock.Set(own.Clock.GetUtcNow().AddDays(8));

        Assert.Equal(1, await own.InScopeAsync(s => s.GetRequiredService<SubscriptionBook>().ForgetOldAsync(Cancellation)));

        Assert.False(await own.WithDatabaseAsync(db => db.OutgoingMails.AnyAsync(m => m.To == "forgotten@example.invalid", Cancellation)));
        Assert.True(await own.WithDatabaseAsync(db => db.OutgoingMails.AnyAsync(m => m.To == "kept@example.invalid", Cancellation)));
        Assert.Null(await SubscriptionSteps.StoredAsync(own, "forgotten@example.invalid"));
        Assert.NotNull(await SubscriptionSteps.StoredAsync(own, "kept@example.invalid"));
    }

    [Fact]
    public async Task Leaving_takes_one_click_without_cookies_or_token_and_leaves_nothing_behind()
    {
        const string Address = "leaving@example.invalid";
        var manage = await SubscribeAsync(Address);
        var subscriber = (await StoredAsync(Address))!;
        await _portal.WithDatabaseAsync(async db =>
        {
            var announcement = new Announcement { Kind = PublishedKind.News, ItemId = int.MaxValue, At = _portal.Clock.GetUtcNow().UtcDateTime };
            db.Announcements.Add(announcement);
            await db.SaveChangesAsync(Cancellation);
            db.SentAnnouncements.Add(new SentAnnouncement { SubscriberId = subscriber.Id, AnnouncementId = announcement.Id, At = announcement.At });
            return await db.SaveChangesAsync(Cancellation);
        });
        var key = await _portal.InScopeAsync(s => Task.FromResult(s.GetRequiredService<SubscriptionKeys>().ForLeaving(subscriber)));
        var address = $"{Page}/leave?key={key}";

        // looking changes nothing; the page has one button
        var page = await _portal.Visit().OpenAsync(address);
        Assert.Equal(address, Assert.Single(page.QuerySelectorAll("main form")).GetAttribute("action"));
        Assert.NotNull(await StoredAsync(Address));
        Assert.Equal(HttpStatusCode.Gone, (await PostAsync(_portal, $"{Page}/leave?key=forged")).StatusCode);

        var left = await PostAsync(_portal, address);

        Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        Assert.NotNull((await Visitor.ReadAsync(left)).QuerySelector("#left"));
        Assert.Null(await StoredAsync(Address));
        Assert.False(await _portal.WithDatabaseAsync(db => db.OutgoingMails.AnyAsync(m => m.To == Address, Cancellation)));
        Assert.False(await _portal.WithDatabaseAsync(db => db.SubscriberTopics.AnyAsync(t => t.SubscriberId == subscriber.Id, Cancellation)));
        Assert.False(await _portal.WithDatabaseAsync(db => db.SentAnnouncements.AnyAsync(s => s.SubscriberId == subscriber.Id, Cancellation)));
        // twice is as good as once
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(_portal, address)).StatusCode);
        Assert.Contains("没有这个订阅", (await _portal.Visit().OpenAsync(address)).Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await _portal.Visit().GetAsync(manage)).StatusCode);
    }

    [Theory]
    [InlineData("/subscriptions")]
    [InlineData("/subscriptions/confirm")]
    [InlineData("/subscriptions/manage")]
    public async Task Every_other_form_needs_its_token(string address) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(_portal, address)).StatusCode);

    [Fact]
    public async Task Everything_wrong_is_said_at_its_field_and_what_was_typed_stays()
    {
        var values = Filling("not an address");
        values.Remove("Topics");
        values["AcceptsNotice"] = "false";

        var page = await (await _portal.Visit().SubmitAsync(Page, values)).RefusedWithAsync("请至少选择一个主题", "邮箱地址的格式不对", "请阅读隐私说明");

        Assert.Equal("not an address", page.Value("Address"));
        Assert.Contains("邮箱地址的格式不对", page.QuerySelector("#Address-error")!.TextContent, StringComparison.Ordinal);
        var trapped = await (await AskAsync(_portal.Visit(), "robot@example.invalid", ("Fax", "1"))).RefusedWithAsync("隐藏的一栏被自动填写");
        Assert.Equal("", trapped.Value("Fax"));
        await (await AskAsync(_portal.Visit(), "robot@example.invalid", ("Stamp", "forged"))).RefusedWithAsync("提交得太快，或页面打开得太久");
        await (await AskAsync(_portal.Visit(), "robot@example.invalid", ("NoticeVersion", "2001-01-01"))).RefusedWithAsync("隐私说明刚有更新");
        Assert.Null(await StoredAsync("robot@example.invalid"));
    }

    [Fact]
    public async Task In_English_page_errors_mail_and_links_are_English()
    {
        const string Address = "english@example.invalid";
        var reader = _portal.Visit();
        var refused = await Visitor.ReadAsync(await reader.SubmitAsync("/en/subscriptions", new() { ["Address"] = "ａ@example.invalid", ["AcceptsNotice"] = "true", ["Topics"] = "services" }, "/en/subscriptions"));
        Assert.DoesNotMatch("[\u4e00-\u9fff]", refused.QuerySelector(".hh-errsum")!.TextContent);
        Assert.Contains("plain Latin letters", refused.QuerySelector("#Address-error")!.TextContent, StringComparison.Ordinal);

        Assert.Equal("/en/subscriptions/sent", (await reader.SubmitAsync("/en/subscriptions", new() { ["Address"] = Address, ["AcceptsNotice"] = "true", ["Topics"] = "services" }, "/en/subscriptions")).LedTo());

        var mail = await _portal.ReceiveAsync(Address, "Please confirm");
        Assert.DoesNotMatch("[\u4e00-\u9fff]", mail[mail.IndexOf('\n', StringComparison.Ordinal)..].Replace("主题：", "", StringComparison.Ordinal));
        var link = LinkIn(mail, "confirm?token=");
        Assert.StartsWith("/en/subscriptions/", link, StringComparison.Ordinal);
        Assert.StartsWith("/en/subscriptions/manage", (await reader.SubmitAsync(link, [])).LedTo(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a@example.invalid\r\nBcc: all@example.invalid", AddressProblem.ControlCharacters)]
    [InlineData("a@example.invalid\n", AddressProblem.ControlCharacters)]
    [InlineData("a\0@example.invalid", AddressProblem.ControlCharacters)]
    [InlineData("", AddressProblem.Missing)]
    [InlineData("аdmin@example.invalid", AddressProblem.NotAscii)]
    [InlineData("a@exаmple.invalid", AddressProblem.NotAscii)]
    [InlineData("a＠example.invalid", AddressProblem.NotAscii)]
    [InlineData("a@b", AddressProblem.Malformed)]
    [InlineData("a b@example.invalid", AddressProblem.Malformed)]
    [InlineData("a@example.invalid, b@example.invalid", AddressProblem.Malformed)]
    [InlineData("\"a\"@example.invalid", AddressProblem.Malformed)]
    [InlineData("<a@example.invalid>", AddressProblem.Malformed)]
    [InlineData("a..b@example.invalid", AddressProblem.Malformed)]
    [InlineData("a@-example.invalid", AddressProblem.Malformed)]
    [InlineData("a@127.0.0.1", AddressProblem.Malformed)]
    [InlineData(" o'neil+news@mail.example.co.uk ", AddressProblem.None)]
    [InlineData("123456@qq.com", AddressProblem.None)]
    public void An_address_is_plain_or_refused_with_its_reason(string address, AddressProblem problem) => Assert.Equal(problem, MailAddresses.Problem(address));

    [Fact]
    public void A_very_long_address_is_refused_at_once()
    {
        Assert.Equal(AddressProblem.TooLong, MailAddresses.Problem($"{new string('a', 65)}@example.invalid"));
        Assert.Equal(AddressProblem.TooLong, MailAddresses.Problem($"a@{string.Concat(Enumerable.Repeat("a.", 200_000))}invalid"));
    }

    [Fact]
    public async Task No_header_can_be_written_into_a_mail()
    {
        foreach (var address in new[] { "a@example.invalid\r\nBcc: all@example.invalid", "a@example.invalid%0d%0aBcc:x" })
        {
            var answer = await _portal.Visit().ForgeAsync(Page, Page, new() { ["Address"] = address, ["Topics"] = "services", ["Frequency"] = "Daily", ["AcceptsNotice"] = "true", ["Stamp"] = await _portal.StampAsync() });
            await answer.RefusedWithAsync("邮箱地址");
        }

        await Assert.ThrowsAsync<ArgumentException>(() => _portal.InScopeAsync(s =>
        {
            s.GetRequiredService<Outbox>().AddMail(MessageKind.SubscriptionNews, "a@example.invalid\nBcc: x", "主题", "正文");
            return Task.FromResult(0);
        }));
        Assert.Equal("一行  Bcc: x", Texts.OneLine("一行\r\nBcc: x"));
    }

    [Fact]
    public async Task Lists_and_the_foot_of_every_page_lead_to_the_subscriptions()
    {
        var visitor = _portal.Visit();
        foreach (var (page, topic, feed) in new[] { ("/news", "", "/feeds/news.atom"), ("/news?column=ZoneNews", "?topic=news.ZoneNews", "/feeds/news/zonenews.atom"), ("/policies", "?topic=policies", "/feeds/policies.atom"), ("/services", "?topic=services", "/feeds/services.atom"), ("/statistics", "?topic=statistics", "/feeds/statistics.atom"), ("/risks", "?topic=risks", "/feeds/risks.atom") })
        {
            var links = (await visitor.OpenAsync(page)).QuerySelectorAll("[data-subscribe] a").Select(a => a.GetAttribute("href"));
            Assert.Equal([Page + topic, feed], links);
            using var answer = await visitor.GetAsync(feed);
            Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains("<entry>", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        Assert.NotNull((await visitor.OpenAsync("/about")).QuerySelector("footer a[href='/subscriptions']"));
    }

    [Fact]
    public async Task Staff_see_numbers_without_addresses_and_only_administrators_stop_the_mails()
    {
        await using var own = Portal.Own(Correspondence.AtOnce);
        await SubscriptionSteps.SubscribeAsync(own, "counted@example.invalid");
        var editor = await own.VisitAsAsync("editor");
        var admin = await own.VisitAsAsync("admin");

        var page = await editor.OpenAsync("/park/subscriptions");
        Assert.Contains("1 个已确认的订阅", page.Content(), StringComparison.Ordinal);
        Assert.Equal(["1", "0", "1", "0", "0"], page.QuerySelectorAll("[data-topic='news.Notice'] .r-num").Select(c => c.TextContent));
        Assert.DoesNotContain("counted@", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action='/park/subscriptions/pause']"));
        using (var export = await editor.GetAsync("/park/subscriptions/export.csv"))
        {
            var text = await export.Content.ReadAsStringAsync(Cancellation);
            Assert.Contains("通知公告,1,0,1,0,0", text, StringComparison.Ordinal);
            Assert.DoesNotContain("@", text, StringComparison.Ordinal);
        }

        await (await admin.SubmitAsync("/park/subscriptions", new() { ["Reason"] = " " }, "/park/subscriptions/pause")).RefusedWithAsync("请写明暂停的原因");
        Assert.Contains("已暂停发送", await admin.NoticeAfterAsync(await admin.SubmitAsync("/park/subscriptions", new() { ["Reason"] = "更换服务器" }, "/park/subscriptions/pause")), StringComparison.Ordinal);
        Assert.Contains("更换服务器", (await editor.OpenAsync("/park/subscriptions")).Content(), StringComparison.Ordinal);
        Assert.Contains("已恢复发送", await admin.NoticeAfterAsync(await admin.SubmitAsync("/park/subscriptions", [], "/park/subscriptions/pause")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_out_is_put_in_order_narrowed_and_taken_along_as_it_is_shown()
    {
        await using var own = Portal.Own(Correspondence.AtOnce, ("Jobs:Parallel", "0"));
        await SubscriptionSteps.SubscribeAsync(own, "ordered@example.invalid");
        var (sent, later) = await own.WithDatabaseAsync(async db =>
        {
            var at = own.Clock.GetUtcNow().UtcDateTime.AddYears(1);
            // of what the public does not see any more
            var first = new Announcement { Kind = PublishedKind.News, ItemId = 999_999, At = at };
            var second = new Announcement { Kind = PublishedKind.Policy, ItemId = 999_999, At = at.AddHours(1) };
            db.Announcements.AddRange(first, second);
            await db.SaveChangesAsync(Cancellation);
            db.SentAnnouncements.Add(new SentAnnouncement { SubscriberId = await db.Subscribers.Select(s => s.Id).SingleAsync(Cancellation), AnnouncementId = first.Id, At = at });
            await db.SaveChangesAsync(Cancellation);
            return (first.Id, second.Id);
        });
        var editor = await own.VisitAsAsync("editor");
        async Task<List<string?>> ShownAsync(string query) =>
            [.. (await editor.OpenAsync($"/park/subscriptions{query}")).QuerySelectorAll("tr[data-announcement]").Select(r => r.GetAttribute("data-announcement")).Where(id => id == $"{sent}" || id == $"{later}")];

        Assert.Equal([$"{later}", $"{sent}"], await ShownAsync(""));
        Assert.Equal([$"{sent}", $"{later}"], await ShownAsync("?sort=Sent&dir=desc"));
        Assert.Equal([$"{sent}"], await ShownAsync("?kind=News&sort=At&dir=desc"));
        var lines = (await (await editor.GetAsync("/park/subscriptions/announcements/export.csv?sort=Sent&dir=desc")).Content.ReadAsStringAsync(Cancellation)).TrimEnd().Split("\r\n");
        Assert.Equal("内容,网址,种类,发布时间,已发人数", lines[0].TrimStart('\uFEFF'));
        Assert.StartsWith("已不公开,,资讯,2027-11-22 ", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",1", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines.Skip(2), l => l.StartsWith("已不公开,,政策文件,", StringComparison.Ordinal) && l.EndsWith(",0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scheduled_text_is_mailed_when_it_comes_out_with_a_way_to_leave()
    {
        await using var own = Portal.Own(Correspondence.AtOnce);
        const string Address = "scheduled@example.invalid";
        // later than what the portal was delivered with
        own.Clock.Set(own.Clock.GetUtcNow().AddMinutes(1));
        await SubscriptionSteps.SubscribeAsync(own, Address, ("Frequency", "AtOnce"));
        var editor = await own.VisitAsAsync("editor");
        var address = (await editor.SubmitAsync("/park/news/new", new() { ["Title"] = "定时的通知", ["Column"] = "Notice", ["Summary"] = "摘要", ["Body"] = "正文" })).LedTo();
        await editor.SubmitAsync($"{address}/schedule", new() { ["At"] = "2026-11-22T11:30" });
        await RoundAsync(own);
        Assert.False(await own.WithDatabaseAsync(db => db.OutgoingMails.AnyAsync(m => m.Kind == MessageKind.SubscriptionNews, Cancellation)));

        own.Clock.Set(new DateTimeOffset(2026, 11, 22, 11, 31, 0, TimeSpan.FromHours(8)));
        await own.InScopeAsync(s => s.GetRequiredService<ScheduledPublications>().PublishDueAsync(Cancellation));
        await RoundAsync(own);

        var mail = await own.ReceiveAsync(Address, "定时的通知");
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail, StringComparison.Ordinal);
        var leave = ListUnsubscribe().Match(mail).Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(own, new Uri(leave).PathAndQuery)).StatusCode);
        Assert.Null(await SubscriptionSteps.StoredAsync(own, Address));
    }

    private static async Task RoundAsync(Portal portal)
    {
        await portal.InScopeAsync(s => s.GetRequiredService<Announcer>().AnnounceNewAsync(Cancellation));
        await portal.InScopeAsync(s => s.GetRequiredService<SubscriptionPost>().SendDueAsync(Cancellation));
    }

    private Task<string> SubscribeAsync(string address) => SubscriptionSteps.SubscribeAsync(_portal, address);

    private Task<Subscriber?> StoredAsync(string address) => SubscriptionSteps.StoredAsync(_portal, address);

    [GeneratedRegex("^List-Unsubscribe: <([^>]+)>$", RegexOptions.CultureInvariant | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListUnsubscribe();
}
