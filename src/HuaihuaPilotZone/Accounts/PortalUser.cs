using Microsoft.AspNetCore.Identity;

namespace HuaihuaPilotZone.Accounts;

/// <summary>A person who signs in. Staff have roles; people of enterprises have <see cref="Membership"/>s.</summary>
public sealed class PortalUser : IdentityUser<int>
{
    public const int DisplayNameMaxLength = 60;
    public const int UserNameMinLength = 3;
    public const int UserNameMaxLength = 40;

    /// <summary>What a user name may consist of. No @, so that nobody can take another person's address for a name.</summary>
    public const string UserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";

    public required string DisplayName { get; set; }

    /// <summary>Set by an administrator; a disabled person cannot sign in and open sessions end.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? LastSignInAt { get; set; }

    /// <summary>Seeded for Development only.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>Version of the privacy notice this person was shown and accepted.</summary>
    public string? PrivacyNoticeVersion { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? PrivacyNoticeAcceptedAt { get; set; }

    /// <summary>UTC; when the last link for a new password was sent, so that nobody's mailbox is flooded.</summary>
    public DateTime? ResetMailSentAt { get; set; }

    public List<Membership> Memberships { get; init; } = [];
}

/// <summary>A role of the park's staff.</summary>
public sealed class PortalRole : IdentityRole<int>
{
    public PortalRole()
    {
    }

    public PortalRole(string name)
        : base(name)
    {
    }
}
