using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Showcase;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class DirectoryCalls : ServiceCalls
{
    protected override void Describe()
    {
        var data = new ShowcaseData(ShowcaseKind.Certificate, "试验证书", null, null, "ZS-1", new DateOnly(2027, 1, 1));
        Call<PublicDirectory>(s => s.ListAsync(new DirectoryQuery("箱包", EnterpriseType.Other, 1, 1) { Stage = EnterpriseStage.Operating, Market = TargetMarket.Asean }, new RosterPlace(2), 20, CancellationToken.None));
        Call<PublicDirectory>(s => s.ListAsync(new DirectoryQuery(), new RosterPlace(AfterId: 1), 20, CancellationToken.None));
        Call<PublicDirectory>(s => s.ListAsync(new DirectoryQuery(Type: EnterpriseType.Other, AreaId: 1), new RosterPlace(BeforeId: 1), 20, CancellationToken.None));
        Call<PublicDirectory>(s => s.FindAsync(1, CancellationToken.None));
        Call<PublicDirectory>(s => s.CountAsync(CancellationToken.None));
        Call<PublicDirectory>(s => s.StreamAsync(CancellationToken.None));
        Call<EnterprisePages>(s => s.FindAsync(1, CancellationToken.None));
        Call<OpenRoster>(s => s.CountsAsync(CancellationToken.None));
        Call<ShowcaseDesk>(s => s.ListAsync(new ShowcaseFilter("证书", ShowcaseKind.Brand, ShowcaseState.Waiting, 1), new PageRequest(2, 10), CancellationToken.None));
        Call<ShowcaseDesk>(s => s.StreamAsync(new ShowcaseFilter(OldestFirst: true)));
        Call<ShowcaseDesk>(s => s.ShownAsync(1, CancellationToken.None));
        Call<ShowcaseDesk>(s => s.FindAsync(1, 1, CancellationToken.None));
        Call<ShowcaseDesk>(s => s.AddAsync(1, data, CancellationToken.None));
        Call<ShowcaseDesk>(s => s.ChangeAsync(1, 1, 1, data, CancellationToken.None));
        Call<ShowcaseDesk>(s => s.RemoveAsync(1, 1, 1, CancellationToken.None));
        Call<ShowcaseDesk>(s => s.DecideAsync(1, 1, false, "名称有误", CancellationToken.None));
    }
}
