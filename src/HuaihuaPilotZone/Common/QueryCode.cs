using System.Security.Cryptography;
using System.Text;

namespace HuaihuaPilotZone.Common;

/// <summary>
/// The code by which somebody without an account sees what became of what they sent. It is told once; only its hash is kept, salted with the public
/// number. 59 random bits behind a rate limit are not guessed.
/// </summary>
public static class QueryCode
{
    public const int HashLength = 64;

    private const int Length = 12;
    private const int GroupLength = 4;

    // without signs that look alike
    private const string Signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>A new code, in groups of four.</summary>
    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Signs, Length).Chunk(GroupLength).Select(g => new string(g)));

    /// <summary>What is kept of a code.</summary>
    /// <param name="number">Public number of the record.</param>
    public static string Hash(string number, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{number}:{Normalize(code)}")));

    /// <summary>Whether a typed code is the one; small letters and other separators are as good.</summary>
    public static bool Fits(string number, string? code, string? hash) => hash is { Length: HashLength } && !string.IsNullOrWhiteSpace(code)
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(number, code)), Encoding.ASCII.GetBytes(hash));

    private static string Normalize(string code) => new([.. UnicodeText.Normalize(code, NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
