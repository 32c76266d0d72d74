namespace HuaihuaPilotZone.Accounts;

/// <summary>Which people a list shows.</summary>
public enum PeopleView
{
    /// <summary>Staff of the park.</summary>
    Staff,

    /// <summary>People of enterprises.</summary>
    Enterprises,

    /// <summary>Disabled accounts.</summary>
    Disabled,
}

/// <param name="Word">Part of a name, user name or address.</param>
public sealed record PeopleQuery(PeopleView View, string? Word);

/// <summary>A person in the list.</summary>
public sealed record PersonRow
{
    public int Id { get; init; }

    public string UserName { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public string? Email { get; init; }

    public bool IsDisabled { get; init; }

    public bool IsDemonstration { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? LastSignInAt { get; init; }

    /// <summary>Chinese words: staff roles, and 企业名（企业管理员）for memberships.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}

/// <summary>A person's page.</summary>
/// <param name="Roles">Names of staff roles.</param>
/// <param name="Memberships">Lasting and ended ones.</param>
public sealed record PersonDetail(PortalUser Person, IReadOnlyList<string> Roles, IReadOnlyList<Membership> Memberships);
