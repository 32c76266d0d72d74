using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Declarations.Review;

/// <summary>A reason that reviewers give again and again, written once.</summary>
public sealed class ReviewReason : IVersioned
{
    public const int TopicMaxLength = 60;

    /// <summary>The label of the field a reason stands at.</summary>
    public const string FieldPlaceholder = "{栏目}";

    /// <summary>What the enterprise has typed there.</summary>
    public const string ValuePlaceholder = "{现值}";

    /// <summary>What a text may hold between braces.</summary>
    public static readonly IReadOnlyList<string> Placeholders = [FieldPlaceholder, ValuePlaceholder];

    public int Id { get; init; }

    public required string Topic { get; set; }

    /// <summary>JSON Pointer of the field it usually stands at; null for any.</summary>
    public string? Path { get; set; }

    public required string Text { get; set; }

    /// <summary>No longer offered; returns that used it keep their text.</summary>
    public bool IsRetired { get; set; }

    public int Version { get; set; }
}

internal sealed class ReviewReasonTable : IEntityTypeConfiguration<ReviewReason>
{
    public void Configure(EntityTypeBuilder<ReviewReason> builder)
    {
        builder.ToTable("ReviewReasons");
        builder.Property(r => r.Topic).HasMaxLength(ReviewReason.TopicMaxLength);
        builder.Property(r => r.Path).HasMaxLength(ReturnPoint.PathMaxLength);
        builder.Property(r => r.Text).HasMaxLength(ReturnPoint.ReasonMaxLength);
    }
}
