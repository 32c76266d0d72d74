using System.Globalization;
using HuaihuaPilotZone.Web.Public.Developers;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using HuaihuaPilotZone.Web.Setup.Running;
using Microsoft.AspNetCore.Localization;

namespace HuaihuaPilotZone.Web.Setup;

public static class PipelineSetup
{
    public static void UsePortalPipeline(this WebApplication app)
    {
        app.UsePortalRunning();
        app.UseMiddleware<ServeKeptPages>();
        app.UseMiddleware<TakeTimes>();
        app.UsePortalRequestLog();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<LanguageInAddress>();
        app.UseMiddleware<AnswerHeads>();
        // a scope of its own, so that the page for a fault does not meet what failed before it
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            CreateScopeForErrors = true,
            // no fault of the program, and said at its start
            SuppressDiagnosticsCallback = static refused => PlainForms.IsRefusal(refused.Exception, refused.HttpContext.Request),
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        // on encrypted answers only, whoever encrypts them
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        if (RedirectsToHttps(app.Environment, app.Configuration))
        {
            app.UseMiddleware<PlainPrograms>();
            app.UseWhen(static context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal), static people => people.UseHttpsRedirection());
        }
        var chinese = new CultureInfo(SitePreferences.Chinese);
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(chinese),
            SupportedCultures = [chinese],
            SupportedUICultures = [chinese, new CultureInfo(SitePreferences.English)],
            RequestCultureProviders = [new LanguageOfAddress()],
        });
        app.UseRouting();
        app.UseRememberedRoute();
        app.UseAuthentication();
        app.UseMiddleware<KeepNothingOfPersons>();
        app.UseAuthorization();
        // behind the lock: a program is known by its key only after the lock has asked for one
        app.UseMiddleware<WhoActs>();
        app.UseRateLimiter();
        app.UseMiddleware<KeepPublicPages>();
    }

    /// <summary>How long a browser remembers to come by HTTPS only.</summary>
    public static void AddPortalHttps(this WebApplicationBuilder builder) => builder.Services.AddHsts(o =>
    {
        o.MaxAge = TimeSpan.FromDays(builder.Configuration.GetValue("Https:HstsDays", 365));
        o.IncludeSubDomains = builder.Configuration.GetValue("Https:HstsSubdomains", true);
    });

    /// <summary>Whether a request over http is sent on to https.</summary>
    public static bool RedirectsToHttps(IHostEnvironment environment, IConfiguration configuration) =>
        !environment.IsDevelopment() && configuration.GetValue("Https:Redirect", true);

    public static void MapPortalPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapControllers().WithStaticAssets();
        app.MapPortalHealth();
        app.MapOpenApi(ApiDescription.Route).AllowAnonymous();
        // an unknown address is missing for everybody; without an endpoint the fallback lock would send strangers to the sign-in page
        app.MapFallback("{*path}", static context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).AllowAnonymous();
    }
}
