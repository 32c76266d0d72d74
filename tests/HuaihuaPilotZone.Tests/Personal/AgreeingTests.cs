using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Personal.Consents;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Personal;

/// <summary>Consents with version and time, as the person gives and withdraws them; other people's are always there.</summary>
public sealed class AgreeingTests(Portal portal)
{
    private const string Centre = "/account/privacy";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_has_agreed_to_anything_optional_and_only_who_has_signed_in_sees_the_centre()
    {
        Assert.Contains("/account/login", (await portal.Visit().GetAsync(Centre)).LedTo(), StringComparison.Ordinal);
        var person = await portal.HasPersonAsync(StaffRoles.Auditor);
        var page = await (await portal.VisitAsAsync(person.UserName!)).OpenAsync(Centre);

        Assert.NotNull(page.QuerySelector("[data-consent=NewsMails] form[action$='/give']"));
        Assert.Empty(await RecordsAsync(person.Id));
    }

    [Fact]
    public async Task Whoever_has_not_agreed_to_the_notice_in_force_is_asked_on_every_page_of_a_desk_and_refused_nothing()
    {
        var person = await portal.HasPersonAsync(StaffRoles.Auditor);
        var visitor = await portal.VisitAsAsync(person.UserName!);
        await OldConsentAsync(person.Id);
        Assert.NotNull((await visitor.OpenAsync("/park")).QuerySelector("[data-asks-notice]"));

        await (await visitor.SubmitAsync(Centre, [], $"{Centre}/give")).RefusedWithAsync("勾选同意");
        Assert.Equal(Centre, (await visitor.SubmitAsync(Centre, new() { ["AcceptsNotice"] = "true" }, $"{Centre}/give")).LedTo());

        Assert.Null((await visitor.OpenAsync("/park")).QuerySelector("[data-asks-notice]"));
        var records = await RecordsAsync(person.Id);
        Assert.Equal([("2020-01-01", (ConsentEnd?)ConsentEnd.Superseded), (PrivacyNotice.Version, null)], records.Select(r => (r.NoticeVersion, r.End)));
        Assert.Equal(portal.Clock.GetUtcNow().UtcDateTime, records[1].GivenAt, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_version_that_is_no_longer_in_force_cannot_be_agreed_to()
    {
        var person = await portal.HasPersonAsync(StaffRoles.Auditor);
        var visitor = await portal.VisitAsAsync(person.UserName!);

        var answer = await visitor.SubmitAsync(Centre, new() { ["AcceptsNotice"] = "true", ["NoticeVersion"] = "2020-01-01" }, $"{Centre}/give");

        await answer.RefusedWithAsync("隐私说明刚有更新");
        Assert.Empty(await RecordsAsync(person.Id));
    }

    [Fact]
    public async Task Withdrawing_the_notice_refuses_nothing_and_what_was_not_given_cannot_be_withdrawn()
    {
        var person = await portal.HasPersonAsync(StaffRoles.Auditor);
        var visitor = await portal.VisitAsAsync(person.UserName!);
        await visitor.SubmitAsync(Centre, new() { ["AcceptsNotice"] = "true" }, $"{Centre}/give");

        Assert.Equal(Centre, (await visitor.SubmitAsync(Centre, [], $"{Centre}/withdraw")).LedTo());

        await visitor.OpenAsync("/park/enterprises");
        Assert.NotNull((await visitor.OpenAsync("/park")).QuerySelector("[data-asks-notice]"));
        var ended = Assert.Single(await RecordsAsync(person.Id));
        Assert.Equal((ConsentEnd.Withdrawn, person.DisplayName), (ended.End, ended.EndedBy));
        var again = await visitor.ForgeAsync(Centre, $"{Centre}/withdraw", new() { ["Kind"] = nameof(ConsentKind.NewsMails) });
        await again.RefusedWithAsync("现在没有同意过这一项");
    }

    [Fact]
    public async Task News_come_by_mail_after_a_consent_and_stop_with_it()
    {
        var person = await ConfirmedAsync();
        var other = await ConfirmedAsync();
        var visitor = await portal.VisitAsAsync(person.UserName!);
        await GiveMailsAsync(visitor);
        await GiveMailsAsync(await portal.VisitAsAsync(other.UserName!));
        Assert.NotNull((await visitor.OpenAsync(Centre)).QuerySelector("[data-consent=NewsMails] form[action$='/withdraw']"));
        var subscribers = await SubscribersAsync();

        await visitor.ForgeAsync(Centre, $"{Centre}/withdraw", new() { ["Kind"] = nameof(ConsentKind.NewsMails) });

        Assert.Equal(subscribers - 1, await SubscribersAsync());
        Assert.Null(Assert.Single(await RecordsAsync(other.Id)).EndedAt);
    }

    [Fact]
    public async Task News_are_not_sent_to_an_address_that_nobody_has_confirmed()
    {
        var person = await portal.HasPersonAsync(StaffRoles.Auditor);

        var answer = await GiveMailsAsync(await portal.VisitAsAsync(person.UserName!));

        await answer.RefusedWithAsync("邮箱还没有确认过");
        Assert.Empty(await RecordsAsync(person.Id));
    }

    [Fact]
    public async Task Agreeing_in_many_windows_at_once_is_one_consent()
    {
        var person = await portal.HasPersonAsync(StaffRoles.Auditor);
        var visitor = await portal.VisitAsAsync(person.UserName!);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => visitor.ForgeAsync(
            Centre, $"{Centre}/give", new() { ["Kind"] = nameof(ConsentKind.Notice), ["AcceptsNotice"] = "true", ["NoticeVersion"] = PrivacyNotice.Version })));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Single(await RecordsAsync(person.Id));
    }

