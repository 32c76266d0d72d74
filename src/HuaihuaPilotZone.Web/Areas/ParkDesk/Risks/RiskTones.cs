using HuaihuaPilotZone.Risks;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Risks;

/// <summary>The colour that stands beside the word.</summary>
internal static class RiskTones
{
    /// <summary>What a notice is to the public on a day.</summary>
    public static (string Tone, string Word) Standing(this RiskNotice notice, DateOnly today) => notice.State switch
    {
        RiskState.Published when notice.Until < today => ("mute", "已结束"),
        RiskState.Published when notice.From > today => ("info", "未开始"),
        RiskState.Published => ("ok", "有效"),
        _ => (notice.State == RiskState.Draft ? "warn" : "mute", notice.State.Word()),
    };
}
