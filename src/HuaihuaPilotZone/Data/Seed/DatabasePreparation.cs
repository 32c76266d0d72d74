using System.Reflection;
using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HuaihuaPilotZone.Data.Seed;

/// <summary>Brings the database to the model of this build and fills in what must be there.</summary>
public sealed class DatabasePreparation(PortalDbContext db, IEnumerable<RoomSeed> seeds)
{
    /// <summary>Applies what waits. Where nothing does, the framework is not asked: it would build this model and that of the last migration only to compare them, at every start.</summary>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        if (!await IsMigratedAsync(cancellation)) await db.Database.MigrateAsync(cancellation);
    }

    /// <summary>Whether every migration of this build has been applied.</summary>
    public async Task<bool> IsMigratedAsync(CancellationToken cancellation) =>
        !Known().Except(await db.Database.GetAppliedMigrationsAsync(cancellation), StringComparer.Ordinal).Any();

    /// <summary>A migration that was applied to the database and that this build does not know; null where there is none.</summary>
    public async Task<string?> UnknownMigrationAsync(CancellationToken cancellation)
    {
        var known = Known().ToHashSet(StringComparer.Ordinal);
        return (await db.Database.GetAppliedMigrationsAsync(cancellation)).FirstOrDefault(m => !known.Contains(m));
    }

    /// <summary>Whether somebody could sign in with the demonstration's public password.</summary>
    public Task<bool> HasOpenDemonstrationAccountsAsync(CancellationToken cancellation) =>
        db.Users.AnyAsync(u => u.IsDemonstration && !u.IsDisabled, cancellation);

    /// <summary>Fills in what is missing, where this build has not done so before.</summary>
    /// <param name="demonstration">Whether demonstration data is wanted as well.</param>
    public async Task SeedAsync(bool demonstration, CancellationToken cancellation)
    {
        var mark = SeedMark.Of(seeds, demonstration);
        var isDone = await db.SeedMarks.AnyAsync(m => m.Fingerprint == mark, cancellation);
        foreach (var seed in seeds.Where(s => !isDone || s.IsForEveryStart).OrderBy(s => s.Order)) await seed.EnsureReferenceAsync(cancellation);
        if (isDone) return;
        if (demonstration)
        {
            foreach (var seed in seeds.OrderBy(s => s.Order)) await seed.EnsureDemonstrationAsync(cancellation);
        }

        await db.SeedMarks.ExecuteUpdateAsync(m => m.SetProperty(x => x.Fingerprint, mark), cancellation);
    }

    /// <summary>The migrations of this build for this database, by their names: the framework's own list would load all types of the assembly.</summary>
    private IEnumerable<string> Known() => DeclaredTypes.Within(typeof(DatabasePreparation).Assembly, $"{typeof(PortalDbContext).Namespace}.Migrations.{(db.Database.IsSqlite() ? "Sqlite" : "SqlServer")}")
        .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>();
}
