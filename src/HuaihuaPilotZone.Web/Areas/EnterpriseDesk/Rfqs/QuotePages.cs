using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Rfqs;

/// <summary>The address bar of the lists of quotes and orders.</summary>
/// <param name="State">Of whichever states the list has.</param>
public sealed record QuoteQuery(string? Q, string? State, string? Dir, int? Page)
{
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrWhiteSpace(State);

    public QuoteFilter ToFilter() => new(Q, SortChoice.IsDescending(Dir, usual: true));

    /// <summary>The state that the list is narrowed to; null for none or one that there is not.</summary>
    public T? StateOf<T>()
        where T : struct, Enum => Enum.TryParse<T>(State, out var state) && Enum.IsDefined(state) ? state : null;
}

/// <summary>A list.</summary>
public sealed record QuoteListPage<T>(QuoteQuery Query, Page<T> Rows);

/// <summary>A request to send.</summary>
public sealed class RequestForm
{
    [Display(Name = "起运地")]
    public string? FromPlace { get; set; }

    [Display(Name = "目的地")]
    public string? ToPlace { get; set; }

    [Display(Name = "货物名称")]
    public string? Goods { get; set; }

    [Display(Name = "20 英尺箱")]
    public int? Containers20 { get; set; }

    [Display(Name = "40 英尺箱")]
    public int? Containers40 { get; set; }

    [Display(Name = "重量")]
    public int? Kilograms { get; set; }

    [Display(Name = "体积")]
    public decimal? CubicMetres { get; set; }

    [Display(Name = "最低温度")]
    public decimal? LowestTemperature { get; set; }

    [Display(Name = "最高温度")]
    public decimal? HighestTemperature { get; set; }

    [Display(Name = "危险品")]
    public bool IsDangerous { get; set; }

    [Display(Name = "备妥日")]
    public DateOnly? ReadyOn { get; set; }

    [Display(Name = "答复期限")]
    public DateOnly? AnswerBy { get; set; }

    [Display(Name = "备注")]
    public string? Note { get; set; }

    /// <summary>Ids of those who are asked.</summary>
    public List<int> Providers { get; set; } = [];

    /// <summary>Providers to choose from; never sent.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<ProviderRow> Choices { get; set; } = [];

    public RequestData ToData() => new(
        FromPlace!.Trim(), ToPlace!.Trim(), Goods!.Trim(), Containers20 ?? 0, Containers40 ?? 0, Kilograms, CubicMetres, LowestTemperature, HighestTemperature, IsDangerous, ReadyOn!.Value, AnswerBy!.Value,
        FormText.Clean(Note), Providers);
}

public sealed class RequestFormValidator : AbstractValidator<RequestForm>
{
    public RequestFormValidator()
    {
        RuleFor(f => f.FromPlace).NotEmpty().WithMessage("请填写起运地。").MaximumLength(QuoteRequest.PlaceMaxLength).WithMessage("起运地最多 {MaxLength} 个字。");
        RuleFor(f => f.ToPlace).NotEmpty().WithMessage("请填写目的地。").MaximumLength(QuoteRequest.PlaceMaxLength).WithMessage("目的地最多 {MaxLength} 个字。");
        RuleFor(f => f.Goods).NotEmpty().WithMessage("请填写货物名称。").MaximumLength(QuoteRequest.GoodsMaxLength).WithMessage("货物名称最多 {MaxLength} 个字。");
        RuleFor(f => f.ReadyOn).NotNull().WithMessage("请填写备妥日。");
        RuleFor(f => f.AnswerBy).NotNull().WithMessage("请填写答复期限。");
        RuleFor(f => f.Note).MaximumLength(QuoteRequest.NoteMaxLength).WithMessage("备注最多 {MaxLength} 个字。");
    }
}

/// <summary>A request with its quotes on equal units.</summary>
public sealed record RequestPage(QuoteRequest Request, IReadOnlyList<string> Orders, Page<JournalLine> History, DateOnly Today);

/// <summary>What the one who asks does: choose a quote, or end the request.</summary>
public sealed class ChoiceForm
{
    public int Version { get; set; }

    /// <summary>Id of the chosen invitation; null ends the request without an order.</summary>
    public int? Invitation { get; set; }

    /// <summary>The version of the chosen quote.</summary>
    public int QuoteVersion { get; set; }

    public bool Close { get; set; }
}

public sealed class ChoiceFormValidator : AbstractValidator<ChoiceForm>
{
    public ChoiceFormValidator() => RuleFor(f => f.Invitation).NotNull().When(f => !f.Close).WithMessage("请选择一份报价。");
}
