using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Declarations;

internal sealed class DeclarationSourceTable : IEntityTypeConfiguration<DeclarationSource>
{
    public void Configure(EntityTypeBuilder<DeclarationSource> builder)
    {
        builder.ToTable("DeclarationSources");
        builder.HasOne<Declaration>().WithMany(d => d.Sources).HasForeignKey(s => s.DeclarationId);
        builder.HasOne(s => s.Source).WithMany().HasForeignKey(s => s.SourceId);
        builder.HasIndex(s => new { s.DeclarationId, s.SourceId }).IsUnique();
    }
}

internal sealed class ReturnLedgerTable : IEntityTypeConfiguration<ReturnLedger>
{
    public void Configure(EntityTypeBuilder<ReturnLedger> builder)
    {
        builder.ToTable("ReturnLedgers");
        builder.HasOne<Declaration>().WithMany().HasForeignKey(l => l.SourceId);
        builder.HasIndex(l => l.SourceId).IsUnique();
    }
}

internal sealed class ReturnedQuantityTable : IEntityTypeConfiguration<ReturnedQuantity>
{
    public void Configure(EntityTypeBuilder<ReturnedQuantity> builder)
    {
        builder.ToTable("ReturnedQuantities");
        builder.HasOne<Declaration>().WithMany().HasForeignKey(q => q.SourceId);
        builder.HasOne<Declaration>().WithMany().HasForeignKey(q => q.DeclarationId);
        builder.HasIndex(q => new { q.SourceId, q.Line, q.DeclarationId }).IsUnique();
    }
}
