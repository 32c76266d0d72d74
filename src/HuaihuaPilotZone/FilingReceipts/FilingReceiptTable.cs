using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.FilingReceipts;

internal sealed class FilingReceiptTable : IEntityTypeConfiguration<FilingReceipt>
{
    public void Configure(EntityTypeBuilder<FilingReceipt> builder)
    {
        builder.ToTable("FilingReceipts");
        builder.Property(r => r.Number).HasMaxLength(FilingReceipt.NumberMaxLength);
        builder.Property(r => r.SubjectKey).HasMaxLength(FilingReceipt.NumberMaxLength);
        builder.Property(r => r.Detail).HasMaxLength(FilingReceipt.DetailMaxLength);
        builder.Property(r => r.CheckCode).HasMaxLength(FilingReceipt.CodeMaxLength);
        builder.Property(r => r.Salt).HasMaxLength(FilingReceipt.SaltLength);
        builder.Property(r => r.ContentHash).HasMaxLength(FilingReceipt.HashLength);
        builder.HasOne(r => r.JournalLine).WithMany().HasForeignKey(r => r.JournalLineId);
        builder.HasOne(r => r.Submission).WithMany().HasForeignKey(r => r.SubmissionId);
        builder.HasOne(r => r.Letter).WithMany().HasForeignKey(r => r.LetterId);
        builder.HasOne(r => r.InformationRequest).WithMany().HasForeignKey(r => r.InformationRequestId);
        builder.HasOne(r => r.EntryApplication).WithMany().HasForeignKey(r => r.EntryApplicationId);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => r.SubjectKey);
    }
}
