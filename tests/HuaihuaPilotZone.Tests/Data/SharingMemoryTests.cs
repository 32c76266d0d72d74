using System.Globalization;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Data;

/// <summary>What SQLite's connections keep in memory together.</summary>
public sealed class SharingMemoryTests
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public async Task All_connections_of_the_process_have_one_limit()
    {
        using var portal = Portal.Own();
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (!db.Database.IsSqlite()) return;
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var asked = db.Database.GetDbConnection().CreateCommand();
        asked.CommandText = "PRAGMA soft_heap_limit";

        Assert.Equal(new DatabaseOptions().SqliteMemoryMegabytes * Megabyte, Convert.ToInt64(await asked.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture));
    }
}
