using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Web.Public.Account;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using QRCoder;

namespace HuaihuaPilotZone.Web.Public.SecondFactor;

/// <summary>The first code of an app that is being set up.</summary>
public sealed class SetUpForm
{
    [Display(Name = "验证码")]
    public string? Code { get; set; }

    /// <summary>What the page shows beside the field.</summary>
    [BindNever]
    public SetUpPage? Page { get; set; }
}

public sealed class SetUpFormValidator : AbstractValidator<SetUpForm>
{
    public SetUpFormValidator() => RuleFor(f => f.Code).NotEmpty().WithMessage("请填写应用显示的 6 位验证码。").MaximumLength(CodeForm.MaxLength).WithMessage($"验证码最多 {CodeForm.MaxLength} 个字符。");
}

/// <param name="Secret">To be typed where nothing can be scanned.</param>
/// <param name="IsForced">Whether the person gets nowhere else before.</param>
public sealed record SetUpPage(string Secret, IHtmlContent Picture, string Action, bool IsForced);

/// <summary>New recovery codes.</summary>
/// <param name="LeadsTo">Where to go on.</param>
public sealed record CodesPage(IReadOnlyList<string> Codes, string LeadsTo);

/// <summary>QR codes as pictures inside a page, without a request that would carry what they say.</summary>
public static class QrPicture
{
    private const int PixelsPerModule = 4;

    public static IHtmlContent Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return new HtmlString(picture.GetGraphic(PixelsPerModule));
    }
}
