using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Receipts;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Receipts;

/// <summary>A file of receipts.</summary>
public sealed class ReceiptForm
{
    [Display(Name = "回执文件")]
    public IFormFile? File { get; set; }

    /// <summary>The declaration on whose page it was handed in; where to go back to.</summary>
    public string? Number { get; set; }
}

public sealed class ReceiptFormValidator : AbstractValidator<ReceiptForm>
{
    public ReceiptFormValidator()
    {
        RuleFor(f => f.File).NotNull().WithMessage("请选择回执文件。");
        RuleFor(f => f.File!.Length).InclusiveBetween(1, ReceiptIntake.MostBytes).When(f => f.File is not null).OverridePropertyName("File").WithMessage("回执文件是空的，或超过 5 MB。");
    }
}

public sealed record ReceiptsPage(ReceiptView View, Page<CustomsReceipt> Receipts);

/// <summary>Colours of customs states.</summary>
public static class ReceiptLooks
{
    public static string Tone(this CustomsState state) => state switch
    {
        CustomsState.NoReceipt => "hollow",
        CustomsState.InProgress or CustomsState.Accepted => "info",
        CustomsState.Failed or CustomsState.Returned => "bad",
        CustomsState.Held => "warn",
        CustomsState.Released or CustomsState.Closed => "ok",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Word(this ReceiptView view) => view switch
    {
        ReceiptView.All => "全部",
        ReceiptView.Matched => "已归入",
        ReceiptView.Waiting => "待归入",
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
    };
}
