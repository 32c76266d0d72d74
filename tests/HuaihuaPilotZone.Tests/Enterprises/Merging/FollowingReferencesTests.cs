using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Enterprises.Merging;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Search;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HuaihuaPilotZone.Tests.Enterprises.Merging;

/// <summary>Whatever the model has that names an enterprise follows in a merge, by a rule that is written down; nobody else's row is touched.</summary>
public sealed class FollowingReferencesTests
{
    /// <summary>Made by the record itself: keys of its names, its entry in the search of the site.</summary>
    private static readonly Type[] _ofTheRecord = [typeof(EnterpriseGram), typeof(EnterpriseSound), typeof(SearchEntry)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_foreign_key_to_an_enterprise_has_a_rule_for_merge_and_split()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        var model = await portal.WithDatabaseAsync(db => Task.FromResult(db.Model));
        var keys = EnterpriseReferences.Keys(model).Select(k => $"{k.DeclaringEntityType.ClrType.Name}.{k.Properties[0].Name}").Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(keys);
        Assert.Equal(keys, ReferenceRules.All.Select(r => r.Name).Order(StringComparer.Ordinal));
        foreach (var rule in ReferenceRules.All)
        {
            var entity = model.FindEntityType(rule.Entity)!;
            // what stays, and which of two stands, is said on the page
            if (rule.OnMerge == MergeWay.Stays || (rule.OnMerge == MergeWay.Moves && UniqueKeys(entity, rule.Property).Any())) Assert.False(string.IsNullOrEmpty(rule.Why), $"{rule.Name} does not say why.");
            // rows are written down by this number before they move
            if (rule.OnMerge == MergeWay.Moves || rule.OnSplit is SplitWay.Chosen or SplitWay.Follows) Assert.Equal(typeof(int), Assert.Single(entity.FindPrimaryKey()!.Properties).ClrType);
        }
    }

