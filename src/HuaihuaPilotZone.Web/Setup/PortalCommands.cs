using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>What the program does instead of serving pages: migrate, create-admin NAME.</summary>
public static class PortalCommands
{
    public static Func<IServiceProvider, string[], Task<int>>? Find(string[] args) => args.FirstOrDefault() switch
    {
        "migrate" => MigrateAsync,
        "create-admin" => CreateAdministratorAsync,
        _ => null,
    };

    private static async Task<int> MigrateAsync(IServiceProvider services, string[] args)
    {
        await using var scope = services.CreateAsyncScope();
        var preparation = scope.ServiceProvider.GetRequiredService<DatabasePreparation>();
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
