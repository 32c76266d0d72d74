using System.Diagnostics;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Search.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Search;

/// <summary>
/// The words of the index that corrections and pinyin are made of, in the memory of this instance (docs/decisions/0013-vocabulary-in-memory.md).
/// It may lag behind the index: what it proposes is asked of the index before anybody sees it.
/// </summary>
public sealed class SearchVocabulary
{
    /// <summary>Reading again takes this part of the time at most.</summary>
    private const int Rest = 20;

    private volatile Vocabulary _current = Vocabulary.Empty;
    private TimeSpan _took;
    private long _readAt;

    internal Vocabulary Current => _current;

    /// <summary>Whether the last reading is so long ago that another is worth its work.</summary>
    internal bool IsOld => _readAt == 0 || Stopwatch.GetElapsedTime(_readAt) > _took * Rest;

    internal void Replace(Vocabulary words, TimeSpan took)
    {
        _current = words;
        (_readAt, _took) = (Stopwatch.GetTimestamp(), took);
    }
}

/// <summary>Reads the words of the index.</summary>
public sealed class SearchVocabularyReader(PortalDbContext db, SearchVocabulary vocabulary)
{
    /// <summary>The summary comes first in a text; words that stand only further down are found, but not proposed.</summary>
    private const int MostText = 150;

    private const int Batch = 1000;

    /// <summary>A word of a title against one of a text.</summary>
    private const int TitleWeight = 8;

    /// <summary>Reads all of them anew.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var words = new VocabularyBuilder();
        var synonyms = await db.SearchSynonyms.AsNoTracking().OrderBy(s => s.Id).Take(SearchSynonyms.MostGroups).Select(s => s.Words).ToListAsync(cancellation);
        foreach (var group in synonyms) words.Add(group, TitleWeight);
        for (int? last = 0; last is { } after;) last = await AddAsync(words, after, cancellation);
        vocabulary.Replace(words.Build(), Stopwatch.GetElapsedTime(started));
    }

    /// <returns>The last id of this step; null when there are no more.</returns>
    private async Task<int?> AddAsync(VocabularyBuilder words, int after, CancellationToken cancellation)
    {
        var entries = await db.SearchEntries.AsNoTracking().Where(e => e.Id > after).OrderBy(e => e.Id).Take(Batch)
            .Select(e => new { e.Id, e.Title, e.EnglishTitle, e.Number, Text = e.Text.Substring(0, MostText) }).ToListAsync(cancellation);
        foreach (var entry in entries)
        {
            foreach (var title in new[] { entry.Title, entry.EnglishTitle, entry.Number }) words.Add(title, TitleWeight);
            words.Add(entry.Text);
        }

        return entries.Count == 0 ? null : entries[^1].Id;
    }
}

/// <summary>Keeps the vocabulary near the index, whichever instance changed that.</summary>
internal sealed class SearchVocabularyWorker(IServiceScopeFactory scopes, SearchVocabulary vocabulary, WorkerStart start, ILogger<SearchVocabularyWorker> logger)
    : RoundWorker(start, TimeSpan.FromMinutes(1), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        if (!vocabulary.IsOld) return false;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SearchVocabularyReader>().RefreshAsync(cancellation);
        return false;
    }
}
