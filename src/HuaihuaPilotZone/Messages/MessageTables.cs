using HuaihuaPilotZone.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Messages;

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.Property(n => n.Title).HasMaxLength(Notice.TitleMaxLength);
        builder.Property(n => n.Text).HasMaxLength(Notice.TextMaxLength);
        builder.Property(n => n.Link).HasMaxLength(Notice.LinkMaxLength);
        builder.HasOne(n => n.User).WithMany().HasForeignKey(n => n.UserId);
        builder.HasOne(n => n.Enterprise).WithMany().HasForeignKey(n => n.EnterpriseId);
        builder.HasIndex(n => new { n.UserId, n.ReadAt });
        builder.HasIndex(n => new { n.UserId, n.Id });
    }
}

internal sealed class MailOptOutTable : IEntityTypeConfiguration<MailOptOut>
{
    public void Configure(EntityTypeBuilder<MailOptOut> builder)
    {
        builder.ToTable("MailOptOuts");
        builder.HasKey(o => new { o.UserId, o.Kind });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(o => o.UserId);
    }
}

internal sealed class OutgoingMailTable : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.Property(m => m.MessageId).HasMaxLength(OutgoingMail.MessageIdLength);
        builder.Property(m => m.To).HasMaxLength(OutgoingMail.AddressMaxLength);
        builder.Property(m => m.Subject).HasMaxLength(OutgoingMail.SubjectMaxLength);
        builder.Property(m => m.Text).HasMaxLength(OutgoingMail.TextMaxLength);
        builder.Property(m => m.LeaveAddress).HasMaxLength(OutgoingMail.LeaveAddressMaxLength);
        builder.Property(m => m.Lease).HasMaxLength(OutgoingMail.LeaseMaxLength);
        builder.Property(m => m.LastError).HasMaxLength(OutgoingMail.ErrorMaxLength);
        builder.HasIndex(m => m.MessageId).IsUnique();
        builder.HasIndex(m => new { m.DeliveredAt, m.GivenUpAt, m.DueAt });
        builder.HasIndex(m => new { m.Kind, m.DeliveredAt });
        builder.HasIndex(m => new { m.GivenUpAt, m.Id }).HasFilter($"[{nameof(OutgoingMail.GivenUpAt)}] IS NOT NULL");
    }
}
