using System.Security.Cryptography;
using System.Text.Json;
using HuaihuaPilotZone.Personal.Keys;
using Microsoft.AspNetCore.DataProtection;

namespace HuaihuaPilotZone.Accounts;

/// <summary>
/// Keeps what identifies a person encrypted in its column with the keys of personal columns, so that a copy of the database does not tell it.
/// Values from before those keys were protected by data protection; they are read until the keys are changed the next time.
/// </summary>
public sealed class PersonalColumn(IDataProtectionProvider protection, PersonalKeyRing keys)
{
    /// <summary>Characters that a protected person needs at most.</summary>
    public const int MaxLength = 4000;

    /// <summary>All such columns are one to the cipher: what was protected by data protection did not say its column either.</summary>
    internal const string Column = "Personal";

    private readonly IDataProtector _protector = protection.CreateProtector("HuaihuaPilotZone.Personal");

    public string Protect<T>(T person)
        where T : class => keys.Encrypt(Column, JsonSerializer.Serialize(person));

    /// <summary>The person; null for nothing, or where the keys that protected it are gone.</summary>
    public T? Read<T>(string? column)
        where T : class => Open(column) is { } json ? JsonSerializer.Deserialize<T>(json) : null;

    /// <summary>What the number of an identity document is found by without being readable.</summary>
    public string MarkOf(string identityNumber) => keys.MarkOf("identity", identityNumber);

    /// <summary>The text of a column; null for nothing, an erased one, or where the keys are gone.</summary>
    internal string? Open(string? column)
    {
        if (string.IsNullOrEmpty(column)) return null;
        try
        {
            return PersonalKeyRing.IsEncrypted(column) ? keys.Decrypt(Column, column) : _protector.Unprotect(column);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
