using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Content.Policies;

internal sealed class PolicyTable : IEntityTypeConfiguration<PolicyDocument>
{
    public void Configure(EntityTypeBuilder<PolicyDocument> builder)
    {
        builder.ToTable("PolicyDocuments");
        builder.Property(d => d.IndexNumber).HasMaxLength(PolicyDocument.IndexNumberMaxLength);
        builder.Property(d => d.Slug).HasMaxLength(PolicyDocument.IndexNumberMaxLength);
        builder.Property(d => d.Title).HasMaxLength(PolicyDocument.TitleMaxLength);
        builder.Property(d => d.Number).HasMaxLength(PolicyDocument.NumberMaxLength);
        builder.Property(d => d.RegistrationNumber).HasMaxLength(PolicyDocument.RegistrationNumberMaxLength);
        builder.Property(d => d.IssuersText).HasMaxLength(PolicyDocument.IssuersTextMaxLength);
        builder.Property(d => d.RepealedByText).HasMaxLength(PolicyDocument.RepealedByTextMaxLength);
        builder.Property(d => d.Summary).HasMaxLength(PolicyDocument.SummaryMaxLength);
        builder.Property(d => d.Body).Unbounded();
        builder.Property(d => d.Source).HasMaxLength(PolicyDocument.SourceMaxLength);
        builder.HasEditorialColumns();
        builder.Property(d => d.SearchText).HasMaxLength(PolicyDocument.SearchTextMaxLength);
        builder.Property(d => d.Keywords).HasMaxLength(PolicyDocument.KeywordsMaxLength);
        builder.Property(d => d.OpennessBasis).HasMaxLength(PolicyDocument.BasisMaxLength);
        builder.Property(d => d.RelationsText).HasMaxLength(PolicyDocument.RelationsMaxLength);
        builder.Property(d => d.CardWho).HasMaxLength(PolicyDocument.CardMaxLength);
        builder.Property(d => d.CardConditions).HasMaxLength(PolicyDocument.CardMaxLength);
        builder.Property(d => d.CardBenefit).HasMaxLength(PolicyDocument.CardMaxLength);
        builder.Property(d => d.CardUntil).HasMaxLength(PolicyDocument.CardMaxLength);
        builder.Property(d => d.CardHow).HasMaxLength(PolicyDocument.CardMaxLength);
        builder.HasOne(d => d.RepealedBy).WithMany().HasForeignKey(d => d.RepealedById);
        builder.HasMany(d => d.Issuers).WithOne(i => i.Document).HasForeignKey(i => i.PolicyDocumentId);
        builder.HasIndex(d => d.IndexNumber).IsUnique();
        builder.HasIndex(d => d.Slug).IsUnique();
        builder.HasIndex(d => new { d.State, d.ReleasedOn });
        builder.HasIndex(d => new { d.Step, d.UpdatedAt });
    }
}

internal sealed class IssuingBodyTable : IEntityTypeConfiguration<IssuingBody>
{
    public void Configure(EntityTypeBuilder<IssuingBody> builder)
    {
        builder.ToTable("IssuingBodies");
        builder.Property(b => b.Name).HasMaxLength(IssuingBody.NameMaxLength);
        builder.HasIndex(b => b.Name).IsUnique();
    }
}

internal sealed class PolicyRelationTable : IEntityTypeConfiguration<PolicyRelation>
{
    public void Configure(EntityTypeBuilder<PolicyRelation> builder)
    {
        builder.ToTable("PolicyRelations");
        builder.HasKey(r => new { r.FromId, r.ToId, r.Kind });
        builder.HasOne(r => r.From).WithMany(d => d.Relations).HasForeignKey(r => r.FromId);
        builder.HasOne(r => r.To).WithMany(d => d.ActedOnBy).HasForeignKey(r => r.ToId);
    }
}

internal sealed class PolicyIssuerTable : IEntityTypeConfiguration<PolicyIssuer>
{
    public void Configure(EntityTypeBuilder<PolicyIssuer> builder)
    {
        builder.ToTable("PolicyIssuers");
        builder.HasKey(i => new { i.PolicyDocumentId, i.IssuingBodyId });
        builder.HasOne(i => i.Body).WithMany().HasForeignKey(i => i.IssuingBodyId);
    }
}
