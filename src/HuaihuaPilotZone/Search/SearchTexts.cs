using System.Globalization;
using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Investment.Opportunities;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.ServiceHall;

namespace HuaihuaPilotZone.Search;

/// <summary>What the search knows of each kind of page. What the public must not see gives nothing.</summary>
internal static class SearchTexts
{
    /// <summary>Whether the search knows this kind of record at all.</summary>
    public static bool Knows(object record) => record is NewsItem or PolicyDocument or Enterprise or Corridor or Park or Opportunity or Chain or ServiceItem or Letter or RiskNotice;

    /// <summary>The address by which an entry is found again; null for an enterprise.</summary>
    public static string? AddressOf(object record) => record switch
    {
        NewsItem news => $"/news/{news.Slug}",
        PolicyDocument policy => $"/policies/{policy.Slug}",
        Corridor corridor => $"/corridors/{corridor.Slug}",
        Park park => $"/parks/{park.Slug}",
        Chain chain => $"/chains/{chain.Slug}",
        Opportunity opportunity => $"/opportunities/{opportunity.Slug}",
        ServiceItem service => $"/services/{service.Slug}",
        Letter letter => $"/letters/{letter.Number}",
        RiskNotice risk => $"/risks/{risk.Number}",
        IndicatorPage page => $"/statistics/{page.Shown.Code}",
        _ => null,
    };

    public static SearchText? Of(object record) => record switch
    {
        NewsItem news => OfNews(news),
        PolicyDocument policy => OfPolicy(policy),
        Enterprise enterprise => OfEnterprise(enterprise),
        Corridor corridor => OfCorridor(corridor),
        Park park => OfPark(park),
        Chain chain => OfChain(chain),
        Opportunity opportunity => OfOpportunity(opportunity),
        ServiceItem service => OfService(service),
        Rule rule => OfRule(rule),
        FixedPage page => new SearchText(SearchKind.Page, page.Address, null, page.Title, page.EnglishTitle, null, Join(page.Text, page.EnglishText), null, false),
        Letter letter => OfLetter(letter),
        RiskNotice risk => OfRisk(risk),
        IndicatorPage page => OfIndicator(page),
        _ => throw new ArgumentOutOfRangeException(nameof(record), record.GetType().Name, "The search does not know this record."),
    };

    /// <summary>What is found of a page in Chinese and in English.</summary>
    public static SearchText WithEnglish(SearchText text, object record, EnglishVersion english) => text with
    {
        EnglishTitle = Texts.Cut(english.Title, SearchEntry.TitleMaxLength),
        Text = Join(text.Text, english.Summary, record is PolicyDocument { Openness: not Openness.Proactive } ? null : MarkdownText.Plain(english.Body)),
    };

    /// <summary>A chain is also found by what it is made of.</summary>
    public static SearchText WithNodes(SearchText text, IReadOnlyList<ChainNode> nodes) => text with
    {
        Text = Join([text.Text, .. nodes.Select(n => n.Name), .. nodes.Select(n => n.EnglishName)]),
    };

    private static SearchText? OfNews(NewsItem news) => news.State != PublicationState.Published ? null : new SearchText(
        SearchKind.News, AddressOf(news), null, news.Title, null, null, Join(news.Summary, MarkdownText.Plain(news.Body), news.Source),
        news.PublishedAt is { } at ? ChinaTime.DayOf(at) : null, news.IsDemonstration);

    private static SearchText? OfPolicy(PolicyDocument policy) => policy.State != PublicationState.Published || policy.Openness == Openness.Closed ? null : new SearchText(
        SearchKind.Policy, AddressOf(policy), null, policy.Title, null, Join(policy.Number, policy.IndexNumber, policy.RegistrationNumber),
        Join(policy.Summary, policy.IssuersText, policy.Topic.Word(), policy.Openness == Openness.Proactive ? MarkdownText.Plain(policy.Body) : null),
        policy.ReleasedOn ?? policy.IssuedOn, policy.IsDemonstration);

    // only what the public directory shows
    private static SearchText? OfEnterprise(Enterprise enterprise) => enterprise.ShouldBe == EnterpriseVisibility.Hidden ? null : new SearchText(
        SearchKind.Enterprise, null, enterprise, enterprise.Name, enterprise.EnglishName, enterprise.CreditCode,
        Join(enterprise.Summary, enterprise.EnglishName, enterprise.Type.Word()), null, enterprise.IsDemonstration);

