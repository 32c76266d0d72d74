using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.ServiceHall;

internal sealed class ServiceItemTable : IEntityTypeConfiguration<ServiceItem>
{
    public void Configure(EntityTypeBuilder<ServiceItem> builder)
    {
        builder.ToTable("ServiceItems");
        builder.Ignore(s => s.Audiences);
        builder.Ignore(s => s.Stages);
        builder.Property(s => s.Slug).HasMaxLength(ServiceItem.SlugMaxLength);
        builder.Property(s => s.Title).HasMaxLength(ServiceItem.TitleMaxLength);
        builder.Property(s => s.Summary).HasMaxLength(ServiceItem.SummaryMaxLength);
        builder.Property(s => s.AudienceMarks).HasMaxLength(ServiceItem.MarksMaxLength);
        builder.Property(s => s.StageMarks).HasMaxLength(ServiceItem.MarksMaxLength);
        builder.Property(s => s.Basis).HasMaxLength(ServiceItem.TextMaxLength);
        builder.Property(s => s.Conditions).HasMaxLength(ServiceItem.TextMaxLength);
        builder.Property(s => s.LimitNote).HasMaxLength(ServiceItem.NoteMaxLength);
        builder.Property(s => s.Fee).HasMaxLength(ServiceItem.FeeMaxLength);
        builder.Property(s => s.Steps).HasMaxLength(ServiceItem.TextMaxLength);
        builder.Property(s => s.Contact).HasMaxLength(ServiceItem.ContactMaxLength);
        builder.Property(s => s.WithdrawalReason).HasMaxLength(ServiceItem.NoteMaxLength);
        builder.HasMany(s => s.Materials).WithOne().HasForeignKey(m => m.ServiceItemId);
        builder.HasIndex(s => s.Slug).IsUnique();
        builder.HasIndex(s => new { s.State, s.Id });
    }
}

internal sealed class ServiceMaterialTable : IEntityTypeConfiguration<ServiceMaterial>
{
    public void Configure(EntityTypeBuilder<ServiceMaterial> builder)
    {
        builder.ToTable("ServiceMaterials");
        builder.Property(m => m.Name).HasMaxLength(ServiceMaterial.NameMaxLength);
        builder.Property(m => m.Note).HasMaxLength(ServiceMaterial.NoteMaxLength);
        builder.HasOne(m => m.File).WithMany().HasForeignKey(m => m.FileId);
    }
}
