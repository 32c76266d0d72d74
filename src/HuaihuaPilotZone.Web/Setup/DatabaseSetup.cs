using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Setup;

public static class DatabaseSetup
{
    /// <summary>
    /// SQLite: migrates at every start. SQL Server: only when Database:MigrateAtStartup says so; a database that is behind stops the start with a sentence.
    /// Then fills in reference data, and demonstration data where it was asked for (Development by default).
    /// </summary>
    /// <exception cref="SetupException">The database is behind this build, was written by a newer one, or holds demonstration accounts in Production.</exception>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        await using var scope = app.Services.CreateAsyncScope();
        var options = scope.ServiceProvider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var preparation = scope.ServiceProvider.GetRequiredService<DatabasePreparation>();
        await BringUpAsync(preparation, options, stopping);
        await preparation.SeedAsync(options.SeedDemonstration ?? app.Environment.IsDevelopment(), stopping);
        if (app.Environment.IsProduction() && await preparation.HasOpenDemonstrationAccountsAsync(stopping))
            throw new SetupException("数据库里有演示账号，密码是公开的，正式环境不能启动。请换用没有演示数据的数据库，并去掉 Database:SeedDemonstration。\nThe database holds demonstration accounts with a public password: the portal does not start in Production with them.");
    }

    /// <summary>Migrates where that is wanted at a start; otherwise makes sure that it is not needed.</summary>
    /// <exception cref="SetupException">The database is behind this build, or was written by a newer one.</exception>
    internal static async Task BringUpAsync(DatabasePreparation preparation, DatabaseOptions options, CancellationToken cancellation)
    {
        await RequireKnownAsync(preparation, mustBeMigrated: false, cancellation);
        if (options.Provider is not "SqlServer" || options.MigrateAtStartup) await preparation.MigrateAsync(cancellation);
        else if (!await preparation.IsMigratedAsync(cancellation))
            throw new SetupException("数据库结构落后于本版本。请先执行 dotnet run --project src/HuaihuaPilotZone.Web -- migrate，或把 Database:MigrateAtStartup 设为 true。\nThe database is behind this build: run the migrate command first.");
    }

    /// <summary>Makes sure that no newer build has changed the database: what it has added would be lost or broken here.</summary>
    /// <exception cref="SetupException">The database was written by a newer build, or is behind this one where it must not be.</exception>
    internal static async Task RequireKnownAsync(DatabasePreparation preparation, bool mustBeMigrated, CancellationToken cancellation)
    {
        if (await preparation.UnknownMigrationAsync(cancellation) is { } unknown)
            throw new SetupException($"数据库由更新的版本写过（{unknown}），本版本不能使用，也没有改动它。请运行那个版本或更新的版本；要回到本版本，请恢复升级以前的备份。\nThe database was written by a newer build ({unknown}); nothing was changed.");
        if (mustBeMigrated && !await preparation.IsMigratedAsync(cancellation))
            throw new SetupException("数据库还没有建立，或结构落后于本版本。请先启动一次门户，或执行 migrate。\nThere is no database yet, or it is behind this build: start the portal once, or run migrate.");
    }
}
