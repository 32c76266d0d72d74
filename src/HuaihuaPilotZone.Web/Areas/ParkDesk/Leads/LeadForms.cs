using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Investment.Opportunities;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Leads;

/// <summary>A lead to register or to correct.</summary>
public sealed class LeadForm
{
    public int Version { get; set; }

    [Display(Name = "企业")]
    public string? Company { get; set; }

    [Display(Name = "联系人")]
    public string? ContactName { get; set; }

    [Display(Name = "职务")]
    public string? ContactPosition { get; set; }

    [Display(Name = "联系电话")]
    public string? ContactPhone { get; set; }

    [Display(Name = "联系邮箱")]
    public string? ContactEmail { get; set; }

    [Display(Name = "行业")]
    public int? IndustryTagId { get; set; }

    [Display(Name = "需要的面积")]
    public decimal? WantedArea { get; set; }

    [Display(Name = "来源")]
    public LeadSource? Source { get; set; }

    [Display(Name = "来源说明")]
    public string? SourceNote { get; set; }

    [Display(Name = "招商项目")]
    public int? OpportunityId { get; set; }

    [Display(Name = "产业链环节")]
    public int? ChainNodeId { get; set; }

    [Display(Name = "负责人")]
    public int? OwnerId { get; set; }

    [Display(Name = "下一步")]
    public string? NextStep { get; set; }

    [Display(Name = "下一步日期")]
    public DateOnly? NextStepOn { get; set; }

    [Display(Name = "备注")]
    public string? Remark { get; set; }

    public static LeadForm Of(Lead lead) => new()
    {
        Version = lead.Version,
        Company = lead.Company,
        // masks; those that come back untouched stand for what is kept
        ContactName = Masks.Name(lead.ContactName),
        ContactPosition = lead.ContactPosition,
        ContactPhone = Masks.Phone(lead.ContactPhone),
        ContactEmail = Masks.Mail(lead.ContactEmail),
        IndustryTagId = lead.IndustryTagId,
        WantedArea = lead.WantedArea,
        Source = lead.Source,
        SourceNote = lead.SourceNote,
        OpportunityId = lead.OpportunityId,
        ChainNodeId = lead.ChainNodeId,
        OwnerId = lead.OwnerId,
        NextStep = lead.NextStep,
        NextStepOn = lead.NextStepOn,
        Remark = lead.Remark,
    };

    public LeadData ToData() => new(
        FormText.Clean(Company)!, new ContactData(null, FormText.Clean(ContactName) ?? "", FormText.Clean(ContactPosition), FormText.Clean(ContactPhone), FormText.Clean(ContactEmail)),
        IndustryTagId, WantedArea, Source!.Value, FormText.Clean(SourceNote), OpportunityId, ChainNodeId, OwnerId, FormText.Clean(NextStep), NextStepOn, FormText.Clean(Remark));
}

public sealed class LeadFormValidator : AbstractValidator<LeadForm>
{
    public LeadFormValidator()
    {
        RuleFor(f => f.Company).NotEmpty().WithMessage("请填写企业名称。").MaximumLength(Enterprise.NameMaxLength).WithMessage("企业名称最多 {MaxLength} 个字。");
        RuleFor(f => f.ContactName).NotEmpty().WithMessage("写了职务、电话或邮箱的，请写明联系人姓名。").When(f => FormText.Clean(f.ContactPosition + f.ContactPhone + f.ContactEmail) is not null, ApplyConditionTo.CurrentValidator)
            .MaximumLength(Contact.NameMaxLength).WithMessage("联系人最多 {MaxLength} 个字。");
        RuleFor(f => f.ContactPosition).MaximumLength(Contact.PositionMaxLength).WithMessage("职务最多 {MaxLength} 个字。");
        RuleFor(f => f.ContactPhone).IsPhoneOrMask();
        RuleFor(f => f.ContactEmail).IsMailOrMask();
        RuleFor(f => f.Source).NotNull().WithMessage("请选择来源。").IsInEnum().WithMessage("没有这种来源，请重新选择。");
        RuleFor(f => f.SourceNote).MaximumLength(Lead.SourceNoteMaxLength).WithMessage("来源说明最多 {MaxLength} 个字。");
        RuleFor(f => f.NextStep).MaximumLength(Lead.NextStepMaxLength).WithMessage("下一步最多 {MaxLength} 个字。");
        RuleFor(f => f.Remark).MaximumLength(Lead.RemarkMaxLength).WithMessage("备注最多 {MaxLength} 个字。");
    }
}

/// <summary>A visit to write down.</summary>
public sealed class VisitForm
{
    /// <summary>The lead's version that the form shows.</summary>
    public int Version { get; set; }

    [Display(Name = "走访日期")]
    public DateOnly? VisitedOn { get; set; }

    [Display(Name = "参加人员")]
    public string? Participants { get; set; }

    [Display(Name = "情况")]
    public string? Text { get; set; }

    [Display(Name = "下一步")]
    public string? NextStep { get; set; }

    [Display(Name = "下一步日期")]
    public DateOnly? NextStepOn { get; set; }

    public VisitData ToData() => new(VisitedOn!.Value, FormText.Clean(Participants), FormText.Clean(Text)!, FormText.Clean(NextStep), NextStepOn);
}

