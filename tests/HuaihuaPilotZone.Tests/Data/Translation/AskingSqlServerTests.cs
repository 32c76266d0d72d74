using System.Reflection;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>Every query holds on SQL Server too: each public service method is called there, without a server.</summary>
public sealed class AskingSqlServerTests
{
    private static readonly IReadOnlyList<ServiceCalls> _rooms = [.. typeof(AskingSqlServerTests).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(ServiceCalls)) && !t.IsAbstract && t.DeclaringType is null)
        .OrderBy(t => t.Name, StringComparer.Ordinal)
        .Select(t => (ServiceCalls)Activator.CreateInstance(t)!)];

    public static TheoryData<string> Rooms => [.. _rooms.Select(r => r.GetType().Name)];

    [Fact]
    public void Every_public_method_of_a_service_has_a_row_of_arguments()
    {
        var methods = PublicServices.Methods.ToList();
        var called = _rooms.SelectMany(r => r.All).Select(c => c.Method.MetadataToken).ToHashSet();

        Assert.Contains(methods, m => m.Name == "ListAsync");
        Rule.HoldsEverywhere(methods.Where(m => !called.Contains(m.MetadataToken)).Select(m => $"{m.DeclaringType!.Name}: {m}"));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public async Task Every_query_of_a_room_reaches_the_server(string room)
    {
        var trials = new List<Trial>();
        foreach (var call in _rooms.Single(r => r.GetType().Name == room).All) trials.AddRange(await Trial.RunAsync(call));

        Assert.NotEmpty(trials);
        Rule.HoldsEverywhere(trials.Where(t => t.Fault is not null).Select(t => $"{t.Call.Name} on a server with {t.Answers}: {t.Fault}"));
        Rule.HoldsEverywhere(trials.SelectMany(t => t.Asked.SelectMany(EncryptedColumnsInSql.SoughtIn).Select(c => $"{t.Call.Name} seeks or orders by {c}, which is encrypted")));
        Rule.HoldsEverywhere(trials.GroupBy(t => t.Call.Name).Where(m => Waits(m.First().Call.Method) != m.Any(t => t.Asked.Count > 0))
            .Select(m => $"{m.Key} {(Waits(m.First().Call.Method) ? "asks nothing: choose arguments that lead to its queries" : "asks without waiting")}"));
    }

    [Fact]
    public async Task A_query_that_one_database_cannot_answer_is_noticed()
    {
        var faults = new List<string?>();
        foreach (var call in new UntranslatableCalls().All) faults.AddRange((await Trial.RunAsync(call)).Select(t => t.Fault));

        Assert.Equal(6, faults.Count);
        Assert.All(faults, Assert.NotNull);
    }

    [Fact]
    public async Task A_save_is_asked_in_the_words_of_SQL_Server()
    {
        var trials = await Trial.RunAsync(new SavingCalls().All.Single());

        Assert.All(trials, t => Assert.Null(t.Fault));
        Assert.Contains(trials, t => t.Asked.Any(sql => sql.Contains("OUTPUT INSERTED.[Id]", StringComparison.Ordinal)));
    }

    /// <summary>A method that has to be awaited; only these may ask.</summary>
    private static bool Waits(MethodInfo method) =>
        method.ReturnType.IsAssignableTo(typeof(Task)) || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal)
        || method.ReturnType.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal);

    private sealed class UntranslatableCalls : ServiceCalls
    {
        protected override void Describe()
        {
            Call<PortalDbContext>(db => db.Set<Enterprise>().Where(e => Backwards(e.Name) == "x").OrderBy(e => e.Id).ToListAsync(CancellationToken.None));
            Call<PortalDbContext>(db => db.Set<Enterprise>().Where(e => e.Name.Contains("xy", StringComparison.OrdinalIgnoreCase)).ToListAsync(CancellationToken.None));
            Call<PortalDbContext>(db => db.Set<Enterprise>().Skip(1).Take(2).ToListAsync(CancellationToken.None));
        }

        private static string Backwards(string text) => new([.. text.Reverse()]);
    }

    private sealed class SavingCalls : ServiceCalls
    {
        protected override void Describe() => Call<PortalDbContext>(db => AddAsync(db, db.Set<ParkArea>()));

        private static async Task AddAsync(PortalDbContext db, DbSet<ParkArea> areas)
        {
            for (var i = 0; i < 5; i++) areas.Add(new ParkArea { Name = $"示例{i}", Source = "测试" });
            await db.SaveChangesAsync();
        }
    }
}
