using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Figures.Indicators;

internal sealed class IndicatorTable : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("Indicators");
        builder.Property(i => i.Code).HasMaxLength(Indicator.CodeMaxLength);
        builder.Property(i => i.Name).HasMaxLength(Indicator.NameMaxLength);
        builder.Property(i => i.EnglishName).HasMaxLength(Indicator.EnglishNameMaxLength);
        builder.Property(i => i.Unit).HasMaxLength(Figure.UnitMaxLength);
        builder.Property(i => i.EnglishUnit).HasMaxLength(Figure.EnglishUnitMaxLength);
        builder.Property(i => i.Definition).HasMaxLength(Indicator.DefinitionMaxLength);
        builder.Property(i => i.EnglishDefinition).HasMaxLength(Indicator.EnglishDefinitionMaxLength);
        builder.Property(i => i.Topic).HasMaxLength(Figure.TopicMaxLength);
        builder.Property(i => i.Pending).Unbounded();
        builder.Property(i => i.ChangedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasMany(i => i.Series).WithOne(s => s.Indicator).HasForeignKey(s => s.IndicatorId);
        builder.HasIndex(i => i.Code).IsUnique();
    }
}

internal sealed class IndicatorSeriesTable : IEntityTypeConfiguration<IndicatorSeries>
{
    public void Configure(EntityTypeBuilder<IndicatorSeries> builder)
    {
        builder.ToTable("IndicatorSeries");
        builder.Property(s => s.Code).HasMaxLength(IndicatorSeries.CodeMaxLength);
        builder.Property(s => s.Name).HasMaxLength(IndicatorSeries.NameMaxLength);
        builder.Property(s => s.EnglishName).HasMaxLength(IndicatorSeries.EnglishNameMaxLength);
        builder.Property(s => s.Counting).HasMaxLength(IndicatorSeries.CountingMaxLength);
        builder.Property(s => s.EnglishCounting).HasMaxLength(IndicatorSeries.EnglishCountingMaxLength);
        builder.Property(s => s.Pending).Unbounded();
        builder.Property(s => s.ChangedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne<IndicatorSeries>().WithMany().HasForeignKey(s => s.ComparedWithId);
        builder.HasIndex(s => new { s.IndicatorId, s.Code }).IsUnique();
    }
}

internal sealed class ObservationTable : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.ToTable("Observations", t =>
        {
            t.HasCheckConstraint("CK_Observations_Source", "\"State\" <> 'Published' OR \"Source\" <> ''");
            t.HasCheckConstraint("CK_Observations_SecondPerson", "\"CheckedById\" IS NULL OR \"EnteredById\" IS NULL OR \"CheckedById\" <> \"EnteredById\"");
        });
        builder.Property(o => o.Period).HasMaxLength(PartialDate.MaxLength);
        builder.Property(o => o.Source).HasMaxLength(Observation.SourceMaxLength);
        builder.Property(o => o.SourceAddress).HasMaxLength(Observation.SourceAddressMaxLength);
        builder.Property(o => o.SourceDate).HasMaxLength(PartialDate.MaxLength);
        builder.Property(o => o.Note).HasMaxLength(Observation.NoteMaxLength);
        builder.Property(o => o.EnglishNote).HasMaxLength(Observation.EnglishNoteMaxLength);
        builder.Property(o => o.EnteredBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(o => o.CheckedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(o => o.Series).WithMany().HasForeignKey(o => o.SeriesId);
        builder.HasIndex(o => new { o.SeriesId, o.Period }).IsUnique();
        builder.HasIndex(o => new { o.State, o.Period });
    }
}
