using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>The desks' lists: put in order by a column's head, narrowed, and taken along as a file with the same rows in the same order.</summary>
public sealed class OrderingListsTests(Portal portal)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    private static readonly string[] _numbers = ["GKXX-1", "GKXX-2"];

    /// <summary>Address, order, and the column of the file that it goes by.</summary>
    private static readonly (string Address, string Sort, int Column)[] _lists =
    [
        ("/park/news", "Title", 0), ("/park/policies", "Title", 1), ("/park/services", "Title", 0), ("/park/letters", "Number", 0), ("/park/wording", "Word", 0), ("/park/columns", "Name", 0), ("/park/search", "Words", 0),
        ("/park/information-requests", "Number", 0), ("/park/policy-matching", "Title", 0),
    ];

    [Fact]
    public async Task A_list_is_turned_round_by_its_head_and_its_file_has_the_same_rows_in_the_same_order()
    {
        await using var own = Portal.Own();
        await SeedAsync(own);
        var admin = await own.VisitAsAsync("admin");
        foreach (var (address, sort, column) in _lists)
        {
            var page = await admin.OpenAsync($"{address}?sort={sort}&dir=asc");
            var head = page.QuerySelector("th[aria-sort=ascending] a")!.GetAttribute("href")!;
            Assert.Equal($"{address}?sort={sort}&dir=desc", head);
            var up = await FileAsync(admin, $"{address}/export.csv?sort={sort}&dir=asc", column);
            var down = await FileAsync(admin, $"{address}/export.csv?sort={sort}&dir=desc", column);

            Assert.True(up.Count >= 2, $"{address}: {string.Join('|', up)}");
            Assert.Equal(up.Distinct(StringComparer.Ordinal).Reverse(), down.Distinct(StringComparer.Ordinal));
            var shown = page.QuerySelectorAll("tbody tr td:first-child").Select(c => c.TextContent).ToList();
            Assert.All(shown.Zip(up), pair => Assert.Contains(pair.Second, pair.First, StringComparison.Ordinal));
            Assert.NotNull((await admin.OpenAsync(head)).QuerySelector("th[aria-sort=descending]"));
        }
    }

    [Fact]
    public async Task A_file_is_narrowed_like_its_list_and_tells_nothing_that_the_list_does_not()
    {
        await using var own = Portal.Own();
        await SeedAsync(own);
        var admin = await own.VisitAsAsync("admin");

        Assert.Equal("第二个词", Assert.Single(await FileAsync(admin, "/park/wording/export.csv?kind=banned&q=" + Uri.EscapeDataString("个词"), 0)));
        var requests = await (await admin.GetAsync("/park/information-requests/export.csv")).Content.ReadAsStringAsync(_none);
        Assert.Contains("XX-2", requests, StringComparison.Ordinal);
        Assert.DoesNotContain("想要的信息", requests, StringComparison.Ordinal);
        Assert.Equal(["GKXX-2"], await FileAsync(admin, "/park/information-requests/export.csv?q=XX-2", 0));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await own.VisitAsAsync("editor")).GetAsync("/park/information-requests/export.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await own.VisitAsAsync("editor")).GetAsync("/park/letters/export.csv")).StatusCode);
    }

    [Fact]
    public async Task The_enterprises_of_a_policy_and_the_indicators_are_taken_along_as_they_are_shown()
    {
        var auditor = await portal.VisitAsAsync("auditor");
        var policy = await portal.WithDatabaseAsync(db => db.PolicyCriteria.OrderBy(c => c.PolicyDocumentId).Select(c => c.PolicyDocumentId).FirstAsync(_none));
        var address = $"/park/policies/{policy}/enterprises";
        var shown = (await auditor.OpenAsync($"{address}?standing=Met")).QuerySelectorAll("[data-enterprise] .ttl b").Select(b => b.TextContent).ToList();
        var met = await FileAsync(auditor, $"{address}/export.csv?standing=Met", 0);
        Assert.NotEmpty(met);
        Assert.Equal(shown, met.Take(shown.Count));
        Assert.Single((await FileAsync(auditor, $"{address}/export.csv?standing=Met", 1)).Distinct(StringComparer.Ordinal));
        using var book = await auditor.GetAsync($"{address}/export.xlsx");
        Assert.Contains("spreadsheetml", book.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);

        Assert.Contains("trains", await FileAsync(auditor, "/park/indicators/export.csv", 2));
        Assert.Contains(await FileAsync(auditor, "/park/policy-matching/export.csv?with=true", 3), conditions => int.Parse(conditions, CultureInfo.InvariantCulture) > 0);
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Visit().GetAsync($"{address}/export.csv")).StatusCode);
    }

    [Fact]
    public async Task Columns_are_narrowed_to_those_that_are_late()
    {
        await using var own = Portal.Own();
        own.Clock.Set(own.Clock.GetUtcNow().AddDays(20));
        var editor = await own.VisitAsAsync("editor");

        var late = (await editor.OpenAsync("/park/columns?rhythm=overdue&sort=Overdue&dir=desc")).QuerySelectorAll("[data-column]");
        Assert.NotEmpty(late);
        Assert.All(late, c => Assert.Contains("超期", c.TextContent, StringComparison.Ordinal));
        Assert.Empty((await editor.OpenAsync("/park/columns?q=none")).QuerySelectorAll("[data-column]"));
    }

    [Fact]
    public async Task The_queue_is_narrowed_to_a_kind_and_taken_along()
    {
        var editor = await portal.VisitAsAsync("editor");
        var mark = $"排队{Guid.NewGuid():N}"[..10];
        var address = (await editor.SubmitAsync("/park/news/new", new() { ["Title"] = mark, ["Column"] = "Notice", ["Summary"] = "摘要", ["Body"] = "正文" })).LedTo();
        await editor.SubmitAsync(address, [], $"{address}/submit");

        Assert.NotNull((await editor.OpenAsync($"/park/editorial?q={Uri.EscapeDataString(mark)}&kind=News&sort=Title&dir=desc")).QuerySelector($"[data-text='{address}']"));
        Assert.Null((await editor.OpenAsync($"/park/editorial?q={Uri.EscapeDataString(mark)}&kind=Policy")).QuerySelector("tr[data-text]"));
        Assert.Equal([mark], await FileAsync(editor, $"/park/editorial/export.csv?view=InReview&q={Uri.EscapeDataString(mark)}", 0));
    }

    private static Task<int> SeedAsync(Portal portal) => portal.WithDatabaseAsync(db =>
    {
        db.SensitiveWords.AddRange(new SensitiveWord { Word = "第一个词", IsBanned = false }, new SensitiveWord { Word = "第二个词", IsBanned = true });
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        foreach (var number in _numbers)
        {
            db.InformationRequests.Add(new InformationRequest { Number = number, CodeHash = "none", Content = "想要的信息", Form = InformationForm.Electronic, Delivery = DeliveryWay.Mail, PrivacyNoticeVersion = "示例", ReceivedAt = now });
        }

        return db.SaveChangesAsync(_none);
    });

    /// <summary>One column of the file, without its head.</summary>
    private static async Task<List<string>> FileAsync(Visitor visitor, string address, int column)
    {
        using var answer = await visitor.GetAsync(address);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        return [.. (await answer.Content.ReadAsStringAsync(_none)).TrimEnd().Split("\r\n").Skip(1).Select(l => l.Split(',')[column].Trim('"'))];
    }
}
