using System.Data.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Personal.Keys;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

/// <summary>Several at the roster at once, and imports that are stopped: each code is there once and the counts are those of a recount. Nobody works on jobs here but the test.</summary>
public sealed class ImportingAtOnceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_imports_with_the_same_codes_and_an_import_beside_an_edit_end_in_a_consistent_register()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        var codes = Enumerable.Range(0, 700).Select(_ => CreditCode.Next()).ToList();
        var one = await portal.CheckedAsync("甲.csv", [.. codes.Take(600).Select((c, i) => RosterFiles.Row($"同时甲第{RosterFiles.Number(i)}号公司", c))]);
        var other = await portal.CheckedAsync("乙.csv", [.. codes.Skip(100).Select((c, i) => RosterFiles.Row($"同时乙第{RosterFiles.Number(i)}号公司", c))]);
        await portal.StartAsync(one);
        await portal.StartAsync(other);

        await Task.WhenAll(portal.RunAsync(), portal.RunAsync());

        Assert.Equal(700, await portal.WithDatabaseAsync(db => db.Enterprises.CountAsync(e => codes.Contains(e.CreditCode), Cancellation)));
        Assert.Equal(700, await portal.WithDatabaseAsync(db => db.ImportGroups.CountAsync(g => g.State == ImportGroupState.Committed, Cancellation)));
        Assert.Equal(500, await portal.WithDatabaseAsync(db => db.ImportGroups.CountAsync(g => g.State == ImportGroupState.Stale, Cancellation)));
        await portal.IsConsistentAsync();

        // an edit comes between check and import: it is not overwritten, and the row is to be looked at again
        var id = await portal.IdOfAsync(codes[0]);
        var update = await portal.CheckedAsync("改.csv", RosterFiles.Row("同时甲第0000号公司", codes[0]).With("地址", "导入的地址"));
        await DecideAsync(portal, update, "更新");
        await EditAsync(portal, id, "人改的地址");
        await portal.StartAsync(update);
        Assert.True(await portal.RunAsync());
        Assert.Equal("人改的地址", await AddressAsync(portal, id));
        Assert.Equal(ImportGroupState.Stale, await portal.WithDatabaseAsync(db => db.ImportGroups.Where(g => g.BatchId == update).Select(g => g.State).SingleAsync(Cancellation)));

        // at the very same time: one of both, and then the other one says so
        var race = await portal.CheckedAsync("赛.csv", RosterFiles.Row("同时甲第0000号公司", codes[0]).With("地址", "赛跑的地址"));
        await DecideAsync(portal, race, "更新");
        await portal.StartAsync(race);
        var edited = await Task.WhenAll(Task.Run(portal.RunAsync, Cancellation), Task.Run(() => EditAsync(portal, id, "人又改的地址"), Cancellation));
        Assert.True(await AddressAsync(portal, id) is "赛跑的地址" or "人又改的地址");
        Assert.True(edited[0]);
        await portal.IsConsistentAsync();
    }

    [Fact]
    public async Task An_import_that_is_stopped_in_the_middle_goes_on_and_makes_each_enterprise_once()
    {
        var between = new BetweenSteps();
        await using var portal = Portal.Own([between], ("Jobs:Parallel", "0"));
        var before = await portal.WithDatabaseAsync(db => db.Enterprises.CountAsync(Cancellation));
        var id = await portal.CheckedAsync("停.csv", [.. Enumerable.Range(0, 1600).Select(i => RosterFiles.Row($"停下又走第{RosterFiles.Number(i)}号公司"))]);
        await portal.StartAsync(id);

        using var stop = new CancellationTokenSource();
        between.Once(() => portal.WithDatabaseAsync(db => db.ImportGroups.AnyAsync(g => g.BatchId == id && g.State == ImportGroupState.Committed, Cancellation)), stop.CancelAsync);
        await portal.Services.GetRequiredService<JobRunner>().RunNextAsync(stop.Token);
        Assert.InRange(await portal.WithDatabaseAsync(db => db.Enterprises.CountAsync(Cancellation)) - before, 1, 1599);
        Assert.True(await portal.RunAsync());

        Assert.Equal(1600, await portal.WithDatabaseAsync(db => db.Enterprises.CountAsync(Cancellation)) - before);
        await portal.IsConsistentAsync();

        // and all of it back again, in steps as well
        Assert.True(await portal.InScopeAsync(async s => (await s.GetRequiredService<ImportService>().UndoAsync(null, id, Cancellation)).IsDone));
        Assert.True(await portal.RunAsync());
        Assert.Equal(before, await portal.WithDatabaseAsync(db => db.Enterprises.CountAsync(Cancellation)));
        Assert.False(await portal.WithDatabaseAsync(db => db.EnterpriseGrams.AnyAsync(g => g.Gram == "停下", Cancellation)));
        await portal.IsConsistentAsync();
    }

    [Fact]
    public async Task Many_enterprises_written_at_once_are_what_saving_each_would_have_made_in_every_table()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        string[] codes = [CreditCode.Next(), CreditCode.Next()];
        await portal.WithDatabaseAsync(async db =>
        {
            db.Enterprises.Add(Make(codes[0]));
            return await db.SaveChangesAsync(Cancellation);
        });
        await portal.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<HuaihuaPilotZone.Data.PortalDbContext>();
            return await db.InTransactionAsync(
                async token =>
                {
                    await s.GetRequiredService<RosterWriter>().AddAsync([Make(codes[1])], token);
                    return HuaihuaPilotZone.Common.Outcome.Done;
                },
                Cancellation);
        });

        var (saved, written) = (await portal.IdOfAsync(codes[0]), await portal.IdOfAsync(codes[1]));
        foreach (var (table, sql) in await portal.WithDatabaseAsync(db => Task.FromResult(Tables(db.Model).ToList())))
        {
            var (expected, found) = (await RowsAsync(portal, sql, saved, codes[0]), await RowsAsync(portal, sql, written, codes[1]));
            Assert.True(expected.SequenceEqual(found), $"{table}:\n{string.Join('\n', expected)}\nand\n{string.Join('\n', found)}");
        }

        Assert.NotEmpty(await RowsAsync(portal, "SELECT Gram FROM EnterpriseGrams WHERE EnterpriseId = $id ORDER BY 1", written, codes[1]));
        await portal.IsConsistentAsync();
    }

    private static Enterprise Make(string code)
    {
        var enterprise = new Enterprise
        {
            Name = "怀化一起写长桥箱包有限公司",
            EnglishName = "Changqiao Luggage",
            CreditCode = code,
            CustomsCode = "4313961001",
            Type = EnterpriseType.Logistics,
            Stage = EnterpriseStage.Building,
            StageSince = new DateOnly(2026, 5, 1),
            ParkAreaId = 1,
            Address = "示例路",
            CreatedAt = new DateTime(2026, 5, 2, 3, 4, 5, 678, DateTimeKind.Utc),
            UpdatedAt = new DateTime(2026, 5, 2, 3, 4, 5, 678, DateTimeKind.Utc),
            Tags = [new EnterpriseTag { IndustryTagId = 1 }],
            Markets = [new EnterpriseMarket { Market = TargetMarket.Asean }, new EnterpriseMarket { Market = TargetMarket.Africa }],
            Contacts = [new Contact { Name = "示例", Phone = "000-00000000" }],
            StageChanges = [new StageChange { To = EnterpriseStage.Building, On = new DateOnly(2026, 5, 1), Reason = "示例", RecordedAt = new DateTime(2026, 5, 2, 0, 0, 0, DateTimeKind.Utc), RecordedBy = "示例" }],
            FormerNames = [new FormerName { Name = "旧名字公司", Text = "旧名字公司", Until = new DateOnly(2026, 1, 1) }],
        };
        enterprise.RefreshSearchText();
        return enterprise;
    }

    /// <summary>The record and everything that names it, without the numbers that are given by the database.</summary>
    private static IEnumerable<(string Table, string Sql)> Tables(IModel model)
    {
        var enterprise = model.FindEntityType(typeof(Enterprise))!;
        foreach (var (entity, key) in enterprise.GetReferencingForeignKeys().Select(k => (k.DeclaringEntityType, k.Properties[0].Name)).Prepend((enterprise, "Id")))
        {
            var columns = entity.GetProperties().Where(p => p.Name != key && !(p.IsPrimaryKey() && p.ValueGenerated == ValueGenerated.OnAdd))
                // encrypted alike and never the same twice: that there is a value of the same key is all that can be compared here
                .Select(p => p.GetValueConverter() is PersonalConverter ? $"SUBSTR(\"{p.GetColumnName()}\", 1, 8)" : $"\"{p.GetColumnName()}\"").ToList();
            yield return (entity.GetTableName()!, $"SELECT {(columns.Count == 0 ? "1" : string.Join(" || '|' || ", columns.Select(c => $"IFNULL({c}, 'null')")))} FROM \"{entity.GetTableName()}\" WHERE \"{key}\" = $id ORDER BY 1");
        }
    }

    private static Task<List<string>> RowsAsync(Portal portal, string sql, int id, string code) => portal.WithDatabaseAsync(async db =>
    {
        await db.Database.OpenConnectionAsync(Cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("$id", id);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancellation)) rows.Add(reader.GetString(0).Replace(code, "CODE", StringComparison.Ordinal));
        return rows;
    });

    private static Task<int> DecideAsync(Portal portal, int batch, string choice) => portal.InScopeAsync(async s =>
    {
        Assert.True((await s.GetRequiredService<ImportRepairs>().RepairRowsAsync(null, batch, new Dictionary<int, IReadOnlyDictionary<string, string?>> { [2] = new Dictionary<string, string?> { ["decision"] = choice } }, Cancellation)).IsDone);
        return 0;
    });

    private static Task<bool> EditAsync(Portal portal, int id, string address) => portal.InScopeAsync(async s =>
    {
        var record = (await s.GetRequiredService<EnterpriseRoster>().FindAsync(id, Cancellation))!;
        return (await s.GetRequiredService<EnterpriseService>().UpdateAsync(id, record.Version, EnterpriseData.Of(record) with { Address = address }, Cancellation)).IsDone;
    });

    private static Task<string?> AddressAsync(Portal portal, int id) => portal.WithDatabaseAsync(db => db.Enterprises.Where(e => e.Id == id).Select(e => e.Address).SingleAsync(Cancellation));

    /// <summary>Does something between two steps of a job: as soon as a transaction has been kept after which a condition holds.</summary>
    private sealed class BetweenSteps : DbTransactionInterceptor
    {
        private Func<Task<bool>>? _hasBegun;
        private Func<Task>? _act;

        public void Once(Func<Task<bool>> hasBegun, Func<Task> act) => (_hasBegun, _act) = (hasBegun, act);

        public override async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (_hasBegun is not { } hasBegun) return;
            _hasBegun = null;
            if (await hasBegun()) await _act!();
            else _hasBegun = hasBegun;
        }
    }
}
