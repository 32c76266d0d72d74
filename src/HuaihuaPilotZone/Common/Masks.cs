namespace HuaihuaPilotZone.Common;

/// <summary>What a list shows of a person: enough to tell two apart, too little to reach one.</summary>
public static class Masks
{
    /// <summary>What is said of a masked value that was changed without being typed anew.</summary>
    public const string Typed = "带 * 号的是遮盖后的内容：不改的请原样保留，要改的请填写完整。";

    private const string Hidden = "***";

    /// <summary>138****0001; of a short number only its end.</summary>
    public static string? Phone(string? phone) => phone switch
    {
        null => null,
        { Length: >= 8 } => string.Concat(phone.AsSpan(0, phone.Length - 8), "****", phone.AsSpan(phone.Length - 4)),
        { Length: > 2 } => string.Concat("****", phone.AsSpan(phone.Length - 2)),
        _ => "****",
    };

    /// <summary>z***@example.com.</summary>
    public static string? Mail(string? address)
    {
        if (address is null) return null;
        var at = address.LastIndexOf('@');
        return at <= 0 ? Hidden : string.Concat(address.AsSpan(0, char.IsHighSurrogate(address[0]) ? 2 : 1), Hidden, address.AsSpan(at));
    }

    /// <summary>张**: the first character and one star for each of the others, two at most.</summary>
    public static string? Name(string? name)
    {
        if (string.IsNullOrEmpty(name)) return name;
        var first = char.IsHighSurrogate(name[0]) && name.Length > 1 ? 2 : 1;
        return string.Concat(name.AsSpan(0, first), name.Length - first > 1 ? "**" : "*");
    }

    /// <summary>湘N***45: where a vehicle is from, and its end; of a short one only its end.</summary>
    public static string? Vehicle(string? vehicle) => vehicle switch
    {
        null => null,
        { Length: >= 6 } => string.Concat(vehicle.AsSpan(0, 2), Hidden, vehicle.AsSpan(vehicle.Length - 2)),
        { Length: > 2 } => string.Concat(Hidden, vehicle.AsSpan(vehicle.Length - 2)),
        _ => Hidden,
    };

    /// <summary>4312**********1234: where the document was given out, and its end; of a short number only its end.</summary>
    public static string Identity(string number) => number.Length >= 12
        ? string.Concat(number.AsSpan(0, 4), new string('*', number.Length - 8), number.AsSpan(number.Length - 4))
        : string.Concat("****", number.AsSpan(Math.Max(0, number.Length - 2)));

    /// <summary>A value of which only its look says what it is, such as one of the journal.</summary>
    public static string? Value(string? value) =>
        value is null ? null : value.Contains('@', StringComparison.Ordinal) ? Mail(value) : value.Count(char.IsAsciiDigit) * 2 > value.Length ? Phone(value) : Name(value);

    /// <summary>Whether a form has sent a mask, or a part of one.</summary>
    public static bool IsMask(string? value) => value?.Contains('*', StringComparison.Ordinal) == true;

    /// <summary>What is meant by a field that was shown masked: what is kept, where the mask came back untouched.</summary>
    public static string? Meant(string? typed, string? kept, Func<string?, string?> mask) => kept is { Length: > 0 } && string.Equals(typed, mask(kept), StringComparison.Ordinal) ? kept : typed;
}
