using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Risks;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Editorial;

/// <summary>How far a text has come, what may be done next and what the checks find in it: on the page where it is edited.</summary>
public sealed class StepsViewComponent(NewsEditorial news, PolicyEditorial policies, EnglishEditorial english, RiskEditorial risks) : ViewComponent
{
    /// <param name="text">What is written now.</param>
    /// <param name="address">Of the text at the desk.</param>
    public async Task<IViewComponentResult> InvokeAsync(EditedText text, string address)
    {
        var cancellation = HttpContext.RequestAborted;
        var (choices, findings) = text switch
        {
            NewsItem item => (news.ChoicesFor(item), await news.FindingsAsync(item, cancellation)),
            PolicyDocument document => (policies.ChoicesFor(document), await policies.FindingsAsync(document, cancellation)),
            EnglishVersion version => (english.ChoicesFor(version), await english.FindingsAsync(version, cancellation)),
            RiskNotice notice => (risks.ChoicesFor(notice), await risks.FindingsAsync(notice, cancellation)),
            _ => throw new ArgumentOutOfRangeException(nameof(text), text.GetType().Name, "Not a text of the editors."),
        };
        return View("/Areas/ParkDesk/Editorial/_Steps.cshtml", new StepsPanel(text, choices, findings, address));
    }
}
