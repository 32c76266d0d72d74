using HuaihuaPilotZone.Content.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Chains;

/// <summary>A policy is about an industry; one row for each pair.</summary>
public sealed class ChainPolicy
{
    public int Id { get; init; }

    public required int ChainId { get; init; }

    public Chain? Chain { get; init; }

    public required int PolicyId { get; init; }

    public PolicyDocument? Policy { get; init; }
}

internal sealed class ChainPolicyTable : IEntityTypeConfiguration<ChainPolicy>
{
    public void Configure(EntityTypeBuilder<ChainPolicy> builder)
    {
        builder.ToTable("ChainPolicies");
        builder.HasOne(p => p.Chain).WithMany().HasForeignKey(p => p.ChainId);
        builder.HasOne(p => p.Policy).WithMany().HasForeignKey(p => p.PolicyId);
        builder.HasIndex(p => new { p.ChainId, p.PolicyId }).IsUnique();
    }
}
