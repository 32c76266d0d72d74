using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data.Conventions;
using HuaihuaPilotZone.Personal.Keys;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HuaihuaPilotZone.Data;

/// <summary>The zone's one model. Two four-line subclasses carry the migrations of each database.</summary>
public abstract partial class PortalDbContext(DbContextOptions options) : IdentityDbContext<PortalUser, PortalRole, int>(options)
{
    /// <summary>The keys of this context's personal columns.</summary>
    internal PersonalKeyRing KeyRing { get; } = options.FindExtension<PersonalKeysExtension>()?.Ring ?? PersonalKeyRing.Throwaway;

    /// <summary>States which version of a record the person had before them; a save over a newer one throws <see cref="DbUpdateConcurrencyException"/>.</summary>
    public void Expect(IVersioned record, int version) => Entry(record).Property(nameof(IVersioned.Version)).OriginalValue = version;

    /// <summary>
    /// The only way to an explicit transaction. The act may run twice (a lost connection on SQL Server), so it loads what it changes itself:
    /// nothing tracked from before is seen. A refusal rolls back. Inside another such act it joins that transaction, and a refusal rolls back
    /// no more than its own part.
    /// </summary>
    public Task<Outcome> InTransactionAsync(Func<CancellationToken, Task<Outcome>> act, CancellationToken cancellation) =>
        TransactAsync(act, static outcome => outcome.IsDone, cancellation);

    /// <inheritdoc cref="InTransactionAsync(Func{CancellationToken, Task{Outcome}}, CancellationToken)"/>
    public Task<Outcome<T>> InTransactionAsync<T>(Func<CancellationToken, Task<Outcome<T>>> act, CancellationToken cancellation)
        where T : notnull => TransactAsync(act, static outcome => outcome.IsDone, cancellation);

    /// <summary>
    /// An act in a transaction that a unique index or a conditional update lets happen once, whichever instance comes first.
    /// </summary>
    /// <returns>False where another instance has done it, or the act refused.</returns>
    public async Task<bool> TryOnceAsync(Func<CancellationToken, Task<Outcome>> act, CancellationToken cancellation)
    {
        try
        {
            return (await InTransactionAsync(act, cancellation)).IsDone;
        }
        catch (DbUpdateException)
        {
            ChangeTracker.Clear();
            return false;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        CountVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CountVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        ColumnConventions.Apply(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        IdentityTables.Configure(builder);
        DeclaredTables.Apply(builder);
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType)))
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
        EncryptedColumns.Apply(builder, KeyRing);
        ColumnConventions.ApplyToModel(builder, Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite");
    }

    private void CountVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State == EntityState.Added) entry.Entity.Version = 1;
            else if (entry.State == EntityState.Modified) entry.Entity.Version = entry.Property(v => v.Version).OriginalValue + 1;
        }
    }

    private Task<T> TransactAsync<T>(Func<CancellationToken, Task<T>> act, Func<T, bool> keeps, CancellationToken cancellation) =>
        Database.CurrentTransaction is { } outer
            ? JoinAsync(outer, act, keeps, cancellation)
            : Database.CreateExecutionStrategy().ExecuteAsync(
                async token =>
                {
                    ChangeTracker.Clear();
                    await using var transaction = await Database.BeginTransactionAsync(token);
                    var result = await act(token);
                    if (keeps(result)) await transaction.CommitAsync(token);
                    return result;
                },
                cancellation);

    private async Task<T> JoinAsync<T>(IDbContextTransaction outer, Func<CancellationToken, Task<T>> act, Func<T, bool> keeps, CancellationToken cancellation)
    {
        const string start = "Joined";
        ChangeTracker.Clear();
        await outer.CreateSavepointAsync(start, cancellation);
        try
        {
            var result = await act(cancellation);
            if (!keeps(result)) await GoBackAsync();
            return result;
        }
        catch (DbUpdateException)
        {
            await GoBackAsync();
            throw;
        }

        Task GoBackAsync()
        {
            ChangeTracker.Clear();
            return outer.RollbackToSavepointAsync(start, cancellation);
        }
    }
}

public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options) : PortalDbContext(options);

public sealed class SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options) : PortalDbContext(options);
