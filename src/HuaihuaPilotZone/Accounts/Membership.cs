using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Accounts;

/// <summary>One person's work for one enterprise, from a day on until it is ended. A person may serve several.</summary>
public sealed class Membership
{
    public int Id { get; init; }

    public required int UserId { get; init; }

    public PortalUser? User { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required MembershipRole Role { get; set; }

    /// <summary>UTC; set again when an ended membership is taken up once more.</summary>
    public required DateTime Since { get; set; }

    /// <summary>UTC; null while it lasts.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>UTC; since when an administrator of the enterprise has suspended it: the person acts for it no more until it is resumed. Null while it is not.</summary>
    public DateTime? SuspendedAt { get; set; }
}
