using System.Globalization;
using System.Security.Claims;
using HuaihuaPilotZone.Accounts.SignIns;

namespace HuaihuaPilotZone.Web.Setup.SignIns;

/// <summary>The sign-in of this request, as it stands in the database; read together with the person.</summary>
public sealed class CurrentSession
{
    private const string Claim = "hh:session";

    /// <summary>Null for a visitor, and for a program with a key.</summary>
    public LiveSession? Live { get; private set; }

    public static Claim Of(int sessionId) => new(Claim, sessionId.ToString(CultureInfo.InvariantCulture));

    public static int? IdOf(ClaimsPrincipal? person) => int.TryParse(person?.FindFirstValue(Claim), CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Every request makes the claims afresh; the session's number lives in the cookie alone and is carried over.</summary>
    public static void Keep(ClaimsPrincipal? before, ClaimsPrincipal? after)
    {
        if (IdOf(before) is { } id) after?.Identities.First().AddClaim(Of(id));
    }

    internal void Is(LiveSession live) => Live = live;
}
