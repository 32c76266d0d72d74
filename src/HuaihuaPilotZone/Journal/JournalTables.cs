using HuaihuaPilotZone.Personal.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Journal;

internal sealed class JournalLineTable : IEntityTypeConfiguration<JournalLine>
{
    public void Configure(EntityTypeBuilder<JournalLine> builder)
    {
        builder.ToTable("JournalLines");
        builder.Property(l => l.UserName).HasMaxLength(Common.Actor.NameMaxLength);
        builder.Property(l => l.Subject).HasMaxLength(JournalLine.SubjectMaxLength);
        builder.Property(l => l.SubjectKey).HasMaxLength(JournalLine.SubjectKeyMaxLength);
        builder.Property(l => l.Act).HasMaxLength(JournalLine.ActMaxLength);
        builder.Property(l => l.Note).HasMaxLength(JournalLine.NoteMaxLength);
        builder.HasMany(l => l.Changes).WithOne().HasForeignKey(c => c.JournalLineId);
        builder.HasIndex(l => new { l.Subject, l.SubjectKey, l.Id });
    }
}

internal sealed class JournalChangeTable : IEntityTypeConfiguration<JournalChange>
{
    public void Configure(EntityTypeBuilder<JournalChange> builder)
    {
        builder.ToTable("JournalChanges");
        builder.Property(c => c.Field).HasMaxLength(JournalChange.FieldMaxLength);
        builder.Property(c => c.OldValue).HasMaxLength(JournalChange.ValueMaxLength);
        builder.Property(c => c.NewValue).HasMaxLength(JournalChange.ValueMaxLength);
        builder.Property(c => c.Salt).HasMaxLength(JournalChange.HashMaxLength);
        builder.Property(c => c.OldHash).HasMaxLength(JournalChange.HashMaxLength);
        builder.Property(c => c.NewHash).HasMaxLength(JournalChange.HashMaxLength);
        builder.HasOne(c => c.Personal).WithOne().HasForeignKey<JournalPersonalValue>(p => p.JournalChangeId);
    }
}

internal sealed class JournalPersonalValueTable : IEntityTypeConfiguration<JournalPersonalValue>
{
    public void Configure(EntityTypeBuilder<JournalPersonalValue> builder)
    {
        builder.ToTable("JournalPersonalValues");
        builder.HasKey(p => p.JournalChangeId);
        builder.Property(p => p.OldValue).Encrypted(JournalChange.ValueMaxLength);
        builder.Property(p => p.NewValue).Encrypted(JournalChange.ValueMaxLength);
    }
}
