using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Web.Public.Password;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HuaihuaPilotZone.Web.Public.Invitation;

/// <summary>What an invited person types to get an account.</summary>
public sealed class InvitationForm
{
    public string Token { get; set; } = "";

    [Display(Name = "登录名")]
    public string? UserName { get; set; }

    [Display(Name = "邮箱")]
    public string? Email { get; set; }

    [Display(Name = "密码")]
    public string? Password { get; set; }

    [Display(Name = "再输一次密码")]
    public string? PasswordAgain { get; set; }

    [Display(Name = "隐私说明")]
    public bool AcceptsNotice { get; set; }

    public string? NoticeVersion { get; set; }

    /// <summary>The invitation behind the token; found by the controller, never sent.</summary>
    [BindNever]
    [ValidateNever]
    public InvitationView? Shown { get; set; }
}

public sealed class InvitationFormValidator : AbstractValidator<InvitationForm>
{
    public InvitationFormValidator()
    {
        RuleFor(f => f.UserName).NotEmpty().WithMessage("请填写登录名。")
            .Length(PortalUser.UserNameMinLength, PortalUser.UserNameMaxLength)
            .WithMessage($"登录名应为 {PortalUser.UserNameMinLength} 至 {PortalUser.UserNameMaxLength} 个字符。")
            .Matches("^[A-Za-z0-9._-]*$").WithMessage("登录名只能用字母、数字和 - . _。");
        RuleFor(f => f.Email).IsMail();
        RuleFor(f => f.Password).GoodPassword();
        RuleFor(f => f.PasswordAgain).Equal(f => f.Password).WithMessage("两次输入的密码不一样，请重新输入。");
        RuleFor(f => f.AcceptsNotice).Equal(true).WithMessage("请阅读隐私说明，并勾选同意。");
    }
}

/// <summary>What a person with an account sends to accept an invitation.</summary>
public sealed class JoinForm
{
    public string Token { get; set; } = "";

    public bool AcceptsNotice { get; set; }

    public string? NoticeVersion { get; set; }
}

public sealed class JoinFormValidator : AbstractValidator<JoinForm>
{
    public JoinFormValidator() => RuleFor(f => f.Token).NotEmpty().WithMessage("链接不完整，请从邮件中重新打开。");
}
