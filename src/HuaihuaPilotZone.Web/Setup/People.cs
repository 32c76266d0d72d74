using System.Globalization;
using System.Security.Claims;

namespace HuaihuaPilotZone.Web.Setup;

public static class People
{
    /// <summary>The id of the signed-in person; null for a visitor.</summary>
    public static int? UserId(this ClaimsPrincipal person) =>
        int.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;
}
