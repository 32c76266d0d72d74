using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>A text as it was published once. Written with the publication; only its withdrawal is noted later.</summary>
public sealed class TextVersion
{
    public int Id { get; init; }

    /// <summary>Kind of the text, as the journal has it.</summary>
    public required string Subject { get; init; }

    /// <summary>Id of the text within its kind.</summary>
    public required int TextId { get; init; }

    /// <summary>1 for the first publication.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    /// <summary>The draft that was published, as JSON.</summary>
    public required string Draft { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>Who published it.</summary>
    public required string PublishedBy { get; init; }

    /// <summary>Who reviewed it; null without a review.</summary>
    public string? ReviewedBy { get; init; }

    /// <summary>Of a policy: first day in force, as this version says.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Of a policy: last day in force, as this version says.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Of a policy: first day no longer in force, as this version says.</summary>
    public DateOnly? RepealedOn { get; init; }

    /// <summary>Whether the text was withdrawn after this version; such a version is for the editors only.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>The version that a publication keeps; the text has its number already.</summary>
    internal static TextVersion Of(string subject, EditedText text, string draft, DateTime at, string by)
    {
        var policy = text as PolicyDocument;
        return new TextVersion
        {
            Subject = subject,
            TextId = text.Id,
            Number = text.VersionNumber,
            Title = Texts.Cut(text.Title, PolicyDocument.TitleMaxLength),
            Draft = draft,
            PublishedAt = at,
            PublishedBy = by,
            ReviewedBy = text.ReviewedBy,
            EffectiveOn = policy?.EffectiveOn,
            ExpiresOn = policy?.ExpiresOn,
            RepealedOn = policy?.RepealedOn,
        };
    }
}

internal sealed class TextVersionTable : IEntityTypeConfiguration<TextVersion>
{
    public void Configure(EntityTypeBuilder<TextVersion> builder)
    {
        builder.ToTable("TextVersions");
        builder.Property(v => v.Subject).HasMaxLength(Journal.JournalLine.SubjectMaxLength);
        builder.Property(v => v.Title).HasMaxLength(PolicyDocument.TitleMaxLength);
        builder.Property(v => v.Draft).Unbounded();
        builder.Property(v => v.PublishedBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(v => v.ReviewedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasIndex(v => new { v.Subject, v.TextId, v.Number }).IsUnique();
    }
}

internal static class EditedTextColumns
{
    /// <summary>The columns that every edited text has.</summary>
    public static void HasEditorialColumns<T>(this EntityTypeBuilder<T> builder)
        where T : EditedText
    {
        builder.Property(t => t.WithdrawalReason).HasMaxLength(EditedText.ReasonMaxLength);
        builder.Property(t => t.Correction).HasMaxLength(EditedText.CorrectionMaxLength);
        builder.Property(t => t.Pending).Unbounded();
        builder.Property(t => t.Writers).HasMaxLength(EditedText.WritersMaxLength);
        builder.Property(t => t.ReviewedBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(t => t.ReturnReason).HasMaxLength(EditedText.ReasonMaxLength);
        builder.Property(t => t.Step).HasDefaultValue(EditorialStep.Writing);
        builder.HasIndex(t => t.PublishAt);
    }
}
