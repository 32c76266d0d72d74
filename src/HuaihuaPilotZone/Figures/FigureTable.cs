using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Figures;

internal sealed class FigureTable : IEntityTypeConfiguration<Figure>
{
    public void Configure(EntityTypeBuilder<Figure> builder)
    {
        builder.ToTable("Figures", t => t.HasCheckConstraint("CK_Figures_Source", "\"Source\" <> ''"));
        builder.Property(f => f.Key).HasMaxLength(Figure.KeyMaxLength);
        builder.Property(f => f.Topic).HasMaxLength(Figure.TopicMaxLength);
        builder.Property(f => f.Label).HasMaxLength(Figure.LabelMaxLength);
        builder.Property(f => f.EnglishLabel).HasMaxLength(Figure.EnglishLabelMaxLength);
        builder.Property(f => f.Text).HasMaxLength(Figure.TextMaxLength);
        builder.Property(f => f.EnglishText).HasMaxLength(Figure.EnglishTextMaxLength);
        builder.Property(f => f.Unit).HasMaxLength(Figure.UnitMaxLength);
        builder.Property(f => f.EnglishUnit).HasMaxLength(Figure.EnglishUnitMaxLength);
        builder.Property(f => f.Source).HasMaxLength(Figure.SourceMaxLength);
        builder.Property(f => f.SourceAddress).HasMaxLength(Figure.SourceAddressMaxLength);
        builder.Property(f => f.AsOf).HasMaxLength(PartialDate.MaxLength);
        builder.Property(f => f.Note).HasMaxLength(Figure.NoteMaxLength);
        builder.Property(f => f.EnglishNote).HasMaxLength(Figure.EnglishNoteMaxLength);
        builder.HasIndex(f => f.Key).IsUnique();
        builder.HasIndex(f => new { f.Topic, f.SortOrder });
    }
}
