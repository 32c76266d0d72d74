using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.Successions;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Personal.Requests;
using HuaihuaPilotZone.Tests.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Journal;

/// <summary>What was done to a request of one person is read over several pages to its beginning, and nothing that was done to another's.</summary>
public sealed class ReadingHistoriesOfRequestsTests(Portal portal)
{
    private const int Many = 45;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_history_of_a_request_to_take_over_is_read_to_its_beginning_among_those_of_others() =>
        await IsReadToItsBeginningAsync(JournalSubjects.Succession, await TakeOverAsync("history.one@example.invalid"), await TakeOverAsync("history.other@example.invalid"), "/park/successions");

    [Fact]
    public async Task The_history_of_a_request_about_own_data_is_read_to_its_beginning_among_those_of_others() =>
        await IsReadToItsBeginningAsync(JournalSubjects.PrivacyRequest, await AskAsync(), await AskAsync(), "/park/privacy-requests");

    private async Task IsReadToItsBeginningAsync(string subject, string number, string others, string home)
    {
        var before = await portal.WithDatabaseAsync(db => db.Journal.CountAsync(l => l.Subject == subject && l.SubjectKey == number, Cancellation));
        await portal.InScopeAsync(async s =>
        {
            var journal = s.GetRequiredService<PortalJournal>();
            for (var i = 0; i < Many; i++)
            {
                journal.Write(subject, number, PrivacyActs.RequestTaken, Note("这份", i));
                journal.Write(subject, others, PrivacyActs.RequestTaken, Note("别人", i));
            }
            return await s.GetRequiredService<PortalDbContext>().SaveChangesAsync(Cancellation);
        });

        var (admin, address, pages) = (await portal.VisitAsAsync("admin"), $"{home}/{number}", new List<string>());
        while (address is not null)
        {
            var page = await admin.OpenAsync(address);
            pages.Add(string.Join('\n', page.QuerySelectorAll("ol.hh-timeline > li").Select(l => l.TextContent)));
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"共 {before + Many} 条"), page.Content(), StringComparison.Ordinal);
            address = page.QuerySelector("nav.hh-pager a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(3, pages.Count);
        var all = string.Join('\n', pages);
        Assert.DoesNotContain("别人", all, StringComparison.Ordinal);
        var places = Enumerable.Range(0, Many).Select(i => all.IndexOf(Note("这份", i), StringComparison.Ordinal)).ToList();
        Assert.Equal(places.OrderDescending(), places);
        Assert.DoesNotContain(-1, places);
        Assert.Contains(Note("这份", 0), pages[^1], StringComparison.Ordinal);
    }

    private static string Note(string whose, int number) => string.Create(CultureInfo.InvariantCulture, $"{whose}第 {number:D2} 次的说明");

    private async Task<string> TakeOverAsync(string email)
    {
        var code = CreditCode.Next();
        await portal.HasMembershipAsync(await portal.HasPersonAsync(), await portal.HasEnterpriseAsync("接任记录公司", creditCode: code));
        await using var content = new MemoryStream(SampleFiles.Pdf());
        return await portal.InScopeAsync(async s =>
        {
            var kept = await s.GetRequiredService<HuaihuaPilotZone.Files.FileCabinet>().KeepAsync("授权书.pdf", content, Cancellation);
            var asked = await s.GetRequiredService<SuccessionRequests>().AskAsync(
                new SuccessionRequest(code, new SuccessionPerson("接任人", "总经理", "000-00000000", email), "原管理员已离职", new PrivacyConsent(true, PrivacyNotice.Version)), [kept.Value], Cancellation);
            return asked.Value;
        });
    }

    private async Task<string> AskAsync()
    {
        const string Mine = "/account/privacy/requests";
        var person = await portal.HasPersonAsync();
        var asked = await (await portal.VisitAsAsync(person.UserName!)).SubmitAsync(Mine, new() { ["Kind"] = nameof(PrivacyRequestKind.Explanation), ["Reason"] = "想知道怎样算出来的" });
        Assert.Equal(Mine, asked.LedTo());
        return await portal.WithDatabaseAsync(db => db.PrivacyRequests.Where(r => r.UserId == person.Id).Select(r => r.Number).SingleAsync(Cancellation));
    }
}
