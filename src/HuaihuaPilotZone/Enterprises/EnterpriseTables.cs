using HuaihuaPilotZone.Personal.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Enterprises;

internal sealed class EnterpriseTable : IEntityTypeConfiguration<Enterprise>
{
    public void Configure(EntityTypeBuilder<Enterprise> builder)
    {
        builder.ToTable("Enterprises");
        builder.Property(e => e.Name).HasMaxLength(Enterprise.NameMaxLength);
        builder.Property(e => e.EnglishName).HasMaxLength(Enterprise.EnglishNameMaxLength);
        builder.Property(e => e.CreditCode).HasMaxLength(Enterprise.CreditCodeMaxLength);
        builder.Property(e => e.CreditCodeNote).HasMaxLength(Enterprise.CreditCodeNoteMaxLength);
        builder.Property(e => e.CustomsCode).HasMaxLength(Enterprise.CustomsCodeMaxLength);
        builder.Property(e => e.Address).HasMaxLength(Enterprise.AddressMaxLength);
        builder.Property(e => e.Website).HasMaxLength(Enterprise.WebsiteMaxLength);
        builder.Property(e => e.Summary).HasMaxLength(Enterprise.SummaryMaxLength);
        builder.Property(e => e.SearchText).HasMaxLength(400);
        builder.Ignore(e => e.ShouldBe);
        builder.HasOne(e => e.ParkArea).WithMany().HasForeignKey(e => e.ParkAreaId);
        builder.HasMany(e => e.Tags).WithOne().HasForeignKey(t => t.EnterpriseId);
        builder.HasMany(e => e.Contacts).WithOne().HasForeignKey(c => c.EnterpriseId);
        builder.HasMany(e => e.StageChanges).WithOne().HasForeignKey(c => c.EnterpriseId);
        builder.HasOne(e => e.FilingProfile).WithOne().HasForeignKey<FilingProfile>(p => p.EnterpriseId);
        builder.Property(e => e.NameText).HasMaxLength(Enterprise.NameMaxLength);
        builder.Property(e => e.NameKey).HasMaxLength(Enterprise.NameKeyMaxLength);
        builder.HasMany(e => e.Grams).WithOne().HasForeignKey(g => g.EnterpriseId);
        builder.HasMany(e => e.Sounds).WithOne().HasForeignKey(s => s.EnterpriseId);
        builder.HasMany(e => e.Markets).WithOne().HasForeignKey(m => m.EnterpriseId);
        builder.HasMany(e => e.FormerNames).WithOne().HasForeignKey(n => n.EnterpriseId);
        // what was merged is nobody's any more: nothing that lists, counts or finds has to think of it
        builder.HasQueryFilter(e => e.MergedIntoId == null);
        builder.HasOne<Enterprise>().WithMany().HasForeignKey(e => e.MergedIntoId);
        // over the merged ones alone: an index of all would seem a good way to those that are not merged
        builder.HasIndex(e => e.MergedIntoId).HasFilter($"[{nameof(Enterprise.MergedIntoId)}] IS NOT NULL");
        builder.HasIndex(e => e.CreditCode).IsUnique();
        builder.HasIndex(e => e.CustomsCode);
        builder.HasIndex(e => new { e.Completeness, e.Id });
        builder.HasIndex(e => new { e.SuspendedAt, e.Id });
        ConfigureOrders(builder);
    }

    /// <summary>Each order of the roster, for all of it, within one facet and within all three: see docs/performance.md, roster.</summary>
    private static void ConfigureOrders(EntityTypeBuilder<Enterprise> builder)
    {
        builder.HasIndex(e => new { e.StageSince, e.Id });
        builder.HasIndex(e => new { e.NameKey, e.Id });
        builder.HasIndex(e => new { e.UpdatedAt, e.Id });
        builder.HasIndex(e => new { e.Stage, e.StageSince, e.Id });
        builder.HasIndex(e => new { e.Stage, e.NameKey, e.Id });
        builder.HasIndex(e => new { e.Stage, e.UpdatedAt, e.Id });
        builder.HasIndex(e => new { e.Type, e.StageSince, e.Id });
        builder.HasIndex(e => new { e.Type, e.NameKey, e.Id });
        builder.HasIndex(e => new { e.Type, e.UpdatedAt, e.Id });
        builder.HasIndex(e => new { e.ParkAreaId, e.StageSince, e.Id });
        builder.HasIndex(e => new { e.ParkAreaId, e.NameKey, e.Id });
        builder.HasIndex(e => new { e.ParkAreaId, e.UpdatedAt, e.Id });
        builder.HasIndex(e => new { e.Stage, e.Type, e.ParkAreaId, e.StageSince, e.Id });
        builder.HasIndex(e => new { e.Stage, e.Type, e.ParkAreaId, e.NameKey, e.Id });
        builder.HasIndex(e => new { e.Stage, e.Type, e.ParkAreaId, e.UpdatedAt, e.Id });
        ConfigureDirectory(builder);
    }

