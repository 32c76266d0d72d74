using HuaihuaPilotZone.Data.Conventions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Accounts;

internal sealed class PortalUserTable : IEntityTypeConfiguration<PortalUser>
{
    private const int HashMaxLength = 400;

    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("Users");
        builder.Property(u => u.DisplayName).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.Property(u => u.PrivacyNoticeVersion).HasMaxLength(PrivacyNotice.VersionMaxLength);
        builder.Property(u => u.PasswordHash).HasMaxLength(HashMaxLength);
        builder.Property(u => u.SecurityStamp).HasMaxLength(HashMaxLength);
        builder.Property(u => u.ConcurrencyStamp).HasMaxLength(HashMaxLength);
        builder.Property(u => u.PhoneNumber).HasMaxLength(30);
        builder.HasIndex(u => u.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
    }
}

internal sealed class AdministratorGuardTable : IEntityTypeConfiguration<AdministratorGuard>
{
    public void Configure(EntityTypeBuilder<AdministratorGuard> builder)
    {
        builder.ToTable("AdministratorGuard");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.HasData(new AdministratorGuard { Id = 1 });
    }
}

internal sealed class MembershipTable : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.HasOne(m => m.User).WithMany(u => u.Memberships).HasForeignKey(m => m.UserId);
        builder.HasOne(m => m.Enterprise).WithMany().HasForeignKey(m => m.EnterpriseId);
        builder.HasIndex(m => new { m.UserId, m.EnterpriseId }).IsUnique();
    }
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.Property(i => i.TokenHash).HasMaxLength(Invitation.TokenHashMaxLength);
        builder.Property(i => i.Name).HasMaxLength(PortalUser.DisplayNameMaxLength);
        builder.Property(i => i.Email).HasMaxLength(Invitation.EmailMaxLength).IgnoringCase();
        builder.Property(i => i.StaffRoleNames).HasMaxLength(Invitation.RolesMaxLength);
        builder.Property(i => i.CreatedBy).HasMaxLength(Common.Actor.NameMaxLength);
        builder.HasOne(i => i.Enterprise).WithMany().HasForeignKey(i => i.EnterpriseId);
        builder.HasIndex(i => i.TokenHash).IsUnique();
    }
}

internal static class IdentityTables
{
    /// <summary>Identity's own tables under the house's names; its free texts get a length.</summary>
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<PortalRole>().ToTable("Roles").Property(r => r.ConcurrencyStamp).HasMaxLength(400);
        builder.Entity<IdentityUserRole<int>>().ToTable("UserRoles");
        builder.Entity<IdentityUserClaim<int>>(c => Texts(c.ToTable("UserClaims").Property(x => x.ClaimType), c.Property(x => x.ClaimValue)));
        builder.Entity<IdentityRoleClaim<int>>(c => Texts(c.ToTable("RoleClaims").Property(x => x.ClaimType), c.Property(x => x.ClaimValue)));
        builder.Entity<IdentityUserLogin<int>>(l =>
        {
            l.ToTable("UserLogins");
            Texts(l.Property(x => x.ProviderDisplayName));
        });
        builder.Entity<IdentityUserToken<int>>(t =>
        {
            t.ToTable("UserTokens");
            t.Property(x => x.Value).HasMaxLength(2000);
        });
    }

    private static void Texts(params PropertyBuilder<string?>[] properties)
    {
        foreach (var property in properties) property.HasMaxLength(400);
    }
}
