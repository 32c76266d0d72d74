namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

/// <summary>A fresh one-time link on its way to the page that shows it once (_InvitationLink).</summary>
public static class OneTimeLink
{
    /// <summary>Its key in TempData and ViewData.</summary>
    public const string Key = "InvitationLink";
}
