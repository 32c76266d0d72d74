using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.ServiceHall;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.ServiceHall;

/// <summary>What the address of the editors' list says.</summary>
public sealed record ServiceDeskQuery(string? Q, PublicationState? State, string? Sort, string? Dir, int? Page)
{
    public ServiceDeskFilter ToFilter() => new(Q, State, SortChoice.Of(Sort, ServiceDeskSort.Updated), SortChoice.IsDescending(Dir, usual: Sort is null));
}

/// <summary>The editors' list.</summary>
public sealed record ServiceDeskPage(ServiceDeskQuery Query, Page<ServiceDeskRow> Rows);

/// <summary>A service as it is edited. A draft may have gaps; what is missing is said at publication.</summary>
public sealed class ServiceForm
{
    public int Version { get; set; }

    [Display(Name = "事项名称")]
    public string? Title { get; set; }

    [Display(Name = "网址短名")]
    public string? Slug { get; set; }

    [Display(Name = "一句话说明")]
    public string? Summary { get; set; }

    [Display(Name = "服务对象")]
    public List<ServiceAudience> Audiences { get; set; } = [];

    [Display(Name = "企业所处阶段")]
    public List<ServiceStage> Stages { get; set; } = [];

    [Display(Name = "设定依据")]
    public string? Basis { get; set; }

    [Display(Name = "申请条件")]
    public string? Conditions { get; set; }

    [Display(Name = "不需要材料")]
    public bool NeedsNoMaterials { get; set; }

    [Display(Name = "承诺时限")]
    public int? PromisedDays { get; set; }

    [Display(Name = "法定时限")]
    public int? LegalDays { get; set; }

    [Display(Name = "没有法定时限")]
    public bool HasNoLegalLimit { get; set; }

    [Display(Name = "时限说明")]
    public string? LimitNote { get; set; }

    [Display(Name = "费用")]
    public string? Fee { get; set; }

    [Display(Name = "办理流程")]
    public string? Steps { get; set; }

    [Display(Name = "联系方式")]
    public string? Contact { get; set; }

    [Display(Name = "在线办理")]
    public ServiceDesk? Desk { get; set; }

    public static ServiceForm Of(ServiceItem item) => new()
    {
        Version = item.Version,
        Title = item.Title,
        Slug = item.Slug,
        Summary = item.Summary,
        Audiences = [.. item.Audiences],
        Stages = [.. item.Stages],
        Basis = item.Basis,
        Conditions = item.Conditions,
        NeedsNoMaterials = item.NeedsNoMaterials,
        PromisedDays = item.PromisedDays,
        LegalDays = item.LegalDays,
        HasNoLegalLimit = item.HasNoLegalLimit,
        LimitNote = item.LimitNote,
        Fee = item.Fee,
        Steps = item.Steps,
        Contact = item.Contact,
        Desk = item.Desk,
    };

    public ServiceItemDraft ToDraft() => new()
    {
        Title = FormText.Clean(Title) ?? "",
        Slug = FormText.Clean(Slug),
        Summary = FormText.Clean(Summary) ?? "",
        Audiences = [.. Audiences.Where(Enum.IsDefined)],
        Stages = [.. Stages.Where(Enum.IsDefined)],
        Basis = FormText.Clean(Basis) ?? "",
        Conditions = FormText.Clean(Conditions) ?? "",
        NeedsNoMaterials = NeedsNoMaterials,
        PromisedDays = PromisedDays,
        LegalDays = LegalDays,
        HasNoLegalLimit = HasNoLegalLimit,
        LimitNote = FormText.Clean(LimitNote),
        Fee = FormText.Clean(Fee) ?? "",
        Steps = FormText.Clean(Steps) ?? "",
        Contact = FormText.Clean(Contact),
        Desk = Desk ?? ServiceDesk.None,
    };
}

public sealed class ServiceFormValidator : AbstractValidator<ServiceForm>
{
    private const string Most = "{PropertyName}最多 {MaxLength} 个字，现有 {TotalLength} 个。";

    public ServiceFormValidator()
    {
        RuleFor(f => f.Title).MaximumLength(ServiceItem.TitleMaxLength).WithMessage(Most);
        RuleFor(f => f.Slug).MaximumLength(ServiceItem.SlugMaxLength).WithMessage(Most);
        RuleFor(f => f.Summary).MaximumLength(ServiceItem.SummaryMaxLength).WithMessage(Most);
        RuleFor(f => f.Basis).MaximumLength(ServiceItem.TextMaxLength).WithMessage(Most);
        RuleFor(f => f.Conditions).MaximumLength(ServiceItem.TextMaxLength).WithMessage(Most);
        RuleFor(f => f.LimitNote).MaximumLength(ServiceItem.NoteMaxLength).WithMessage(Most);
        RuleFor(f => f.Fee).MaximumLength(ServiceItem.FeeMaxLength).WithMessage(Most);
        RuleFor(f => f.Steps).MaximumLength(ServiceItem.TextMaxLength).WithMessage(Most);
        RuleFor(f => f.Contact).MaximumLength(ServiceItem.ContactMaxLength).WithMessage(Most);
        RuleFor(f => f.Desk).IsInEnum().WithMessage("没有这个办理入口，请重新选择。");
        RuleFor(f => f).Custom((form, context) =>
        {
            foreach (var problem in ServiceItemRules.Problems(form.ToDraft())) context.AddFailure(problem.Field, problem.Message);
        });
    }
}

/// <summary>One more paper.</summary>
public sealed class ServiceMaterialForm
{
    public int Version { get; set; }

    [Display(Name = "材料名称")]
    public string? Name { get; set; }

    [Display(Name = "材料要求")]
    public string? Note { get; set; }

    [Display(Name = "必须提交")]
    public bool IsRequired { get; set; } = true;

    [Display(Name = "空白表格")]
    public IFormFile? File { get; set; }
}

public sealed class ServiceMaterialFormValidator : AbstractValidator<ServiceMaterialForm>
{
    public ServiceMaterialFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写材料名称。").MaximumLength(ServiceMaterial.NameMaxLength).WithMessage($"材料名称最多 {ServiceMaterial.NameMaxLength} 个字。");
        RuleFor(f => f.Note).MaximumLength(ServiceMaterial.NoteMaxLength).WithMessage($"材料要求最多 {ServiceMaterial.NoteMaxLength} 个字。");
    }
}

/// <summary>The editing page.</summary>
/// <param name="Saved">What stands saved; null for a new service.</param>
/// <param name="HallContact">The configured contact, which holds where a service names none.</param>
public sealed record ServiceEditPage(ServiceForm Form, ServiceItem? Saved, string? HallContact, ServiceMaterialForm Material);
