using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Enterprises.Past;

internal sealed class RecordSpanTable : IEntityTypeConfiguration<RecordSpan>
{
    public void Configure(EntityTypeBuilder<RecordSpan> builder)
    {
        builder.ToTable("RecordSpans");
        builder.Property(s => s.Reason).HasMaxLength(RecordSpan.ReasonMaxLength);
        builder.Property(s => s.RecordedBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(s => s.Name).HasMaxLength(Enterprise.NameMaxLength);
        builder.Property(s => s.NameText).HasMaxLength(Enterprise.NameMaxLength);
        builder.Property(s => s.NameKey).HasMaxLength(Enterprise.NameKeyMaxLength);
        builder.Property(s => s.CreditCode).HasMaxLength(Enterprise.CreditCodeMaxLength);
        builder.Property(s => s.TagIds).HasMaxLength(RecordSpan.TagIdsMaxLength);
        builder.HasOne(s => s.Enterprise).WithMany().HasForeignKey(s => s.EnterpriseId);
        // of one enterprise, for whoever writes
        builder.HasIndex(s => new { s.EnterpriseId, s.SupersededOn, s.ValidTo });
        // the list of a day, in its order
        builder.HasIndex(s => new { s.SupersededOn, s.NameKey, s.Id });
        // what began between two days
        builder.HasIndex(s => new { s.SupersededOn, s.ValidFrom, s.Id });
        // what everybody saw began, for the change log
        builder.HasIndex(s => new { s.SupersededOn, s.IsShown, s.ValidFrom, s.Id });
        // a whole code
        builder.HasIndex(s => new { s.CreditCode, s.SupersededOn, s.Id });
        // whatever narrows the roster of a day but a word: looking needs nothing else
        builder.HasIndex(s => new { s.SupersededOn, s.ValidTo, s.ValidFrom, s.Stage, s.Type, s.ParkAreaId, s.EnterpriseId, s.TagIds });
    }
}

internal sealed class FormerWordTable : IEntityTypeConfiguration<FormerWord>
{
    public void Configure(EntityTypeBuilder<FormerWord> builder)
    {
        builder.ToTable("FormerWords");
        builder.Property(w => w.Word).HasMaxLength(FormerWord.WordMaxLength);
        builder.HasIndex(w => new { w.Kind, w.ItemId, w.Until });
    }
}
