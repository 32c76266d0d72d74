using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HuaihuaPilotZone.Web.Public.Apply;

/// <summary>An application for entry as a visitor fills it in.</summary>
public sealed class ApplyForm
{
    [Display(Name = "企业名称")]
    public string? Name { get; set; }

    [Display(Name = "英文名称")]
    public string? EnglishName { get; set; }

    [Display(Name = "统一社会信用代码")]
    public string? CreditCode { get; set; }

    [Display(Name = "校验不符的说明")]
    public string? CreditCodeNote { get; set; }

    [Display(Name = "企业类型")]
    public EnterpriseType? Type { get; set; }

    [Display(Name = "意向片区")]
    public int? ParkAreaId { get; set; }

    [Display(Name = "意向单元")]
    public int? UnitId { get; set; }

    [Display(Name = "企业地址")]
    public string? Address { get; set; }

    [Display(Name = "网站")]
    public string? Website { get; set; }

    [Display(Name = "入驻意向")]
    public string? Intent { get; set; }

    [Display(Name = "联系人姓名")]
    public string? ContactName { get; set; }

    [Display(Name = "职务")]
    public string? ContactPosition { get; set; }

    [Display(Name = "电话")]
    public string? ContactPhone { get; set; }

    [Display(Name = "邮箱")]
    public string? ContactEmail { get; set; }

    /// <summary>Hidden from people; a program that fills in everything gives itself away.</summary>
    public string? Fax { get; set; }

    [Display(Name = "隐私说明")]
    public bool AcceptsNotice { get; set; }

    public string? NoticeVersion { get; set; }

    /// <summary>Vacant units to choose from; never sent.</summary>
    [BindNever]
    [ValidateNever]
    public VacantChoice Units { get; set; } = VacantChoice.None;

    /// <summary>Park areas to choose from; never sent.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<ParkArea> Areas { get; set; } = [];
}

public sealed class ApplyFormValidator : AbstractValidator<ApplyForm>
{
    public ApplyFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写企业名称，与营业执照一致。")
            .MaximumLength(Enterprise.NameMaxLength).WithMessage($"企业名称最多 {Enterprise.NameMaxLength} 个字。");
        RuleFor(f => f.EnglishName).MaximumLength(Enterprise.EnglishNameMaxLength).WithMessage($"英文名称最多 {Enterprise.EnglishNameMaxLength} 个字符。");
        RuleFor(f => f.CreditCode).FitsRoster(f => f.CreditCodeNote);
        RuleFor(f => f.CreditCodeNote).MaximumLength(Enterprise.CreditCodeNoteMaxLength).WithMessage($"说明最多 {Enterprise.CreditCodeNoteMaxLength} 个字。");
        RuleFor(f => f.Type).NotNull().WithMessage("请选择企业类型。").IsInEnum().WithMessage("没有这个企业类型，请重新选择。");
        RuleFor(f => f.Address).MaximumLength(Enterprise.AddressMaxLength).WithMessage($"地址最多 {Enterprise.AddressMaxLength} 个字。");
        RuleFor(f => f.Website).IsWebsite();
        RuleFor(f => f.Intent).NotEmpty().WithMessage("请写明入驻后想开展的业务。")
            .MaximumLength(EntryApplication.IntentMaxLength).WithMessage($"入驻意向最多 {EntryApplication.IntentMaxLength} 个字。");
        RuleFor(f => f.ContactName).NotEmpty().WithMessage("请填写联系人姓名。")
            .MaximumLength(Contact.NameMaxLength).WithMessage($"联系人姓名最多 {Contact.NameMaxLength} 个字。");
        RuleFor(f => f.ContactPosition).MaximumLength(Contact.PositionMaxLength).WithMessage($"职务最多 {Contact.PositionMaxLength} 个字。");
        RuleFor(f => f.ContactPhone).NotEmpty().WithMessage("请填写电话，便于我们联系您。").IsPhone();
        RuleFor(f => f.ContactEmail).NotEmpty().WithMessage("请填写邮箱，处理结果会发到这里。").IsMail();
        RuleFor(f => f.AcceptsNotice).Equal(true).WithMessage("请阅读隐私说明，并勾选同意。");
        RuleFor(f => f.Fax).Empty().WithMessage("没有提交成功：页面上隐藏的一栏被自动填写了。我们已把它清空，请再提交一次。").OverridePropertyName("");
    }
}
