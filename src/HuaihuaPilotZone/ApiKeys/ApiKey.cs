using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.ApiKeys;

/// <summary>What a key may be used for.</summary>
[Flags]
public enum ApiScopes
{
    None = 0,

    /// <summary>declarations:read. Read documents, states, receipts; download messages.</summary>
    ReadDeclarations = 1,

    /// <summary>declarations:write. Create, replace and withdraw drafts.</summary>
    WriteDeclarations = 2,

    /// <summary>declarations:submit. Submit to the park.</summary>
    SubmitDeclarations = 4,

    /// <summary>events:write. Report events and readings of consignments that name the enterprise as provider.</summary>
    ReportEvents = 8,

    /// <summary>Everything about declarations. Kept keys hold this word, so that it must not come to mean more.</summary>
    All = ReadDeclarations | WriteDeclarations | SubmitDeclarations,
}

/// <summary>A key with which an enterprise's own system calls the interface. The key itself is shown once and kept as a hash only.</summary>
public sealed class ApiKey
{
    public const int NameMaxLength = 60;
    public const int PrefixLength = 12;

    public int Id { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    /// <summary>What the enterprise calls it, such as the name of its system.</summary>
    public required string Name { get; init; }

    /// <summary>The first characters, by which people recognise a key.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the whole key, hexadecimal. The key has 256 random bits, so that no salt is needed.</summary>
    public required string Hash { get; init; }

    public required ApiScopes Scopes { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>Last civil day on which it works; null for no end.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Civil day on which it was last used.</summary>
    public DateOnly? LastUsedOn { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }
}
