using HuaihuaPilotZone.Personal.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Enterprises.Importing;

/// <summary>What an import has done to one enterprise, so that it can be taken back. It names the enterprise by its id only: the enterprise may be gone.</summary>
public sealed class ImportedEnterprise
{
    public required int BatchId { get; init; }

    public required int EnterpriseId { get; init; }

    /// <summary>Row of the file.</summary>
    public required int RowNumber { get; init; }

    /// <summary>JSON of <see cref="RecordBefore"/>; null where the import has added the enterprise.</summary>
    public string? Before { get; init; }

    /// <summary>Version of the record that the import left behind: with another one somebody has changed it since.</summary>
    public required int Version { get; init; }

    public bool IsUndone { get; set; }
}

/// <summary>A record as it was before an import changed it.</summary>
/// <param name="FormerNames">Ids of the former names that it had.</param>
public sealed record RecordBefore(
    EnterpriseData Data, EnterpriseStage Stage, DateOnly StageSince, DateTime UpdatedAt, IReadOnlyList<ContactData> Contacts, IReadOnlyList<int> FormerNames);

internal sealed class ImportedEnterpriseTable : IEntityTypeConfiguration<ImportedEnterprise>
{
    public void Configure(EntityTypeBuilder<ImportedEnterprise> builder)
    {
        builder.ToTable("ImportedEnterprises");
        builder.HasKey(i => new { i.BatchId, i.EnterpriseId });
        builder.Property(i => i.Before).Encrypted(null);
        builder.HasOne<Imports.Batches.ImportBatch>().WithMany().HasForeignKey(i => i.BatchId);
        builder.HasIndex(i => i.EnterpriseId);
    }
}
