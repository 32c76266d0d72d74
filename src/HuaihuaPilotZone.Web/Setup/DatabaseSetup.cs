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
    /// <exception cref="SetupException">The database is behind this build.</exception>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        await using var scope = app.Services.CreateAsyncScope();
        var options = scope.ServiceProvider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var preparation = scope.ServiceProvider.GetRequiredService<DatabasePreparation>();
        if (options.Provider is not "SqlServer" || options.MigrateAtStartup) await preparation.MigrateAsync(stopping);
        else if (!await preparation.IsMigratedAsync(stopping))
            throw new SetupException("数据库结构落后于本版本。请先执行 dotnet run --project src/HuaihuaPilotZone.Web -- migrate，或把 Database:MigrateAtStartup 设为 true。\nThe database is behind this build: run the migrate command first.");
        await preparation.SeedAsync(options.SeedDemonstration ?? app.Environment.IsDevelopment(), stopping);
    }
}
