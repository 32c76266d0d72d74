using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Corridors.Notices;

internal sealed class NoticeTable : IEntityTypeConfiguration<NetworkNotice>
{
    public void Configure(EntityTypeBuilder<NetworkNotice> builder)
    {
        builder.ToTable("NetworkNotices", t =>
        {
            t.HasCheckConstraint("CK_NetworkNotices_Source", "\"Source\" <> ''");
            t.HasCheckConstraint("CK_NetworkNotices_Place", "(\"NodeId\" IS NULL AND \"LegId\" IS NOT NULL) OR (\"NodeId\" IS NOT NULL AND \"LegId\" IS NULL)");
        });
        builder.Property(n => n.Title).HasMaxLength(NetworkNotice.TitleMaxLength);
        builder.Property(n => n.EnglishTitle).HasMaxLength(NetworkNotice.EnglishTitleMaxLength);
        builder.Property(n => n.Text).HasMaxLength(NetworkNotice.TextMaxLength);
        builder.Property(n => n.EnglishText).HasMaxLength(NetworkNotice.EnglishTextMaxLength);
        builder.Property(n => n.Source).HasMaxLength(NetworkNotice.SourceMaxLength);
        builder.Property(n => n.SourceAddress).HasMaxLength(NetworkNotice.SourceAddressMaxLength);
        builder.HasOne(n => n.Node).WithMany().HasForeignKey(n => n.NodeId);
        builder.HasOne(n => n.Leg).WithMany().HasForeignKey(n => n.LegId);
        builder.HasIndex(n => new { n.NodeId, n.From });
        builder.HasIndex(n => new { n.LegId, n.From });
        builder.HasIndex(n => new { n.From, n.Id });
    }
}
