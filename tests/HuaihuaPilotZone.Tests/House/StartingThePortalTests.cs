using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HuaihuaPilotZone.Accounts;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>The program as it is started from a command line, in a folder whose name has spaces.</summary>
public sealed class StartingThePortalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pilot zone ").FullName;

    [Fact]
    public async Task It_starts_twice_and_says_where_it_listens_and_who_may_sign_in()
    {
        for (var start = 1; start <= 2; start++)
        {
            using var portal = Start("Development", "--urls", "http://127.0.0.1:0");
            var note = await ReadUntilAsync(portal, DemonstrationAccounts.All[^1].UserName);

            Assert.Contains("已启动：http://127.0.0.1:", note, StringComparison.Ordinal);
            Assert.Contains("The portal is running.", note, StringComparison.Ordinal);
            Assert.Contains(DemonstrationAccounts.Password, note, StringComparison.Ordinal);
            Assert.All(DemonstrationAccounts.All, a => Assert.Contains(a.UserName, note, StringComparison.Ordinal));
            portal.Kill(entireProcessTree: true);
            await portal.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        Assert.True(File.Exists(Path.Combine(_folder, "App_Data", "pilotzone.db")));
    }

    [Fact]
    public async Task A_busy_port_ends_the_start_with_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (code, said) = await RunAsync("Development", "--urls", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");

        Assert.Equal(1, code);
        Assert.Contains("端口被占用", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_begins_with_a_one_time_link_and_never_with_a_known_password()
    {
        var (code, said) = await RunAsync("Production", "create-admin", "张三");
        Assert.Equal(0, code);
        Assert.Contains("/account/invitation?token=", said, StringComparison.Ordinal);

        var (refused, why) = await RunAsync("Production", "--urls", "http://127.0.0.1:0", "--Database:SeedDemonstration", "true");
        Assert.Equal(1, refused);
        Assert.Contains("演示账号", why, StringComparison.Ordinal);
        Assert.DoesNotContain("已启动", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_makes_no_sense_ends_the_start_with_its_name()
    {
        var (code, said) = await RunAsync("Production", "--urls", "http://127.0.0.1:0", "--Database:Provider", "Oracle");

        Assert.Equal(1, code);
        Assert.Contains("Database:Provider", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Process Start(string environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "HuaihuaPilotZone.Web.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["Database__SqliteSynchronous"] = "NORMAL";
        return Process.Start(start)!;
    }

    private async Task<(int Code, string Said)> RunAsync(string environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await said + await complained);
    }

    private static async Task<string> ReadUntilAsync(Process process, string word)
    {
        var said = "";
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said += line + "\n";
            if (line.Contains(word, StringComparison.Ordinal)) return said;
        }
        return said + await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
