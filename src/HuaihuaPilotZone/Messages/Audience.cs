namespace HuaihuaPilotZone.Messages;

/// <summary>Whom a notice is for.</summary>
public sealed record Audience
{
    private Audience()
    {
    }

    internal int? PersonId { get; private init; }

    internal string? Role { get; private init; }

    internal int? EnterpriseId { get; private init; }

    public static Audience Person(int userId) => new() { PersonId = userId };

    /// <summary>Staff with this role.</summary>
    public static Audience Staff(string role) => new() { Role = role };

    /// <summary>The enterprise's administrators and, while they serve it, the given person.</summary>
    public static Audience Enterprise(int enterpriseId, int? personId = null) => new() { EnterpriseId = enterpriseId, PersonId = personId };
}
