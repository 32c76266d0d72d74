using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.PolicyMatching;

/// <summary>Who may have a policy: the criteria that staff have drawn from its text.</summary>
public sealed class PolicyCriteria : IVersioned
{
    public const int NoteMaxLength = 300;

    public int PolicyDocumentId { get; init; }

    public PolicyDocument? Document { get; init; }

    /// <summary>A <see cref="CriteriaGroup"/> as <see cref="CriteriaTrees"/> writes it.</summary>
    public required string Tree { get; set; }

    /// <summary>申报截止日: the last day to apply; null where the policy names none.</summary>
    public DateOnly? ApplyUntil { get; set; }

    /// <summary>Which article of the policy the criteria were drawn from, for readers.</summary>
    public string? Note { get; set; }

    public required string ChangedBy { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime UpdatedAt { get; set; }

    public int Version { get; set; }
}

internal sealed class PolicyCriteriaTable : IEntityTypeConfiguration<PolicyCriteria>
{
    public void Configure(EntityTypeBuilder<PolicyCriteria> builder)
    {
        builder.ToTable("PolicyCriteria");
        builder.HasKey(c => c.PolicyDocumentId);
        builder.Property(c => c.PolicyDocumentId).ValueGeneratedNever();
        builder.Property(c => c.Tree).Unbounded();
        builder.Property(c => c.Note).HasMaxLength(PolicyCriteria.NoteMaxLength);
        builder.Property(c => c.ChangedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(c => c.Document).WithOne().HasForeignKey<PolicyCriteria>(c => c.PolicyDocumentId);
    }
}
