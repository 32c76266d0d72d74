using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Tracking;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>What the program does instead of serving pages: migrate, create-admin NAME, generate-roster N, generate-orders ENTERPRISE N, simulate-events N, and what <see cref="LastingCommands"/> does.</summary>
public static class PortalCommands
{
    private const int MostSamples = 2_000_000;
    private const int MostOrders = 1_000_000;
    private const int MostSteps = 1000;

    public static Func<IServiceProvider, string[], Task<int>>? Find(string[] args) => args.FirstOrDefault() switch
    {
        "migrate" => MigrateAsync,
        "create-admin" => CreateAdministratorAsync,
        "generate-roster" => GenerateRosterAsync,
        "generate-orders" => GenerateOrdersAsync,
        "simulate-events" => SimulateEventsAsync,
        _ => LastingCommands.Find(args),
    };

    /// <summary>Fills the roster with invented enterprises, for trials on a developer's machine only.</summary>
    private static async Task<int> GenerateRosterAsync(IServiceProvider services, string[] args)
    {
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
            throw new SetupException("generate-roster 只能在开发环境（ASPNETCORE_ENVIRONMENT=Development）中使用，名录没有改动。\nInvented enterprises are made in Development only; nothing was changed.");
        if (args.Length < 2 || !int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > MostSamples)
            throw new SetupException($"用法：dotnet run --project src/HuaihuaPilotZone.Web -- generate-roster <1 至 {MostSamples} 的数目>");
        await using var scope = services.CreateAsyncScope();
        var preparation = scope.ServiceProvider.GetRequiredService<DatabasePreparation>();
        await DatabaseSetup.BringUpAsync(preparation, scope.ServiceProvider.GetRequiredService<IOptions<DatabaseOptions>>().Value, CancellationToken.None);
        await preparation.SeedAsync(demonstration: false, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<SampleRoster>().MakeAsync(count, done => Console.Write($"\r{done} / {count}"), CancellationToken.None);
        Console.WriteLine($"\n已生成 {count} 家示例企业（虚构，演示数据）。 {count} invented enterprises were added.");
        return 0;
    }

    /// <summary>Fills the order book of an enterprise with invented orders, for trials on a developer's machine only.</summary>
    private static async Task<int> GenerateOrdersAsync(IServiceProvider services, string[] args)
    {
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
            throw new SetupException("generate-orders 只能在开发环境（ASPNETCORE_ENVIRONMENT=Development）中使用，订单没有改动。\nInvented orders are made in Development only; nothing was changed.");
        if (args.Length < 3 || !int.TryParse(args[2], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > MostOrders)
            throw new SetupException($"用法：dotnet run --project src/HuaihuaPilotZone.Web -- generate-orders <企业代码> <1 至 {MostOrders} 的数目>");
        await using var scope = services.CreateAsyncScope();
        var preparation = scope.ServiceProvider.GetRequiredService<DatabasePreparation>();
        await DatabaseSetup.BringUpAsync(preparation, scope.ServiceProvider.GetRequiredService<IOptions<DatabaseOptions>>().Value, CancellationToken.None);
        await preparation.SeedAsync(demonstration: true, CancellationToken.None);
        if (await scope.ServiceProvider.GetRequiredService<SampleOrders>().FindEnterpriseAsync(args[1], CancellationToken.None) is not { } enterprise)
            throw new SetupException($"没有找到代码为 {args[1]} 的企业。");
        var kept = await scope.ServiceProvider.GetRequiredService<SampleOrders>().MakeAsync(enterprise, count, CancellationToken.None);
        Console.WriteLine($"已生成 {count} 份示例订单（虚构，演示数据），共 {kept} 份。 {count} invented orders were added.");
        return 0;
    }

    /// <summary>Reports some steps of the demonstration consignments, on a developer's machine only; the events are marked as simulated.</summary>
    private static async Task<int> SimulateEventsAsync(IServiceProvider services, string[] args)
    {
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
            throw new SetupException("simulate-events 只能在开发环境（ASPNETCORE_ENVIRONMENT=Development）中使用，没有写入事件。\nEvents are simulated in Development only; nothing was changed.");
        var steps = 1;
        if (args.Length > 1 && (!int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out steps) || steps is < 1 or > MostSteps))
            throw new SetupException($"用法：dotnet run --project src/HuaihuaPilotZone.Web -- simulate-events <1 至 {MostSteps} 的步数>");
        var made = 0;
        for (var i = 0; i < steps; i++)
        {
            await using var scope = services.CreateAsyncScope();
            made += await scope.ServiceProvider.GetRequiredService<EventSimulation>().StepAsync(CancellationToken.None);
        }
        Console.WriteLine($"已生成 {made} 个演示模拟事件。 {made} simulated events were added.");
        return 0;
    }

    private static async Task<int> MigrateAsync(IServiceProvider services, string[] args)
    {
        await using var scope = services.CreateAsyncScope();
        var preparation = scope.ServiceProvider.GetRequiredService<DatabasePreparation>();
        await DatabaseSetup.RequireKnownAsync(preparation, mustBeMigrated: false, CancellationToken.None);
        await preparation.MigrateAsync(CancellationToken.None);
        await preparation.SeedAsync(demonstration: false, CancellationToken.None);
        Console.WriteLine("数据库已更新到本版本。 The database is at this build's version.");
        return 0;
    }

    private static async Task<int> CreateAdministratorAsync(IServiceProvider services, string[] args)
    {
        if (args.Length < 2 || string.IsNullOrWhiteSpace(args[1]))
            throw new SetupException("用法：dotnet run --project src/HuaihuaPilotZone.Web -- create-admin <姓名>");
        await using var scope = services.CreateAsyncScope();
        var preparation = scope.ServiceProvider.GetRequiredService<DatabasePreparation>();
        await DatabaseSetup.BringUpAsync(preparation, scope.ServiceProvider.GetRequiredService<IOptions<DatabaseOptions>>().Value, CancellationToken.None);
        await preparation.SeedAsync(demonstration: false, CancellationToken.None);
        var invitations = scope.ServiceProvider.GetRequiredService<InvitationService>();
        var invitation = await invitations.InviteStaffAsync(args[1], "", [StaffRoles.ParkAdministrator], CancellationToken.None);
        if (!invitation.IsDone) throw new SetupException(string.Join("\n", invitation.Refusals.Select(r => r.Message)));
        Console.WriteLine($"请在 7 天内打开此一次性链接，设置登录名和密码：\n{invitations.LinkOf(invitation.Value)}");
        return 0;
    }
}
