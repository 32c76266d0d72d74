using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.ApiKeys;

public static class ApiKeysRegistration
{
    public static IServiceCollection AddApiKeys(this IServiceCollection services) => services.AddScoped<ApiKeyService>().AddScoped<IdempotentCalls>();
}
