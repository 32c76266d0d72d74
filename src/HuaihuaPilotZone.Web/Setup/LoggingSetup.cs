using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Mvc.Controllers;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Hosting;
using Serilog.Formatting.Json;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Serilog: lines for people on the console, JSON lines in a rolling file, there one line per request.</summary>
public static class LoggingSetup
{
    /// <summary>Network logs are kept at least six months (网络安全法); the portal refuses to start with less.</summary>
    private const int LeastRetainedDays = 180;

    private const string RequestTemplate = "{RequestMethod} {Route} {StatusCode} {Elapsed:0} ms";

    private static readonly object _askedFor = new();

    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        var folder = Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["Logs:Folder"] ?? "App_Data/logs");
        var days = builder.Configuration.GetValue("Logs:RetainedDays", 200);
        if (days < LeastRetainedDays) throw new SetupException($"Logs:RetainedDays 至少为 {LeastRetainedDays}（网络日志留存不少于六个月）。");
        if (!builder.Environment.IsDevelopment()) EnsureWritable(folder);
        // read by nobody on a server, and a third of a page's time: the file has every request
        var showsRequests = builder.Configuration.GetValue("Logs:RequestsOnConsole", builder.Environment.IsDevelopment());
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("LuckyPennySoftware", LogEventLevel.Error)
            // said in one sentence by PortalHost, and what a start that failed calls off is no fault
            .Filter.ByExcluding(e => e.Exception is IOException { InnerException: AddressInUseException } || IsCalledOff(e))
            .Enrich.FromLogContext()
            .Enrich.With(new WithoutAddress())
            .WriteTo.Conditional(e => showsRequests || !IsPlainRequest(e), console => console.Console(formatProvider: CultureInfo.InvariantCulture))
            .WriteTo.File(
                new JsonFormatter(renderMessage: true), Path.Combine(folder, "portal-.jsonl"),
                // by days and not by files: two instances in one folder make two a day, and a large day makes several
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: null, retainedFileTimeLimit: TimeSpan.FromDays(days), rollOnFileSizeLimit: true,
                // once a second. A second instance in the same folder writes to a file of its own
                buffered: true, flushToDiskInterval: TimeSpan.FromSeconds(1))
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Logging.AddSerilog(logger, dispose: true);
        var diagnostics = new DiagnosticContext(logger);
        builder.Services.AddSingleton(diagnostics);
        builder.Services.AddSingleton<IDiagnosticContext>(diagnostics);
        builder.Services.AddSingleton<Serilog.ILogger>(logger);
    }

    /// <summary>One line per request: route pattern, never the address, form content or personal data.</summary>
    public static void UsePortalRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = RequestTemplate;
        options.GetLevel = (context, _, exception) =>
            exception is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error : LogEventLevel.Information;
        options.GetMessageTemplateProperties = static (context, _, elapsed, status) =>
        [
            new("RequestMethod", new ScalarValue(context.Request.Method)),
            new("Route", new ScalarValue(Route(context))),
            new("StatusCode", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed)),
            new("UserId", new ScalarValue(context.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value)),
            new("TraceId", new ScalarValue(TraceId(context))),
        ];
    });

    /// <summary>Whether a page or an act of ours was asked for, and no asset or health check.</summary>
    internal static bool IsOurs(HttpContext context) => (context.Items[_askedFor] as Endpoint)?.Metadata.GetMetadata<ControllerActionDescriptor>() is not null;

    /// <summary>The number of a request: in the log, on the error page and in what staff look up by it.</summary>
    public static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    /// <summary>Keeps the page that was asked for in mind: an error page that answers in its place is no news. Stands behind the routing.</summary>
    public static void UseRememberedRoute(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        context.Items.TryAdd(_askedFor, context.GetEndpoint());
        return next(context);
    });

    /// <summary>The file sink says nothing when it cannot write; a portal without a log would run for months before somebody notices.</summary>
    /// <exception cref="SetupException">There would be no log.</exception>
    private static void EnsureWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(Path.Combine(folder, $".{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"日志写不进 Logs:Folder（{folder}），门户没有启动：网络日志要留存不少于 {LeastRetainedDays} 天。请检查路径和权限。\nNo log can be written to Logs:Folder; the portal did not start.");
        }
    }

    private static bool IsCalledOff(LogEvent line) =>
        line.Exception is OperationCanceledException && line.Properties.GetValueOrDefault("SourceContext") is ScalarValue { Value: "Microsoft.Extensions.Hosting.Internal.Host" };

    private static bool IsPlainRequest(LogEvent line) => line.Level == LogEventLevel.Information && string.Equals(line.MessageTemplate.Text, RequestTemplate, StringComparison.Ordinal);

    /// <summary>The pattern of the page that was asked for, never its address.</summary>
    internal static string Route(HttpContext context) =>
        (context.Items[_askedFor] as RouteEndpoint)?.RoutePattern.RawText is { } pattern ? "/" + pattern.TrimStart('/') : "(no route)";

    /// <summary>The host tells every line the address it was written under; an address may name a person.</summary>
    private sealed class WithoutAddress : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
    }
}
