using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Accounts;

/// <summary>
/// The privacy notice (个人信息保护法 art. 17: who, purpose, kinds, retention, rights, told before collection).
/// Its words stand on the page /privacy; a change of their meaning needs a new version here.
/// </summary>
public static class PrivacyNotice
{
    /// <summary>Day of the version in force.</summary>
    public const string Version = "2026-11-29";

    public const int VersionMaxLength = 20;

    /// <summary>Field of every form that asks for consent.</summary>
    public const string Field = "AcceptsNotice";

    /// <summary>Null when the person agreed to the version in force.</summary>
    public static Refusal? Check(PrivacyConsent consent)
    {
        if (!consent.IsGiven) return new Refusal(Field, "请阅读隐私说明，并勾选同意。");
        return string.Equals(consent.Version, Version, StringComparison.Ordinal)
            ? null
            : new Refusal(Field, "隐私说明刚有更新，请重新阅读后再勾选。");
    }
}

/// <summary>What a person ticked.</summary>
/// <param name="Version">The version of the notice that the form showed.</param>
public sealed record PrivacyConsent(bool IsGiven, string? Version);
