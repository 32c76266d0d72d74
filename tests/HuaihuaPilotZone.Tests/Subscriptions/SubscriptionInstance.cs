using System.Text.RegularExpressions;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Personal.Keys;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Subscriptions;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tests.Subscriptions;

/// <summary>One instance of the portal's subscription room on a database that others share. Its rounds are called by the test.</summary>
internal sealed partial class SubscriptionInstance : IAsyncDisposable
{
    private static readonly EphemeralDataProtectionProvider _keys = new();

    private readonly ServiceProvider _services;

    public SubscriptionInstance(TemporaryDatabase database, TestClock clock)
    {
        Clock = clock;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock).AddSingleton<ChinaTime>().AddScoped<Actor>();
        services.AddScoped<PortalDbContext>(_ => database.Open());
        services.AddSingleton(Options.Create(new PortalOptions { BaseAddress = new Uri("https://portal.example") })).AddSingleton<PortalAddress>().AddSingleton<OutboxBell>().AddScoped<Outbox>();
        services.AddJournal();
        services.AddSingleton<IDataProtectionProvider>(_keys).AddSingleton(PersonalKeyRing.Throwaway).AddSingleton<PersonalColumn>();
        services.AddSingleton(Options.Create(new SubscriptionOptions())).AddSingleton<SubscriptionKeys>().AddSingleton<SubscriptionMails>();
        services.AddSingleton<PublicChanges>().AddSingleton<ColumnMemory>().AddScoped<NewsColumns>();
        services.AddScoped<PublishedItems>().AddScoped<SubscriptionBook>().AddScoped<SubscriptionFigures>().AddScoped<Announcer>().AddScoped<SubscriptionPost>();
        _services = services.BuildServiceProvider();
    }

    public TestClock Clock { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> WithDatabaseAsync<T>(Func<PortalDbContext, Task<T>> act) => InScopeAsync(act);

    /// <summary>What the worker does in a round.</summary>
    public async Task RoundAsync()
    {
        await InScopeAsync<Announcer, int>(a => a.AnnounceNewAsync(Cancellation));
        while (await InScopeAsync<SubscriptionPost, int>(p => p.SendDueAsync(Cancellation)) > 0)
        {
        }
    }

    public Task<Outcome> AskAsync(string? address, MailFrequency frequency = MailFrequency.AtOnce, bool isEnglish = false, params string[] topics) =>
        InScopeAsync<SubscriptionBook, Outcome>(b => b.AskAsync(
            address, new SubscriptionChoices(topics is [] ? [SubscriptionTopics.Of(NewsColumn.Notice)] : topics, frequency, isEnglish), new PrivacyConsent(true, PrivacyNotice.Version), Cancellation));

    /// <summary>Asks and confirms with the link of the mail.</summary>
    /// <returns>The key to manage it.</returns>
    public async Task<string> SubscribeAsync(string address, MailFrequency frequency = MailFrequency.AtOnce, bool isEnglish = false, params string[] topics)
    {
        Assert.True((await AskAsync(address, frequency, isEnglish, topics)).IsDone);
        var token = Token().Match((await MailsToAsync(address))[^1].Text).Groups[1].Value;
        return (await InScopeAsync<SubscriptionBook, string?>(b => b.ConfirmAsync(token, Cancellation)))!;
    }

    public Task<List<OutgoingMail>> MailsToAsync(string address) =>
        WithDatabaseAsync(db => db.OutgoingMails.AsNoTracking().Where(m => m.To == address).OrderBy(m => m.Id).ToListAsync(Cancellation));

    /// <summary>The mails with news to an address.</summary>
    public async Task<List<OutgoingMail>> NewsToAsync(string address) => [.. (await MailsToAsync(address)).Where(m => m.Kind == MessageKind.SubscriptionNews)];

    /// <summary>A news item that is public from now on.</summary>
    public Task<int> PublishAsync(string title, string column = NewsColumn.Notice) => WithDatabaseAsync(async db =>
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        var item = new NewsItem
        {
            Slug = Guid.NewGuid().ToString("N"),
            Title = title,
            Summary = "摘要",
            Body = "<b>正文</b>",
            Column = column,
            State = PublicationState.Published,
            PublishedAt = now,
            RevisedAt = now,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.News.Add(item);
        await db.SaveChangesAsync(Cancellation);
        return item.Id;
    });

    /// <summary>Changes a news item as the desk would.</summary>
    public Task<int> ChangeAsync(int id, Action<NewsItem> change) => WithDatabaseAsync(async db =>
    {
        change(await db.News.SingleAsync(n => n.Id == id, Cancellation));
        return await db.SaveChangesAsync(Cancellation);
    });

    public void MoveTo(int day, int hour, int minute = 0) => Clock.Set(new DateTimeOffset(2026, 11, day, hour, minute, 0, TimeSpan.FromHours(8)));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [GeneratedRegex("token=([0-9a-f]{64})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
