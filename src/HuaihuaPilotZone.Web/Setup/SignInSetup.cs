using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.SignIns;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Web.Setup.SignIns;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Identity, the cookie, the keys in the database, and the locks of the desks. Deny by default: an endpoint without a policy needs a sign-in.</summary>
public static class SignInSetup
{
    /// <summary>Cookie of the sign-in.</summary>
    public const string SignInCookie = "hh-sign-in";

    /// <summary>Bytes of a form that is kept for somebody whose session has ended.</summary>
    private const int MostTyped = 4 * 1024 * 1024;

    public static void AddPortalSignIn(this WebApplicationBuilder builder)
    {
        RefuseOfferedOutsideDevelopment(builder);
        var services = builder.Services;
        services.AddIdentity<PortalUser, PortalRole>(ConfigureIdentity)
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddDefaultTokenProviders()
            .AddErrorDescriber<ChineseIdentityErrors>()
            .AddPasswordValidator<GuessablePasswords>()
            .AddPasswordValidator<BreachedPasswords>()
            .AddClaimsPrincipalFactory<PortalClaims>();
        services.AddScoped<ISecurityStampValidator, SessionValidator>();
        services.AddScoped<ILookupNormalizer, LookupNames>();
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            // at every request, also when the clocks of two instances differ
            o.ValidationInterval = TimeSpan.MinValue;
            o.OnRefreshingPrincipal = static context =>
            {
                CurrentMembership.KeepChoice(context.CurrentPrincipal, context.NewPrincipal);
                CurrentSession.Keep(context.CurrentPrincipal, context.NewPrincipal);
                return Task.CompletedTask;
            };
        });
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = PasswordService.LinkLifetime);
        services.ConfigureApplicationCookie(o => ConfigureCookie(o, builder.Environment, builder.Configuration));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, o =>
        {
            o.Cookie.Harden(builder.Environment, PendingSignIn.CookieName);
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.ExpireTimeSpan = PendingSignIn.Lifetime;
            o.SlidingExpiration = false;
        });
        builder.AddKeyProtection();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
        services.AddScoped<SignInService>();
        services.AddScoped<PendingSignIn>();
        services.AddScoped<BrowserCookie>();
        services.AddScoped<CurrentSession>();
        services.AddScoped<StepUp>();
        services.AddScoped<CurrentMembership>();
        services.AddSingleton<IAuthorizationHandler, MembershipHandler>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeySignIn>(ApiKeySignIn.Scheme, null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.ParkDesk, p => p.RequireRole(StaffRoles.All))
            .AddPolicy(Policies.EnterpriseDesk, p => p.AddRequirements(new MembershipRequirement(AdministratorOnly: false)))
            .AddPolicy(Policies.AdministerEnterprise, p => p.AddRequirements(new MembershipRequirement(AdministratorOnly: true)))
            .AddPolicy(Policies.ManagePeople, p => p.RequireRole(StaffRoles.ParkAdministrator))
            .AddPolicy(Policies.KeepRoster, p => p.RequireRole(StaffRoles.ParkAdministrator))
            .AddPolicy(Policies.ReadRoster, p => p.RequireRole(StaffRoles.All))
            .AddPolicy(Policies.KeepTables, p => p.RequireRole(StaffRoles.ParkAdministrator, StaffRoles.Reviewer))
            .AddPolicy(Policies.KeepNetwork, p => p.RequireRole(StaffRoles.ParkAdministrator))
            .AddPolicy(Policies.StateAreas, p => p.RequireRole(StaffRoles.ParkAdministrator))
            .AddPolicy(Policies.ReviewDeclarations, p => p.RequireRole(StaffRoles.Reviewer, StaffRoles.ParkAdministrator))
            .AddPolicy(Policies.EditContent, p => p.RequireRole(StaffRoles.ContentEditor, StaffRoles.ParkAdministrator))
            .AddPolicy(Policies.AnswerLetters, p => p.RequireRole(LetterDesk.Roles))
            .AddPolicy(Policies.KeepFigures, p => p.RequireRole(StaffRoles.ContentEditor, StaffRoles.ParkAdministrator))
            .AddPolicy(Policies.ReviewContent, p => p.RequireRole(StaffRoles.Reviewer, StaffRoles.ContentEditor, StaffRoles.ParkAdministrator))
            .AddPolicy(Policies.RunPortal, p => p.RequireRole(StaffRoles.ParkAdministrator))
            .AddPolicy(Policies.WatchJobs, p => p.RequireRole(StaffRoles.All))
            .AddPolicy(Policies.ApiRead, p => ApiKeySignIn.Ask(p, ApiScopes.ReadDeclarations))
            .AddPolicy(Policies.ApiWrite, p => ApiKeySignIn.Ask(p, ApiScopes.WriteDeclarations))
            .AddPolicy(Policies.ApiSubmit, p => ApiKeySignIn.Ask(p, ApiScopes.SubmitDeclarations))
            .AddPolicy(Policies.ApiReport, p => ApiKeySignIn.Ask(p, ApiScopes.ReportEvents));
    }

    /// <exception cref="SetupException">Staff could get in by a password alone.</exception>
    private static void RefuseOfferedOutsideDevelopment(WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment() || RulesOf(builder.Configuration).StaffTwoFactor == TwoFactorRule.Required) return;
        throw new SetupException(
            "SignIn:StaffTwoFactor 只能在开发环境（ASPNETCORE_ENVIRONMENT=Development）设为 Offered。正式环境中园区人员必须使用两步验证，请去掉这个设置。\n"
            + "SignIn:StaffTwoFactor may be Offered in Development only: elsewhere park staff have to sign in in two steps. Remove the setting.");
    }

    private static SignInRules RulesOf(IConfiguration configuration) => configuration.GetSection(SignInRules.Section).Get<SignInRules>() ?? new SignInRules();

    private static void ConfigureIdentity(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = PortalUser.UserNameCharacters;
        options.Password.RequiredLength = 10;
        // which characters stand in it says little: GuessablePasswords counts how soon it is guessed
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        // nobody is locked out: SignInThrottle makes those wait who guess (decision 18)
        options.Lockout.AllowedForNewUsers = false;
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options, IHostEnvironment environment, IConfiguration configuration)
    {
        var rules = RulesOf(configuration);
        options.Cookie.Harden(environment, SignInCookie);
        options.Cookie.SameSite = SameSiteMode.Lax;
        // the session in the database says more exactly when it ends
        options.ExpireTimeSpan = TimeSpan.FromMinutes(Math.Max(rules.IdleMinutes, rules.StaffIdleMinutes));
        options.SlidingExpiration = true;
        options.LoginPath = "/account/login";
        options.LogoutPath = "/account/logout";
        options.AccessDeniedPath = "/error/403";
        options.ReturnUrlParameter = "returnUrl";
        // the page for a fault must not ask the database that may be the fault
        options.Events.OnValidatePrincipal = context => context.HttpContext.Features.Get<IExceptionHandlerFeature>() is null
            ? SecurityStampValidator.ValidatePrincipalAsync(context)
            : Task.CompletedTask;
        options.Events.OnRedirectToLogin = AnswerOrRedirectAsync;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>
    /// A script that saves a draft needs a status, not the sign-in page; and somebody whose session ended while they typed gets a page that
    /// holds what they sent (<see cref="Public.Errors.KeptForm"/>).
    /// </summary>
    private static async Task AnswerOrRedirectAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Headers.Accept.Any(a => a?.Contains("application/json", StringComparison.OrdinalIgnoreCase) == true) || await HoldsTypedFormAsync(request))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else context.Response.Redirect(context.RedirectUri);
    }

    /// <summary>Whether a form was sent from a page of ours. Strangers, and files larger than anything typed, are not read before a sign-in.</summary>
    private static async Task<bool> HoldsTypedFormAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is not <= MostTyped || !PortalCookies.Has(request, PagesSetup.FormCookie)) return false;
        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return true;
        }
        // not what it says it is, or broken off
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return false;
        }
    }
}
