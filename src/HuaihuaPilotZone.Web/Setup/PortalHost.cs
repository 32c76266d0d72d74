using System.Net.Sockets;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using HuaihuaPilotZone.Web.Setup.Running;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Builds the portal and runs it, or one command instead (see <see cref="PortalCommands"/>).</summary>
public static class PortalHost
{
    /// <returns>The exit code: 0, or 1 with one plain sentence on the error stream.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (PreCheckCommand.IsAsked(args)) return await PreCheckCommand.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
            await using var app = Build([.. args.Where(a => a is not (LastingCommands.Overwrite or LastingCommands.Remove))]);
            if (PortalCommands.Find(args) is { } command) return await command(app.Services, args);
            RequireAddresses(app.Configuration);
            KeyProtection.Look(app);
            await app.PrepareDatabaseAsync();
            app.Lifetime.ApplicationStarted.Register(() => StartupNote.Write(app));
            await RunUntilStoppedAsync(app);
            return 0;
        }
        catch (IOException e) when (IsPortBusy(e))
        {
            await Console.Error.WriteLineAsync($"端口被占用，门户没有启动。请关闭占用它的程序，或用 --urls http://localhost:5081 换一个端口。\nThe port is already in use; the portal did not start. ({e.Message})");
            return 1;
        }
        catch (SetupException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (OptionsValidationException e)
        {
            await Console.Error.WriteLineAsync($"配置有误，门户没有启动。A setting is wrong; the portal did not start.\n{e.Message}");
            return 1;
        }
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddSecretsFolder();
        SecretsInFiles.RefuseSecretsInFiles(builder.Configuration, builder.Environment);
        builder.AddPortalLogging();
        builder.AddPortalRooms();
        builder.AddPortalRunning();
        builder.AddPortalSignIn();
        builder.AddPortalRateLimits();
        builder.AddPortalHttps();
        builder.AddPortalPages();
        builder.AddSiteChrome(PortalMenus.Make(builder.Configuration.GetValue("InformationRequests:IsOpen", true)));
        builder.AddPortalHealth();
        builder.AddKeptPages();
        var app = builder.Build();
        BuildModelBeside(app.Services);
        app.UsePortalPipeline();
        app.MapPortalPages();
        return app;
    }

    /// <exception cref="SetupException">An address to listen at cannot be read.</exception>
    private static void RequireAddresses(IConfiguration configuration)
    {
        foreach (var address in (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                BindingAddress.Parse(address);
            }
            catch (FormatException)
            {
                throw new SetupException($"监听地址“{address}”写得不对，门户没有启动。请写成 http://localhost:5081 的样子。\nThe portal cannot listen at \"{address}\"; write an address such as http://localhost:5081.");
            }
        }
    }

    /// <summary>The model of the database and the table of addresses are what a start takes longest for; neither needs the other, and a fault of the model comes up again where it is used first.</summary>
    private static void BuildModelBeside(IServiceProvider services) => _ = Task.Run(() =>
    {
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<PortalDbContext>().Model;
    });

    /// <summary>A start that fails stops what had begun: a background worker would otherwise complain of services that are gone, below the one sentence.</summary>
    private static async Task RunUntilStoppedAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.StopAsync();
            throw;
        }
        await app.WaitForShutdownAsync();
    }

    private static bool IsPortBusy(Exception e) =>
        e.InnerException is AddressInUseException || e.InnerException?.InnerException is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };
}

/// <summary>The portal cannot start as it is set up; the message says what to do.</summary>
public sealed class SetupException(string message) : Exception(message);
