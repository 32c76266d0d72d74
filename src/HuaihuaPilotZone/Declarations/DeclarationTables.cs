using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Declarations;

internal sealed class DeclarationTable : IEntityTypeConfiguration<Declaration>
{
    public void Configure(EntityTypeBuilder<Declaration> builder)
    {
        builder.ToTable("Declarations");
        builder.Property(d => d.Number).HasMaxLength(DeclarationNumber.MaxLength)
            .HasConversion(n => n.ToString(), s => DeclarationNumber.Parse(s, null));
        builder.HasIndex(d => d.Number).IsUnique();
        builder.HasOne(d => d.Enterprise).WithMany().HasForeignKey(d => d.EnterpriseId);
        builder.Property(d => d.Document).Unbounded();
        builder.Property(d => d.Origins).Unbounded();
        builder.Property(d => d.ModeReason).HasMaxLength(500);
        builder.Property(d => d.ModeNote).HasMaxLength(500);
        builder.Property(d => d.TradeMode).HasMaxLength(4);
        builder.Property(d => d.Country).HasMaxLength(4);
        builder.Property(d => d.Currency).HasMaxLength(4);
        builder.Property(d => d.PlatformCode).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.Property(d => d.OrderNo).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.Property(d => d.CarrierCode).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.Property(d => d.WaybillNo).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.Property(d => d.GoodsSummary).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.Property(d => d.SearchText).HasMaxLength(800);
        builder.Property(d => d.RuleSetVersion).HasMaxLength(Declaration.RuleSetMaxLength);
        builder.Property(d => d.TablesVersion).HasMaxLength(Declaration.RuleSetMaxLength);
        builder.Property(d => d.CreatedBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(d => d.PreNo).HasMaxLength(Declaration.PreNoMaxLength);
        builder.HasIndex(d => new { d.EnterpriseId, d.State, d.UpdatedAt });
        // what the views of an enterprise are counted by
        builder.HasIndex(d => new { d.EnterpriseId, d.State, d.MustFixCount });
        builder.HasIndex(d => new { d.EnterpriseId, d.UpdatedAt, d.Id });
        builder.HasIndex(d => new { d.State, d.SubmittedAt });
        // what the reviewers' lists are walked and counted by
        builder.HasIndex(d => new { d.State, d.UpdatedAt, d.Id, d.SubmittedAt });
        builder.HasIndex(d => new { d.UpdatedAt, d.Id, d.State, d.SubmittedAt });
        builder.HasIndex(d => new { d.PlatformCode, d.OrderNo });
        builder.HasIndex(d => new { d.CarrierCode, d.WaybillNo });
    }
}

internal sealed class SubmissionTable : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("Submissions");
        builder.HasOne<Declaration>().WithMany().HasForeignKey(s => s.DeclarationId);
        builder.HasMany(s => s.Points).WithOne().HasForeignKey(p => p.SubmissionId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(s => s.SubmittedById);
        // what was submitted before the kind was kept is put right by the migration
        builder.Property(s => s.Kind).HasDefaultValue(DocumentKind.List);
        builder.Property(s => s.Document).Unbounded();
        builder.Property(s => s.Findings).Unbounded();
        builder.Property(s => s.DocumentHash).HasMaxLength(64);
        builder.Property(s => s.Basis).Unbounded();
        builder.Property(s => s.InputHash).HasMaxLength(64);
        builder.Property(s => s.RuleSetVersion).HasMaxLength(Declaration.RuleSetMaxLength);
        builder.Property(s => s.TablesVersion).HasMaxLength(Declaration.RuleSetMaxLength);
        builder.Property(s => s.SubmittedBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(s => s.AnsweredBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(s => s.Note).HasMaxLength(Declaration.ReasonMaxLength);
        builder.HasIndex(s => new { s.DeclarationId, s.Sequence }).IsUnique();
    }
}

internal sealed class ReturnPointTable : IEntityTypeConfiguration<ReturnPoint>
{
    public void Configure(EntityTypeBuilder<ReturnPoint> builder)
    {
        builder.ToTable("ReturnPoints");
        builder.Property(p => p.Path).HasMaxLength(ReturnPoint.PathMaxLength);
        builder.Property(p => p.Reason).HasMaxLength(ReturnPoint.ReasonMaxLength);
    }
}

internal sealed class AppliedFixTable : IEntityTypeConfiguration<AppliedFix>
{
    public void Configure(EntityTypeBuilder<AppliedFix> builder)
    {
        builder.ToTable("AppliedFixes");
        builder.HasOne<Declaration>().WithMany().HasForeignKey(f => f.DeclarationId);
        builder.Property(f => f.RuleId).HasMaxLength(40);
        builder.Property(f => f.Path).HasMaxLength(ReturnPoint.PathMaxLength);
        builder.Property(f => f.OldValue).HasMaxLength(AppliedFix.ValueMaxLength);
        builder.Property(f => f.NewValue).HasMaxLength(AppliedFix.ValueMaxLength);
        builder.Property(f => f.By).HasMaxLength(Actor.NameMaxLength);
    }
}

internal sealed class NumberClaimTable : IEntityTypeConfiguration<NumberClaim>
{
    public void Configure(EntityTypeBuilder<NumberClaim> builder)
    {
        builder.ToTable("NumberClaims");
        builder.HasOne<Declaration>().WithMany().HasForeignKey(c => c.DeclarationId);
        builder.Property(c => c.Holder).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.Property(c => c.Number).HasMaxLength(Declaration.ProjectionMaxLength);
        builder.HasIndex(c => new { c.Kind, c.Holder, c.Number }).IsUnique();
    }
}