    [Fact]
    public async Task An_invited_person_leaves_a_record_of_the_notice()
    {
        var enterprise = await portal.HasEnterpriseAsync("示例同意记录有限公司");
        var token = await portal.HasInvitationAsync(enterprise, "record-of-consent@example.invalid");
        var visitor = portal.Visit();

        await visitor.SubmitAsync($"/account/invitation?token={token}", new() { ["UserName"] = "record-of-consent", ["Password"] = DemonstrationAccounts.Password, ["PasswordAgain"] = DemonstrationAccounts.Password, ["AcceptsNotice"] = "true" });

        var record = await portal.WithDatabaseAsync(db => db.ConsentRecords.SingleAsync(c => c.User!.UserName == "record-of-consent", Cancellation));
        Assert.Equal((ConsentKind.Notice, PrivacyNotice.Version, null), (record.Kind, record.NoticeVersion, record.EndedAt));
    }

    private static Task<HttpResponseMessage> GiveMailsAsync(Visitor visitor) =>
        visitor.ForgeAsync(Centre, $"{Centre}/give", new() { ["Kind"] = nameof(ConsentKind.NewsMails), ["NoticeVersion"] = PrivacyNotice.Version });

    private async Task<PortalUser> ConfirmedAsync()
    {
        var person = await portal.HasPersonAsync(StaffRoles.Auditor);
        await portal.WithDatabaseAsync(db => db.Users.Where(u => u.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.EmailConfirmed, true), Cancellation));
        return person;
    }

    private Task<int> SubscribersAsync() => portal.WithDatabaseAsync(db => db.Subscribers.CountAsync(s => s.ConfirmedAt != null && db.ConsentRecords.Any(c => c.Kind == ConsentKind.NewsMails), Cancellation));

    private Task<int> OldConsentAsync(int userId) => portal.WithDatabaseAsync(db =>
    {
        db.ConsentRecords.Add(new ConsentRecord
        {
            UserId = userId,
            Kind = ConsentKind.Notice,
            NoticeVersion = "2020-01-01",
            GivenAt = DateTime.UtcNow,
        });
        return db.SaveChangesAsync(Cancellation);
    });

    private Task<List<ConsentRecord>> RecordsAsync(int userId) => portal.WithDatabaseAsync(db => db.ConsentRecords.AsNoTracking().Where(c => c.UserId == userId).OrderBy(c => c.Id).ToListAsync(Cancellation));
}
