using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Chains;

internal sealed class ChainTable : IEntityTypeConfiguration<Chain>
{
    public void Configure(EntityTypeBuilder<Chain> builder)
    {
        builder.ToTable("Chains", t => t.HasCheckConstraint("CK_Chains_Source", "\"Source\" <> ''"));
        builder.Property(c => c.Slug).HasMaxLength(Chain.SlugMaxLength);
        builder.Property(c => c.Name).HasMaxLength(Chain.NameMaxLength);
        builder.Property(c => c.EnglishName).HasMaxLength(Chain.EnglishNameMaxLength);
        builder.Property(c => c.Summary).HasMaxLength(Chain.SummaryMaxLength);
        builder.Property(c => c.EnglishSummary).HasMaxLength(Chain.EnglishSummaryMaxLength);
        builder.Property(c => c.Source).HasMaxLength(Figure.SourceMaxLength);
        builder.Property(c => c.SourceAddress).HasMaxLength(Figure.SourceAddressMaxLength);
        builder.Property(c => c.AsOf).HasMaxLength(PartialDate.MaxLength);
        builder.HasIndex(c => c.Slug).IsUnique();
        builder.HasIndex(c => c.Name).IsUnique();
    }
}

internal sealed class ChainNodeTable : IEntityTypeConfiguration<ChainNode>
{
    public void Configure(EntityTypeBuilder<ChainNode> builder)
    {
        builder.ToTable("ChainNodes");
        builder.Property(n => n.Name).HasMaxLength(ChainNode.NameMaxLength);
        builder.Property(n => n.EnglishName).HasMaxLength(ChainNode.EnglishNameMaxLength);
        builder.Property(n => n.Source).HasMaxLength(Figure.SourceMaxLength);
        builder.HasOne(n => n.Chain).WithMany(c => c.Nodes).HasForeignKey(n => n.ChainId);
        builder.HasIndex(n => new { n.ChainId, n.Name }).IsUnique();
    }
}

internal sealed class ChainMemberTable : IEntityTypeConfiguration<ChainMember>
{
    public void Configure(EntityTypeBuilder<ChainMember> builder)
    {
        builder.ToTable("ChainMembers");
        builder.Property(m => m.Note).HasMaxLength(ChainMember.NoteMaxLength);
        builder.Property(m => m.MovedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(m => m.Node).WithMany(n => n.Members).HasForeignKey(m => m.NodeId);
        builder.HasOne(m => m.Enterprise).WithMany().HasForeignKey(m => m.EnterpriseId);
        builder.HasIndex(m => new { m.NodeId, m.EnterpriseId }).IsUnique();
        builder.HasIndex(m => new { m.State, m.Id });
    }
}
