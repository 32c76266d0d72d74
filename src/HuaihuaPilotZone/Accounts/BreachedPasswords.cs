using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Accounts.SignIns;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Accounts;

/// <summary>
/// Refuses passwords that stand in a list of breached ones, where the operator has one (<see cref="SignInRules.BreachedPasswords"/>): lines "HASH:COUNT" ordered by the SHA-1
/// of the password, as Have I Been Pwned gives them out. The list may have many gigabytes: of each search some forty lines are read, and nobody outside is asked.
/// </summary>
public sealed class BreachedPasswords(IOptions<SignInRules> options) : IPasswordValidator<PortalUser>
{
    public const string Code = "PasswordBreached";

    private const int HashLength = 40;

    /// <summary>Longer than a line: hash, colon, count, line end.</summary>
    private const int LongestLine = 64;

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        if (options.Value.BreachedPasswords is not { Length: > 0 } path) return Task.FromResult(IdentityResult.Success);
        using var list = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.RandomAccess);
        return Task.FromResult(IsIn(list, password ?? "") ? IdentityResult.Failed(new IdentityError { Code = Code, Description = "这个密码在已经泄露的密码名单里，请换一个。" }) : IdentityResult.Success);
    }

    /// <summary>Whether the password stands in an ordered list: the half is looked at in which its hash has to be, and of that the half, until one line is left.</summary>
    public static bool IsIn(Stream list, string password)
    {
#pragma warning disable CA5350 // the list is ordered by it; nothing is protected by it
        var wanted = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
        var (low, high) = (0L, list.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (LineFrom(list, middle) is not var (start, hash) || string.CompareOrdinal(hash, wanted) is > 0)
            {
                high = middle;
                continue;
            }
            if (hash == wanted) return true;
            low = start + 1;
        }
        return false;
    }

    /// <summary>The first line that begins at or after a place; null where none does.</summary>
    private static (long Start, string Hash)? LineFrom(Stream list, long place)
    {
        // with the byte before it, a line that begins right there is seen to begin
        var from = Math.Max(0, place - 1);
        list.Position = from;
        Span<byte> bytes = stackalloc byte[(LongestLine * 2) + 1];
        bytes = bytes[..list.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        var start = place == 0 ? 0 : bytes.IndexOf((byte)'\n') + 1;
        if ((start == 0 && place > 0) || bytes.Length - start < HashLength) return null;
        return (from + start, Encoding.ASCII.GetString(bytes.Slice(start, HashLength)).ToUpperInvariant());
    }
}
