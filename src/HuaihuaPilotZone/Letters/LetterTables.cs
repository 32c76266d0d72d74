using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Letters;

internal sealed class LetterTable : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.ToTable("Letters");
        builder.Ignore(l => l.MayBePublished);
        builder.Property(l => l.Number).HasMaxLength(Letter.NumberMaxLength);
        builder.Property(l => l.CodeHash).HasMaxLength(QueryCode.HashLength);
        builder.Property(l => l.Title).HasMaxLength(Letter.TitleMaxLength);
        builder.Property(l => l.Body).HasMaxLength(Letter.BodyMaxLength);
        builder.Property(l => l.ProtectedWriter).HasMaxLength(PersonalColumn.MaxLength);
        builder.Property(l => l.PrivacyNoticeVersion).HasMaxLength(PrivacyNotice.VersionMaxLength);
        builder.Property(l => l.Reply).HasMaxLength(Letter.ReplyMaxLength);
        builder.Property(l => l.RepliedBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(l => l.PublicTitle).HasMaxLength(Letter.TitleMaxLength);
        builder.Property(l => l.PublicBody).HasMaxLength(Letter.BodyMaxLength);
        builder.Property(l => l.PublicReply).HasMaxLength(Letter.ReplyMaxLength);
        builder.HasOne(l => l.Assignee).WithMany().HasForeignKey(l => l.AssigneeId);
        builder.HasMany(l => l.Files).WithOne().HasForeignKey(f => f.LetterId);
        builder.HasIndex(l => l.Number).IsUnique();
        builder.HasIndex(l => new { l.State, l.ReceivedAt });
        builder.HasIndex(l => new { l.ReceivedAt, l.Id });
        builder.HasIndex(l => new { l.PublicState, l.PublishedAt });
    }
}

internal sealed class LetterFileTable : IEntityTypeConfiguration<LetterFile>
{
    public void Configure(EntityTypeBuilder<LetterFile> builder)
    {
        builder.ToTable("LetterFiles");
        builder.HasOne(f => f.File).WithMany().HasForeignKey(f => f.FileId);
    }
}

internal sealed class LetterEscalationTable : IEntityTypeConfiguration<LetterEscalation>
{
    public void Configure(EntityTypeBuilder<LetterEscalation> builder)
    {
        builder.ToTable("LetterEscalations");
        builder.HasOne(e => e.Letter).WithMany().HasForeignKey(e => e.LetterId);
        builder.HasIndex(e => new { e.LetterId, e.Days }).IsUnique();
    }
}
