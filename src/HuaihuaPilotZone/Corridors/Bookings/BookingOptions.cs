namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>Section "Bookings".</summary>
public sealed class BookingOptions
{
    public const string Section = "Bookings";

    /// <summary>A request that finds free slots is confirmed at once; otherwise its slots are held until the park has answered.</summary>
    public bool ConfirmAtOnce { get; set; }
}
