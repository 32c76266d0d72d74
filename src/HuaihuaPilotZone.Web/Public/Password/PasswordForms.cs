using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace HuaihuaPilotZone.Web.Public.Password;

/// <summary>Asks for a link to a new password.</summary>
public sealed class ResetRequestForm
{
    [Display(Name = "登录名或邮箱")]
    public string? Name { get; set; }
}

public sealed class ResetRequestFormValidator : AbstractValidator<ResetRequestForm>
{
    public ResetRequestFormValidator() =>
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写登录名或邮箱。").MaximumLength(254).WithMessage("登录名或邮箱最多 254 个字符。");
}

/// <summary>Sets a new password by a link.</summary>
public sealed class ResetForm
{
    public string? Token { get; set; }

    [Display(Name = "新密码")]
    public string? Password { get; set; }

    [Display(Name = "再输一次新密码")]
    public string? PasswordAgain { get; set; }
}

public sealed class ResetFormValidator : AbstractValidator<ResetForm>
{
    public ResetFormValidator()
    {
        RuleFor(f => f.Password).GoodPassword();
        RuleFor(f => f.PasswordAgain).Equal(f => f.Password).WithMessage("两次输入的密码不一样，请重新输入。");
    }
}

/// <summary>Changes the password of the signed-in person.</summary>
public sealed class PasswordForm
{
    [Display(Name = "当前密码")]
    public string? CurrentPassword { get; set; }

    [Display(Name = "新密码")]
    public string? Password { get; set; }

    [Display(Name = "再输一次新密码")]
    public string? PasswordAgain { get; set; }
}

public sealed class PasswordFormValidator : AbstractValidator<PasswordForm>
{
    public PasswordFormValidator()
    {
        RuleFor(f => f.CurrentPassword).NotEmpty().WithMessage("请填写当前密码。").MaximumLength(PasswordRules.MaxLength).WithMessage($"密码最多 {PasswordRules.MaxLength} 个字符。");
        RuleFor(f => f.Password).GoodPassword();
        RuleFor(f => f.PasswordAgain).Equal(f => f.Password).WithMessage("两次输入的密码不一样，请重新输入。");
    }
}

internal static class PasswordRules
{
    /// <summary>More would only make hashing slow.</summary>
    public const int MaxLength = 128;

    /// <summary>The form's part of the password rule; length is Identity's (see SignInSetup), how soon it is guessed GuessablePasswords', both answered by the service.</summary>
    public static IRuleBuilderOptions<T, string?> GoodPassword<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().WithMessage("请填写密码。").MaximumLength(MaxLength).WithMessage($"密码最多 {MaxLength} 个字符。");
}
