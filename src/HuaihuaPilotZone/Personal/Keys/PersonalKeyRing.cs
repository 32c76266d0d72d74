using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace HuaihuaPilotZone.Personal.Keys;

/// <summary>
/// Encrypts personal columns: AES-GCM, a fresh nonce for each value, bound to its column. A value carries the id of its key (p1.id.…), so that keys can be changed
/// while values of former ones are still there. What has no such beginning is a value from before there were keys.
/// </summary>
public sealed class PersonalKeyRing
{
    private const string Form = "p1.";
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private static readonly ConcurrentDictionary<string, PersonalKeyRing> _configured = new(StringComparer.Ordinal);

    private readonly Func<PersonalKeySet> _load;
    private readonly Lock _gate = new();
    private PersonalKeySet? _keys;

    public PersonalKeyRing(Func<PersonalKeySet> load) => _load = load;

    /// <summary>For contexts that nobody gave keys, such as those of the design time: nothing they write can be read by another process.</summary>
    public static PersonalKeyRing Throwaway { get; } = new(PersonalKeySet.Random);

    /// <summary>The id that new values take.</summary>
    public string ActiveId => Keys.ActiveId;

    /// <summary>Ids of all keys, the active one too.</summary>
    public IReadOnlyCollection<string> Ids => [.. Keys.Keys.Keys];

    private PersonalKeySet Keys
    {
        get
        {
            if (_keys is { } keys) return keys;
            lock (_gate) return _keys ??= _load();
        }
    }

    /// <summary>The same keys are the same ring, so that contexts with them share one model.</summary>
    public static PersonalKeyRing Of(PersonalKeySet keys) => _configured.GetOrAdd(keys.Fingerprint, _ => new PersonalKeyRing(() => keys));

    /// <summary>What a value of a key begins with.</summary>
    public static string Beginning(string id) => $"{Form}{id}.";

    /// <summary>Characters that an encrypted text needs at most: three bytes a character, then base64.</summary>
    public static int LengthOf(int characters) => Form.Length + PersonalKey.IdMaxLength + 1 + (((characters * 3) + NonceLength + TagLength + 2) / 3 * 4);

    /// <summary>Makes sure that there are keys, before anything is written.</summary>
    public void Ensure() => _ = Keys;

    /// <summary>Looks again which keys there are.</summary>
    public void Reload()
    {
        lock (_gate) _keys = _load();
    }

    /// <param name="column">Such as Contact.Phone; a value taken to another column cannot be read there.</param>
    public string Encrypt(string column, string text)
    {
        var keys = Keys;
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedValue = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(sealedValue.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(keys.Keys[keys.ActiveId], TagLength);
        cipher.Encrypt(sealedValue.AsSpan(0, NonceLength), plain, sealedValue.AsSpan(NonceLength, plain.Length), sealedValue.AsSpan(NonceLength + plain.Length), Encoding.UTF8.GetBytes(column));
        return Beginning(keys.ActiveId) + Convert.ToBase64String(sealedValue);
    }

    /// <exception cref="CryptographicException">Its key is missing, or the value was changed or stood in another column.</exception>
    public string Decrypt(string column, string stored)
    {
        if (Split(stored) is not var (id, value)) return stored;
        var bytes = Convert.FromBase64String(value);
        var plain = new byte[bytes.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(Find(id), TagLength);
        cipher.Decrypt(bytes.AsSpan(0, NonceLength), bytes.AsSpan(NonceLength, plain.Length), bytes.AsSpan(NonceLength + plain.Length), plain, Encoding.UTF8.GetBytes(column));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Whether a stored value was encrypted by a ring, with whatever key.</summary>
    public static bool IsEncrypted(string stored) => Split(stored) is not null;

    /// <summary>What a number can be found by without being kept: the same number has the same mark, and nobody without the key can try numbers out.</summary>
    /// <param name="kind">What the number is; the same number of another kind has another mark.</param>
    public string MarkOf(string kind, string number) => Convert.ToHexStringLower(HMACSHA256.HashData(Keys.MarkKey, Encoding.UTF8.GetBytes($"{kind}\n{number.Trim().ToUpperInvariant()}")));

    private byte[] Find(string id)
    {
        if (Keys.Keys.TryGetValue(id, out var key)) return key;
        // another instance has made a new one
        Reload();
        return Keys.Keys.TryGetValue(id, out key) ? key : throw new CryptographicException($"The key {id} of personal columns is missing: put it back into Personal:Keys.");
    }

    private static (string Id, string Value)? Split(string stored)
    {
        if (!stored.StartsWith(Form, StringComparison.Ordinal)) return null;
        var end = stored.IndexOf('.', Form.Length);
        if (end < Form.Length + 1 || end > Form.Length + PersonalKey.IdMaxLength || stored.Length - end - 1 < (NonceLength + TagLength) * 4 / 3) return null;
        return (stored[Form.Length..end], stored[(end + 1)..]);
    }
}
