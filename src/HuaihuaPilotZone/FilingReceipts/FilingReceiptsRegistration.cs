using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.FilingReceipts;

public static class FilingReceiptsRegistration
{
    public static IServiceCollection AddFilingReceipts(this IServiceCollection services) =>
        services.AddScoped<ReceiptGiver>().AddScoped<ReceiptContents>().AddScoped<ReceiptDesk>();
}
