using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Shared;

/// <summary>A question before something that cannot easily be taken back; works without scripts.</summary>
/// <param name="What">What it is about, such as the name of a file.</param>
/// <param name="Consequence">What will happen, one or two sentences.</param>
/// <param name="Address">Where the answer "yes" is posted to.</param>
/// <param name="Back">Where the answer "no" leads.</param>
/// <param name="Crumbs">Behind the desk, before the question.</param>
public sealed record ConfirmPage(string Question, string What, string Consequence, string Verb, string Address, string Stay, string Back, IReadOnlyList<Crumb> Crumbs);
