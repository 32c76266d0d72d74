using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.SiteChecks;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class SiteChecksCalls : ServiceCalls
{
    protected override void Describe()
    {
        Call<SiteInspector>(s => s.LookAsync(CancellationToken.None));
        Call<SiteCheckBook>(s => s.InspectDueAsync(CancellationToken.None), Answers.Empty);
        Call<SiteCheckBook>(s => s.InspectAsync(CancellationToken.None), Answers.Empty);
        Call<SiteCheckBook>(s => s.ListAsync(true, SiteIndicator.ColumnIdle, new PageRequest(2), CancellationToken.None));
        Call<SiteCheckBook>(s => s.ListAsync(false, null, new PageRequest(), CancellationToken.None));
        Call<SiteCheckBook>(s => s.LastAsync(CancellationToken.None));
    }
}
