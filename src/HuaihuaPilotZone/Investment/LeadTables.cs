using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Personal.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Investment;

internal sealed class LeadTable : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> builder)
    {
        builder.ToTable("Leads");
        builder.Property(l => l.Number).HasMaxLength(Lead.NumberMaxLength);
        builder.Property(l => l.Company).HasMaxLength(Enterprise.NameMaxLength);
        builder.Property(l => l.ContactName).HasMaxLength(Contact.NameMaxLength);
        builder.Property(l => l.ContactPosition).HasMaxLength(Contact.PositionMaxLength);
        builder.Property(l => l.ContactPhone).Encrypted(Contact.PhoneMaxLength);
        builder.Property(l => l.ContactEmail).Encrypted(Contact.EmailMaxLength);
        builder.Property(l => l.SourceNote).HasMaxLength(Lead.SourceNoteMaxLength);
        builder.Property(l => l.NextStep).HasMaxLength(Lead.NextStepMaxLength);
        builder.Property(l => l.Remark).HasMaxLength(Lead.RemarkMaxLength);
        builder.HasOne(l => l.IndustryTag).WithMany().HasForeignKey(l => l.IndustryTagId);
        builder.HasOne(l => l.ChainNode).WithMany().HasForeignKey(l => l.ChainNodeId);
        builder.HasOne(l => l.Opportunity).WithMany().HasForeignKey(l => l.OpportunityId);
        builder.HasOne(l => l.Owner).WithMany().HasForeignKey(l => l.OwnerId);
        builder.HasOne(l => l.Enterprise).WithMany().HasForeignKey(l => l.EnterpriseId);
        builder.HasMany(l => l.Steps).WithOne().HasForeignKey(s => s.LeadId);
        builder.HasMany(l => l.Visits).WithOne().HasForeignKey(v => v.LeadId);
        builder.HasIndex(l => l.Number).IsUnique();
        builder.HasIndex(l => new { l.Stage, l.NextStepOn, l.Id });
    }
}

internal sealed class LeadStepTable : IEntityTypeConfiguration<LeadStep>
{
    public void Configure(EntityTypeBuilder<LeadStep> builder)
    {
        builder.ToTable("LeadSteps");
        builder.Property(s => s.Reason).HasMaxLength(LeadStep.ReasonMaxLength);
        builder.Property(s => s.RecordedBy).HasMaxLength(Actor.NameMaxLength);
    }
}

internal sealed class LeadVisitTable : IEntityTypeConfiguration<LeadVisit>
{
    public void Configure(EntityTypeBuilder<LeadVisit> builder)
    {
        builder.ToTable("LeadVisits");
        builder.Property(v => v.Participants).HasMaxLength(LeadVisit.ParticipantsMaxLength);
        builder.Property(v => v.Text).HasMaxLength(LeadVisit.TextMaxLength);
        builder.Property(v => v.NextStep).HasMaxLength(Lead.NextStepMaxLength);
        builder.Property(v => v.RecordedBy).HasMaxLength(Actor.NameMaxLength);
    }
}
