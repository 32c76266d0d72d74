using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace HuaihuaPilotZone.Web.Public.Account;

public sealed class SignInForm
{
    [Display(Name = "登录名或邮箱")]
    public string? Name { get; set; }

    [Display(Name = "密码")]
    [DataType(DataType.Password)]
    public string? Password { get; set; }

    [Display(Name = "在这台电脑上保持登录")]
    public bool Stay { get; set; }

    public string? ReturnUrl { get; set; }
}

public sealed class SignInFormValidator : AbstractValidator<SignInForm>
{
    public SignInFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写登录名或邮箱。").MaximumLength(254).WithMessage("登录名最多 254 个字符。");
        RuleFor(f => f.Password).NotEmpty().WithMessage("请填写密码。").MaximumLength(128).WithMessage("密码最多 128 个字符。");
    }
}

/// <summary>A code of the app, or a recovery code.</summary>
public sealed class CodeForm
{
    public const int MaxLength = 20;

    [Display(Name = "验证码")]
    public string? Code { get; set; }
}

public sealed class CodeFormValidator : AbstractValidator<CodeForm>
{
    public CodeFormValidator() => RuleFor(f => f.Code).NotEmpty().WithMessage("请填写验证码。").MaximumLength(CodeForm.MaxLength).WithMessage($"验证码最多 {CodeForm.MaxLength} 个字符。");
}
