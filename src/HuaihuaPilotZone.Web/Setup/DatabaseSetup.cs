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
    /// <exception cref="SetupException">The database is behind this build, or holds demonstration accounts in Production.</exception>
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
    /// <exception cref="SetupException">The database is behind this build.</exception>
    internal static async Task BringUpAsync(DatabasePreparation preparation, DatabaseOptions options, CancellationToken cancellation)
    {
        if (options.Provider is not "SqlServer" || options.MigrateAtStartup) await preparation.MigrateAsync(cancellation);
        else if (!await preparation.IsMigratedAsync(cancellation))
            throw new SetupException("数据库结构落后于本版本。请先执行 dotnet run --project src/HuaihuaPilotZone.Web -- migrate，或把 Database:MigrateAtStartup 设为 true。\nThe database is behind this build: run the migrate command first.");
    }
}
