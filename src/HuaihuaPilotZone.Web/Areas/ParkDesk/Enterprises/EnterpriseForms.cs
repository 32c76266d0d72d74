using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Enterprises;

/// <summary>Basic information of an enterprise, as staff enter it.</summary>
public sealed class EnterpriseForm
{
    /// <summary>The version that the form shows; 0 for a new record.</summary>
    public int Version { get; set; }

    [Display(Name = "中文名称")]
    public string? Name { get; set; }

    [Display(Name = "英文名称")]
    public string? EnglishName { get; set; }

    [Display(Name = "统一社会信用代码")]
    public string? CreditCode { get; set; }

    [Display(Name = "校验不符的说明")]
    public string? CreditCodeNote { get; set; }

    [Display(Name = "海关注册编码")]
    public string? CustomsCode { get; set; }

    [Display(Name = "企业类型")]
    public EnterpriseType? Type { get; set; }

    [Display(Name = "片区")]
    public int? ParkAreaId { get; set; }

    [Display(Name = "只是更正写错的名称，不记曾用名")]
    public bool IsNameCorrection { get; set; }

    [Display(Name = "阶段")]
    public EnterpriseStage? Stage { get; set; }

    [Display(Name = "阶段开始日期")]
    public DateOnly? StageOn { get; set; }

    [Display(Name = "行业标签")]
    public List<int> TagIds { get; set; } = [];

    [Display(Name = "目标市场")]
    public List<TargetMarket> Markets { get; set; } = [];

    [Display(Name = "地址")]
    public string? Address { get; set; }

    [Display(Name = "网站")]
    public string? Website { get; set; }

    [Display(Name = "简介")]
    public string? Summary { get; set; }

    [Display(Name = "在公开名录中展示")]
    public bool IsPublic { get; set; }

    /// <summary>Areas and tags to choose from; never sent.</summary>
    [BindNever]
    [ValidateNever]
    public RosterChoices Choices { get; set; } = new([], []);

    /// <summary>Whether the form makes a record, which begins with a stage.</summary>
    public bool IsNew => Version == 0;
}

public sealed class EnterpriseFormValidator : AbstractValidator<EnterpriseForm>
{
    public EnterpriseFormValidator(ChinaTime time)
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写中文名称，与营业执照一致。")
            .MaximumLength(Enterprise.NameMaxLength).WithMessage($"中文名称最多 {Enterprise.NameMaxLength} 个字。");
        RuleFor(f => f.EnglishName).IsEnglishName();
        RuleFor(f => f.CreditCode).FitsRoster(f => f.CreditCodeNote);
        RuleFor(f => f.CreditCodeNote).MaximumLength(Enterprise.CreditCodeNoteMaxLength).WithMessage($"说明最多 {Enterprise.CreditCodeNoteMaxLength} 个字。");
        RuleFor(f => f.CustomsCode).IsCustomsCode();
        RuleFor(f => f.Type).NotNull().WithMessage("请选择企业类型。").IsInEnum().WithMessage("没有这个企业类型，请重新选择。");
        RuleFor(f => f.Address).MaximumLength(Enterprise.AddressMaxLength).WithMessage($"地址最多 {Enterprise.AddressMaxLength} 个字。");
        RuleFor(f => f.Website).IsWebsite();
        RuleFor(f => f.Summary).MaximumLength(Enterprise.SummaryMaxLength).WithMessage($"简介最多 {Enterprise.SummaryMaxLength} 个字。");
        When(f => f.IsNew, () =>
        {
            RuleFor(f => f.Stage).NotNull().WithMessage("请选择阶段。").IsInEnum().WithMessage("没有这个阶段，请重新选择。");
            RuleFor(f => f.StageOn).NotNull().WithMessage("请填写阶段开始日期。")
                .Must(d => d is null || d <= time.Today).WithMessage("阶段开始日期不能晚于今天。");
        });
    }
}

/// <summary>All people to speak to at an enterprise.</summary>
public sealed class ContactsForm
{
    /// <summary>The enterprise's version that the form shows.</summary>
    public int Version { get; set; }

    public List<ContactRow> Contacts { get; set; } = [];
}

/// <summary>One person; a row left empty is none.</summary>
public sealed class ContactRow
{
    public int? Id { get; set; }

    [Display(Name = "姓名")]
    public string? Name { get; set; }

    [Display(Name = "职务")]
    public string? Position { get; set; }

    [Display(Name = "电话")]
    public string? Phone { get; set; }

    [Display(Name = "邮箱")]
    public string? Email { get; set; }

    public bool IsEmpty => new[] { Name, Position, Phone, Email }.All(string.IsNullOrWhiteSpace);
}

public sealed class ContactsFormValidator : AbstractValidator<ContactsForm>
{
    public ContactsFormValidator()
    {
        RuleFor(f => f.Contacts).Must(c => c.Count <= EnterpriseService.MostContacts).WithMessage($"最多登记 {EnterpriseService.MostContacts} 位联系人。");
        RuleForEach(f => f.Contacts).ChildRules(row =>
        {
            row.RuleFor(c => c.Name).NotEmpty().When(c => !c.IsEmpty, ApplyConditionTo.CurrentValidator).WithMessage("请填写联系人姓名；不再保留的，请把整行清空。")
                .MaximumLength(Contact.NameMaxLength).WithMessage($"姓名最多 {Contact.NameMaxLength} 个字。");
            row.RuleFor(c => c.Position).MaximumLength(Contact.PositionMaxLength).WithMessage($"职务最多 {Contact.PositionMaxLength} 个字。");
            row.RuleFor(c => c.Phone).IsPhoneOrMask();
            row.RuleFor(c => c.Email).IsMailOrMask();
        });
    }
}

/// <summary>A step to the next stage.</summary>
public sealed class StageForm
{
    /// <summary>The enterprise's version that the form shows.</summary>
    public int Version { get; set; }

    [Display(Name = "转为")]
    public EnterpriseStage? To { get; set; }

    [Display(Name = "开始日期")]
    public DateOnly? On { get; set; }

    [Display(Name = "原因")]
    public string? Reason { get; set; }

    /// <summary>The record as it is; found by the controller, never sent.</summary>
    [BindNever]
    [ValidateNever]
    public Enterprise? Enterprise { get; set; }
}

public sealed class StageFormValidator : AbstractValidator<StageForm>
{
    public StageFormValidator()
    {
        RuleFor(f => f.To).NotNull().WithMessage("请选择新的阶段。").IsInEnum().WithMessage("没有这个阶段，请重新选择。");
        RuleFor(f => f.On).NotNull().WithMessage("请填写开始日期。");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明原因，例如签约文件或投产日期。")
            .MaximumLength(StageChange.ReasonMaxLength).WithMessage($"原因最多 {StageChange.ReasonMaxLength} 个字。");
    }
}
