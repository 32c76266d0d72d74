using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Files;

/// <summary>Content that lies in the database (Files:Storage = Database), named by its hash; the bytes are in its <see cref="ContentPiece"/>s.</summary>
public sealed class StoredContent
{
    /// <summary>SHA-256, hexadecimal, lower case.</summary>
    public required string Hash { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>UTC; when it was kept last, as the time of a file says in a folder.</summary>
    public required DateTime KeptAt { get; init; }
}

/// <summary>A piece of content: so long that few are needed, so short that one is nothing in memory.</summary>
public sealed class ContentPiece
{
    /// <summary>Bytes of every piece but the last.</summary>
    public const int Length = 256 * 1024;

    public required string Hash { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    public required byte[] Bytes { get; init; }
}

internal sealed class StoredContentTable : IEntityTypeConfiguration<StoredContent>
{
    public void Configure(EntityTypeBuilder<StoredContent> builder)
    {
        builder.ToTable("StoredContents");
        builder.HasKey(c => c.Hash);
        builder.Property(c => c.Hash).HasMaxLength(StoredFile.HashLength);
    }
}

internal sealed class ContentPieceTable : IEntityTypeConfiguration<ContentPiece>
{
    public void Configure(EntityTypeBuilder<ContentPiece> builder)
    {
        builder.ToTable("ContentPieces");
        builder.HasKey(p => new { p.Hash, p.Number });
        builder.Property(p => p.Hash).HasMaxLength(StoredFile.HashLength);
        builder.Property(p => p.Bytes).Unbounded();
        builder.HasOne<StoredContent>().WithMany().HasForeignKey(p => p.Hash);
    }
}
