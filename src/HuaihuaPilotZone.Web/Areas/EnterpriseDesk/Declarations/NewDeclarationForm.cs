using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Declarations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>The chooser's questions, and the mode taken in the end.</summary>
public sealed class NewDeclarationForm
{
    /// <summary>How many of the last documents are offered to start from.</summary>
    public const int MostLatest = 3;

    [Display(Name = "买家")]
    public Buyer? Buyer { get; set; }

    [Display(Name = "单票货值")]
    public bool? AtMost5000 { get; set; }

    [Display(Name = "涉证、涉检、涉税")]
    public bool? NeedsPapers { get; set; }

    [Display(Name = "海关特殊监管区域")]
    public bool? FromSpecialArea { get; set; }

    /// <summary>Empty while the proposal has not been seen.</summary>
    [Display(Name = "监管方式")]
    public string? TradeMode { get; set; }

    /// <summary>Empty for what the rule asks for.</summary>
    [Display(Name = "单证")]
    public DocumentKind? Kind { get; set; }

    [Display(Name = "另选的理由")]
    public string? ModeNote { get; set; }

    /// <summary>Special customs areas in force today; never sent.</summary>
    [BindNever]
    public IReadOnlyList<SpecialArea> Areas { get; set; } = [];

    /// <summary>What was submitted last, to start from; never sent.</summary>
    [BindNever]
    public IReadOnlyList<DeclarationRow> Latest { get; set; } = [];

    public ModeProposal? Proposal =>
        this is { Buyer: { } buyer, AtMost5000: { } small, NeedsPapers: { } papers, FromSpecialArea: { } area }
            ? ModeChooser.Propose(new ModeAnswers(buyer, small, papers, area), Areas)
            : null;

    public bool IsOwnChoice => Proposal is { } proposal && TradeMode is { Length: > 0 } && (TradeMode != proposal.TradeMode || KindTaken != proposal.Kind);

    /// <summary>Why the document that was picked does not go with mode and answers; null where it does or nothing was picked.</summary>
    public string? KindRefusal => Proposal is not null && TradeMode is { Length: > 0 } mode && Kind is { } kind ? ModeChooser.Refusal(kind, mode, Answers, Areas) : null;

    private DocumentKind KindTaken => Kind ?? ModeChooser.KindOf(TradeMode!, Answers);

    private ModeAnswers Answers => new(Buyer!.Value, AtMost5000!.Value, NeedsPapers!.Value, FromSpecialArea!.Value);

    /// <summary>What to open.</summary>
    public NewDeclaration ToNew()
    {
        var proposal = ModeChooser.Propose(Answers, Areas);
        return new NewDeclaration(TradeMode, KindTaken, $"{proposal.Reason}（依据：{proposal.Basis}）", IsOwnChoice ? ModeNote?.Trim() : null);
    }
}

public sealed class NewDeclarationFormValidator : AbstractValidator<NewDeclarationForm>
{
    public NewDeclarationFormValidator()
    {
        RuleFor(f => f.Buyer).NotNull().WithMessage("请选择卖给谁。").IsInEnum().WithMessage("请选择卖给谁。");
        RuleFor(f => f.AtMost5000).NotNull().WithMessage("请选择单票货值是否超过 5,000 元。");
        RuleFor(f => f.NeedsPapers).NotNull().WithMessage("请选择是否涉证、涉检或涉税。");
        RuleFor(f => f.FromSpecialArea).NotNull().WithMessage("请选择是否从特殊监管区域出口。");
        RuleFor(f => f.ModeNote).MaximumLength(500).WithMessage("理由最多 500 个字。");
        RuleFor(f => f.Kind).Must((form, _) => form.KindRefusal is null).WithMessage(form => form.KindRefusal);
        RuleFor(f => f.ModeNote).NotEmpty().When(f => f.IsOwnChoice).WithMessage("与建议不同的，请写明理由。");
    }
}
