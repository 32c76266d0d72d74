using HuaihuaPilotZone.Content.Editorial;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Risks;

internal sealed class RiskNoticeTable : IEntityTypeConfiguration<RiskNotice>
{
    public void Configure(EntityTypeBuilder<RiskNotice> builder)
    {
        builder.ToTable("RiskNotices", t => t.HasCheckConstraint("CK_RiskNotices_Source", "\"Source\" <> ''"));
        builder.Property(n => n.Number).HasMaxLength(RiskNotice.NumberMaxLength);
        builder.Property(n => n.Title).HasMaxLength(RiskNotice.TitleMaxLength);
        builder.Property(n => n.EnglishTitle).HasMaxLength(RiskNotice.EnglishTitleMaxLength);
        builder.Property(n => n.Summary).HasMaxLength(RiskNotice.SummaryMaxLength);
        builder.Property(n => n.EnglishSummary).HasMaxLength(RiskNotice.EnglishSummaryMaxLength);
        builder.Property(n => n.Body).HasMaxLength(RiskNotice.BodyMaxLength);
        builder.Property(n => n.EnglishBody).HasMaxLength(RiskNotice.BodyMaxLength);
        builder.Property(n => n.Source).HasMaxLength(RiskNotice.SourceMaxLength);
        builder.Property(n => n.SourceAddress).HasMaxLength(RiskNotice.SourceAddressMaxLength);
        builder.HasEditorialColumns();
        builder.HasMany(n => n.Countries).WithOne().HasForeignKey(c => c.NoticeId);
        builder.HasMany(n => n.Goods).WithOne().HasForeignKey(g => g.NoticeId);
        builder.HasMany(n => n.Corridors).WithOne().HasForeignKey(c => c.NoticeId);
        builder.HasIndex(n => n.Number).IsUnique();
        // the public list and what holds today: the latest first, with the last day, so that what is over is passed without being read
        builder.HasIndex(n => new { n.State, n.From, n.Id, n.Until });
        // the feed
        builder.HasIndex(n => new { n.State, n.PublishedAt, n.Id });
        builder.HasIndex(n => n.From);
        builder.HasIndex(n => n.Until);
        builder.HasIndex(n => new { n.Step, n.UpdatedAt });
    }
}

internal sealed class RiskCountryTable : IEntityTypeConfiguration<RiskCountry>
{
    public void Configure(EntityTypeBuilder<RiskCountry> builder)
    {
        builder.ToTable("RiskCountries");
        builder.HasKey(c => new { c.NoticeId, c.Code });
        builder.Property(c => c.Code).HasMaxLength(RiskCountry.CodeLength);
    }
}

internal sealed class RiskGoodsTable : IEntityTypeConfiguration<RiskGoods>
{
    public void Configure(EntityTypeBuilder<RiskGoods> builder)
    {
        builder.ToTable("RiskGoods");
        builder.HasKey(g => new { g.NoticeId, g.Prefix });
        builder.Property(g => g.Prefix).HasMaxLength(RiskGoods.MostDigits);
        builder.Property(g => g.First).HasMaxLength(RiskGoods.MostDigits);
        builder.Property(g => g.Last).HasMaxLength(RiskGoods.MostDigits);
    }
}

internal sealed class RiskCorridorTable : IEntityTypeConfiguration<RiskCorridor>
{
    public void Configure(EntityTypeBuilder<RiskCorridor> builder)
    {
        builder.ToTable("RiskCorridors");
        builder.HasKey(c => new { c.NoticeId, c.CorridorId });
        builder.HasOne(c => c.Corridor).WithMany().HasForeignKey(c => c.CorridorId);
    }
}
