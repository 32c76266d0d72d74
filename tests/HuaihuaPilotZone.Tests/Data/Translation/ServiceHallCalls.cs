using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.ServiceHall;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class ServiceHallCalls : ServiceCalls
{
    protected override void Describe()
    {
        var draft = new ServiceItemDraft { Title = "事项", Slug = "trial", Audiences = [ServiceAudience.Enterprise], Stages = [ServiceStage.Declaring] };
        var material = new ServiceMaterialDraft("材料", null, true);
        Call<ServiceCatalogue>(s => s.LatestAsync(30, CancellationToken.None));
        Call<ServiceCatalogue>(s => s.ListAsync(new ServiceFilter("退货", ServiceAudience.Enterprise, ServiceStage.Returning), new PageRequest(2, 10), CancellationToken.None));
        Call<ServiceCatalogue>(s => s.FindAsync("api-keys", CancellationToken.None));
        Call<ServiceCatalogue>(s => s.FindFormAsync("api-keys", 1, CancellationToken.None));
        Call<ServiceItemDesk>(s => s.StreamAsync(new ServiceDeskFilter(Sort: ServiceDeskSort.Published)));
        Call<ServiceItemDesk>(s => s.ListAsync(new ServiceDeskFilter("退货", PublicationState.Draft), new PageRequest(), CancellationToken.None));
        Call<ServiceItemDesk>(s => s.FindAsync(1, CancellationToken.None));
        Call<ServiceItemDesk>(s => s.CreateAsync(draft, CancellationToken.None));
        Call<ServiceItemDesk>(s => s.UpdateAsync(0, 1, draft, CancellationToken.None));
        Call<ServiceItemDesk>(s => s.AddMaterialAsync(1, 1, material, new KeptFile("表.pdf", 1, new string('a', 64), FileType.Pdf), CancellationToken.None));
        Call<ServiceItemDesk>(s => s.RemoveMaterialAsync(1, 1, 1, CancellationToken.None));
        Call<ServiceItemDesk>(s => s.PublishAsync(0, 1, CancellationToken.None));
        Call<ServiceItemDesk>(s => s.WithdrawAsync(0, 1, "原因", CancellationToken.None));
    }
}
