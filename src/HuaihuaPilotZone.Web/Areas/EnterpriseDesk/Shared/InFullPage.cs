using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Web.Shared.Members;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Shared;

/// <summary>Shows an enterprise's administrator in full what the enterprise's desk masks, for a reason.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Back">Page that shows it masked.</param>
/// <param name="Seen">Null before the reason was given.</param>
public sealed record InFullPage(string Title, string Name, string Back, UnmaskForm Form, UnmaskedRecord? Seen);
