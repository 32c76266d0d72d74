namespace HuaihuaPilotZone.Common;

/// <summary>What a list shows of a person: enough to tell two apart, too little to reach one.</summary>
public static class Masks
{
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
}
