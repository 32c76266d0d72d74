using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Accounts.SignIns;

internal static class SignInLengths
{
    /// <summary>Characters of a SHA-256 hash in hexadecimal.</summary>
    public const int Hash = 64;

    public const int Address = 60;
    public const int Browser = 60;
    public const int Secret = 1000;
    public const int CodeHash = 200;
    public const int Stamp = 400;
}

internal sealed class SignInSessionTable : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.ToTable("SignInSessions");
        builder.Property(s => s.SecurityStamp).HasMaxLength(SignInLengths.Stamp);
        builder.Property(s => s.Address).HasMaxLength(SignInLengths.Address);
        builder.Property(s => s.AddressKey).HasMaxLength(SignInLengths.Hash);
        builder.Property(s => s.Browser).HasMaxLength(SignInLengths.Browser);
        builder.HasOne(s => s.User).WithMany().HasForeignKey(s => s.UserId);
        builder.HasIndex(s => new { s.UserId, s.AddressKey });
        builder.HasIndex(s => s.LastSeenAt);
    }
}

internal sealed class KnownBrowserTable : IEntityTypeConfiguration<KnownBrowser>
{
    public void Configure(EntityTypeBuilder<KnownBrowser> builder)
    {
        builder.ToTable("KnownBrowsers");
        builder.Property(b => b.KeyHash).HasMaxLength(SignInLengths.Hash);
        builder.HasOne(b => b.User).WithMany().HasForeignKey(b => b.UserId);
        builder.HasIndex(b => new { b.UserId, b.KeyHash }).IsUnique();
        builder.HasIndex(b => b.LastSeenAt);
    }
}

internal sealed class SecondFactorTable : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.ToTable("SecondFactors");
        builder.HasKey(f => f.UserId);
        builder.Property(f => f.UserId).ValueGeneratedNever();
        builder.Property(f => f.Secret).HasMaxLength(SignInLengths.Secret);
        builder.Property(f => f.NewSecret).HasMaxLength(SignInLengths.Secret);
        builder.HasOne(f => f.User).WithOne().HasForeignKey<SecondFactor>(f => f.UserId);
    }
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("RecoveryCodes");
        builder.Property(c => c.Hash).HasMaxLength(SignInLengths.CodeHash);
        builder.HasOne(c => c.User).WithMany().HasForeignKey(c => c.UserId);
        builder.HasIndex(c => new { c.UserId, c.Number }).IsUnique();
    }
}

internal sealed class AttemptCountTable : IEntityTypeConfiguration<AttemptCount>
{
    public void Configure(EntityTypeBuilder<AttemptCount> builder)
    {
        builder.ToTable("AttemptCounts");
        builder.HasKey(a => a.Key);
        builder.Property(a => a.Key).HasMaxLength(SignInLengths.Hash);
        builder.HasIndex(a => a.ExpiresAt);
    }
}
