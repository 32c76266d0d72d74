using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.FilingReceipts;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Journal.Seals;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Letters;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.FilingReceipts;

/// <summary>Whoever files something gets a receipt; whoever holds one sees whether the content is still the one that was filed.</summary>
public sealed class CheckingReceiptsTests(QuickPortal quick) : IClassFixture<QuickPortal>
{
    private readonly Portal _portal = quick.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_submission_and_a_hand_over_have_receipts_that_say_genuine_until_one_byte_is_changed()
    {
        var filer = await _portal.VisitAsAsync("luggage");
        var number = await Filing.HandOverNewAsync(_portal, filer);
        var links = (await filer.OpenAsync($"/enterprise/declarations/{number}")).QuerySelectorAll("#filing-receipts a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal([$"{number}-S1", $"{number}-H1"], links.Select(l => l.Split('/', '?')[2]));

        foreach (var link in links)
        {
            var page = await _portal.Visit().OpenAsync(link);
            Assert.Equal("Genuine", page.QuerySelector("[data-receipt]")!.GetAttribute("data-receipt"));
            Assert.NotNull(page.QuerySelector(".hh-qr svg path"));
            Assert.DoesNotContain("拉杆箱", page.Content(), StringComparison.Ordinal);
        }

        await TamperAsync($"UPDATE Submissions SET Document = replace(Document, '643.2', '643.3') WHERE DeclarationId = (SELECT Id FROM Declarations WHERE Number = '{number}')");

        foreach (var link in links) Assert.Equal("Changed", await StateAsync(link));
        var fault = (await VerifyAsync()).Fault!;
        Assert.Equal($"{number}-S1", fault.Subject);
        await TamperAsync($"UPDATE Submissions SET Document = replace(Document, '643.3', '643.2') WHERE DeclarationId = (SELECT Id FROM Declarations WHERE Number = '{number}')");
        foreach (var link in links) Assert.Equal("Genuine", await StateAsync(link));
    }

    [Fact]
    public async Task A_letter_leads_to_its_receipt_which_stays_when_the_letter_is_erased()
    {
        var letter = await ReceivedAsync("/letters/new", Correspondence.Filling("有回执的信"), "XJ-");
        Assert.Equal("Genuine", await StateAsync(letter));
        Assert.DoesNotContain("有回执的信", (await _portal.Visit().OpenAsync(letter)).Content(), StringComparison.Ordinal);

        var number = letter.Split('/', '?')[2][..^2];
        await TamperAsync($"UPDATE Letters SET Body = Body || ' ' WHERE Number = '{number}'");
        Assert.Equal("Changed", await StateAsync(letter));
        await TamperAsync($"UPDATE Letters SET Body = substr(Body, 1, length(Body) - 1) WHERE Number = '{number}'");
        Assert.Equal("Genuine", await StateAsync(letter));
        await TamperAsync($"UPDATE Letters SET Title = '', Body = '', ErasedAt = '2027-01-01 00:00:00' WHERE Number = '{number}'");
        Assert.Equal("Erased", await StateAsync(letter));
    }

    [Fact]
    public async Task A_corrected_request_has_a_second_receipt_and_an_application_one()
    {
        var consent = new PrivacyConsent(true, PrivacyNotice.Version);
        var draft = new RequestDraft(new RequestApplicant("申请人甲", IdentityKind.Other, "X12345", "000-12345678", null, null), "所需信息", InformationForm.Electronic, DeliveryWay.Online, consent);
        var request = (await _portal.InScopeAsync(s => s.GetRequiredService<InformationRequestBox>().SubmitAsync(draft, Cancellation))).Value;
        var first = $"/receipts/{request.ReceiptNumber}?code={request.CheckCode}";
        Assert.Equal("Genuine", await StateAsync(first));
        await TamperAsync($"UPDATE InformationRequests SET State = 'AwaitingCorrection' WHERE Number = '{request.Number}'");

        Assert.True((await _portal.InScopeAsync(s => s.GetRequiredService<InformationRequestBox>().CorrectAsync(request.Number, request.Code, "补正后的内容", Cancellation))).IsDone);

        Assert.Equal("Replaced", await StateAsync(first));
        var second = (await _portal.InScopeAsync(s => s.GetRequiredService<ReceiptDesk>().OfAsync(request.Number, Cancellation)))[^1];
        Assert.Equal("Genuine", await StateAsync($"/receipts/{second.Number}?code={second.CheckCode}"));
        var applied = (await _portal.InScopeAsync(s => s.GetRequiredService<EntryApplicationService>().SubmitAsync(
            new EntryRequest { Name = "回执试验企业", CreditCode = CreditCode.Next(), Type = EnterpriseType.Manufacturing, Intent = "入驻", ContactName = "甲", ContactPhone = "000-12345678", ContactEmail = "a@example.invalid", Consent = consent },
            Cancellation))).Value;
        var link = $"/receipts/{ReceiptGiver.Once(applied.Number)}?code={applied.CheckCode}";
        Assert.Equal("Genuine", await StateAsync(link));
        Assert.DoesNotContain("回执试验企业", (await _portal.Visit().OpenAsync(link)).Content(), StringComparison.Ordinal);
        // contacts may be erased later and are no part of it
        await TamperAsync($"UPDATE EntryApplications SET ContactName = '' WHERE Number = '{applied.Number}'");
        Assert.Equal("Genuine", await StateAsync(link));
        await TamperAsync($"UPDATE EntryApplications SET Intent = '别的' WHERE Number = '{applied.Number}'");
        Assert.Equal("Changed", await StateAsync(link));
        await TamperAsync($"UPDATE EntryApplications SET Intent = '入驻' WHERE Number = '{applied.Number}'");
    }

    [Fact]
    public async Task Changing_content_and_hash_alike_is_found_by_the_journal()
    {
        var letter = await ReceivedAsync("/letters/new", Correspondence.Filling("连哈希一起改"), "XJ-");
        var number = letter.Split('/', '?')[2];

        await TamperAsync($"UPDATE FilingReceipts SET ContentHash = '{new string('a', 64)}' WHERE Number = '{number}'");

        Assert.Equal("Changed", await StateAsync(letter));
        var kept = await _portal.WithDatabaseAsync(db => db.FilingReceipts.Where(r => r.Number == number).Select(r => r.JournalLine!.Note).SingleAsync(Cancellation));
        await TamperAsync($"UPDATE FilingReceipts SET ContentHash = '{kept!["SHA-256 ".Length..]}' WHERE Number = '{number}'");
        Assert.Equal("Genuine", await StateAsync(letter));
    }

    [Fact]
    public async Task A_number_without_its_code_is_answered_like_one_that_was_never_given()
    {
        var letter = await ReceivedAsync("/letters/new", Correspondence.Filling("不能猜到"), "XJ-");
        var (number, code) = (letter.Split('/', '?')[2], letter[^8..]);

        var answers = new List<string>();
        foreach (var address in new[] { $"/receipts/{number}", $"/receipts/{number}?code=AAAAAAAA", "/receipts/XJ-20261122-9999-R?code=AAAAAAAA", $"/receipts?number={number}&code=", $"/receipts?number=&code={code}" })
        {
            var page = await _portal.Visit().OpenAsync(address);
            Assert.Equal("Unknown", page.QuerySelector("[data-receipt]")!.GetAttribute("data-receipt"));
            answers.Add(page.QuerySelector("[data-receipt]")!.TextContent);
        }

        Assert.Single(answers.Distinct());
        Assert.Equal("Genuine", await StateAsync($"/receipts?number={number.ToLowerInvariant()}&code={code[..4].ToLowerInvariant()}-{code[4..]}"));
        Assert.Null((await _portal.Visit().OpenAsync("/receipts")).QuerySelector("[data-receipt]"));
        Assert.Contains("Genuine, content unchanged", (await _portal.Visit().OpenAsync($"/en{letter}")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_is_limited_in_number_for_one_address()
    {
        await using var own = Portal.Own(("RateLimits:Tracking", "3"));
        var visitor = own.Visit();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++) answers.Add((await visitor.GetAsync($"/receipts/XJ-20261122-000{i}-R?code=AAAAAAAA")).StatusCode);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task Administrators_are_told_once_of_a_broken_chain_and_see_it_on_the_page()
    {
        await using var own = Portal.Own();
        own.Clock.Set(own.Clock.GetUtcNow().AddMinutes(30));
        async Task<JournalVerdict?> NowAsync() => await own.InScopeAsync(s => s.GetRequiredService<JournalKeeping>().VerifyNowAsync(Cancellation));
        Task<int> ToldAsync() => own.WithDatabaseAsync(db => db.Notices.CountAsync(n => n.Kind == MessageKind.JournalBroken, Cancellation));
        var admin = await own.VisitAsAsync("admin");
        Assert.Null((await UntilAsync(NowAsync)).Fault);
        Assert.NotNull((await admin.OpenAsync("/park/journal/seals")).QuerySelector("[data-verified=whole]"));
        var first = await own.WithDatabaseAsync(db => db.Journal.OrderBy(l => l.Id).Select(l => l.Id).FirstAsync(Cancellation));

        await own.WithDatabaseAsync(db => db.Journal.Where(l => l.Id == first).ExecuteUpdateAsync(s => s.SetProperty(l => l.UserName, "别人"), Cancellation));
        Assert.Equal(first, (await UntilAsync(NowAsync)).Fault!.LineId);
        var told = await ToldAsync();
        Assert.Equal(await own.WithDatabaseAsync(db => db.UserRoles.CountAsync(g => db.Roles.Any(r => r.Id == g.RoleId && r.Name == StaffRoles.ParkAdministrator), Cancellation)), told);
        await UntilAsync(NowAsync);
        Assert.Equal(told, await ToldAsync());

        var page = await admin.OpenAsync("/park/journal/seals");
        Assert.Contains("操作人与封存时不同", page.QuerySelector("[data-verified=broken]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await admin.OpenAsync($"/park/journal/seals?q={first}")).QuerySelector("[data-seal='1']"));
        Assert.Null((await admin.OpenAsync("/park/journal/seals?q=nothing")).QuerySelector("[data-seal]"));
        Assert.Contains("前一块哈希", await (await admin.GetAsync("/park/journal/seals/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await own.VisitAsAsync("reviewer")).GetAsync("/park/journal/seals")).StatusCode);
        (await admin.SubmitAsync("/park/journal/seals", [], "/park/journal/seals/verify")).LedTo();
    }

    /// <summary>While the portal's own worker is at it, nobody else is.</summary>
    private static async Task<JournalVerdict> UntilAsync(Func<Task<JournalVerdict?>> verify)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await verify() is { } verdict) return verdict;
            await Task.Delay(50, Cancellation);
        }
        throw new TimeoutException("The chain was never free.");
    }

    private async Task<string> ReceivedAsync(string page, Dictionary<string, string?> values, string prefix)
    {
        var visitor = _portal.Visit();
        var link = (await visitor.OpenAsync((await visitor.SubmitAsync(page, values)).LedTo())).QuerySelector("#receipt")!.GetAttribute("href")!;
        Assert.StartsWith($"/receipts/{prefix}", link, StringComparison.Ordinal);
        return link;
    }

    private async Task<string?> StateAsync(string link) => (await _portal.Visit().OpenAsync(link)).QuerySelector("[data-receipt]")!.GetAttribute("data-receipt");

    private Task<JournalVerdict> VerifyAsync() =>
        _portal.InScopeAsync(s => s.GetRequiredService<JournalVerifier>().VerifyAsync(static _ => Task.CompletedTask, Cancellation));

    private Task<bool> TamperAsync(string sql) => _portal.WithDatabaseAsync(async db =>
    {
        Assert.True(await db.Database.ExecuteSqlRawAsync(sql, Cancellation) > 0, sql);
        return true;
    });
}
