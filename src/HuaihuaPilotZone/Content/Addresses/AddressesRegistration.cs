using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Content.Addresses;

public static class AddressesRegistration
{
    public static IServiceCollection AddAddresses(this IServiceCollection services) => services.AddScoped<MovedAddresses>().AddScoped<AddressDesk>();
}
