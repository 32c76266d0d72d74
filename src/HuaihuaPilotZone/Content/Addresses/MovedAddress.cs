using HuaihuaPilotZone.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Content.Addresses;

/// <summary>An address that a public page had once, and where it stands now. A page may have had several; none of them leads to another old one.</summary>
public sealed class MovedAddress
{
    public const int PathMaxLength = SearchEntry.AddressMaxLength;

    public int Id { get; init; }

    /// <summary>The old local address; unique.</summary>
    public required string Path { get; init; }

    /// <summary>The local address of today.</summary>
    public required string Target { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime MovedAt { get; init; }
}

internal sealed class MovedAddressTable : IEntityTypeConfiguration<MovedAddress>
{
    public void Configure(EntityTypeBuilder<MovedAddress> builder)
    {
        builder.ToTable("MovedAddresses");
        builder.Property(m => m.Path).HasMaxLength(MovedAddress.PathMaxLength);
        builder.Property(m => m.Target).HasMaxLength(MovedAddress.PathMaxLength);
        builder.HasIndex(m => m.Path).IsUnique();
        builder.HasIndex(m => m.Target);
    }
}
