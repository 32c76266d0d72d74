using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Corridors.Bookings.Sharing;
using HuaihuaPilotZone.Corridors.Bookings.Warehouses;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Corridors.Bookings;

public static class BookingsRegistration
{
    public static IServiceCollection AddBookings(this IServiceCollection services)
    {
        services.AddOptions<BookingOptions>().BindConfiguration(BookingOptions.Section).ValidateOnStart();
        return services
            .AddScoped<BookingSlots>()
            .AddScoped<BookingNews>()
            .AddScoped<BookingDesk>()
            .AddScoped<BookingMoves>()
            .AddScoped<BookingLists>()
            .AddScoped<BookingLapse>()
            .AddScoped<IDepartureWatcher, BookingWatcher>()
            .AddScoped<SuspendedBookings>()
            .AddScoped<ICorridorWatcher>(s => s.GetRequiredService<SuspendedBookings>())
            .AddScoped<MovedServices>()
            .AddScoped<IServiceWatcher>(s => s.GetRequiredService<MovedServices>())
            .AddScoped<RoomSeed, BookingsSeed>()
            .AddHostedService<BookingWorker>()
            .AddSharing()
            .AddQuotes()
            .AddWarehouses();
    }
}
