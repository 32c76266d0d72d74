using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Corridors.Timetable;

internal sealed class ScheduledServiceTable : IEntityTypeConfiguration<ScheduledService>
{
    public void Configure(EntityTypeBuilder<ScheduledService> builder)
    {
        builder.ToTable("ScheduledServices", t => t.HasCheckConstraint("CK_ScheduledServices_Source", "\"Source\" <> ''"));
        builder.Property(s => s.Code).HasMaxLength(ScheduledService.CodeMaxLength);
        builder.Property(s => s.Name).HasMaxLength(ScheduledService.NameMaxLength);
        builder.Property(s => s.EnglishName).HasMaxLength(ScheduledService.EnglishNameMaxLength);
        builder.Property(s => s.Carrier).HasMaxLength(ScheduledService.CarrierMaxLength);
        builder.Property(s => s.Source).HasMaxLength(ScheduledService.SourceMaxLength);
        builder.Property(s => s.PriceSource).HasMaxLength(ScheduledService.SourceMaxLength);
        builder.Property(s => s.SuspensionReason).HasMaxLength(ScheduledService.ReasonMaxLength);
        // as a number: a word for each of the 127 sets would not fit, and nobody reads the column
        builder.Property(s => s.Days).HasConversion<int>();
        builder.HasOne(s => s.Corridor).WithMany().HasForeignKey(s => s.CorridorId);
        builder.HasMany(s => s.Stops).WithOne().HasForeignKey(s => s.ServiceId);
        builder.HasIndex(s => s.Code).IsUnique();
    }
}

internal sealed class ServiceStopTable : IEntityTypeConfiguration<ServiceStop>
{
    public void Configure(EntityTypeBuilder<ServiceStop> builder)
    {
        builder.ToTable("ServiceStops");
        builder.HasKey(s => new { s.ServiceId, s.Position });
        builder.HasOne(s => s.Node).WithMany().HasForeignKey(s => s.NodeId);
        builder.HasOne(s => s.Leg).WithMany().HasForeignKey(s => s.LegId);
    }
}

internal sealed class ServiceStateTable : IEntityTypeConfiguration<ServiceState>
{
    public void Configure(EntityTypeBuilder<ServiceState> builder)
    {
        builder.ToTable("ServiceStates");
        builder.Property(s => s.Name).HasMaxLength(ScheduledService.NameMaxLength);
        builder.Property(s => s.EnglishName).HasMaxLength(ScheduledService.EnglishNameMaxLength);
        builder.Property(s => s.Carrier).HasMaxLength(ScheduledService.CarrierMaxLength);
        builder.Property(s => s.Source).HasMaxLength(ScheduledService.SourceMaxLength);
        builder.Property(s => s.PriceSource).HasMaxLength(ScheduledService.SourceMaxLength);
        builder.Property(s => s.SuspensionReason).HasMaxLength(ScheduledService.ReasonMaxLength);
        builder.Property(s => s.Days).HasConversion<int>();
        builder.HasOne(s => s.Service).WithMany().HasForeignKey(s => s.ServiceId);
        builder.HasOne(s => s.Corridor).WithMany().HasForeignKey(s => s.CorridorId);
        builder.HasMany(s => s.Stops).WithOne().HasForeignKey(s => s.StateId);
        builder.HasIndex(s => new { s.ServiceId, s.Since }).IsUnique();
    }
}

internal sealed class ServiceStateStopTable : IEntityTypeConfiguration<ServiceStateStop>
{
    public void Configure(EntityTypeBuilder<ServiceStateStop> builder)
    {
        builder.ToTable("ServiceStateStops");
        builder.HasKey(s => new { s.StateId, s.Position });
        builder.HasOne(s => s.Node).WithMany().HasForeignKey(s => s.NodeId);
        builder.HasOne(s => s.Leg).WithMany().HasForeignKey(s => s.LegId);
    }
}

internal sealed class DepartureTable : IEntityTypeConfiguration<Departure>
{
    public void Configure(EntityTypeBuilder<Departure> builder)
    {
        builder.ToTable("Departures", t => t.HasCheckConstraint("CK_Departures_Booked", "\"Booked\" >= 0"));
        builder.Property(d => d.Number).HasMaxLength(Departure.NumberMaxLength);
        builder.Property(d => d.Reason).HasMaxLength(Departure.ReasonMaxLength);
        builder.Ignore(d => d.Free);
        builder.HasOne(d => d.Service).WithMany().HasForeignKey(d => d.ServiceId);
        builder.HasMany(d => d.Stops).WithOne().HasForeignKey(s => s.DepartureId);
        // whoever makes the departures of a day comes first, once
        builder.HasIndex(d => new { d.ServiceId, d.Day }).IsUnique();
        builder.HasIndex(d => d.Number).IsUnique();
        builder.HasIndex(d => new { d.LeavesAt, d.Id });
    }
}

internal sealed class DepartureStopTable : IEntityTypeConfiguration<DepartureStop>
{
    public void Configure(EntityTypeBuilder<DepartureStop> builder)
    {
        builder.ToTable("DepartureStops");
        builder.HasKey(s => new { s.DepartureId, s.Position });
        builder.HasOne(s => s.Node).WithMany().HasForeignKey(s => s.NodeId);
        builder.HasOne<Leg>().WithMany().HasForeignKey(s => s.LegId);
        builder.HasIndex(s => new { s.NodeId, s.DepartureId });
    }
}
