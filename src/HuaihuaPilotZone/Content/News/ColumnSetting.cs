using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Content.News;

/// <summary>A column that staff added, or what they have set for one that the portal brings along.</summary>
public sealed class ColumnSetting : IVersioned
{
    /// <summary>Most characters of a code; the topic of its subscribers holds it too.</summary>
    public const int CodeMaxLength = 40;

    public const int NameMaxLength = 20;
    public const int EnglishNameMaxLength = 40;
    public const int MostDays = 730;
    public const int LastPosition = 99;

    /// <summary>The code.</summary>
    public required string Column { get; init; }

    /// <summary>Null while it is called as the portal calls it.</summary>
    public string? Name { get; set; }

    /// <summary>Null while it is called as the portal calls it.</summary>
    public string? EnglishName { get; set; }

    /// <summary>Null for a column that the portal brings along.</summary>
    public ColumnKind? Kind { get; init; }

    /// <summary>Days after which something new is expected; null for no rhythm.</summary>
    public int? RhythmDays { get; set; }

    /// <summary>Place among the columns, the smallest first.</summary>
    public required int Position { get; set; }

    /// <summary>UTC; null while texts can come into it.</summary>
    public DateTime? RetiredAt { get; set; }

    public int Version { get; set; }
}

internal sealed class ColumnSettingTable : IEntityTypeConfiguration<ColumnSetting>
{
    public void Configure(EntityTypeBuilder<ColumnSetting> builder)
    {
        builder.ToTable("NewsColumns");
        builder.HasKey(c => c.Column);
        builder.Property(c => c.Column).HasMaxLength(ColumnSetting.CodeMaxLength);
        builder.Property(c => c.Name).HasMaxLength(ColumnSetting.NameMaxLength);
        builder.Property(c => c.EnglishName).HasMaxLength(ColumnSetting.EnglishNameMaxLength);
    }
}
