using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;

namespace HuaihuaPilotZone.Subscriptions;

/// <summary>What somebody can subscribe to. A topic is kept under its name, so that one that is gone from the site hurts no subscriber.</summary>
/// <param name="columns">All columns of the news; a retired one is not offered any more, and still called by its name.</param>
public sealed class SubscriptionTopics(ColumnList columns)
{
    public const int MaxLength = 60;

    /// <summary>All policy documents.</summary>
    public const string Policies = "policies";

    /// <summary>Services of the hall.</summary>
    public const string Services = "services";

    /// <summary>Values of the statistics pages.</summary>
    public const string Statistics = "statistics";

    /// <summary>Notices of risks for trade.</summary>
    public const string Risks = "risks";

    private const string NewsOf = "news.";

    public static readonly IReadOnlyList<string> PolicyThemes = [.. Enum.GetValues<PolicyTopic>().Select(Of)];

    public static readonly IReadOnlyList<string> PolicyAudiences = [.. Enum.GetValues<PolicyAudience>().Select(Of)];

    private static readonly Dictionary<string, (string Chinese, string English)> _words = Words().ToDictionary(w => w.Topic, w => (w.Chinese, w.English), StringComparer.Ordinal);

    /// <summary>The columns of the news.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. columns.Open.Select(c => Of(c.Code))];

    /// <summary>Every topic, in the order of the page.</summary>
    public IReadOnlyList<string> All => [.. Columns, Policies, .. PolicyThemes, .. PolicyAudiences, Services, Statistics, Risks];

    /// <param name="column">Its code.</param>
    public static string Of(string column) => NewsOf + column;

    /// <summary>Policies of one theme.</summary>
    public static string Of(PolicyTopic theme) => $"policies.{theme}";

    /// <summary>Policies for one audience.</summary>
    public static string Of(PolicyAudience audience) => $"policies.for.{audience}";

    /// <summary>Policies of one section of the library.</summary>
    public static string Of(PolicySection section) => section.Audience is { } audience ? Of(audience) : Of(section.Theme!.Value);

    /// <summary>What people call a section of the library.</summary>
    public static string WordOf(PolicySection section, bool inEnglish) => _words[Of(section)] is var words && inEnglish ? words.English : words.Chinese;

    /// <summary>Whether it is written like a topic; which columns there are only the database knows.</summary>
    public static bool LooksLikeOne(string topic) => _words.ContainsKey(topic) || topic.StartsWith(NewsOf, StringComparison.Ordinal);

    /// <summary>Whether it is offered.</summary>
    public bool Exists(string? topic) => topic is not null && (_words.ContainsKey(topic) || Columns.Contains(topic));

    /// <summary>What people call it; the name itself where the topic is gone.</summary>
    public string Word(string topic, bool inEnglish) =>
        topic.StartsWith(NewsOf, StringComparison.Ordinal) ? columns.Find(topic[NewsOf.Length..]) is { } column ? inEnglish ? column.EnglishName : column.Name : topic
        : _words.TryGetValue(topic, out var words) ? inEnglish ? words.English : words.Chinese
        : topic;

    private static IEnumerable<(string Topic, string Chinese, string English)> Words() =>
    [
        (Policies, "政策文件", "Policy documents"),
        .. Enum.GetValues<PolicyTopic>().Select(t => (Of(t), $"政策：{t.Word()}", $"Policies: {English(t)}")),
        .. Enum.GetValues<PolicyAudience>().Select(a => (Of(a), $"政策：面向{a.Word()}", $"Policies: for {English(a)}")),
        (Services, "办事指南", "Services"),
        (Statistics, "统计数据", "Statistics"),
        (Risks, "风险提示", "Risk notices"),
    ];

    private static string English(PolicyTopic theme) => theme switch
    {
        PolicyTopic.ZoneDevelopment => "Zone and dry port",
        PolicyTopic.Clearance => "Customs clearance",
        PolicyTopic.Logistics => "Logistics and trains",
        PolicyTopic.TaxAndFunds => "Tax and funds",
        PolicyTopic.Finance => "Finance",
        PolicyTopic.OverseasWarehouses => "Overseas warehouses",
        PolicyTopic.EnterpriseServices => "Enterprise services",
        PolicyTopic.IntellectualProperty => "Intellectual property",
        PolicyTopic.Talent => "Talent and training",
        PolicyTopic.Data => "Data and personal information",
        PolicyTopic.Government => "General government",
        _ => throw new ArgumentOutOfRangeException(nameof(theme), theme, null),
    };

    private static string English(PolicyAudience audience) => audience switch
    {
        PolicyAudience.Public => "the public",
        PolicyAudience.Sellers => "cross-border sellers",
        PolicyAudience.Manufacturers => "manufacturers",
        PolicyAudience.Logistics => "logistics firms and forwarders",
        PolicyAudience.ServiceFirms => "service firms",
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience, null),
    };
}
