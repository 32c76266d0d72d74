using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Books;

public static class BooksRegistration
{
    public static IServiceCollection AddBooks(this IServiceCollection services) => services
        .AddScoped<PartyBook>()
        .AddScoped<ProductBook>()
        .AddScoped<DraftBooks>()
        .AddScoped<DraftSums>();
}
