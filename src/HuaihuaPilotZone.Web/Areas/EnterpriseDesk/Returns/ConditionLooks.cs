using HuaihuaPilotZone.Customs.Returns;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Returns;

/// <summary>Words and tones of conditions.</summary>
public static class ConditionLooks
{
    public static string Word(this ConditionState state) => state switch
    {
        ConditionState.Met => "符合",
        ConditionState.NotMet => "不符合",
        ConditionState.Unknown => "待补充",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>The word for the answer as a whole.</summary>
    public static string Verdict(this ConditionState state) => state switch
    {
        ConditionState.Met => "符合免税条件（估算）",
        ConditionState.NotMet => "不符合免税条件（估算）",
        ConditionState.Unknown => "还有待补充的条件",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Icon(this ConditionState state) => state switch
    {
        ConditionState.Met => "check-circle-fill",
        ConditionState.NotMet => "x-octagon-fill",
        ConditionState.Unknown => "exclamation-triangle-fill",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Tone(this ConditionState state) => state switch
    {
        ConditionState.Met => "ok",
        ConditionState.NotMet => "bad",
        ConditionState.Unknown => "warn",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
