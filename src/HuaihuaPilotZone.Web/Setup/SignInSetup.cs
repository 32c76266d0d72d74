using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Letters;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Identity, the cookie, the keys in the database, and the locks of the desks. Deny by default: an endpoint without a policy needs a sign-in.</summary>
public static class SignInSetup
{
    public static void AddPortalSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentity<PortalUser, PortalRole>(ConfigureIdentity)
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddDefaultTokenProviders()
            .AddErrorDescriber<ChineseIdentityErrors>()
            .AddClaimsPrincipalFactory<PortalClaims>();
        services.AddScoped<ILookupNormalizer, LookupNames>();
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            // at every request, also when the clocks of two instances differ
            o.ValidationInterval = TimeSpan.MinValue;
            o.OnRefreshingPrincipal = static context =>
            {
                CurrentMembership.KeepChoice(context.CurrentPrincipal, context.NewPrincipal);
                return Task.CompletedTask;
            };
        });
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = PasswordService.LinkLifetime);
        services.ConfigureApplicationCookie(ConfigureCookie);
        services.AddDataProtection().SetApplicationName("HuaihuaPilotZone");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
        services.AddScoped<SignInService>();
        services.AddScoped<CurrentMembership>();
        services.AddScoped<IAuthorizationHandler, MembershipHandler>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeySignIn>(ApiKeySignIn.Scheme, null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.ParkDesk, p => p.RequireRole(StaffRoles.All))
            .AddPolicy(Policies.EnterpriseDesk, p => p.AddRequirements(new MembershipRequirement(AdministratorOnly: false)))
            .AddPolicy(Policies.AdministerEnterprise, p => p.AddRequirements(new MembershipRequirement(AdministratorOnly: true)))
            .AddPolicy(Policies.ManagePeople, p => p.RequireRole(StaffRoles.ParkAdministrator))
            .AddPolicy(Policies.KeepRoster, p => p.RequireRole(StaffRoles.ParkAdministrator))
            .AddPolicy(Policies.KeepTables, p => p.RequireRole(StaffRoles.ParkAdministrator, StaffRoles.Reviewer))
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
            .AddPolicy(Policies.ApiSubmit, p => ApiKeySignIn.Ask(p, ApiScopes.SubmitDeclarations));
    }

    private static void ConfigureIdentity(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = PortalUser.UserNameCharacters;
        options.Password.RequiredLength = 10;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequireUppercase = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.Lockout.AllowedForNewUsers = true;
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "hh-sign-in";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.LoginPath = "/account/login";
        options.LogoutPath = "/account/logout";
        options.AccessDeniedPath = "/error/403";
        options.ReturnUrlParameter = "returnUrl";
        // the page for a fault must not ask the database that may be the fault
        options.Events.OnValidatePrincipal = context => context.HttpContext.Features.Get<IExceptionHandlerFeature>() is null
            ? SecurityStampValidator.ValidatePrincipalAsync(context)
            : Task.CompletedTask;
        options.Events.OnRedirectToLogin = context => AnswerOrRedirect(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>A script that saves a draft needs a status, not the sign-in page.</summary>
    private static Task AnswerOrRedirect(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Headers.Accept.Any(a => a?.Contains("application/json", StringComparison.OrdinalIgnoreCase) == true)) context.Response.StatusCode = status;
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
