using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Risks;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Risks;

/// <summary>The colour that stands beside the word.</summary>
internal static class RiskTones
{
    /// <summary>What a notice is to the public on a day.</summary>
    public static (string Tone, string Word) Standing(this RiskNotice notice, DateOnly today) => notice.State switch
    {
        PublicationState.Published when notice.Until < today => ("mute", "已结束"),
        PublicationState.Published when notice.From > today => ("info", "未开始"),
        PublicationState.Published => ("ok", "有效"),
        _ => (notice.State == PublicationState.Draft ? "warn" : "mute", notice.State.Word()),
    };

    /// <summary>How far what is not published yet has come; null where nothing is under way but the writing of a draft.</summary>
    public static string? StepWord(this RiskNotice notice) =>
        notice.PublishAt is not null ? "定时发布" : notice.Step != EditorialStep.Writing ? notice.Step.Word() : notice.Pending is not null ? "有修改待发布" : null;
}
