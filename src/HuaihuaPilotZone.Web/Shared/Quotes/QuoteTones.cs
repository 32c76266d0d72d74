using HuaihuaPilotZone.Corridors.Bookings.Quotes;

namespace HuaihuaPilotZone.Web.Shared.Quotes;

/// <summary>Colours of states, and words on buttons.</summary>
public static class QuoteTones
{
    public static string Tone(this RequestState state) => state switch
    {
        RequestState.Open => "info",
        RequestState.Ordered => "ok",
        _ => "mute",
    };

    public static string Tone(this InvitationState state) => state switch
    {
        InvitationState.Sent => "info",
        InvitationState.Quoted => "ok",
        _ => "mute",
    };

    public static string Tone(this OrderState state) => state switch
    {
        OrderState.Placed => "info",
        OrderState.Accepted => "warn",
        OrderState.Done => "ok",
        _ => "mute",
    };

    public static string Word(this OrderStep step) => step switch
    {
        OrderStep.Accept => "承接",
        OrderStep.Decline => "不承接",
        OrderStep.Finish => "确认完成",
        OrderStep.Cancel => "取消订单",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    /// <summary>Hundredths of a yuan; a dash for nothing.</summary>
    public static string Yuan(long? cents) => cents is { } value ? QuoteComparison.Yuan(value) : "—";
}
