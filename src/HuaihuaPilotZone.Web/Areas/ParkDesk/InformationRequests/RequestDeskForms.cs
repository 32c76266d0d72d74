using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.InformationRequests;

/// <summary>What the address of the list says.</summary>
public sealed record RequestDeskQuery(string? Q, RequestState? State, string? Sort, string? Dir, int? Page)
{
    public RequestFilter ToFilter() => new(Q, State, SortChoice.Of(Sort, RequestSort.Open), SortChoice.IsDescending(Dir));
}

/// <summary>The list.</summary>
public sealed record RequestDeskPage(RequestDeskQuery Query, Page<RequestRow> Rows);

/// <summary>An act with its reason: a correction asked for, third parties, a request given up.</summary>
public sealed class NoteForm
{
    public int Version { get; set; }

    [Display(Name = "说明")]
    public string? Note { get; set; }
}

public sealed class NoteFormValidator : AbstractValidator<NoteForm>
{
    public NoteFormValidator() =>
        RuleFor(f => f.Note).NotEmpty().WithMessage("请写明内容，一次写全。").MaximumLength(InformationRequest.NoteMaxLength).WithMessage($"说明最多 {InformationRequest.NoteMaxLength} 个字。");
}

/// <summary>A longer time.</summary>
public sealed class ExtendForm
{
    public int Version { get; set; }

    [Display(Name = "延长工作日")]
    public int? Days { get; set; }

    [Display(Name = "延长理由")]
    public string? Reason { get; set; }

    [Display(Name = "同意的负责人")]
    public string? ApprovedBy { get; set; }
}

public sealed class ExtendFormValidator : AbstractValidator<ExtendForm>
{
    public ExtendFormValidator()
    {
        RuleFor(f => f.Days).NotNull().WithMessage("请填写延长的工作日数。").InclusiveBetween(1, RequestTimes.MostExtension).WithMessage($"最多延长 {RequestTimes.MostExtension} 个工作日。");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明延长理由，会告知申请人。").MaximumLength(InformationRequest.NoteMaxLength).WithMessage($"延长理由最多 {InformationRequest.NoteMaxLength} 个字。");
        RuleFor(f => f.ApprovedBy).NotEmpty().WithMessage("延长须经政府信息公开工作机构负责人同意，请填写负责人。").MaximumLength(InformationRequest.NameMaxLength).WithMessage($"负责人最多 {InformationRequest.NameMaxLength} 个字。");
    }
}

/// <summary>An answer.</summary>
public sealed class AnswerForm
{
    public int Version { get; set; }

    [Display(Name = "答复类型")]
    public RequestAnswer? Kind { get; set; }

    [Display(Name = "答复书")]
    public string? Text { get; set; }
}

public sealed class AnswerFormValidator : AbstractValidator<AnswerForm>
{
    public AnswerFormValidator()
    {
        RuleFor(f => f.Kind).NotNull().WithMessage("请选择答复类型。").IsInEnum().WithMessage("请选择答复类型。");
        RuleFor(f => f.Text).NotEmpty().WithMessage("请填写答复书。").MaximumLength(InformationRequest.TextMaxLength).WithMessage($"答复书最多 {InformationRequest.TextMaxLength} 个字。");
    }
}

/// <summary>One request at the desk.</summary>
public sealed record RequestWorkPage(RequestDetail Detail, Page<JournalLine> History, NoteForm Note, ExtendForm Extend, AnswerForm Answer);