    [Fact]
    public async Task Every_row_that_names_the_merged_record_follows_or_stays_as_stated_and_no_other_row_is_touched()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        var (kept, other, stranger) = (await portal.HasEnterpriseAsync("引用保留公司"), await portal.HasEnterpriseAsync("引用并入公司"), await portal.HasEnterpriseAsync("引用旁人公司"));
        var shared = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var rule in ReferenceRules.All.Where(r => !_ofTheRecord.Contains(r.Entity)))
        {
            foreach (var (id, isSame) in new[] { (other, false), (stranger, false), (kept, true), (other, true) })
                await portal.WithDatabaseAsync(db => new InventedRow(db, stranger, shared).AddAsync(rule, id, isSame, Cancellation));
        }

        var before = await DumpAsync(portal, kept, other);
        var rules = ReferenceRules.All;
        var merged = await portal.MergeAsync(kept, other);
        Assert.True(merged.IsDone, string.Join('\n', merged.Refusals.Select(r => r.Message)));

        foreach (var rule in rules)
        {
            var left = await portal.WithDatabaseAsync(db => rule.CountAsync(db, other, Cancellation));
            var entity = await portal.WithDatabaseAsync(db => Task.FromResult(db.Model.FindEntityType(rule.Entity)!));
            var mayStay = rule.OnMerge == MergeWay.Stays || rule is { OnMerge: MergeWay.United } || UniqueKeys(entity, rule.Property).Any();
            Assert.True(left == 0 || mayStay, $"{rule.Name}: {left} rows still name the merged record.");
            if (rule.OnMerge == MergeWay.Moves) Assert.True(left == (UniqueKeys(entity, rule.Property).Any() ? 1 : 0), $"{rule.Name}: {left} rows stayed.");
            if (rule.OnMerge == MergeWay.Moves) Assert.True(await portal.WithDatabaseAsync(db => rule.CountAsync(db, kept, Cancellation)) >= 2, $"{rule.Name}: nothing came.");
        }

        var after = await DumpAsync(portal, kept, other);
        foreach (var (table, rows) in before.Others) Assert.True(rows.SequenceEqual(after.Others[table]), $"{table}: rows of others have changed.");
        await portal.IsConsistentAsync();

        // and back: what moved stands where it stood
        var undone = await portal.UndoAsync(merged.Value);
        Assert.True(undone.IsDone, string.Join('\n', undone.Refusals.Select(r => r.Message)));
        after = await DumpAsync(portal, kept, other);
        foreach (var rule in rules.Where(r => r.OnMerge == MergeWay.Moves && r.Entity != typeof(Notice) && r.Entity != typeof(Enterprise)))
            Assert.True(before.Own[rule.Name].SequenceEqual(after.Own[rule.Name]), $"{rule.Name} is not as it was:\n{string.Join('\n', before.Own[rule.Name])}\nand\n{string.Join('\n', after.Own[rule.Name])}");
        foreach (var (table, rows) in before.Others) Assert.True(rows.SequenceEqual(after.Others[table]), $"{table}: rows of others have changed.");
        await portal.IsConsistentAsync();
    }

    [Fact]
    public async Task What_comes_to_a_merged_record_too_late_follows_and_its_persons_are_forgotten()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        var (kept, other) = (await portal.HasEnterpriseAsync("迟到保留公司"), await portal.HasEnterpriseAsync("迟到并入公司"));
        await portal.WithDatabaseAsync(db =>
        {
            db.Add(new Contact { Name = "示例联系人", EnterpriseId = other });
            return db.SaveChangesAsync(Cancellation);
        });
        // not chosen: it stays with the merged record
        var merged = await portal.InScopeAsync(async s =>
        {
            var merges = (MergeService)s.GetService(typeof(MergeService))!;
            var preview = (await merges.PreviewAsync(kept, other, Cancellation)).Value;
            return await merges.MergeAsync(kept, other, MergeScenes.Choice(preview) with { Contacts = [] }, Cancellation);
        });
        Assert.True(merged.IsDone);

        // a request that had begun before
        await portal.WithDatabaseAsync(db => new InventedRow(db, kept, []).AddAsync(ReferenceRules.Named($"{nameof(Declaration)}.{nameof(Declaration.EnterpriseId)}"), other, false, Cancellation));
        await SweepAsync(portal, s => s.FollowAsync(Cancellation));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Declarations.CountAsync(d => d.EnterpriseId == kept, Cancellation)));
        Assert.Equal(0, await SweepAsync(portal, s => s.FollowAsync(Cancellation)));

        Assert.Equal(0, await SweepAsync(portal, s => s.ForgetAsync(Cancellation)));
        portal.Clock.Set(portal.Clock.GetUtcNow().AddHours(25));
        Assert.Equal(1, await SweepAsync(portal, s => s.ForgetAsync(Cancellation)));
    }

    private static Task<int> SweepAsync(Portal portal, Func<MergeSweep, Task<int>> act) => portal.InScopeAsync(s => act((MergeSweep)s.GetService(typeof(MergeSweep))!));

    /// <summary>The unique keys that the enterprise is a part of, among others.</summary>
    private static IEnumerable<IReadOnlyList<IProperty>> UniqueKeys(IEntityType entity, string property) =>
        entity.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties).Append(entity.FindPrimaryKey()!.Properties).Where(p => p.Count > 1 && p.Any(x => x.Name == property));

    /// <summary>Every row of every table that names an enterprise, as text: those of both records by rule, all others by table.</summary>
    private static Task<(Dictionary<string, List<string>> Own, Dictionary<string, List<string>> Others)> DumpAsync(Portal portal, int kept, int other) => portal.WithDatabaseAsync(async db =>
    {
        var (own, others) = (new Dictionary<string, List<string>>(StringComparer.Ordinal), new Dictionary<string, List<string>>(StringComparer.Ordinal));
        foreach (var rule in ReferenceRules.All.Where(r => !_ofTheRecord.Contains(r.Entity)))
        {
            var entity = db.Model.FindEntityType(rule.Entity)!;
            string Columns(string? except) => string.Join(" || '|' || ", entity.GetProperties().Where(p => p.Name != except).Select(p => $"IFNULL(CAST(\"{p.GetColumnName()}\" AS TEXT), 'null')"));
            var ids = $"({kept}, {other})";
            own[rule.Name] = await ReadAsync(db, $"SELECT {Columns(rule.Renewed)} FROM \"{entity.GetTableName()}\" WHERE \"{rule.Property}\" IN {ids} ORDER BY 1");
            // a row may name one of both by another key
            var isStranger = string.Join(" AND ", ReferenceRules.All.Where(r => r.Entity == rule.Entity).Select(r => $"IFNULL(\"{r.Property}\", 0) NOT IN {ids}"));
            others[$"{rule.Name}"] = await ReadAsync(db, $"SELECT {Columns(null)} FROM \"{entity.GetTableName()}\" WHERE \"{rule.Property}\" IS NOT NULL AND {isStranger} ORDER BY 1");
        }

        var record = db.Model.FindEntityType(typeof(Enterprise))!;
        var values = string.Join(" || '|' || ", record.GetProperties().Select(p => $"IFNULL(CAST(\"{p.GetColumnName()}\" AS TEXT), 'null')"));
        others["Enterprises"] = await ReadAsync(db, $"SELECT {values} FROM \"Enterprises\" WHERE \"Id\" NOT IN ({kept}, {other}) AND IFNULL(\"MergedIntoId\", 0) NOT IN ({kept}, {other}) ORDER BY 1");
        return (own, others);
    });

    private static async Task<List<string>> ReadAsync(PortalDbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync(Cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancellation)) rows.Add(reader.GetString(0));
        return rows;
    }
}
