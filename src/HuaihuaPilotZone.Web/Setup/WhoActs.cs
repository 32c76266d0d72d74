using System.Globalization;
using System.Security.Claims;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Tells the library who acts in this request.</summary>
public sealed class WhoActs(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, Actor actor)
    {
        if (int.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id))
            actor.Is(id, context.User.FindFirstValue(PortalClaims.DisplayName) ?? context.User.Identity?.Name ?? "");
        else if (context.User.FindFirstValue(ApiKeySignIn.KeyNameClaim) is { } key)
            actor.IsProgram($"接口：{key}");
        return next(context);
    }
}