public sealed class VisitFormValidator : AbstractValidator<VisitForm>
{
    public VisitFormValidator()
    {
        RuleFor(f => f.VisitedOn).NotNull().WithMessage("请填写走访日期。");
        RuleFor(f => f.Participants).MaximumLength(LeadVisit.ParticipantsMaxLength).WithMessage("参加人员最多 {MaxLength} 个字。");
        RuleFor(f => f.Text).NotEmpty().WithMessage("请写明走访情况。").MaximumLength(LeadVisit.TextMaxLength).WithMessage("情况最多 {MaxLength} 个字。");
        RuleFor(f => f.NextStep).MaximumLength(Lead.NextStepMaxLength).WithMessage("下一步最多 {MaxLength} 个字。");
    }
}

/// <summary>Another stage for a lead.</summary>
public sealed class LeadStageForm
{
    public int Version { get; set; }

    [Display(Name = "新阶段")]
    public LeadStage? To { get; set; }

    [Display(Name = "日期")]
    public DateOnly? StageOn { get; set; }

    [Display(Name = "原因")]
    public string? Reason { get; set; }
}

public sealed class LeadStageFormValidator : AbstractValidator<LeadStageForm>
{
    public LeadStageFormValidator()
    {
        RuleFor(f => f.To).NotNull().WithMessage("请选择新阶段。").IsInEnum().WithMessage("没有这个阶段，请重新选择。");
        RuleFor(f => f.StageOn).NotNull().WithMessage("请填写日期。");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明原因。").MaximumLength(LeadStep.ReasonMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
    }
}

/// <summary>A lead that signs.</summary>
public sealed class SigningForm
{
    public int Version { get; set; }

    [Display(Name = "统一社会信用代码")]
    public string? CreditCode { get; set; }

    [Display(Name = "校验不符的说明")]
    public string? CreditCodeNote { get; set; }

    [Display(Name = "企业类型")]
    public EnterpriseType? Type { get; set; }

    [Display(Name = "片区")]
    public int? ParkAreaId { get; set; }

    [Display(Name = "签约日期")]
    public DateOnly? On { get; set; }

    /// <summary>The enterprise that the roster has already, once the person has seen it and means it.</summary>
    public int? ExistingId { get; set; }

    public SigningData ToData() => new(CreditCode!, FormText.Clean(CreditCodeNote), Type!.Value, ParkAreaId, On!.Value, ExistingId);
}

public sealed class SigningFormValidator : AbstractValidator<SigningForm>
{
    public SigningFormValidator()
    {
        RuleFor(f => f.CreditCode).FitsRoster(f => f.CreditCodeNote);
        RuleFor(f => f.CreditCodeNote).MaximumLength(Enterprise.CreditCodeNoteMaxLength).WithMessage("说明最多 {MaxLength} 个字。");
        RuleFor(f => f.Type).NotNull().WithMessage("请选择企业类型。").IsInEnum().WithMessage("没有这种企业类型，请重新选择。");
        RuleFor(f => f.On).NotNull().WithMessage("请填写签约日期。");
    }
}

/// <summary>Persons of a lead to erase.</summary>
public sealed class EraseForm
{
    [Display(Name = "清除的原因")]
    public string? EraseReason { get; set; }
}

public sealed class EraseFormValidator : AbstractValidator<EraseForm>
{
    public EraseFormValidator() =>
        RuleFor(f => f.EraseReason).NotEmpty().WithMessage("请写明清除的原因。").MaximumLength(LeadStep.ReasonMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record LeadQuery(string? Q, LeadStage? Stage, int? Owner, int? Tag, int? Opportunity, int? Node, bool Overdue, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => Stage is not null || Owner is not null || Tag is not null || Opportunity is not null || Node is not null || Overdue || !string.IsNullOrWhiteSpace(Q);

    public LeadFilter ToFilter() => new(Q, Stage, Owner, Tag, Opportunity, Node, Overdue, SortChoice.Of(Sort, LeadSort.Next), SortChoice.IsDescending(Dir));
}

/// <summary>The export is posted with the address of its list.</summary>
public sealed class LeadQueryValidator : AbstractValidator<LeadQuery>
{
    public LeadQueryValidator() => RuleFor(q => q.Q).MaximumLength(SearchWord.MaxLength).WithMessage("搜索词最多 {MaxLength} 个字。");
}

/// <summary>What the forms of a lead offer.</summary>
public sealed record LeadChoices(IReadOnlyList<LeadOwner> Owners, RosterChoices Roster, IReadOnlyList<Opportunity> Opportunities, IReadOnlyList<NodeChoice> Nodes);

/// <summary>The list.</summary>
/// <param name="Overdue">How many next steps should have been done before today.</param>
public sealed record LeadListPage(
    LeadQuery Query, Page<LeadRow> Rows, IReadOnlyDictionary<LeadStage, int> Counts, int Overdue, LeadChoices Choices, DateOnly Today);

/// <summary>A lead to register or to correct.</summary>
/// <param name="Number">Null while it is new.</param>
public sealed record LeadEditPage(string? Number, LeadForm Form, LeadChoices Choices);

/// <summary>A lead with its visits and stages.</summary>
public sealed record LeadPage(Lead Lead, VisitForm Visit, LeadStageForm Stage, EraseForm Erase, Page<JournalLine> History, DateOnly Today);

/// <summary>A lead that signs.</summary>
/// <param name="Match">The enterprise that the roster has under the typed code.</param>
public sealed record SigningPage(Lead Lead, SigningForm Form, RosterChoices Choices, SigningMatch? Match);
