using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Bookings;

/// <summary>What an enterprise books.</summary>
public sealed class BookingForm
{
    [Display(Name = "车次")]
    public string? Departure { get; set; }

    [Display(Name = "装货站")]
    public string? From { get; set; }

    [Display(Name = "卸货站")]
    public string? To { get; set; }

    [Display(Name = "20GP（22G1）")]
    public int? Standard20 { get; set; }

    [Display(Name = "40GP（42G1）")]
    public int? Standard40 { get; set; }

    [Display(Name = "40HQ（45G1）")]
    public int? High40 { get; set; }

    [Display(Name = "20RF（22R1）")]
    public int? Cooled20 { get; set; }

    [Display(Name = "40RF（42R1）")]
    public int? Cooled40 { get; set; }

    [Display(Name = "货物名称")]
    public string? Goods { get; set; }

    [Display(Name = "毛重合计")]
    public int? GrossKilograms { get; set; }

    [Display(Name = "最低温度")]
    public decimal? LowestTemperature { get; set; }

    [Display(Name = "最高温度")]
    public decimal? HighestTemperature { get; set; }

    [Display(Name = "危险品")]
    public bool IsDangerous { get; set; }

    [Display(Name = "关联的预申报")]
    public string? Declaration { get; set; }

    [Display(Name = "备注")]
    public string? Note { get; set; }

    public int Version { get; set; }

    /// <summary>Sends the draft as soon as it is saved.</summary>
    public bool Send { get; set; }

    /// <summary>What the form is about; never sent.</summary>
    [BindNever]
    [ValidateNever]
    public BookingFormFacts Facts { get; set; } = null!;

    public static BookingForm Of(Booking booking) => new()
    {
        Departure = booking.Departure!.Number,
        From = booking.From!.Slug,
        To = booking.To!.Slug,
        Standard20 = CountOf(booking, ContainerType.Standard20),
        Standard40 = CountOf(booking, ContainerType.Standard40),
        High40 = CountOf(booking, ContainerType.High40),
        Cooled20 = CountOf(booking, ContainerType.Cooled20),
        Cooled40 = CountOf(booking, ContainerType.Cooled40),
        Goods = booking.Goods,
        GrossKilograms = booking.GrossKilograms,
        LowestTemperature = booking.LowestTemperature,
        HighestTemperature = booking.HighestTemperature,
        IsDangerous = booking.IsDangerous,
        Declaration = booking.Declaration?.Number.ToString(),
        Note = booking.Note,
        Version = booking.Version,
    };

    public BookingData ToData()
    {
        (ContainerType Type, int? Count)[] counts =
        [
            (ContainerType.Standard20, Standard20), (ContainerType.Standard40, Standard40), (ContainerType.High40, High40), (ContainerType.Cooled20, Cooled20), (ContainerType.Cooled40, Cooled40),
        ];
        return new BookingData(
            Departure!.Trim(), From!, To!, [.. counts.Where(c => c.Count is not (null or 0)).Select(c => new ContainerCount(c.Type, c.Count!.Value))], Goods!.Trim(), GrossKilograms!.Value,
            LowestTemperature, HighestTemperature, IsDangerous, FormText.Clean(Declaration), FormText.Clean(Note));
    }

    private static int? CountOf(Booking booking, ContainerType type) => booking.Containers.Find(c => c.Type == type)?.Count;
}

/// <summary>What stands around the form.</summary>
/// <param name="Number">Of the draft; null while it is new.</param>
public sealed record BookingFormFacts(string? Number, Departure Departure, DepartureLoad Load, bool IsCutOff, IReadOnlyList<(string Number, string Goods)> Declarations)
{
    public string Address => Number is null ? "/enterprise/bookings/new" : $"/enterprise/bookings/{Number}/edit";

    public string Cooling => Departure.Service is { LowestTemperature: { } low, HighestTemperature: { } high }
        ? string.Create(CultureInfo.InvariantCulture, $"本班次能保持 {low:0.#} 至 {high:0.#} ℃")
        : "本班次没有冷藏";
}

public sealed class BookingFormValidator : AbstractValidator<BookingForm>
{
    private const string CountProblem = "箱量应为 0 至 500 的整数。";

    public BookingFormValidator()
    {
        RuleFor(f => f.Departure).NotEmpty().WithMessage("请选择车次。");
        RuleFor(f => f.From).NotEmpty().WithMessage("请选择装货站。");
        RuleFor(f => f.To).NotEmpty().WithMessage("请选择卸货站。");
        RuleFor(f => f.Standard20).InclusiveBetween(0, 500).WithMessage(CountProblem);
        RuleFor(f => f.Standard40).InclusiveBetween(0, 500).WithMessage(CountProblem);
        RuleFor(f => f.High40).InclusiveBetween(0, 500).WithMessage(CountProblem);
        RuleFor(f => f.Cooled20).InclusiveBetween(0, 500).WithMessage(CountProblem);
        RuleFor(f => f.Cooled40).InclusiveBetween(0, 500).WithMessage(CountProblem);
        RuleFor(f => f.Goods).NotEmpty().WithMessage("请填写货物名称，如箱包。").MaximumLength(Booking.GoodsMaxLength).WithMessage("货物名称最多 {MaxLength} 个字。");
        RuleFor(f => f.GrossKilograms).NotNull().WithMessage("请填写毛重合计，单位千克。");
        RuleFor(f => f.Note).MaximumLength(Booking.NoteMaxLength).WithMessage("备注最多 {MaxLength} 个字。");
    }
}
