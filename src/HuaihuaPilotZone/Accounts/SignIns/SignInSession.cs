namespace HuaihuaPilotZone.Accounts.SignIns;

/// <summary>One sign-in of a person in one browser. It lasts while the account's security stamp is the one it began with, and neither limit has passed.</summary>
public sealed class SignInSession
{
    public int Id { get; init; }

    public required int UserId { get; init; }

    public PortalUser? User { get; init; }

    /// <summary>The account's stamp at the time: a new password, other roles or a disabled account end all sessions by changing it.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime BeganAt { get; init; }

    /// <summary>UTC; written every few minutes at most.</summary>
    public required DateTime LastSeenAt { get; init; }

    /// <summary>UTC; when the person last gave a password or code in this session.</summary>
    public required DateTime ProvedAt { get; init; }

    /// <summary>UTC; signed out, here or from another browser. Null while it lasts.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>The address without its last part, for people to recognise.</summary>
    public required string Address { get; init; }

    /// <summary>The whole address as a hash, to know it again.</summary>
    public required string AddressKey { get; init; }

    /// <summary>Browser and system in plain words.</summary>
    public required string Browser { get; init; }
}

/// <summary>A browser in which an account has signed in before: it carries a sealed cookie.</summary>
public sealed class KnownBrowser
{
    public int Id { get; init; }

    public required int UserId { get; init; }

    public PortalUser? User { get; init; }

    /// <summary>Hash of what the cookie says.</summary>
    public required string KeyHash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime FirstSeenAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime LastSeenAt { get; init; }
}

/// <summary>A person's second factor: an app that makes codes (TOTP, RFC 6238).</summary>
public sealed class SecondFactor
{
    public required int UserId { get; init; }

    public PortalUser? User { get; init; }

    /// <summary>What the app shares with the portal, encrypted; null before the first code was confirmed.</summary>
    public string? Secret { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? ConfirmedAt { get; init; }

    /// <summary>The time step of the last code that was taken: no code counts twice.</summary>
    public long LastStep { get; init; }

    /// <summary>The secret of an app that is being set up, encrypted; null when none is.</summary>
    public string? NewSecret { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? NewSecretAt { get; init; }
}

/// <summary>A code on paper for who has lost the app. Each is good once.</summary>
public sealed class RecoveryCode
{
    public int Id { get; init; }

    public required int UserId { get; init; }

    public PortalUser? User { get; init; }

    /// <summary>Its place among the person's codes; the code begins with it, so that one hash is computed and not ten.</summary>
    public required int Number { get; init; }

    /// <summary>Hashed like a password.</summary>
    public required string Hash { get; init; }

    /// <summary>UTC; null while it can be used.</summary>
    public DateTime? UsedAt { get; init; }
}

/// <summary>Counts the attempts of one kind, so that several instances know of each other's.</summary>
public sealed class AttemptCount
{
    /// <summary>Hash of what is counted.</summary>
    public required string Key { get; init; }

    /// <summary>Attempts that were not followed by a success.</summary>
    public required int Failures { get; init; }

    /// <summary>Counted up with every change: who saw an older one has to look again.</summary>
    public required int Turn { get; init; }

    /// <summary>UTC; no attempt before.</summary>
    public required DateTime OpenFrom { get; init; }

    /// <summary>UTC; then the count begins anew.</summary>
    public required DateTime ExpiresAt { get; init; }
}
