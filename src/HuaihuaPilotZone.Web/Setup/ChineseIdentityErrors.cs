using Microsoft.AspNetCore.Identity;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Identity's refusals in the reader's language.</summary>
internal sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Say(nameof(DefaultError), "没有保存成功，请稍后重试。");

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), "这个账号刚被他人修改，请刷新后再试。");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "当前密码不对。");

    public override IdentityError InvalidToken() => Say(nameof(InvalidToken), "链接已经用过或已过期，请重新申请。");

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), "登录名只能用字母、数字和 - . _。");

    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), "邮箱格式不对。");

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), "这个登录名已有人使用，请换一个。");

    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), "这个邮箱已有账号，请直接登录或找回密码。");

    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), $"密码至少 {length} 个字符。");

    private static IdentityError Say(string code, string description) => new() { Code = code, Description = description };
}
