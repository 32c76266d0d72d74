using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Enterprises.Proposals;

internal sealed class RecordProposalTable : IEntityTypeConfiguration<RecordProposal>
{
    public void Configure(EntityTypeBuilder<RecordProposal> builder)
    {
        builder.ToTable("RecordProposals");
        builder.Property(p => p.Number).HasMaxLength(RecordProposal.NumberMaxLength);
        builder.Property(p => p.Note).HasMaxLength(RecordProposal.NoteMaxLength);
        builder.Property(p => p.Answer).HasMaxLength(RecordProposal.NoteMaxLength);
        builder.Property(p => p.ProposedBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(p => p.DecidedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(p => p.Enterprise).WithMany().HasForeignKey(p => p.EnterpriseId);
        builder.HasMany(p => p.Fields).WithOne().HasForeignKey(f => f.ProposalId);
        builder.HasIndex(p => p.Number).IsUnique();
        builder.HasIndex(p => p.WaitsFor).IsUnique();
        builder.HasIndex(p => new { p.State, p.Id });
    }
}

internal sealed class ProposedFieldTable : IEntityTypeConfiguration<ProposedField>
{
    public void Configure(EntityTypeBuilder<ProposedField> builder)
    {
        builder.ToTable("ProposedFields");
        builder.Property(f => f.Before).HasMaxLength(ProposedField.ValueMaxLength);
        builder.Property(f => f.Proposed).HasMaxLength(ProposedField.ValueMaxLength);
        builder.Property(f => f.Reason).HasMaxLength(ProposedField.ReasonMaxLength);
        builder.HasIndex(f => new { f.ProposalId, f.Field }).IsUnique();
    }
}
