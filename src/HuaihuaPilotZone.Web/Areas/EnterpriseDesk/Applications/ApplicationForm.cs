using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Applications;

/// <summary>Which application is wanted, and the documents it is made from.</summary>
public sealed class ApplicationForm
{
    [Display(Name = "单证")]
    public DocumentKind Kind { get; set; } = DocumentKind.ExportReturn;

    [Display(Name = "原单证")]
    public List<DeclarationNumber> Sources { get; set; } = [];

    /// <summary>Narrows the documents on offer.</summary>
    public string? Q { get; set; }

    /// <summary>"plan" shows how lists are grouped instead of opening the draft.</summary>
    public string? Act { get; set; }

    public bool IsPlan => Act == "plan" && Kind == DocumentKind.Aggregation;
}

public sealed class ApplicationFormValidator : AbstractValidator<ApplicationForm>
{
    public ApplicationFormValidator()
    {
        RuleFor(f => f.Kind).Must(k => DocumentKinds.Applications.Any(a => a.Kind == k)).WithMessage("请选择要办理的单证。");
        RuleFor(f => f.Q).MaximumLength(100).WithMessage("查找的内容最多 100 个字。");
    }
}

/// <summary>The page: kinds, documents on offer and, for an aggregation, the grouping of those chosen.</summary>
public sealed record ApplicationPage(ApplicationForm Form, IReadOnlyList<SourceRow> Choices, AggregationPlan? Plan)
{
    public DocumentKindFacts Facts => Form.Kind.Facts();
}
