using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Subscriptions;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class SubscriptionsCalls : ServiceCalls
{
    protected override void Describe()
    {
        var choices = new SubscriptionChoices([SubscriptionTopics.Policies], MailFrequency.Daily, false);
        var consent = new PrivacyConsent(true, PrivacyNotice.Version);
        var waiting = Row(("Frequency", nameof(MailFrequency.Daily)), ("Topic", SubscriptionTopics.Policies));
        var due = Row(("Frequency", nameof(MailFrequency.Daily)), ("NextMailAt", new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc)));
        Call<SubscriptionBook>(s => s.AskAsync("x@example.invalid", choices, consent, CancellationToken.None), Answers.Empty.Reaching("INSERT"));
        Call<SubscriptionBook>(s => s.AskAsync("x@example.invalid", choices, consent, CancellationToken.None), waiting);
        Call<SubscriptionBook>(s => s.FindPendingAsync("token", CancellationToken.None), waiting);
        Call<SubscriptionBook>(s => s.ConfirmAsync("token", CancellationToken.None), waiting.Reaching("UPDATE"));
        Call<SubscriptionBook>(s => s.FindAsync("key", CancellationToken.None), waiting);
        Call<SubscriptionBook>(s => s.ChangeAsync("key", choices, CancellationToken.None), waiting);
        Call<SubscriptionBook>(s => s.FindLeavingAsync("key", CancellationToken.None), waiting);
        Call<SubscriptionBook>(s => s.LeaveAsync("key", CancellationToken.None), waiting);
        Call<SubscriptionBook>(s => s.ForgetOldAsync(CancellationToken.None), waiting.Reaching("DELETE"));
        Call<PublishedItems>(s => s.NewAsync(DateTime.UnixEpoch, CancellationToken.None), Answers.Empty);
        Call<PublishedItems>(s => s.AnnouncedAsync(DateTime.UnixEpoch, CancellationToken.None), Answers.Empty);
        Call<Announcer>(s => s.AnnounceNewAsync(CancellationToken.None), Answers.Empty);
        Call<SubscriptionPost>(s => s.SendDueAsync(CancellationToken.None), Answers.Empty);
        Call<SubscriptionPost>(s => s.SendDueAsync(CancellationToken.None), due.ButNothingFor("[SubscriptionPauses]").Reaching("UPDATE"));
        Call<SubscriptionFigures>(s => s.CountAsync(CancellationToken.None), waiting);
        var gone = Row(("Kind", nameof(PublishedKind.News))).ButNothingFor("[News]").ButNothingFor("[PolicyDocuments]").ButNothingFor("[ServiceItems]").ButNothingFor("[Observations]").ButNothingFor("[RiskNotices]");
        Call<SubscriptionFigures>(s => s.ListAsync(new AnnouncementFilter(PublishedKind.News, AnnouncementSort.Sent), new PageRequest(2), CancellationToken.None), Answers.Empty);
        Call<SubscriptionFigures>(s => s.ListAsync(new AnnouncementFilter(), new PageRequest(), CancellationToken.None), gone);
        Call<SubscriptionFigures>(s => s.StreamAsync(new AnnouncementFilter(Sort: AnnouncementSort.Sent, Descending: false), CancellationToken.None), gone);
        Call<SubscriptionFigures>(s => s.PauseAsync(CancellationToken.None));
        Call<SubscriptionFigures>(s => s.SetPausedAsync(true, 1, "原因", CancellationToken.None));
        Call<SubscriptionFigures>(s => s.SetPausedAsync(true, 0, "原因", CancellationToken.None), Answers.Empty.Reaching("INSERT"));
    }
}
