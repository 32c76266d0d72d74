using System.Collections.Concurrent;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Numbers;

/// <summary>The last number given in one series, such as the declarations of a day.</summary>
public sealed class NumberSeries
{
    public const int NameMaxLength = 60;

    public required string Name { get; init; }

    public int Last { get; set; }
}

internal sealed class NumberSeriesTable : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("NumberSeries");
        builder.HasKey(s => s.Name);
        builder.Property(s => s.Name).HasMaxLength(NumberSeries.NameMaxLength);
    }
}

/// <summary>Series that this instance has seen in the database; none is ever taken away.</summary>
public sealed class KnownSeries
{
    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);

    internal bool Has(string series) => _names.ContainsKey(series);

    internal void Add(string series) => _names.TryAdd(series, true);
}

/// <summary>Gives numbers out, each once, on either database and from any instance: one UPDATE adds one and holds the row until the caller's transaction ends.</summary>
/// <param name="known">Spares the question whether a series exists; null asks each time.</param>
public sealed class NumberGiver(PortalDbContext db, KnownSeries? known = null)
{
    private static readonly HotQuery<Func<PortalDbContext, string, CancellationToken, Task<int>>> _last = new(() => EF.CompileAsyncQuery(
        (PortalDbContext db, string series, CancellationToken _) => db.NumberSeries.Where(s => s.Name == series).Select(s => s.Last).SingleOrDefault()));

    /// <summary>Makes sure that a series exists. Call before the transaction that takes a number: two first callers may meet here harmlessly.</summary>
    public async Task EnsureAsync(string series, CancellationToken cancellation)
    {
        if (known?.Has(series) == true) return;
        await AddMissingAsync(series, cancellation);
        // what a transaction has added may be taken back
        if (db.Database.CurrentTransaction is null) known?.Add(series);
    }

    private async Task AddMissingAsync(string series, CancellationToken cancellation)
    {
        if (await db.NumberSeries.AnyAsync(s => s.Name == series, cancellation)) return;
        var first = new NumberSeries { Name = series };
        db.NumberSeries.Add(first);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.Entry(first).State = EntityState.Detached;
            if (!await db.NumberSeries.AnyAsync(s => s.Name == series, cancellation)) throw;
        }
    }

    /// <summary>The next number of an existing series; inside a transaction only.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction, or the series does not exist.</exception>
    public Task<int> NextAsync(string series, CancellationToken cancellation) => NextAsync(series, 1, cancellation);

    /// <summary>The first of so many numbers of an existing series that follow each other; inside a transaction only.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction, or the series does not exist.</exception>
    public async Task<int> NextAsync(string series, int count, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A number is taken inside the transaction that uses it.");
        var rows = await db.NumberSeries.Where(s => s.Name == series).ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + count), cancellation);
        if (rows != 1) throw new InvalidOperationException($"There is no number series '{series}'.");
        return await LastAsync(series, cancellation) - count + 1;
    }

    /// <summary>The last number given; 0 when none was. Also serves as a stamp that says whether something has changed.</summary>
    public Task<int> LastAsync(string series, CancellationToken cancellation) => _last.For(db)(db, series, cancellation);
}
