namespace HuaihuaPilotZone.Accounts;

/// <summary>Acts on accounts as the journal names them, and their Chinese words.</summary>
public static class AccountActs
{
    public const string Invited = "account.invited";
    public const string InvitationWithdrawn = "account.invitation-withdrawn";
    public const string Created = "account.created";
    public const string Joined = "account.joined";
    public const string RolesChanged = "account.roles-changed";
    public const string Disabled = "account.disabled";
    public const string Enabled = "account.enabled";
    public const string PasswordChanged = "account.password-changed";
    public const string ResetRequested = "account.reset-requested";
    public const string PasswordReset = "account.password-reset";
    public const string SecondFactorOn = "account.second-factor-on";
    public const string SecondFactorOff = "account.second-factor-off";
    public const string SecondFactorReset = "account.second-factor-reset";
    public const string RecoveryCodesRenewed = "account.recovery-codes-renewed";

    /// <summary>The Chinese words of an act; acts of other rooms come back as they are.</summary>
    public static string Word(string act) => act switch
    {
        Invited => "发出邀请",
        InvitationWithdrawn => "撤回邀请",
        Created => "开通账号",
        Joined => "加入",
        RolesChanged => "调整角色",
        Disabled => "停用账号",
        Enabled => "恢复账号",
        PasswordChanged => "修改密码",
        ResetRequested => "申请重置密码",
        PasswordReset => "重置密码",
        SecondFactorOn => "设置两步验证",
        SecondFactorOff => "关闭两步验证",
        SecondFactorReset => "重置两步验证",
        RecoveryCodesRenewed => "更换恢复码",
        _ => act,
    };
}
