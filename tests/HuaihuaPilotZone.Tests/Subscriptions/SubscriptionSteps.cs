using System.Text.RegularExpressions;
using HuaihuaPilotZone.Subscriptions;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Subscriptions;

/// <summary>What readers of subscriptions do again and again in the tests, and what they find in their mails.</summary>
internal static partial class SubscriptionSteps
{
    public const string Page = "/subscriptions";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Dictionary<string, string?> Filling(string address) => new()
    {
        ["Address"] = address,
        ["Topics"] = "news.Notice",
        ["Frequency"] = "Daily",
        ["IsEnglish"] = "false",
        ["AcceptsNotice"] = "true",
    };

    public static Task<HttpResponseMessage> AskAsync(Visitor visitor, string address, params (string Name, string Value)[] others)
    {
        var values = Filling(address);
        foreach (var (name, value) in others) values[name] = value;
        return visitor.SubmitAsync(Page, values, Page);
    }

    /// <returns>The address of the page to manage it.</returns>
    public static async Task<string> SubscribeAsync(Portal portal, string address, params (string Name, string Value)[] others)
    {
        var reader = portal.Visit();
        (await AskAsync(reader, address, others)).LedTo();
        return (await reader.SubmitAsync(LinkIn(await portal.ReceiveAsync(address, "请确认订阅"), "confirm?token="), [])).LedTo();
    }

    public static Task<Subscriber?> StoredAsync(Portal portal, string address)
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(address.ToLowerInvariant())));
        return portal.WithDatabaseAsync(db => db.Subscribers.AsNoTracking().Include(s => s.Topics).SingleOrDefaultAsync(s => s.AddressHash == hash, Cancellation));
    }

    /// <summary>As a mail program posts: no cookies, no token.</summary>
    public static async Task<HttpResponseMessage> PostAsync(Portal portal, string address)
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        return await portal.Visit().Client.PostAsync(new Uri(address, UriKind.Relative), content, Cancellation);
    }

    public static string KeyIn(string address) => address.Split("key=")[1];

    public static string LinkIn(string mail, string part) =>
        new Uri(Link().Matches(mail).Select(m => m.Value).First(l => l.Contains(part, StringComparison.Ordinal) && !l.Contains('>', StringComparison.Ordinal))).PathAndQuery;

    [GeneratedRegex(@"https?://[^\s<]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