    /// <summary>The one order of the public directory, over those alone that it shows.</summary>
    private static void ConfigureDirectory(EntityTypeBuilder<Enterprise> builder)
    {
        const string shown = $"[{nameof(Enterprise.Visibility)}] = '{nameof(EnterpriseVisibility.Shown)}'";
        builder.HasIndex(e => new { e.NameKey, e.Id }, "IX_Enterprises_Shown").HasFilter(shown);
        builder.HasIndex(e => new { e.Stage, e.NameKey, e.Id }, "IX_Enterprises_Shown_Stage").HasFilter(shown);
        builder.HasIndex(e => new { e.Type, e.NameKey, e.Id }, "IX_Enterprises_Shown_Type").HasFilter(shown);
        builder.HasIndex(e => new { e.ParkAreaId, e.NameKey, e.Id }, "IX_Enterprises_Shown_Area").HasFilter(shown);
        builder.HasIndex(e => new { e.Stage, e.Type, e.ParkAreaId, e.NameKey, e.Id }, "IX_Enterprises_Shown_Cell").HasFilter(shown);
    }
}

internal sealed class EnterpriseMarketTable : IEntityTypeConfiguration<EnterpriseMarket>
{
    public void Configure(EntityTypeBuilder<EnterpriseMarket> builder)
    {
        builder.ToTable("EnterpriseMarkets");
        builder.HasKey(m => new { m.EnterpriseId, m.Market });
        builder.HasIndex(m => new { m.Market, m.EnterpriseId });
    }
}

internal sealed class FormerNameTable : IEntityTypeConfiguration<FormerName>
{
    public void Configure(EntityTypeBuilder<FormerName> builder)
    {
        builder.ToTable("FormerNames");
        builder.Property(n => n.Name).HasMaxLength(Enterprise.NameMaxLength);
        builder.Property(n => n.Text).HasMaxLength(Enterprise.NameMaxLength);
    }
}

internal sealed class ParkAreaTable : IEntityTypeConfiguration<ParkArea>
{
    public void Configure(EntityTypeBuilder<ParkArea> builder)
    {
        builder.ToTable("ParkAreas");
        builder.HasOne(a => a.Parent).WithMany().HasForeignKey(a => a.ParentId);
        builder.Property(a => a.Name).HasMaxLength(ParkArea.NameMaxLength);
        builder.HasIndex(a => a.Name).IsUnique();
    }
}

internal sealed class IndustryTagTable : IEntityTypeConfiguration<IndustryTag>
{
    public void Configure(EntityTypeBuilder<IndustryTag> builder)
    {
        builder.ToTable("IndustryTags");
        builder.Property(t => t.Name).HasMaxLength(IndustryTag.NameMaxLength);
        builder.HasIndex(t => t.Name).IsUnique();
    }
}

internal sealed class EnterpriseTagTable : IEntityTypeConfiguration<EnterpriseTag>
{
    public void Configure(EntityTypeBuilder<EnterpriseTag> builder)
    {
        builder.ToTable("EnterpriseTags");
        builder.HasKey(t => new { t.EnterpriseId, t.IndustryTagId });
        builder.HasIndex(t => new { t.IndustryTagId, t.EnterpriseId });
        builder.HasOne(t => t.IndustryTag).WithMany().HasForeignKey(t => t.IndustryTagId);
    }
}

internal sealed class ContactTable : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.ToTable("Contacts");
        builder.Property(c => c.Name).HasMaxLength(Contact.NameMaxLength);
        builder.Property(c => c.Position).HasMaxLength(Contact.PositionMaxLength);
        builder.Property(c => c.Phone).Encrypted(Contact.PhoneMaxLength);
        builder.Property(c => c.Email).Encrypted(Contact.EmailMaxLength);
    }
}

internal sealed class StageChangeTable : IEntityTypeConfiguration<StageChange>
{
    public void Configure(EntityTypeBuilder<StageChange> builder)
    {
        builder.ToTable("StageChanges");
        builder.Property(c => c.Reason).HasMaxLength(StageChange.ReasonMaxLength);
        builder.Property(c => c.RecordedBy).HasMaxLength(Common.Actor.NameMaxLength);
    }
}

internal sealed class FilingProfileTable : IEntityTypeConfiguration<FilingProfile>
{
    public void Configure(EntityTypeBuilder<FilingProfile> builder)
    {
        builder.ToTable("FilingProfiles");
        builder.HasKey(p => p.EnterpriseId);
        builder.Property(p => p.DxpId).HasMaxLength(FilingProfile.DxpIdMaxLength);
        builder.Property(p => p.TransmissionName).HasMaxLength(FilingProfile.NameMaxLength);
        builder.Property(p => p.DeclarantName).HasMaxLength(FilingProfile.NameMaxLength);
        builder.Property(p => p.PlatformName).HasMaxLength(FilingProfile.NameMaxLength);
        builder.Property(p => p.CarrierName).HasMaxLength(FilingProfile.NameMaxLength);
        builder.Property(p => p.TransmissionCode).HasMaxLength(FilingProfile.CodeMaxLength);
        builder.Property(p => p.DeclarantCode).HasMaxLength(FilingProfile.CodeMaxLength);
        builder.Property(p => p.PlatformCode).HasMaxLength(FilingProfile.CodeMaxLength);
        builder.Property(p => p.CarrierCode).HasMaxLength(FilingProfile.CodeMaxLength);
        builder.Property(p => p.CustomsOffice).HasMaxLength(4);
        builder.Property(p => p.PortOffice).HasMaxLength(4);
    }
}
