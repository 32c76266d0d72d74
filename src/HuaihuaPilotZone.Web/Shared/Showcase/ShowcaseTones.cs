using HuaihuaPilotZone.Enterprises.Showcase;

namespace HuaihuaPilotZone.Web.Shared.Showcase;

public static class ShowcaseTones
{
    public static string Tone(this ShowcaseState state) => state switch
    {
        ShowcaseState.Waiting => "info",
        ShowcaseState.Public => "ok",
        _ => "bad",
    };
}
