using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Accounts;

/// <summary>A one-time link that lets somebody become a person of the portal: staff with roles, or an enterprise's person. Only the hash of its token is kept.</summary>
public sealed class Invitation
{
    public const int TokenHashMaxLength = 64;
    public const int EmailMaxLength = 254;
    public const int RolesMaxLength = 200;

    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public int Id { get; init; }

    public required string TokenHash { get; init; }

    public required string Name { get; init; }

    /// <summary>Empty when the link is handed over by hand (create-admin); the person then types their address.</summary>
    public required string Email { get; init; }

    /// <summary>Staff roles separated by commas; empty for an enterprise's person.</summary>
    public string StaffRoleNames { get; init; } = "";

    public int? EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public MembershipRole? MembershipRole { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>UTC; set by the one conditional update that uses the link.</summary>
    public DateTime? UsedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>The staff roles it gives.</summary>
    public IReadOnlyList<string> StaffRoleList => StaffRoleNames.Length == 0 ? [] : StaffRoleNames.Split(',');

    /// <summary>What it makes of a person, in Chinese, such as 园区管理员、审核员 or 企业管理员.</summary>
    public string RoleWords => MembershipRole is { } role ? role.Word() : string.Join('、', StaffRoleList.Select(StaffRoles.Word));

    public bool IsOpen(DateTime now) => UsedAt is null && WithdrawnAt is null && ExpiresAt > now;
}

/// <summary>A fresh invitation with its token, which exists only here and in the link.</summary>
/// <param name="EnterpriseName">For people of an enterprise.</param>
public sealed record IssuedInvitation(string Token, string Name, string Email, string RoleWords, string? EnterpriseName);

/// <summary>An open invitation in the list of the park.</summary>
/// <param name="ExpiresAt">UTC.</param>
public sealed record OpenInvitation(int Id, string Name, string Email, string RoleWords, string? EnterpriseName, string CreatedBy, DateTime ExpiresAt);
