using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Data;

public sealed class MigrationTests
{
    private static readonly SqlitePortalDbContext _sqlite = new(Options<SqlitePortalDbContext>(b => PortalDatabase.UseSqlite(b, "Data Source=:memory:", new())));

    private static readonly SqlServerPortalDbContext _sqlServer =
        new(Options<SqlServerPortalDbContext>(b => PortalDatabase.UseSqlServer(b, "Server=.;Database=none", new())));

    [Fact]
    public void Every_change_to_the_model_has_a_migration_for_each_database()
    {
        Assert.False(_sqlite.Database.HasPendingModelChanges(), "SQLite: run src/HuaihuaPilotZone/Data/Migrations/add-migration.sh");
        Assert.False(_sqlServer.Database.HasPendingModelChanges(), "SQL Server: run src/HuaihuaPilotZone/Data/Migrations/add-migration.sh");
    }

    [Fact]
    public void Both_databases_carry_the_same_migrations_in_the_same_order() => Assert.Equal(Names(_sqlite), Names(_sqlServer));

    private static IEnumerable<string> Names(PortalDbContext db) => db.Database.GetMigrations().Select(m => m.Split('_', 2)[1]);

    private static DbContextOptions<T> Options<T>(Func<DbContextOptionsBuilder, DbContextOptionsBuilder> use)
        where T : DbContext => (DbContextOptions<T>)use(new DbContextOptionsBuilder<T>()).Options;
}
