using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Investment.Opportunities;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Leads;

/// <summary>Colours of states.</summary>
public static class LeadTones
{
    public static string Tone(this LeadStage stage) => stage switch
    {
        LeadStage.Found => "hollow",
        LeadStage.Signed => "ok",
        LeadStage.Lost => "mute",
        _ => "info",
    };

    public static string Tone(this OpportunityState state) => state switch
    {
        OpportunityState.Published => "ok",
        OpportunityState.Closed => "mute",
        _ => "hollow",
    };
}
