using System.Security.Cryptography;
using System.Text;

namespace HuaihuaPilotZone.Personal.Keys;

/// <summary>The keys of personal columns at a moment.</summary>
/// <param name="ActiveId">The key that new values take.</param>
/// <param name="Keys">All that may have encrypted a value, by id.</param>
/// <param name="MarkKey">Makes marks; never encrypts.</param>
public sealed record PersonalKeySet(string ActiveId, IReadOnlyDictionary<string, byte[]> Keys, byte[] MarkKey)
{
    public const int KeyLength = 32;

    /// <summary>Tells two sets apart without telling a key.</summary>
    internal string Fingerprint => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Keys.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Key}:{Convert.ToHexString(k.Value)}").Append(ActiveId).Append(Convert.ToHexString(MarkKey))))));

    internal static PersonalKeySet Of(PersonalKeyOptions options) => new(
        string.IsNullOrEmpty(options.ActiveKey) ? options.Given.Single().Key : options.ActiveKey, options.Given.ToDictionary(k => k.Key, k => Convert.FromBase64String(k.Value), StringComparer.Ordinal), Convert.FromBase64String(options.MarkKey!));

    /// <summary>Keys that nobody else has.</summary>
    public static PersonalKeySet Random() =>
        new("random", new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["random"] = RandomNumberGenerator.GetBytes(KeyLength) }, RandomNumberGenerator.GetBytes(KeyLength));
}
