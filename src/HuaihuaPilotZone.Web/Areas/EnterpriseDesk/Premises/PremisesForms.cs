using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Parks.Tickets;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Premises;

/// <summary>A repair to report.</summary>
public sealed class TicketForm
{
    [Display(Name = "单元")]
    public int? UnitId { get; set; }

    [Display(Name = "事由")]
    public string? Title { get; set; }

    [Display(Name = "情况")]
    public string? Text { get; set; }

    [Display(Name = "紧急，已影响经营")]
    public bool IsUrgent { get; set; }

    /// <summary>Units to choose from; never sent.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<RentedUnit> Units { get; set; } = [];
}

public sealed class TicketFormValidator : AbstractValidator<TicketForm>
{
    public TicketFormValidator()
    {
        RuleFor(f => f.UnitId).NotNull().WithMessage("请选择单元。");
        RuleFor(f => f.Title).NotEmpty().WithMessage("请填写事由，如空调漏水。").MaximumLength(Ticket.TitleMaxLength).WithMessage("事由最多 {MaxLength} 个字。");
        RuleFor(f => f.Text).NotEmpty().WithMessage("请写明情况：在哪里，怎么了，什么时候方便上门。").MaximumLength(Ticket.TextMaxLength).WithMessage("情况最多 {MaxLength} 个字。");
    }
}

/// <summary>What the enterprise rents, and its repairs.</summary>
public sealed record PremisesPage(string? Word, TicketState? State, IReadOnlyList<RentedUnit> Units, Page<TicketRow> Tickets)
{
    public bool IsNarrowed => State is not null || !string.IsNullOrWhiteSpace(Word);
}
