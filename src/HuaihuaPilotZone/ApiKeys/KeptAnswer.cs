using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.ApiKeys;

/// <summary>What was answered to a call that named an Idempotency-Key, so that the same call sent again gets the same answer and does nothing twice.</summary>
public sealed class KeptAnswer
{
    public const int KeyMaxLength = 100;

    public long Id { get; init; }

    public required int ApiKeyId { get; init; }

    /// <summary>The Idempotency-Key as sent.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, address, version and content, hexadecimal.</summary>
    public required string RequestHash { get; init; }

    public int Status { get; init; }

    public string Body { get; init; } = "";

    public string? Location { get; init; }

    /// <summary>The declaration's version, for the ETag.</summary>
    public int? Version { get; init; }

    /// <summary>UTC; from then on the key may be used anew.</summary>
    public required DateTime ExpiresAt { get; init; }
}

internal sealed class KeptAnswerTable : IEntityTypeConfiguration<KeptAnswer>
{
    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("KeptAnswers");
        builder.HasOne<ApiKey>().WithMany().HasForeignKey(a => a.ApiKeyId);
        builder.Property(a => a.Key).HasMaxLength(KeptAnswer.KeyMaxLength);
        builder.Property(a => a.RequestHash).HasMaxLength(64);
        builder.Property(a => a.Body).Unbounded();
        builder.HasIndex(a => new { a.ApiKeyId, a.Key }).IsUnique();
    }
}
