using System.Security.Claims;
using HuaihuaPilotZone.Accounts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Makes the <see cref="SiteChrome"/> of each request.</summary>
public static class SiteChromeSetup
{
    /// <summary>Registers the chrome with the portal's menus; the owner comes from the section Site.</summary>
    public static void AddSiteChrome(this WebApplicationBuilder builder, SiteMenus menus)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddOptions<SiteOwner>().BindConfiguration(SiteOwner.Section);
        builder.Services.AddSingleton(menus);
        builder.Services.AddScoped(Make);
    }

    private static SiteChrome Make(IServiceProvider services)
    {
        var http = services.GetRequiredService<IHttpContextAccessor>().HttpContext
            ?? throw new InvalidOperationException("The chrome belongs to a request.");
        var menus = services.GetRequiredService<SiteMenus>();
        var request = http.Request;
        var area = http.GetRouteValue("area") as string;
        // an error page answers in the place of the page that was asked for
        var asked = http.Features.Get<IStatusCodeReExecuteFeature>();
        var query = asked?.OriginalQueryString ?? request.QueryString.Value;
        return new SiteChrome(
            menus,
            services.GetRequiredService<IOptionsMonitor<SiteOwner>>().CurrentValue,
            SitePreferences.Of(request),
            PersonOf(http.User, area, menus, services),
            area,
            request.Path,
            // a page that answered a post cannot be asked for again by its address alone
            (asked?.OriginalPath ?? request.Path) + (HeadRequests.Reads(request) ? query : ""));
    }

    private static SignedInPerson? PersonOf(ClaimsPrincipal person, string? area, SiteMenus menus, IServiceProvider services)
    {
        if (person.Identity?.IsAuthenticated != true) return null;
        var name = person.FindFirstValue(PortalClaims.DisplayName) ?? person.Identity.Name ?? "";
        var roles = StaffRoles.All.Where(person.IsInRole).Select(StaffRoles.Word).ToList();
        var home = DeskOf(person, roles.Count > 0, menus)?.Home;
        if (string.Equals(area, Policies.EnterpriseDesk, StringComparison.Ordinal))
        {
            // the desk's lock has read the membership before any view is rendered
            var membership = services.GetRequiredService<CurrentMembership>().Required;
            return new SignedInPerson(name, home, membership.EnterpriseName, membership.Role.Word(), membership.IsDemonstration);
        }
        return area is null
            ? new SignedInPerson(name, home)
            : new SignedInPerson(name, home, "怀化国际陆港", string.Join("、", roles));
    }

    private static Desk? DeskOf(ClaimsPrincipal person, bool isStaff, SiteMenus menus)
    {
        var area = isStaff ? Policies.ParkDesk : person.HasClaim(c => c.Type == CurrentMembership.EnterpriseClaim) ? Policies.EnterpriseDesk : null;
        return menus.Desks.FirstOrDefault(d => string.Equals(d.Area, area, StringComparison.Ordinal));
    }
}