    private static SearchText OfCorridor(Corridor corridor) => new(
        SearchKind.Corridor, AddressOf(corridor), null, corridor.Name, corridor.EnglishName, null,
        Join(corridor.Description, corridor.EnglishName, corridor.EnglishDescription, corridor.Partners, corridor.Status.Word()), null, false);

    private static SearchText OfPark(Park park) => new(
        SearchKind.Park, AddressOf(park), null, park.Name, park.EnglishName, null, Join(park.Summary, park.EnglishName, park.EnglishSummary, park.Status.Word()), null, false);

    private static SearchText OfChain(Chain chain) => new(
        SearchKind.Chain, AddressOf(chain), null, chain.Name, chain.EnglishName, null, Join(chain.Summary, chain.EnglishName, chain.EnglishSummary), null, false);

    private static SearchText? OfOpportunity(Opportunity opportunity) => opportunity.State != OpportunityState.Published ? null : new SearchText(
        SearchKind.Opportunity, AddressOf(opportunity), null, opportunity.Title, opportunity.EnglishTitle, null,
        Join(opportunity.Wanted, opportunity.Conditions, opportunity.EnglishTitle, opportunity.EnglishWanted, opportunity.EnglishConditions), opportunity.PublishedOn, opportunity.IsDemonstration);

    private static SearchText? OfService(ServiceItem service) => service.State != PublicationState.Published ? null : new SearchText(
        SearchKind.Service, AddressOf(service), null, service.Title, null, null,
        Join(service.Summary, string.Join('、', service.Stages.Select(s => s.Word())), service.Conditions, service.Basis, service.Steps), null, service.IsDemonstration);

    private static SearchText OfRule(Rule rule) => new(
        SearchKind.Rule, $"/rules/{rule.Id}", null, rule.Title, null, rule.Id, Join(rule.Explanation, rule.Basis.Document, rule.Basis.Article), null, false);

    // the copy that an editor published, never the letter itself
    private static SearchText? OfLetter(Letter letter) => letter.PublicState != PublicationState.Published || letter.Kind == LetterKind.Report ? null : new SearchText(
        SearchKind.Letter, AddressOf(letter), null, letter.PublicTitle!, null, letter.Number, Join(letter.PublicBody, letter.PublicReply, letter.Kind.Word()),
        letter.RepliedAt is { } at ? ChinaTime.DayOf(at) : null, letter.IsDemonstration);

    private static SearchText? OfRisk(RiskNotice risk) => risk.State != PublicationState.Published ? null : new SearchText(
        SearchKind.Risk, AddressOf(risk), null, risk.Title, risk.EnglishTitle, risk.Number,
        Join(risk.Summary, risk.EnglishSummary, MarkdownText.Plain(risk.Body), MarkdownText.Plain(risk.EnglishBody ?? ""), risk.Source), risk.From, risk.IsDemonstration);

    private static SearchText? OfIndicator(IndicatorPage page) => page.Latest.Count == 0 ? null : new SearchText(
        SearchKind.Indicator, AddressOf(page), null, page.Shown.Name, page.Shown.EnglishName, null,
        Join([.. page.Latest.Select(v => ValueOf(page.Shown, v)), page.Shown.Definition, page.Shown.EnglishName, page.Shown.EnglishDefinition]),
        PartialDate.LastDay((page.Latest.FirstOrDefault(v => v.Status != FigureStatus.Demonstration) ?? page.Latest[0]).Period), page.Latest.All(v => v.Status == FigureStatus.Demonstration));

    // as a page writes the number and as a person types it
    private static string ValueOf(Indicator indicator, Observation value)
    {
        var plain = value.Value.ToString("0.#####", CultureInfo.InvariantCulture);
        var grouped = value.Value.ToString("#,0.#####", CultureInfo.InvariantCulture);
        return $"{value.Period} {value.Series!.Name} {value.Series.Kind.Word()} {value.Bound.Word()}{grouped} {indicator.Unit}{(grouped == plain ? "" : $"（{plain}）")} {value.Source}";
    }

    private static string Join(params string?[] parts) => Texts.Cut(string.Join('\n', parts.Where(p => !string.IsNullOrWhiteSpace(p))), SearchText.MostText);
}
