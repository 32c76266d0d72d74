using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Personal.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Enterprises.Applications;

internal sealed class EntryApplicationTable : IEntityTypeConfiguration<EntryApplication>
{
    public void Configure(EntityTypeBuilder<EntryApplication> builder)
    {
        builder.ToTable("EntryApplications");
        builder.Property(a => a.Number).HasMaxLength(EntryApplication.NumberMaxLength);
        builder.Property(a => a.Name).HasMaxLength(Enterprise.NameMaxLength);
        builder.Property(a => a.EnglishName).HasMaxLength(Enterprise.EnglishNameMaxLength);
        builder.Property(a => a.CreditCode).HasMaxLength(Enterprise.CreditCodeMaxLength);
        builder.Property(a => a.CreditCodeNote).HasMaxLength(Enterprise.CreditCodeNoteMaxLength);
        builder.Property(a => a.Address).HasMaxLength(Enterprise.AddressMaxLength);
        builder.Property(a => a.Website).HasMaxLength(Enterprise.WebsiteMaxLength);
        builder.Property(a => a.Intent).HasMaxLength(EntryApplication.IntentMaxLength);
        builder.Property(a => a.ContactName).HasMaxLength(Contact.NameMaxLength);
        builder.Property(a => a.ContactPosition).HasMaxLength(Contact.PositionMaxLength);
        builder.Property(a => a.ContactPhone).Encrypted(Contact.PhoneMaxLength);
        builder.Property(a => a.ContactEmail).Encrypted(Contact.EmailMaxLength);
        builder.Property(a => a.PrivacyNoticeVersion).HasMaxLength(PrivacyNotice.VersionMaxLength);
        builder.Property(a => a.DecidedBy).HasMaxLength(Common.Actor.NameMaxLength);
        builder.Property(a => a.DecisionReason).HasMaxLength(EntryApplication.ReasonMaxLength);
        builder.HasOne(a => a.ParkArea).WithMany().HasForeignKey(a => a.ParkAreaId);
        builder.HasOne(a => a.Unit).WithMany().HasForeignKey(a => a.UnitId);
        builder.HasOne(a => a.Enterprise).WithMany().HasForeignKey(a => a.EnterpriseId);
        builder.HasIndex(a => a.Number).IsUnique();
        // brackets are read by both databases
        builder.HasIndex(a => a.CreditCode).IsUnique().HasFilter($"[State] = '{nameof(ApplicationState.Submitted)}'");
        builder.HasIndex(a => new { a.State, a.Id });
    }
}
