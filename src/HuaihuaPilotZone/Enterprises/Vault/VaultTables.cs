using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Enterprises.Vault;

internal sealed class VaultDocumentTable : IEntityTypeConfiguration<VaultDocument>
{
    public void Configure(EntityTypeBuilder<VaultDocument> builder)
    {
        builder.ToTable("VaultDocuments");
        builder.Property(d => d.Title).HasMaxLength(VaultDocument.TitleMaxLength);
        builder.Property(d => d.Number).HasMaxLength(VaultDocument.NumberMaxLength);
        builder.Property(d => d.Issuer).HasMaxLength(VaultDocument.IssuerMaxLength);
        builder.Property(d => d.Note).HasMaxLength(VaultDocument.NoteMaxLength);
        builder.HasOne(d => d.Enterprise).WithMany().HasForeignKey(d => d.EnterpriseId);
        builder.HasMany(d => d.Versions).WithOne(v => v.Document).HasForeignKey(v => v.DocumentId);
        builder.HasIndex(d => new { d.EnterpriseId, d.ValidTo });
        builder.HasIndex(d => new { d.ValidTo, d.Id });
    }
}

internal sealed class VaultVersionTable : IEntityTypeConfiguration<VaultVersion>
{
    public void Configure(EntityTypeBuilder<VaultVersion> builder)
    {
        builder.ToTable("VaultVersions");
        builder.Property(v => v.Remark).HasMaxLength(VaultDocument.NoteMaxLength);
        builder.HasOne(v => v.File).WithMany().HasForeignKey(v => v.FileId);
        builder.HasIndex(v => new { v.DocumentId, v.Sequence }).IsUnique();
    }
}

internal sealed class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("Attachments");
        builder.Property(a => a.AttachedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne<Declaration>().WithMany().HasForeignKey(a => a.DeclarationId);
        builder.HasOne(a => a.Document).WithMany().HasForeignKey(a => a.DocumentId);
        builder.HasOne(a => a.DocumentVersion).WithMany().HasForeignKey(a => a.VersionId);
        builder.HasIndex(a => new { a.DeclarationId, a.DocumentId }).IsUnique();
    }
}
