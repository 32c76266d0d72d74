using System.Globalization;
using System.Threading.RateLimiting;
using HuaihuaPilotZone.Accounts.SignIns;
using HuaihuaPilotZone.Web.Api;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>How often one address may send the forms that need no sign-in, and one key may call the interface. Counted per instance.</summary>
public static class RateLimits
{
    /// <summary>Policy of public forms that store something or send mail.</summary>
    public const string PublicForms = nameof(PublicForms);

    /// <summary>Policy of what is open to programs without a key: the pre-check and the open data.</summary>
    public const string PreCheck = nameof(PreCheck);

    /// <summary>Policy of suggestions while typing.</summary>
    public const string Suggestions = nameof(Suggestions);

    /// <summary>Policy of calls with a key.</summary>
    public const string Api = nameof(Api);

    /// <summary>Policy of reports with a key, which come often and in batches.</summary>
    public const string Events = nameof(Events);

    /// <summary>Policy of following consignments without a sign-in.</summary>
    public const string Tracking = nameof(Tracking);

    /// <summary>Policy of questions to the planner, each of which is work.</summary>
    public const string Planner = nameof(Planner);

    private const int DefaultReports = 1200;
    private const int DefaultQuestions = 60;
    private const int DefaultPlans = 60;
    private const int DefaultPosts = 10;
    private const int DefaultChecks = 60;
    private const int DefaultCalls = 600;

    // one for each key a quick typist presses, and room for a whole office behind one address
    private const int MostSuggestions = 1200;

    private static readonly TimeSpan _window = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _checkWindow = TimeSpan.FromMinutes(1);

    public static void AddPortalRateLimits(this WebApplicationBuilder builder)
    {
        var posts = builder.Configuration.GetValue("RateLimits:PublicForms", DefaultPosts);
        if (posts < 1) throw new SetupException("RateLimits:PublicForms 至少为 1。 RateLimits:PublicForms is at least 1.");
        var checks = builder.Configuration.GetValue("RateLimits:PreCheck", DefaultChecks);
        if (checks < 1) throw new SetupException("RateLimits:PreCheck 至少为 1。 RateLimits:PreCheck is at least 1.");
        var calls = builder.Configuration.GetValue("RateLimits:Api", DefaultCalls);
        if (calls < 1) throw new SetupException("RateLimits:Api 至少为 1。 RateLimits:Api is at least 1.");
        var reports = builder.Configuration.GetValue("RateLimits:Events", DefaultReports);
        if (reports < 1) throw new SetupException("RateLimits:Events 至少为 1。 RateLimits:Events is at least 1.");
        var questions = builder.Configuration.GetValue("RateLimits:Tracking", DefaultQuestions);
        if (questions < 1) throw new SetupException("RateLimits:Tracking 至少为 1。 RateLimits:Tracking is at least 1.");
        var plans = builder.Configuration.GetValue("RateLimits:Planner", DefaultPlans);
        if (plans < 1) throw new SetupException("RateLimits:Planner 至少为 1。 RateLimits:Planner is at least 1.");
        builder.Services.AddRateLimiter(options =>
        {
            options.OnRejected = static (context, _) =>
            {
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return context.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
                    ? new ValueTask(ApiProblem.TooMany.WriteAsync(context.HttpContext))
                    : ValueTask.CompletedTask;
            };
            options.AddPolicy(Events, context => RateLimitPartition.GetFixedWindowLimiter(
                ApiKeySignIn.KeyOf(context.User) ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = reports, Window = _checkWindow }));
            options.AddPolicy(Tracking, context => RateLimitPartition.GetFixedWindowLimiter(
                SignInPlaces.NetworkOf(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = questions, Window = _checkWindow }));
            options.AddPolicy(Planner, context => RateLimitPartition.GetFixedWindowLimiter(
                SignInPlaces.NetworkOf(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = plans, Window = _checkWindow }));
            options.AddPolicy(PreCheck, context => RateLimitPartition.GetFixedWindowLimiter(
                SignInPlaces.NetworkOf(context.Connection.RemoteIpAddress),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = checks, Window = _checkWindow }));
            options.AddPolicy(Suggestions, context => RateLimitPartition.GetFixedWindowLimiter(
                SignInPlaces.NetworkOf(context.Connection.RemoteIpAddress),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = MostSuggestions, Window = _checkWindow }));
            options.AddPolicy(Api, context => RateLimitPartition.GetFixedWindowLimiter(
                ApiKeySignIn.KeyOf(context.User) ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = calls, Window = _checkWindow }));
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(PublicForms, context => RateLimitPartition.GetFixedWindowLimiter(
                SignInPlaces.NetworkOf(context.Connection.RemoteIpAddress),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = posts, Window = _window }));
        });
    }
}
