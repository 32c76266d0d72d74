using HuaihuaPilotZone.Accounts;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Says where the portal listens and, in Development, who may sign in.</summary>
public static class StartupNote
{
    public static void Write(WebApplication app)
    {
        Console.WriteLine();
        Console.WriteLine($"  怀化跨境电商综试区综合服务平台已启动：{string.Join("  ", app.Urls)}");
        Console.WriteLine("  The portal is running. Stop it with Ctrl+C.");
        PlainForms.Look(app);
        if (!app.Environment.IsDevelopment()) return;
        Console.WriteLine($"  演示账号 demonstration sign-ins（密码 password：{DemonstrationAccounts.Password}）：");
        foreach (var account in DemonstrationAccounts.All) Console.WriteLine($"    {account.UserName,-10} {account.DisplayName}");
        Console.WriteLine();
    }
}
