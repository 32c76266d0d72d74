using System.Text.RegularExpressions;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>Which telephone numbers, mail addresses and English names the roster takes, for forms and files alike.</summary>
public static partial class ContactForms
{
    public const string PhoneProblem = "电话只能用数字、空格和 + - ( )，至少 6 位数字。";
    public const string MailProblem = "邮箱格式不对，例如 name@example.com。";
    public const string EnglishProblem = "英文名称里有汉字，请改用英文。";

    /// <summary>True for nothing and for a number with area code, country code or extension.</summary>
    public static bool IsPhone(string? phone) => string.IsNullOrWhiteSpace(phone) || Phone().IsMatch(phone.Trim());

    /// <summary>True for nothing and for a mail address.</summary>
    public static bool IsMail(string? mail) => string.IsNullOrWhiteSpace(mail) || Mail().IsMatch(mail.Trim());

    /// <summary>True for nothing and for a name without Han characters.</summary>
    public static bool IsEnglish(string? name) => name is null || !Han().IsMatch(name);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Han();

    [GeneratedRegex(@"^(?=(?:\D*\d){6})[0-9 +()\-]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s.]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Mail();
}
