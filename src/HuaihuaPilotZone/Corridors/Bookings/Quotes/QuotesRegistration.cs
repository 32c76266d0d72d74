using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Corridors.Bookings.Quotes;

public static class QuotesRegistration
{
    public static IServiceCollection AddQuotes(this IServiceCollection services) => services
        .AddScoped<QuoteLists>()
        .AddScoped<QuoteDesk>()
        .AddScoped<OrderDesk>()
        .AddScoped<ReviewDesk>()
        .AddScoped<QuoteOverview>();
}
