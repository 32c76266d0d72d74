using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Enterprises.Views;

/// <summary>A view of the roster that somebody has saved: conditions, order and columns, as the address has them.</summary>
public sealed class RosterView
{
    public const int NameMaxLength = 20;
    public const int AddressMaxLength = 1000;

    public int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The query string, without its question mark.</summary>
    public required string Address { get; init; }

    public required int OwnerId { get; init; }

    public required string OwnerName { get; init; }

    /// <summary>Whether all staff see it.</summary>
    public bool IsShared { get; init; }
}

internal sealed class RosterViewTable : IEntityTypeConfiguration<RosterView>
{
    public void Configure(EntityTypeBuilder<RosterView> builder)
    {
        builder.ToTable("RosterViews");
        builder.Property(v => v.Name).HasMaxLength(RosterView.NameMaxLength);
        builder.Property(v => v.Address).HasMaxLength(RosterView.AddressMaxLength);
        builder.Property(v => v.OwnerName).HasMaxLength(Actor.NameMaxLength);
        builder.HasIndex(v => new { v.OwnerId, v.Name }).IsUnique();
        builder.HasIndex(v => v.IsShared);
    }
}
