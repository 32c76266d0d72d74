namespace HuaihuaPilotZone.Personal;

/// <summary>Acts on people's own data as the journal names them, and their Chinese words.</summary>
public static class PrivacyActs
{
    public const string ConsentGiven = "privacy.consent-given";
    public const string ConsentWithdrawn = "privacy.consent-withdrawn";
    public const string Exported = "privacy.exported";
    public const string Corrected = "privacy.corrected";
    public const string RequestReceived = "privacy.request-received";
    public const string RequestTaken = "privacy.request-taken";
    public const string RequestWithdrawn = "privacy.request-withdrawn";
    public const string RequestAnswered = "privacy.request-answered";
    public const string RequestRefused = "privacy.request-refused";
    public const string Erased = "privacy.erased";
    public const string Unmasked = "privacy.unmasked";
    public const string VehiclesUnmasked = "privacy.vehicles-unmasked";
    public const string RetentionRun = "privacy.retention";
    public const string KeyMade = "privacy.key-made";
    public const string KeysChanged = "privacy.keys-changed";
    public const string BreachNoticeMade = "privacy.breach-notice";

    /// <summary>The Chinese words of an act; acts of other rooms come back as they are.</summary>
    public static string Word(string act) => act switch
    {
        ConsentGiven => "同意",
        ConsentWithdrawn => "撤回同意",
        Exported => "下载本人的个人信息",
        Corrected => "更正本人的信息",
        RequestReceived => "提出个人信息请求",
        RequestTaken => "受理请求",
        RequestWithdrawn => "撤回请求",
        RequestAnswered => "答复请求",
        RequestRefused => "不予办理",
        Erased => "删除个人信息",
        Unmasked => "查看完整联系方式",
        VehiclesUnmasked => "查看完整车牌",
        RetentionRun => "按保存期限清除",
        KeyMade => "换用新的加密密钥",
        KeysChanged => "用新密钥重新加密",
        BreachNoticeMade => "拟定安全事件通知",
        _ => act,
    };
}
