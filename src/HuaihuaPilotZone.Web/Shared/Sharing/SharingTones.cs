using HuaihuaPilotZone.Corridors.Bookings.Sharing;

namespace HuaihuaPilotZone.Web.Shared.Sharing;

/// <summary>Colours of states, and money in words.</summary>
public static class SharingTones
{
    public static string Of(IntentState state) => state switch
    {
        IntentState.Open => "info",
        IntentState.Proposed => "warn",
        IntentState.Joined => "ok",
        _ => "mute",
    };

    public static string Of(SharedState state) => state switch
    {
        SharedState.Proposed => "warn",
        SharedState.Booked => "ok",
        _ => "mute",
    };

    public static string Of(PartAnswer answer) => answer switch
    {
        PartAnswer.Agreed => "ok",
        PartAnswer.Declined => "bad",
        _ => "hollow",
    };

    /// <summary>Hundredths of a yuan, such as 5,300.00.</summary>
    public static string Yuan(long cents) => (cents / 100m).ToString("#,0.00", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Millionths of a container, such as 36.4%.</summary>
    public static string Percent(long millionths) => (millionths / 10_000m).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) + "%";
}
