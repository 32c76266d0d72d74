using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.SiteChecks;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class SiteChecksCalls : ServiceCalls
{
    protected override void Describe()
    {
        Call<SiteInspector>(s => s.LookAsync(CancellationToken.None), Answers.Empty);
        Call<SiteFindingNotices>(s => s.KeepersAsync(CancellationToken.None));
        Call<SiteFindingNotices>(s => s.StaffAsync(CancellationToken.None));
        Call<SiteFindingNotices>(s => s.NameAsync(SiteIndicator.DeadLink, null, CancellationToken.None));
        Call<SiteCheckBook>(s => s.InspectDueAsync(CancellationToken.None), Answers.Empty);
        Call<SiteCheckBook>(s => s.InspectAsync(CancellationToken.None), Answers.Empty);
        Call<SiteCheckBook>(s => s.ListAsync(new SiteFindingFilter(true, SiteIndicator.ColumnIdle, true, "栏目", SiteFindingSort.LastSeen), new PageRequest(2), CancellationToken.None));
        Call<SiteCheckBook>(s => s.ListAsync(new SiteFindingFilter(IsOpen: false), new PageRequest(), CancellationToken.None));
        Call<SiteCheckBook>(s => s.StreamAsync(new SiteFindingFilter(Sort: SiteFindingSort.Indicator, Descending: true)));
        Call<SiteCheckBook>(s => s.CountAsync(CancellationToken.None));
        Call<SiteCheckBook>(s => s.LastAsync(CancellationToken.None));
    }
}
