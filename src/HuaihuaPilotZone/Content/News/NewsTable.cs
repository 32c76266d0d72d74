using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Content.News;

internal sealed class NewsTable : IEntityTypeConfiguration<NewsItem>
{
    public void Configure(EntityTypeBuilder<NewsItem> builder)
    {
        builder.ToTable("News");
        builder.Property(n => n.Slug).HasMaxLength(NewsItem.SlugMaxLength);
        builder.Property(n => n.Title).HasMaxLength(NewsItem.TitleMaxLength);
        builder.Property(n => n.Summary).HasMaxLength(NewsItem.SummaryMaxLength);
        builder.Property(n => n.Body).Unbounded();
        builder.Property(n => n.Column).HasMaxLength(ColumnSetting.CodeMaxLength);
        builder.HasEditorialColumns();
        builder.Property(n => n.EventDate).HasMaxLength(PartialDate.MaxLength);
        builder.Property(n => n.Source).HasMaxLength(NewsItem.SourceMaxLength);
        builder.Property(n => n.SourceAddress).HasMaxLength(NewsItem.SourceAddressMaxLength);
        builder.Property(n => n.SourceDate).HasMaxLength(PartialDate.MaxLength);
        builder.Property(n => n.SearchText).HasMaxLength(NewsItem.TitleMaxLength + NewsItem.SlugMaxLength + 1);
        builder.Property(n => n.Interprets).HasMaxLength(Policies.PolicyDocument.TitleMaxLength);
        builder.HasOne<Policies.PolicyDocument>().WithMany().HasForeignKey(n => n.InterpretsId);
        builder.HasIndex(n => n.Slug).IsUnique();
        builder.HasIndex(n => new { n.State, n.PublishedAt });
        // columns and years of what is published are counted off these alone
        builder.HasIndex(n => new { n.State, n.Column, n.PublishedAt });
        builder.HasIndex(n => new { n.State, n.EventDate, n.PublishedAt });
        builder.HasIndex(n => new { n.Step, n.UpdatedAt });
        builder.HasIndex(n => n.UpdatedAt);
    }
}
