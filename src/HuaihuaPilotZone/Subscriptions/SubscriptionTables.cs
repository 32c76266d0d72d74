using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Subscriptions;

internal sealed class SubscriberTable : IEntityTypeConfiguration<Subscriber>
{
    public void Configure(EntityTypeBuilder<Subscriber> builder)
    {
        builder.ToTable("Subscribers");
        builder.Property(s => s.AddressHash).HasMaxLength(Subscriber.HashLength);
        builder.Property(s => s.ProtectedAddress).HasMaxLength(PersonalColumn.MaxLength);
        builder.Property(s => s.PrivacyNoticeVersion).HasMaxLength(PrivacyNotice.VersionMaxLength);
        builder.Property(s => s.TokenHash).HasMaxLength(Subscriber.HashLength);
        builder.HasMany(s => s.Topics).WithOne().HasForeignKey(t => t.SubscriberId);
        builder.HasIndex(s => s.AddressHash).IsUnique();
        builder.HasIndex(s => s.TokenHash);
        builder.HasIndex(s => s.NextMailAt);
    }
}

internal sealed class SubscriberTopicTable : IEntityTypeConfiguration<SubscriberTopic>
{
    public void Configure(EntityTypeBuilder<SubscriberTopic> builder)
    {
        builder.ToTable("SubscriberTopics");
        builder.HasKey(t => new { t.SubscriberId, t.Topic });
        builder.Property(t => t.Topic).HasMaxLength(SubscriptionTopics.MaxLength);
        builder.HasIndex(t => t.Topic);
    }
}

internal sealed class AnnouncementTable : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable("Announcements");
        builder.HasIndex(a => new { a.Kind, a.ItemId }).IsUnique();
        builder.HasIndex(a => a.At);
    }
}

internal sealed class SentAnnouncementTable : IEntityTypeConfiguration<SentAnnouncement>
{
    public void Configure(EntityTypeBuilder<SentAnnouncement> builder)
    {
        builder.ToTable("SentAnnouncements");
        builder.HasKey(s => new { s.SubscriberId, s.AnnouncementId });
        builder.HasOne<Subscriber>().WithMany().HasForeignKey(s => s.SubscriberId);
        builder.HasOne<Announcement>().WithMany().HasForeignKey(s => s.AnnouncementId);
    }
}

internal sealed class SubscriptionPauseTable : IEntityTypeConfiguration<SubscriptionPause>
{
    public void Configure(EntityTypeBuilder<SubscriptionPause> builder)
    {
        builder.ToTable("SubscriptionPauses");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Reason).HasMaxLength(SubscriptionPause.ReasonMaxLength);
        builder.Property(p => p.ChangedBy).HasMaxLength(Actor.NameMaxLength);
    }
}
