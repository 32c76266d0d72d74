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
    public async Task An_address_that_is_none_ends_the_start_with_one_sentence()
    {
        var (code, said) = await RunAsync("Development", "--urls", "localhost;http:/nowhere");

        Assert.Equal(1, code);
        Assert.Contains("监听地址“localhost”写得不对", said, StringComparison.Ordinal);
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

    [Fact]
    public async Task Outside_development_staff_who_need_no_second_factor_end_the_start()
    {
        var (code, said) = await RunAsync("Production", "--urls", "http://127.0.0.1:0", "--SignIn:StaffTwoFactor", "Offered");

        Assert.Equal(1, code);
        Assert.Contains("园区人员必须使用两步验证", said, StringComparison.Ordinal);
        Assert.Contains("park staff have to sign in in two steps", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Mail": { "Password": "a-secret-word" } }""", "Mail:Password")]
    [InlineData("""{ "ConnectionStrings": { "SqlServer": "Server=x;User Id=y;Password=a-secret-word" } }""", "ConnectionStrings:SqlServer")]
    [InlineData("""{ "Kestrel": { "Certificates": { "Default": { "Path": "x.pfx", "Password": "a-secret-word" } } } }""", "Kestrel:Certificates:Default:Password")]
    public async Task Outside_development_a_secret_in_a_configuration_file_ends_the_start_with_its_key_and_file(string settings, string key)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.Production.json"), settings, TestContext.Current.CancellationToken);

        var (code, said) = await RunAsync("Production", "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, code);
        Assert.Contains($"密钥不能写在配置文件里：appsettings.Production.json 中的 {key}", said, StringComparison.Ordinal);
        Assert.Contains("A secret must not stand in a configuration file", said, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret-word", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_in_a_folder_with_one_file_a_key_is_read()
    {
        var secrets = Directory.CreateDirectory(Path.Combine(_folder, "secrets")).FullName;
        await File.WriteAllTextAsync(Path.Combine(secrets, "Database__Provider"), "Oracle", TestContext.Current.CancellationToken);

        var (code, said) = await RunAsync("Production", "--urls", "http://127.0.0.1:0", "--Secrets:Folder", "secrets");

        Assert.Equal(1, code);
        Assert.Contains("Database:Provider", said, StringComparison.Ordinal);

        Assert.Contains("Secrets:Folder", (await RunAsync("Production", "--Secrets:Folder", "nowhere")).Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ConnectionStrings:Sqlite", "Data Source=App_Data/pilotzone.db", false)]
    [InlineData("ConnectionStrings:SqlServer", "Server=x;Integrated Security=true", false)]
    [InlineData("ConnectionStrings:SqlServer", "Server=x;User Id=y;Pwd=z", true)]
    [InlineData("Mail:Password", "x", true)]
    [InlineData("Webhooks:SigningSecret", "x", true)]
    [InlineData("Personal:Keys:k2026", "x", true)]
    [InlineData("Personal:MarkKey", "x", true)]
    [InlineData("Personal:ActiveKey", "k2026", false)]
    [InlineData("Mail:From", "x@example.invalid", false)]
    public void What_is_a_secret_is_told_by_the_end_of_its_key_or_a_password_in_it(string key, string value, bool isSecret) =>
        Assert.Equal(isSecret, HuaihuaPilotZone.Web.Setup.SecretsInFiles.IsSecret(key, value));

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
