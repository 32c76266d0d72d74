using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace HuaihuaPilotZone.Personal.Keys;

/// <summary>Section "Personal": the keys of personal columns. Without any, the portal makes its own and keeps them in the database, wrapped by data protection.</summary>
public sealed partial class PersonalKeyOptions : IValidatableObject
{
    public const string Section = "Personal";

    /// <summary>Keys by their ids, each 32 bytes in base64. A former key stays here until no value needs it.</summary>
    public Dictionary<string, string> Keys { get; init; } = [];

    /// <summary>Id of the key that new values take; needed where there are several.</summary>
    public string? ActiveKey { get; set; }

    /// <summary>32 bytes in base64; makes the marks that identity numbers are found by. Needed where keys are configured.</summary>
    public string? MarkKey { get; set; }

    public bool IsConfigured => Given.Any();

    /// <summary>An empty value is none, so that a key can be taken away by an environment variable.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Given => Keys.Where(k => !string.IsNullOrEmpty(k.Value));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsConfigured)
        {
            if (!string.IsNullOrEmpty(ActiveKey) || !string.IsNullOrEmpty(MarkKey)) yield return new ValidationResult("Personal:ActiveKey and Personal:MarkKey need Personal:Keys.");
            yield break;
        }
        if (Given.Any(k => !Id().IsMatch(k.Key))) yield return new ValidationResult($"An id in Personal:Keys consists of up to {PersonalKey.IdMaxLength} small letters and digits.");
        if (Given.Select(k => k.Value).Append(MarkKey).Any(key => !IsKey(key))) yield return new ValidationResult("Each key in Personal:Keys, and Personal:MarkKey, is 32 bytes in base64.");
        if (Given.Any(k => string.Equals(k.Value, MarkKey, StringComparison.Ordinal))) yield return new ValidationResult("Personal:MarkKey is another key than those that encrypt.");
        if (Given.Count() > 1 && string.IsNullOrEmpty(ActiveKey)) yield return new ValidationResult("Personal:Keys has several keys: Personal:ActiveKey says which one new values take.");
        if (ActiveKey is { Length: > 0 } active && Given.All(k => k.Key != active)) yield return new ValidationResult("Personal:ActiveKey is not in Personal:Keys.");
    }

    private static bool IsKey(string? key)
    {
        Span<byte> bytes = stackalloc byte[PersonalKeySet.KeyLength + 3];
        return key is not null && Convert.TryFromBase64String(key, bytes, out var length) && length == PersonalKeySet.KeyLength;
    }

    [GeneratedRegex("^[a-z0-9]{1,12}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
