using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Files;

/// <summary>A file that somebody handed in and that was looked into. Its content lies in the <see cref="IFileStorage"/> under its hash; who may have it is for the record that refers to it to say.</summary>
public sealed class StoredFile
{
    public const int NameMaxLength = 150;
    public const int HashLength = 64;

    public int Id { get; init; }

    /// <summary>Whose it is; null for the park.</summary>
    public int? EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    /// <summary>As it was called, without a path; the ending fits the type.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the content, hexadecimal, lower case.</summary>
    public required string Hash { get; init; }

    /// <summary>What its content is, not what its name says.</summary>
    public required FileType Type { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StoredAt { get; init; }

    public required string StoredBy { get; init; }
}

internal sealed class StoredFileTable : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("StoredFiles");
        builder.Property(f => f.Name).HasMaxLength(StoredFile.NameMaxLength);
        builder.Property(f => f.Hash).HasMaxLength(StoredFile.HashLength);
        builder.Property(f => f.StoredBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(f => f.Enterprise).WithMany().HasForeignKey(f => f.EnterpriseId);
        builder.HasIndex(f => f.Hash);
    }
}
