using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Personal.Keys;

/// <summary>A key for personal columns that the portal has made itself, wrapped by data protection. Only where none is configured.</summary>
public sealed class PersonalKey
{
    public const int IdMaxLength = 12;

    /// <summary>Stands in every value that was encrypted with it.</summary>
    public required string Id { get; init; }

    public required string Wrapped { get; init; }

    /// <summary>Whether it makes the marks that identity numbers are found by; otherwise it encrypts.</summary>
    public required bool IsForMarks { get; init; }

    /// <summary>UTC; new values take the newest.</summary>
    public required DateTime CreatedAt { get; init; }
}

internal sealed class PersonalKeyTable : IEntityTypeConfiguration<PersonalKey>
{
    public void Configure(EntityTypeBuilder<PersonalKey> builder)
    {
        builder.ToTable("PersonalKeys");
        builder.Property(k => k.Id).HasMaxLength(PersonalKey.IdMaxLength).ValueGeneratedNever();
        builder.Property(k => k.Wrapped).HasMaxLength(2000);
    }
}
