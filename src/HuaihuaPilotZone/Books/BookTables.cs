using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Books;

internal sealed class BookPartyTable : IEntityTypeConfiguration<BookParty>
{
    public void Configure(EntityTypeBuilder<BookParty> builder)
    {
        builder.ToTable("BookParties");
        builder.Property(p => p.Name).HasMaxLength(BookParty.NameMaxLength);
        // a number, so that one role of several can be asked for
        builder.Property(p => p.Roles).HasConversion<int>();
        builder.Property(p => p.Code).HasMaxLength(BookParty.CodeMaxLength);
        builder.Property(p => p.CustomsCode).HasMaxLength(BookParty.CustomsCodeMaxLength);
        builder.Property(p => p.Note).HasMaxLength(BookParty.NoteMaxLength);
        builder.Property(p => p.SearchText).HasMaxLength(BookParty.NameMaxLength + BookParty.CodeMaxLength + BookParty.CustomsCodeMaxLength + 2);
        builder.HasOne(p => p.Enterprise).WithMany().HasForeignKey(p => p.EnterpriseId);
        builder.HasIndex(p => new { p.EnterpriseId, p.Name }).IsUnique();
    }
}

internal sealed class BookProductTable : IEntityTypeConfiguration<BookProduct>
{
    private const int CodeMaxLength = 3;

    public void Configure(EntityTypeBuilder<BookProduct> builder)
    {
        builder.ToTable("BookProducts");
        builder.Property(p => p.ItemNo).HasMaxLength(BookProduct.ItemNoMaxLength);
        builder.Property(p => p.Name).HasMaxLength(BookProduct.NameMaxLength);
        builder.Property(p => p.OwnName).HasMaxLength(BookProduct.NameMaxLength);
        builder.Property(p => p.HsCode).HasMaxLength(10);
        builder.Property(p => p.Elements).HasMaxLength(BookProduct.ElementsMaxLength);
        builder.Property(p => p.BarCode).HasMaxLength(BookProduct.BarCodeMaxLength);
        builder.Property(p => p.Unit).HasMaxLength(CodeMaxLength);
        builder.Property(p => p.Unit1).HasMaxLength(CodeMaxLength);
        builder.Property(p => p.Unit2).HasMaxLength(CodeMaxLength);
        builder.Property(p => p.Currency).HasMaxLength(CodeMaxLength);
        builder.Property(p => p.Destination).HasMaxLength(CodeMaxLength);
        builder.Property(p => p.Origin).HasMaxLength(CodeMaxLength);
        builder.Property(p => p.SearchText).HasMaxLength(BookProduct.ItemNoMaxLength + (2 * BookProduct.NameMaxLength) + 13);
        builder.HasOne(p => p.Enterprise).WithMany().HasForeignKey(p => p.EnterpriseId);
        builder.HasIndex(p => new { p.EnterpriseId, p.ItemNo }).IsUnique();
        builder.HasIndex(p => new { p.EnterpriseId, p.HsCode });
        // whose goods a notice of a risk is about
        builder.HasIndex(p => new { p.HsCode, p.EnterpriseId });
    }
}
