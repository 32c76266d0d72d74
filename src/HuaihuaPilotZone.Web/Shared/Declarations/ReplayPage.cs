using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Shared.Declarations;

/// <summary>A stored check beside the same check run again.</summary>
/// <param name="Home">Address of the document at this desk.</param>
public sealed record ReplayPage(string Home, string Desk, Declaration Declaration, ReplayedCheck Check)
{
    public string Label(string path) => Declaration.Kind.Schema().Label(path, Declaration.TradeMode);
}
