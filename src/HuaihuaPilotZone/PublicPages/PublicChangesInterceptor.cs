using System.Data.Common;
using System.Runtime.CompilerServices;
using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HuaihuaPilotZone.PublicPages;

/// <summary>
/// Notices every change of what is public, so that no service has to think of kept pages: the stamp of its topic changes in the same
/// transaction, and this instance's count when that transaction is committed, neither earlier nor later. One for all contexts.
/// </summary>
internal sealed class PublicChangesInterceptor(PublicChanges changes) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, HashSet<PublicTopic>> _pending = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(eventData.Context);
        return new(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        if (eventData.Context?.Database.CurrentTransaction is null) Tell(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        new(SavedChanges(eventData, result));

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Tell(eventData.Context);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(eventData.Context);
        return Task.CompletedTask;
    }

    private void Note(DbContext? context)
    {
        if (context is null) return;
        HashSet<PublicTopic> topics = [];
        foreach (var entry in context.ChangeTracker.Seen())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            foreach (var topic in PublicTopics.Of(entry.Metadata.ClrType)) topics.Add(topic);
            if (entry.Entity is PublicStamp told) topics.Add(told.Topic);
        }

        if (topics.Count == 0) return;
        foreach (var topic in topics) context.PublicHasChanged(topic);
        _pending.GetOrCreateValue(context).UnionWith(topics);
    }

    // what was rolled back is told with the next commit: a page too often made anew is no fault
    private void Tell(DbContext? context)
    {
        if (context is null || !_pending.TryGetValue(context, out var topics)) return;
        foreach (var topic in topics) changes.Changed(topic);
        topics.Clear();
    }
}
