using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace HuaihuaPilotZone.Accounts;

/// <summary>Keeps what identifies a person encrypted in its column with the portal's keys, so that a copy of the database does not tell it.</summary>
public sealed class PersonalColumn(IDataProtectionProvider protection)
{
    /// <summary>Characters that a protected person needs at most.</summary>
    public const int MaxLength = 4000;

    private readonly IDataProtector _protector = protection.CreateProtector("HuaihuaPilotZone.Personal");

    public string Protect<T>(T person)
        where T : class => _protector.Protect(JsonSerializer.Serialize(person));

    /// <summary>The person; null for nothing, or where the keys that protected it are gone.</summary>
    public T? Read<T>(string? column)
        where T : class
    {
        if (column is null) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(_protector.Unprotect(column));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
