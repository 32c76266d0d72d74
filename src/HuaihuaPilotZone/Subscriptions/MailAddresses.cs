using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace HuaihuaPilotZone.Subscriptions;

/// <summary>What is wrong with a typed mail address.</summary>
public enum AddressProblem
{
    None,
    Missing,

    /// <summary>Line breaks and the like, which could reach into the headers of a mail.</summary>
    ControlCharacters,

    TooLong,

    /// <summary>Full-width signs, and letters that look like others.</summary>
    NotAscii,

    Malformed,
}

/// <summary>Mail addresses that the subscription takes: plain ones in ASCII, as every mail server does (RFC 5321 without quoting).</summary>
public static partial class MailAddresses
{
    /// <summary>RFC 5321, 4.5.3.1.3.</summary>
    public const int MaxLength = 254;

    /// <summary>RFC 5321, 4.5.3.1.1.</summary>
    private const int LocalMaxLength = 64;

    public static AddressProblem Problem(string? address)
    {
        if (address is not null && address.Any(char.IsControl)) return AddressProblem.ControlCharacters;
        var trimmed = address?.Trim();
        if (string.IsNullOrEmpty(trimmed)) return AddressProblem.Missing;
        if (trimmed.Length > MaxLength || trimmed.IndexOf('@', StringComparison.Ordinal) > LocalMaxLength) return AddressProblem.TooLong;
        if (!Ascii.IsValid(trimmed)) return AddressProblem.NotAscii;
        return Plain().IsMatch(trimmed) ? AddressProblem.None : AddressProblem.Malformed;
    }

    /// <summary>What the staff and the services say of it, Chinese.</summary>
    public static string Word(this AddressProblem problem) => problem switch
    {
        AddressProblem.None => "",
        AddressProblem.Missing => "请填写邮箱地址。",
        AddressProblem.ControlCharacters => "邮箱地址里有换行等不能使用的字符，请重新填写。",
        AddressProblem.TooLong => "邮箱地址太长：@ 前最多 64 个字符，全长最多 254 个字符。",
        AddressProblem.NotAscii => "邮箱地址只能用英文字母、数字和半角符号，请检查有没有全角字符或外形相似的字母。",
        AddressProblem.Malformed => "邮箱地址的格式不对，例如 name@example.com。",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, null),
    };

    /// <summary>By what one address is known again, however it is capitalized.</summary>
    internal static string Hash(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(address.ToLowerInvariant())));

    /// <summary>So much of an address that its owner knows it: r***@example.com.</summary>
    internal static string Mask(string address) => $"{address[0]}***{address[address.IndexOf('@', StringComparison.Ordinal)..]}";

    [GeneratedRegex(
        @"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]\z",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Plain();
}
