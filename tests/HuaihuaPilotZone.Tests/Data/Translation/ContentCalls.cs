using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class ContentCalls : ServiceCalls
{
    protected override void Describe()
    {
        DescribeNews();
        DescribePolicies();
        DescribeKeywords();
        Call<PolicyIndexNumbers>(s => s.EnsureSeriesAsync(CancellationToken.None));
        CallInTransaction<PolicyIndexNumbers>(s => s.NextAsync("HHPZ/2026", CancellationToken.None));
    }

    private void DescribeNews()
    {
        var draft = new NewsDraft { Title = "标题", Summary = "摘要", Body = "正文", Column = NewsColumn.Notice };
        Call<NewsService>(s => s.ListAsync(new NewsFilter(NewsColumn.Notice, 2024), new PageRequest(2, 10), CancellationToken.None));
        Call<NewsService>(s => s.LatestAsync(null, 5, CancellationToken.None));
        Call<NewsService>(s => s.YearsAsync(CancellationToken.None));
        Call<NewsService>(s => s.FindPublishedAsync("rcep-2022", CancellationToken.None));
        Call<NewsService>(s => s.ListForDeskAsync(new NewsDeskFilter("陆港", PublicationState.Published, NewsColumn.ZoneNews), new PageRequest(), CancellationToken.None));
        Call<NewsService>(s => s.StreamForDeskAsync(new NewsDeskFilter(Sort: TextSort.Published, Descending: false)));
        Call<NewsService>(s => s.FindAsync(1, CancellationToken.None));
        Call<NewsService>(s => s.CreateAsync(draft, CancellationToken.None));
        Call<NewsService>(s => s.UpdateAsync(0, 1, draft, CancellationToken.None));
    }

    private void DescribeKeywords()
    {
        Call<PolicyKeywords>(s => s.ListAsync(new PolicyKeywordFilter("海外", true, PolicyKeywordSort.Documents, true), new PageRequest(2), CancellationToken.None));
        Call<PolicyKeywords>(s => s.StreamAsync(new PolicyKeywordFilter(IsCarried: false)));
        Call<PolicyKeywords>(s => s.FindAsync(1, CancellationToken.None));
        Call<PolicyKeywords>(s => s.WordsAsync(CancellationToken.None));
        Call<PolicyKeywords>(s => s.AddAsync(new PolicyKeywordDraft("海外仓", "境外仓", null), CancellationToken.None), Answers.Empty);
        Call<PolicyKeywords>(s => s.UpdateAsync(2, 1, new PolicyKeywordDraft("海外仓", null, null), CancellationToken.None));
        Call<PolicyKeywords>(s => s.RemoveAsync(1, 1, CancellationToken.None));
    }

    private void DescribePolicies()
    {
        var filter = new PolicyFilter { Text = "[2023]9 衡阳", Validities = [Validity.InForce, Validity.Amended, Validity.Unknown], Topics = [PolicyTopic.Talent], Audiences = [PolicyAudience.Sellers], Issuers = [1, 2], Years = [2023, 2026], InForceOn = new DateOnly(2024, 5, 1) };
        var draft = new PolicyDraft
        {
            Title = "标题",
            IsExternal = true,
            Issuers = ["示例机关"],
            AddsNewIssuers = true,
            RepealedOn = new DateOnly(2026, 1, 1),
            RepealedByText = "演示〔2026〕3号",
            Topic = PolicyTopic.Talent,
            Openness = Openness.Closed,
            Summary = "摘要",
            Body = "",
            Source = "某处",
            RetrievedOn = new DateOnly(2026, 1, 1),
        };
        foreach (var order in Enum.GetValues<PolicyOrder>())
        {
            var ordered = filter with { Order = order };
            Call<PolicyLibrary>(s => s.ListAsync(ordered, new PageRequest(), CancellationToken.None));
        }
        Call<PolicyLibrary>(s => s.LatestAsync(null, 5, CancellationToken.None));
        Call<PolicyLibrary>(s => s.ValiditiesAsync(["hhpz-2026-00001", "hhpz-2026-00002"], CancellationToken.None));
        Call<PolicyLibrary>(s => s.LatestAsync(PolicySection.Of(PolicyTopic.Logistics), 5, CancellationToken.None));
        Call<PolicyLibrary>(s => s.LatestAsync(PolicySection.Of(PolicyAudience.Sellers), 5, CancellationToken.None));
        Call<PolicyLibrary>(s => s.FacetsAsync("跨境 电商", CancellationToken.None));
        Call<PolicyLibrary>(s => s.FindAsync("hhpz-2026-00001", CancellationToken.None));
        Call<PolicyLibrary>(s => s.FindAsync("hhpz-2026-00001", new DateOnly(2024, 5, 1), CancellationToken.None), Answers.Empty);
        Call<PolicyLibrary>(s => s.InterpretedAsync(1, CancellationToken.None));
        Call<PolicyLibrary>(s => s.PreviewAsync(1, CancellationToken.None));
        Call<PolicyLibrary>(s => s.AmendedOnAsync(1, CancellationToken.None));
        Call<PolicyDesk>(s => s.ListAsync(new PolicyDeskFilter("演示(2026)3", PublicationState.Published, PolicyTopic.Talent), new PageRequest(), CancellationToken.None));
        Call<PolicyDesk>(s => s.StreamAsync(new PolicyDeskFilter(Sort: TextSort.Title)));
        Call<PolicyDesk>(s => s.FindAsync(1, CancellationToken.None));
        Call<PolicyDesk>(s => s.BodiesAsync(CancellationToken.None));
        Call<PolicyDesk>(s => s.CreateAsync(draft, CancellationToken.None));
        Call<PolicyDesk>(s => s.UpdateAsync(0, 1, draft, CancellationToken.None));
    }
}
