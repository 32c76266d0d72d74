using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Tracking;

internal sealed class TrackingEventTable : IEntityTypeConfiguration<TrackingEvent>
{
    public void Configure(EntityTypeBuilder<TrackingEvent> builder)
    {
        builder.ToTable("TrackingEvents");
        builder.Property(e => e.EventId).HasMaxLength(TrackingEvent.EventIdMaxLength);
        builder.Property(e => e.Code).HasMaxLength(4);
        builder.Property(e => e.DocumentType).HasMaxLength(TrackingEvent.DocumentTypeMaxLength);
        builder.Property(e => e.Place).HasMaxLength(ConsignmentStop.PlaceMaxLength);
        builder.Property(e => e.ContainerNumber).HasMaxLength(ConsignmentContainer.NumberMaxLength);
        builder.Property(e => e.Replaces).HasMaxLength(TrackingEvent.EventIdMaxLength);
        builder.Property(e => e.Remark).HasMaxLength(TrackingEvent.RemarkMaxLength);
        builder.HasOne(e => e.Consignment).WithMany().HasForeignKey(e => e.ConsignmentId);
        builder.HasOne(e => e.Provider).WithMany().HasForeignKey(e => e.ProviderId);
        builder.HasOne(e => e.Node).WithMany().HasForeignKey(e => e.NodeId);
        // an event that is sent again is known, whichever instance gets it
        builder.HasIndex(e => new { e.ProviderId, e.EventId }).IsUnique();
        builder.HasIndex(e => new { e.ProviderId, e.Replaces }).HasFilter($"[{nameof(TrackingEvent.Replaces)}] IS NOT NULL");
        builder.HasIndex(e => new { e.ConsignmentId, e.OccursAt });
        builder.HasIndex(e => new { e.Code, e.OccursAt });
        builder.HasIndex(e => new { e.OccursAt, e.Id });
    }
}

internal sealed class SensorReadingTable : IEntityTypeConfiguration<SensorReading>
{
    public void Configure(EntityTypeBuilder<SensorReading> builder)
    {
        builder.ToTable("SensorReadings");
        builder.HasOne<Sensor>().WithMany().HasForeignKey(r => r.SensorId);
        // a reading that is sent again is known
        builder.HasIndex(r => new { r.SensorId, r.At }).IsUnique();
        builder.HasIndex(r => r.At);
    }
}

internal sealed class SensorTable : IEntityTypeConfiguration<Sensor>
{
    public void Configure(EntityTypeBuilder<Sensor> builder)
    {
        builder.ToTable("Sensors");
        builder.Property(s => s.Device).HasMaxLength(Sensor.DeviceMaxLength);
        builder.HasOne(s => s.Consignment).WithMany().HasForeignKey(s => s.ConsignmentId);
        builder.HasOne(s => s.Provider).WithMany().HasForeignKey(s => s.ProviderId);
        builder.HasIndex(s => new { s.ConsignmentId, s.Device }).IsUnique();
    }
}

internal sealed class TransportAlertTable : IEntityTypeConfiguration<TransportAlert>
{
    public void Configure(EntityTypeBuilder<TransportAlert> builder)
    {
        builder.ToTable("TransportAlerts");
        builder.Property(a => a.Subject).HasMaxLength(TransportAlert.SubjectMaxLength);
        builder.Property(a => a.Text).HasMaxLength(TransportAlert.TextMaxLength);
        builder.Property(a => a.Note).HasMaxLength(TransportAlert.NoteMaxLength);
        builder.Property(a => a.AcknowledgedBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(a => a.ClosedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(a => a.Consignment).WithMany().HasForeignKey(a => a.ConsignmentId);
        // one open alert for one matter, whichever instance sees it first
        builder.HasIndex(a => new { a.ConsignmentId, a.Rule, a.Subject }).IsUnique().HasFilter($"[{nameof(TransportAlert.ClosedAt)}] IS NULL");
        builder.HasIndex(a => new { a.ClosedAt, a.Id });
        builder.HasIndex(a => new { a.ConsignmentId, a.Id });
    }
}
