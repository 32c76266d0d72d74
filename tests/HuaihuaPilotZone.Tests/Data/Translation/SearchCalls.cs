using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Search;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class SearchCalls : ServiceCalls
{
    protected override void Describe()
    {
        Call<SiteSearch>(s => s.FindAsync(new SearchFilter("怀化陆港 9号 茶 rcep", SearchKind.News, 2024), new PageRequest(), CancellationToken.None));
        Call<SiteSearch>(s => s.FindAsync(new SearchFilter("陆港"), new PageRequest(7, 20), CancellationToken.None));
        Call<SiteSearch>(s => s.SuggestAsync("陆", CancellationToken.None));
        Call<SiteSearch>(s => s.NamingAsync("怀化示例箱包有限公司", SearchKind.News, 5, CancellationToken.None));
        Call<SearchVocabularyReader>(s => s.RefreshAsync(CancellationToken.None));
        Call<SearchSynonyms>(s => s.ListAsync("陆港", false, new PageRequest(2), CancellationToken.None));
        Call<SearchSynonyms>(s => s.StreamAsync("陆港", true));
        Call<SearchSynonyms>(s => s.AllAsync(CancellationToken.None));
        Call<SearchSynonyms>(s => s.FindAsync(1, CancellationToken.None));
        Call<SearchSynonyms>(s => s.SaveAsync(null, 0, "陆港、无水港", CancellationToken.None));
        Call<SearchSynonyms>(s => s.SaveAsync(1, 1, "陆港、无水港", CancellationToken.None));
        Call<SearchSynonyms>(s => s.RemoveAsync(1, 1, CancellationToken.None));
        Call<PublicAddresses>(s => s.FilesAsync(CancellationToken.None));
        Call<PublicAddresses>(s => s.ListAsync(2, CancellationToken.None));
        Call<SearchRebuild>(s => s.StartAsync(CancellationToken.None));
        Call<SearchRebuild>(s => s.IsNeededAsync(CancellationToken.None));
        Call<SearchRebuild>(s => s.RefreshFixedAsync(CancellationToken.None));
        Call<SearchRebuild>(s => s.RunAsync(CancellationToken.None));
    }
}
