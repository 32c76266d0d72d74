using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Messages;

namespace HuaihuaPilotZone.Subscriptions;

/// <summary>A mail to a subscriber before it is addressed.</summary>
/// <param name="Leave">Where a POST alone ends the subscription; null where there is none yet.</param>
public sealed record SubscriptionMail(string Subject, string Text, Uri? Leave);

/// <summary>The words of the mails, plain text in the subscriber's language. Of what came out they hold title, topic, day and address, never its text.</summary>
public sealed class SubscriptionMails(PortalAddress address, SubscriptionKeys keys, ChinaTime time)
{
    private const string ChineseName = "怀化跨境电商综试区综合服务平台";
    private const string EnglishName = "Huaihua Cross-border E-commerce Pilot Zone";

    /// <summary>Asks the owner of the address whether it was them.</summary>
    /// <param name="topics">All that can be subscribed to.</param>
    /// <param name="token">The secret of the link.</param>
    /// <param name="hours">How long it can be used.</param>
    public SubscriptionMail Confirmation(Subscriber subscriber, SubscriptionTopics topics, string token, int hours)
    {
        var link = Of(subscriber, $"/subscriptions/confirm?token={token}");
        return subscriber.IsEnglish
            ? new($"Please confirm your subscription to {EnglishName}", $"""
                Somebody, probably you, asked to send news of {EnglishName} to this address:

                {Topics(subscriber, topics)}
                Frequency: {subscriber.Frequency.Word(true)}

                To confirm, open this page and press the button. The link can be used once, within {hours} hours:

                {link}

                If it was not you, do nothing: no further mail will be sent and the address will be deleted.
                """, null)
            : new($"请确认订阅：{ChineseName}", $"""
                有人（应该是您）请求把{ChineseName}的更新发到这个邮箱：

                {Topics(subscriber, topics)}
                频率：{subscriber.Frequency.Word(false)}

                请打开下面的页面，按“确认订阅”。链接只能用一次，{hours} 小时内有效：

                {link}

                如果不是您本人申请，不用理会：不会再发邮件，这个地址会被删除。
                """, null);
    }

    /// <summary>Tells the owner of an address that subscribes already how to change it.</summary>
    public SubscriptionMail AlreadySubscribed(Subscriber subscriber, SubscriptionTopics topics)
    {
        var (manage, leave) = (Manage(subscriber), Leave(subscriber));
        return subscriber.IsEnglish
            ? new($"Your subscription to {EnglishName}", $"""
                Somebody, probably you, filled in the subscription form with this address. It subscribes already, and nothing was changed:

                {Topics(subscriber, topics)}
                Frequency: {subscriber.Frequency.Word(true)}

                Change topics or frequency: {manage}

                Unsubscribe: {leave}
                """, leave)
            : new($"您已订阅：{ChineseName}", $"""
                有人（应该是您）用这个邮箱填写了订阅表。这个邮箱已经订阅，原来的设置没有改变：

                {Topics(subscriber, topics)}
                频率：{subscriber.Frequency.Word(false)}

                更改主题和频率：{manage}

                退订：{leave}
                """, leave);
    }

    /// <summary>What came out: one mail, or several where it does not fit into one.</summary>
    public IReadOnlyList<SubscriptionMail> News(Subscriber subscriber, SubscriptionTopics topics, IReadOnlyList<PublishedItem> items)
    {
        var inEnglish = subscriber.IsEnglish;
        var leave = Leave(subscriber);
        var end = inEnglish
            ? $"--\n{EnglishName}\nYou get this mail because you subscribed ({subscriber.Frequency.Word(true)}).\nChange topics or frequency: {Manage(subscriber)}\n\nUnsubscribe: {leave}\n"
            : $"--\n{ChineseName}\n您收到这封邮件，因为您订阅了更新（{subscriber.Frequency.Word(false)}）。\n更改主题和频率：{Manage(subscriber)}\n\n退订：{leave}\n";
        var mails = new List<SubscriptionMail>();
        foreach (var part in Parts([.. items.Select(i => Text(i, topics, inEnglish))], OutgoingMail.TextMaxLength - end.Length))
        {
            var subject = part.Count == 1 ? Subject(items[part.Start], topics, inEnglish) : Subject(subscriber, part.Count);
            mails.Add(new SubscriptionMail(subject, part.Text + end, leave));
        }

        return mails;
    }

    /// <summary>As many texts in each part as fit.</summary>
    private static IEnumerable<(int Start, int Count, string Text)> Parts(IReadOnlyList<string> texts, int room)
    {
        for (var start = 0; start < texts.Count;)
        {
            var (count, length) = (1, texts[start].Length);
            while (start + count < texts.Count && length + texts[start + count].Length <= room) length += texts[start + count++].Length;
            yield return (start, count, string.Concat(texts.Skip(start).Take(count)));
            start += count;
        }
    }

    private string Text(PublishedItem item, SubscriptionTopics topics, bool inEnglish)
    {
        var day = ChinaTime.DayOf(item.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var topic = topics.Word(item.Topics[0], inEnglish);
        var link = address.Of(inEnglish ? $"/en{item.Path}" : item.Path);
        return inEnglish ? $"{Title(item, true)}\n{topic}, {day}\n{link}\n\n" : $"{Title(item, false)}\n{topic}，{day}\n{link}\n\n";
    }

    private static string Title(PublishedItem item, bool inEnglish) => Texts.OneLine(
        !inEnglish ? item.Title : item.EnglishTitle ?? $"{item.Title} (in Chinese)");

    private static string Subject(PublishedItem item, SubscriptionTopics topics, bool inEnglish)
    {
        var topic = topics.Word(item.Topics[0], inEnglish);
        return inEnglish ? $"{topic}: {Title(item, true)}" : $"{topic}：{Title(item, false)}";
    }

    private string Subject(Subscriber subscriber, int count)
    {
        var day = time.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return subscriber.IsEnglish
            ? string.Create(CultureInfo.InvariantCulture, $"{EnglishName}: {count} updates ({day})")
            : string.Create(CultureInfo.InvariantCulture, $"{ChineseName}：{count} 条更新（{day}）");
    }

    private static string Topics(Subscriber subscriber, SubscriptionTopics topics) => string.Join('\n', subscriber.Topics.Select(t => $"- {topics.Word(t.Topic, subscriber.IsEnglish)}"));

    private Uri Manage(Subscriber subscriber) => Of(subscriber, $"/subscriptions/manage?key={keys.ForManaging(subscriber)}");

    private Uri Leave(Subscriber subscriber) => Of(subscriber, $"/subscriptions/leave?key={keys.ForLeaving(subscriber)}");

    private Uri Of(Subscriber subscriber, string path) => address.Of(subscriber.IsEnglish ? $"/en{path}" : path);
}
