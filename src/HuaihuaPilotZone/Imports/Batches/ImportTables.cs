using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data.Conventions;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Imports.Batches;

internal sealed class ImportBatchTable : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.ToTable("ImportBatches");
        builder.Property(b => b.Kind).HasMaxLength(ImportBatch.KindMaxLength);
        builder.Property(b => b.Variant).HasMaxLength(ImportBatch.VariantMaxLength);
        builder.Property(b => b.Columns).Unbounded();
        builder.Property(b => b.Places).Unbounded();
        builder.Property(b => b.Top).Unbounded();
        builder.Property(b => b.CreatedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(b => b.Enterprise).WithMany().HasForeignKey(b => b.EnterpriseId);
        builder.HasOne(b => b.File).WithMany().HasForeignKey(b => b.FileId);
        builder.HasIndex(b => new { b.EnterpriseId, b.Id });
    }
}

internal sealed class ImportGroupTable : IEntityTypeConfiguration<ImportGroup>
{
    public void Configure(EntityTypeBuilder<ImportGroup> builder)
    {
        builder.ToTable("ImportGroups");
        builder.HasKey(g => new { g.BatchId, g.Key });
        builder.Property(g => g.Key).HasMaxLength(ImportGroup.KeyMaxLength);
        builder.Property(g => g.Result).HasMaxLength(ImportGroup.ResultMaxLength);
        builder.Property(g => g.Once).HasMaxLength(ImportGroup.KeyMaxLength);
        builder.Ignore(g => g.Name);
        builder.Ignore(g => g.IsOpen);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(g => g.BatchId);
        builder.HasIndex(g => new { g.BatchId, g.State, g.FirstRow });
        builder.HasIndex(g => new { g.BatchId, g.Once });
    }
}

internal sealed class ImportRowTable : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("ImportRows");
        builder.HasKey(r => new { r.BatchId, r.Number });
        builder.Property(r => r.Number).ValueGeneratedNever();
        builder.Property(r => r.Key).HasMaxLength(ImportGroup.KeyMaxLength);
        builder.Property(r => r.Cells).Unbounded();
        builder.Property(r => r.Originals).Unbounded();
        builder.Property(r => r.Note).HasMaxLength(ImportRow.NoteMaxLength);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(r => r.BatchId);
        builder.HasIndex(r => new { r.BatchId, r.Key });
    }
}

internal sealed class ImportProblemTable : IEntityTypeConfiguration<ImportProblem>
{
    public void Configure(EntityTypeBuilder<ImportProblem> builder)
    {
        builder.ToTable("ImportProblems");
        builder.Property(p => p.Key).HasMaxLength(ImportGroup.KeyMaxLength);
        builder.Property(p => p.Column).HasMaxLength(ImportProblem.ColumnMaxLength);
        builder.Property(p => p.Value).HasMaxLength(ImportProblem.ValueMaxLength);
        builder.Property(p => p.RuleId).HasMaxLength(ImportProblem.RuleMaxLength);
        builder.Property(p => p.Title).HasMaxLength(ImportProblem.TitleMaxLength);
        builder.Property(p => p.Reason).HasMaxLength(ImportProblem.ReasonMaxLength);
        builder.Property(p => p.Suggestion).HasMaxLength(ImportProblem.ReasonMaxLength);
        builder.Property(p => p.Choices).HasMaxLength(ImportProblem.ChoicesMaxLength);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(p => p.BatchId);
        builder.HasIndex(p => new { p.BatchId, p.Key });
        builder.HasIndex(p => new { p.BatchId, p.RowNumber });
        builder.HasIndex(p => new { p.BatchId, p.RuleId, p.Column });
    }
}

internal sealed class RememberedColumnTable : IEntityTypeConfiguration<RememberedColumn>
{
    public void Configure(EntityTypeBuilder<RememberedColumn> builder)
    {
        builder.ToTable("RememberedColumns");
        builder.Property(c => c.Kind).HasMaxLength(ImportBatch.KindMaxLength);
        builder.Property(c => c.HeadingSet).HasMaxLength(RememberedColumn.HeadingSetLength);
        builder.Property(c => c.Heading).HasMaxLength(RememberedColumn.HeadingMaxLength);
        builder.Property(c => c.Target).HasMaxLength(ImportProblem.ColumnMaxLength);
        builder.HasOne<Enterprise>().WithMany().HasForeignKey(c => c.EnterpriseId);
        builder.HasIndex(c => new { c.EnterpriseId, c.Kind, c.HeadingSet, c.Heading }).IsUnique();
    }
}
