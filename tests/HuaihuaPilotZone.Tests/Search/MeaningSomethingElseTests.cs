using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Search;

namespace HuaihuaPilotZone.Tests.Search;

/// <summary>What the search makes of queries that were typed wrongly or in letters, on both engines.</summary>
public sealed class MeaningSomethingElseTests(BothEngines engines) : IClassFixture<BothEngines>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SearchEngineKind.FullText)]
    [InlineData(SearchEngineKind.Postings)]
    public async Task At_least_90_of_100_mistyped_queries_are_answered_with_the_one_that_was_meant(SearchEngineKind kind)
    {
        await using var scope = engines.Open(kind);
        var missed = new List<string>();
        foreach (var (typed, meant) in MistypedQueries.Wrong)
        {
            var answer = await scope.Search.FindAsync(new SearchFilter(typed), new PageRequest(1, 10), Cancellation);
            if (answer.Correction != meant) missed.Add($"{typed} → {meant}: {answer.Correction ?? "-"} ({(answer.IsLoose ? "loose " : "")}{answer.Page.Total})");
        }

        Assert.True(missed.Count <= MistypedQueries.Wrong.Count * 0.1, string.Join('\n', missed));
    }

    [Theory]
    [InlineData(SearchEngineKind.FullText)]
    [InlineData(SearchEngineKind.Postings)]
    public async Task Letters_find_what_is_read_so_in_the_search_and_while_typing(SearchEngineKind kind)
    {
        await using var scope = engines.Open(kind);
        var missed = new List<string>();
        foreach (var (query, wanted) in MistypedQueries.Pinyin)
        {
            var answer = await scope.Search.FindAsync(new SearchFilter(query), new PageRequest(1, 10), Cancellation);
            var offered = await scope.Search.SuggestAsync(query, Cancellation);
            if (answer.IsLoose || !answer.Page.Rows.Any(r => TitleOf(r).Contains(wanted, StringComparison.Ordinal))) missed.Add($"{query} → {wanted}: {string.Join(" | ", answer.Page.Rows.Select(TitleOf))}");
            else if (!offered.Any(r => TitleOf(r).Contains(wanted, StringComparison.Ordinal))) missed.Add($"offered for {query} → {wanted}: {string.Join(" | ", offered.Select(TitleOf))}");
        }

        Assert.True(missed.Count <= MistypedQueries.Pinyin.Count * 0.05, string.Join('\n', missed));
    }

    [Theory]
    [InlineData(SearchEngineKind.FullText)]
    [InlineData(SearchEngineKind.Postings)]
    public async Task What_is_proposed_always_finds_something_and_what_was_typed_stays(SearchEngineKind kind)
    {
        await using var scope = engines.Open(kind);
        string[] typed = [.. MistypedQueries.Wrong.Select(w => w.Typed), "鹳雀楼上层", "龘龘龘", "qwertyuiop", "99999", "海外苍 陆岗 关睡法 怀话 recp 湛江通稻 2071"];
        foreach (var query in typed)
        {
            var answer = await scope.Search.FindAsync(new SearchFilter(query), new PageRequest(1, 10), Cancellation);
            if (answer.Correction is not { } proposed) continue;
            var found = await scope.Search.FindAsync(new SearchFilter(proposed), new PageRequest(1, 10), Cancellation);
            Assert.True(found is { IsLoose: false, Page.Total: > 0 }, $"{query} → {proposed}");
        }
    }

    [Theory]
    [InlineData(SearchEngineKind.FullText)]
    [InlineData(SearchEngineKind.Postings)]
    public async Task Who_typed_what_stands_there_is_asked_nothing(SearchEngineKind kind)
    {
        await using var scope = engines.Open(kind);
        var asked = new List<string>();
        foreach (var (query, _) in LabelledQueries.All)
        {
            var answer = await scope.Search.FindAsync(new SearchFilter(query), new PageRequest(1, 10), Cancellation);
            if (!answer.IsLoose && answer.Correction is { } proposed) asked.Add($"{query} → {proposed}");
        }

        Assert.Empty(asked);
    }

    private static string TitleOf(SearchRow row) => string.Concat(row.Title.Select(p => p.Text));
}
