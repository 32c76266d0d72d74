using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Accounts.Successions;

internal sealed class SuccessionTable : IEntityTypeConfiguration<Succession>
{
    public void Configure(EntityTypeBuilder<Succession> builder)
    {
        builder.ToTable("Successions");
        builder.Property(s => s.Number).HasMaxLength(Succession.NumberMaxLength);
        builder.Property(s => s.CreditCode).HasMaxLength(Enterprise.CreditCodeMaxLength);
        builder.Property(s => s.ProtectedPerson).HasMaxLength(PersonalColumn.MaxLength);
        builder.Property(s => s.PrivacyNoticeVersion).HasMaxLength(PrivacyNotice.VersionMaxLength);
        builder.Property(s => s.Reason).HasMaxLength(Succession.ReasonMaxLength);
        builder.Property(s => s.Objection).HasMaxLength(Succession.ReasonMaxLength);
        builder.Property(s => s.ObjectedBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(s => s.DecisionReason).HasMaxLength(Succession.ReasonMaxLength);
        builder.Property(s => s.DecidedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(s => s.Enterprise).WithMany().HasForeignKey(s => s.EnterpriseId);
        builder.HasMany(s => s.Files).WithOne().HasForeignKey(f => f.SuccessionId);
        builder.HasIndex(s => s.Number).IsUnique();
        builder.HasIndex(s => new { s.State, s.AskedAt });
    }
}

internal sealed class SuccessionFileTable : IEntityTypeConfiguration<SuccessionFile>
{
    public void Configure(EntityTypeBuilder<SuccessionFile> builder)
    {
        builder.ToTable("SuccessionFiles");
        builder.HasOne(f => f.File).WithMany().HasForeignKey(f => f.FileId);
    }
}
