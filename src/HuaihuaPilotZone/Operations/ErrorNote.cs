using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Operations;

/// <summary>A fault that somebody met, found again by the number on their error page. No address, no person, nothing that was typed, no message of the exception.</summary>
public sealed class ErrorNote
{
    public const int TraceIdMaxLength = 64;
    public const int RouteMaxLength = 200;
    public const int KindMaxLength = 200;

    public int Id { get; init; }

    /// <summary>Stands on the error page and in the log.</summary>
    public required string TraceId { get; init; }

    /// <summary>Method and route pattern, or the kind of a job.</summary>
    public required string Route { get; init; }

    /// <summary>Type of the exception.</summary>
    public required string Kind { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Name of the instance, which has the rest in its log.</summary>
    public required string Instance { get; init; }
}

internal sealed class ErrorNoteTable : IEntityTypeConfiguration<ErrorNote>
{
    public void Configure(EntityTypeBuilder<ErrorNote> builder)
    {
        builder.ToTable("ErrorNotes");
        builder.Property(n => n.TraceId).HasMaxLength(ErrorNote.TraceIdMaxLength);
        builder.Property(n => n.Route).HasMaxLength(ErrorNote.RouteMaxLength);
        builder.Property(n => n.Kind).HasMaxLength(ErrorNote.KindMaxLength);
        builder.Property(n => n.Instance).HasMaxLength(PortalInstance.NameMaxLength);
        builder.HasIndex(n => n.At);
        builder.HasIndex(n => n.TraceId);
    }
}
