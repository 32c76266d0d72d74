using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Signs a program in by the key it sends as <c>Authorization: Bearer hhk_…</c>. No cookie is read or set here, so that no browser can be made to call in somebody's name.</summary>
public sealed class ApiKeySignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeyService keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "ApiKey";
    public const string KeyNameClaim = "hh:api-key";

    private const string KeyIdClaim = "hh:api-key-id";
    private const string EnterpriseIdClaim = "hh:api-enterprise";
    private const string ScopeClaim = "hh:scope";
    private const string Prefix = "Bearer ";

    /// <summary>Asks for a key with a scope; nothing but a key is accepted.</summary>
    public static void Ask(AuthorizationPolicyBuilder policy, ApiScopes scope) =>
        policy.AddAuthenticationSchemes(Scheme).RequireClaim(ScopeClaim, scope.ToString());

    /// <summary>The enterprise whose key was sent.</summary>
    /// <exception cref="InvalidOperationException">The address is not behind a key.</exception>
    public static int EnterpriseOf(ClaimsPrincipal caller) =>
        int.TryParse(caller.FindFirstValue(EnterpriseIdClaim), CultureInfo.InvariantCulture, out var id) ? id : throw new InvalidOperationException("No API key: this address is not locked.");

    /// <summary>What calls are counted by: the key.</summary>
    public static string? KeyOf(ClaimsPrincipal caller) => caller.FindFirstValue(KeyIdClaim);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var sent = Request.Headers[HeaderNames.Authorization].ToString();
        if (!sent.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (await keys.FindCallerAsync(sent[Prefix.Length..].Trim(), Context.RequestAborted) is not { } caller) return AuthenticateResult.Fail("unknown key");
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new Claim(KeyNameClaim, caller.KeyName));
        identity.AddClaim(new Claim(KeyIdClaim, caller.KeyId.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(EnterpriseIdClaim, caller.EnterpriseId.ToString(CultureInfo.InvariantCulture)));
        foreach (var scope in Enum.GetValues<ApiScopes>().Where(s => s is not (ApiScopes.None or ApiScopes.All) && caller.Scopes.HasFlag(s)))
            identity.AddClaim(new Claim(ScopeClaim, scope.ToString()));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return ApiProblem.KeyMissing.WriteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ApiProblem.ScopeMissing.WriteAsync(Context);
}
