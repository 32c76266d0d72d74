using System.Globalization;
using System.Security.Cryptography;
using HuaihuaPilotZone.Common;
using Microsoft.AspNetCore.DataProtection;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// A sealed mark of when a public form was opened. A program that posts at once, or a form kept for days, gives itself away without a picture
/// to decipher; a person who types never notices.
/// </summary>
public sealed class FormStamps(IDataProtectionProvider protection, IConfiguration configuration, ChinaTime time)
{
    public const string Field = "Stamp";

    private const int DefaultSeconds = 3;

    private static readonly TimeSpan _most = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("HuaihuaPilotZone.FormStamps");

    /// <summary>The mark for a form that is shown now.</summary>
    public string Issue() => _protector.Protect(time.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture));

    /// <summary>Null when a person may have filled in the form; otherwise what they read.</summary>
    public string? Problem(string? stamp)
    {
        if (OpenedAt(stamp) is not { } opened || time.UtcNow - opened > _most) return "页面打开得太久或已失效。您填写的内容还在，请再提交一次。";
        var least = TimeSpan.FromSeconds(configuration.GetValue("PublicForms:LeastSeconds", DefaultSeconds));
        return time.UtcNow - opened < least ? "提交得太快，请核对一下内容，过几秒再提交。" : null;
    }

    /// <summary>The mark for a form that was refused and is shown again: the same while it is good, so that nobody has to wait twice.</summary>
    public string Renew(string? stamp) => Problem(stamp) is null ? stamp! : Issue();

    private DateTime? OpenedAt(string? stamp)
    {
        if (string.IsNullOrEmpty(stamp)) return null;
        try
        {
            return new DateTime(long.Parse(_protector.Unprotect(stamp), CultureInfo.InvariantCulture), DateTimeKind.Utc);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
