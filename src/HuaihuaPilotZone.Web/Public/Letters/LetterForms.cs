using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Public.Letters;

/// <summary>A letter as a visitor writes it.</summary>
public sealed class LetterForm
{
    [Display(Name = "类型")]
    public LetterKind? Kind { get; set; }

    [Display(Name = "标题")]
    public string? Title { get; set; }

    [Display(Name = "内容")]
    public string? Body { get; set; }

    [Display(Name = "附件")]
    public IReadOnlyList<IFormFile>? File { get; set; }

    [Display(Name = "匿名举报")]
    public bool IsAnonymous { get; set; }

    [Display(Name = "姓名")]
    public string? Name { get; set; }

    [Display(Name = "电话")]
    public string? Phone { get; set; }

    [Display(Name = "邮箱")]
    public string? Email { get; set; }

    [Display(Name = "同意公开")]
    public bool WantsPublication { get; set; }

    /// <summary>Hidden from people; a program that fills in everything gives itself away.</summary>
    public string? Fax { get; set; }

    /// <summary>When the form was opened, sealed.</summary>
    public string? Stamp { get; set; }

    [Display(Name = "隐私说明")]
    public bool AcceptsNotice { get; set; }

    public string? NoticeVersion { get; set; }

    internal bool HidesWriter => IsAnonymous && Kind == LetterKind.Report;

    /// <param name="correction">Title of a letter about a mistake on this site; such a letter is a suggestion.</param>
    public static LetterForm New(LetterKind? kind, string? correction, FormStamps stamps) => new()
    {
        Kind = kind ?? (correction is null ? null : LetterKind.Suggestion),
        Title = correction is null ? null : Texts.Cut(correction, Letter.TitleMaxLength),
        Stamp = stamps.Issue(),
    };

    public LetterRequest ToRequest() => new(
        Kind!.Value, Title!.Trim(), Body!.Trim().ReplaceLineEndings("\n"),
        HidesWriter ? null : new LetterWriter(Name!.Trim(), Texts.Tidy(Phone), Texts.Tidy(Email)), WantsPublication, new PrivacyConsent(AcceptsNotice, NoticeVersion));
}

public sealed class LetterFormValidator : AbstractValidator<LetterForm>
{
    public LetterFormValidator()
    {
        RuleFor(f => f.Kind).NotNull().WithMessage("请选择来信类型。").IsInEnum().WithMessage("没有这个类型，请重新选择。");
        RuleFor(f => f.Title).NotEmpty().WithMessage("请填写标题。").MaximumLength(Letter.TitleMaxLength).WithMessage($"标题最多 {Letter.TitleMaxLength} 个字。");
        RuleFor(f => f.Body).NotEmpty().WithMessage("请填写内容。").MaximumLength(Letter.BodyMaxLength).WithMessage($"内容最多 {Letter.BodyMaxLength} 个字。");
        RuleFor(f => f.IsAnonymous).Equal(false).When(f => f.Kind != LetterKind.Report).WithMessage("只有举报可以匿名。");
        When(f => !f.HidesWriter, () =>
        {
            RuleFor(f => f.Name).NotEmpty().WithMessage("请填写姓名。").MaximumLength(Letter.NameMaxLength).WithMessage($"姓名最多 {Letter.NameMaxLength} 个字。");
            RuleFor(f => f.Phone).Must((f, phone) => !string.IsNullOrWhiteSpace(phone) || !string.IsNullOrWhiteSpace(f.Email)).WithMessage("电话和邮箱至少填写一个。").IsPhone();
            RuleFor(f => f.Email).IsMail();
        });
        RuleFor(f => f.File).Must(f => f is null || f.Count <= Letter.MostFiles).WithMessage($"最多附 {Letter.MostFiles} 个文件。");
        RuleFor(f => f.AcceptsNotice).Equal(true).WithMessage("请阅读隐私说明，并勾选同意。");
        RuleFor(f => f.Fax).Empty().WithMessage("没有提交成功：页面上隐藏的一栏被自动填写了。我们已把它清空，请再提交一次。").OverridePropertyName("");
    }
}

/// <summary>Number and query code.</summary>
public class LookForm
{
    [Display(Name = "编号")]
    public string? Number { get; set; }

    [Display(Name = "查询码")]
    public string? Code { get; set; }
}

public sealed class LookFormValidator : AbstractValidator<LookForm>
{
    public LookFormValidator()
    {
        RuleFor(f => f.Number).NotEmpty().WithMessage("请填写编号。").MaximumLength(Letter.NumberMaxLength).WithMessage($"编号最多 {Letter.NumberMaxLength} 个字符。");
        RuleFor(f => f.Code).NotEmpty().WithMessage("请填写查询码。").MaximumLength(Letter.NumberMaxLength).WithMessage($"查询码最多 {Letter.NumberMaxLength} 个字符。");
    }
}

/// <summary>How content the writer is.</summary>
public sealed class RateForm : LookForm
{
    [Display(Name = "评价")]
    public int? Rating { get; set; }
}

public sealed class RateFormValidator : AbstractValidator<RateForm>
{
    public RateFormValidator()
    {
        Include(new LookFormValidator());
        RuleFor(f => f.Rating).NotNull().WithMessage("请选择 1 到 5 分。").InclusiveBetween(1, LetterBox.BestRating).WithMessage("请选择 1 到 5 分。");
    }
}

/// <summary>The published letters and how letters are answered.</summary>
public sealed record LetterListPage(LetterKind? Kind, Page<PublishedLetter> Page, IReadOnlyList<LetterStatistics> Statistics);

/// <summary>The page to look a letter up, and what was found.</summary>
/// <param name="Status">Null before anything was found.</param>
public sealed record LetterStatusPage(LookForm Form, LetterStatus? Status);
