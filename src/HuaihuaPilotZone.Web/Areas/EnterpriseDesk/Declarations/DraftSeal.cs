using System.Globalization;
using HuaihuaPilotZone.Personal.Keys;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>
/// What a browser seals the copy of an unsent draft with. Made anew for each page from a key that never leaves the portal: the same for the same person, so that
/// who signs in again reads the copy, and known to nobody who is signed out.
/// </summary>
/// <param name="Key">256 bits in hexadecimal digits.</param>
/// <param name="Owner">Tells the person's copies from those of others in the same browser, and says nothing else.</param>
public sealed record DraftSeal(string Key, string Owner)
{
    private const int OwnerLength = 16;

    public static DraftSeal Of(PersonalKeyRing keys, int userId)
    {
        var person = userId.ToString(CultureInfo.InvariantCulture);
        return new DraftSeal(keys.MarkOf("draft-copy", person), keys.MarkOf("draft-copy-owner", person)[..OwnerLength]);
    }
}
