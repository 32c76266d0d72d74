using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Yard.Inspections;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Inspections;

/// <summary>Places to book in a slot.</summary>
public sealed class BookForm
{
    private static readonly char[] _between = ['\n', '\r', ',', ';', '，', '、', '；', '\t'];

    public int? SlotId { get; set; }

    [Display(Name = "车位数")]
    public int? Places { get; set; }

    [Display(Name = "集装箱号")]
    public string? Containers { get; set; }

    [Display(Name = "已对照箱体核对，箱号确实如此")]
    public bool IsCompared { get; set; }

    [Display(Name = "预申报编号")]
    public string? Declaration { get; set; }

    [Display(Name = "备注")]
    public string? Remark { get; set; }

    internal IReadOnlyList<string> ContainerList => Containers is null ? [] : [.. Containers.Split(_between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    internal BookingData ToData() => new(
        SlotId!.Value, Places!.Value, ContainerList, DeclarationNumber.TryParse(Declaration?.Trim(), null, out var number) ? number : null, string.IsNullOrWhiteSpace(Remark) ? null : Remark.Trim(), IsCompared);
}

public sealed class BookFormValidator : AbstractValidator<BookForm>
{
    private const int ContainersMaxLength = 600;

    public BookFormValidator()
    {
        RuleFor(f => f.SlotId).NotNull().WithMessage("请选择时段。");
        RuleFor(f => f.Places).NotNull().WithMessage("请填写车位数。");
        RuleFor(f => f.Containers).MaximumLength(ContainersMaxLength).WithMessage("集装箱号最多 {MaxLength} 个字符。");
        RuleFor(f => f.Declaration).Must(d => string.IsNullOrWhiteSpace(d) || DeclarationNumber.TryParse(d.Trim(), null, out _)).WithMessage("预申报编号如 HH-20261122-000007，请核对或留空。");
        RuleFor(f => f.Remark).MaximumLength(InspectionBooking.NoteMaxLength).WithMessage("备注最多 {MaxLength} 个字。");
    }
}

/// <summary>The enterprise's bookings.</summary>
public sealed record MyBookingsPage(string? Word, InspectionState? State, Page<BookingRow> Rows)
{
    public bool IsNarrowed => State is not null || !string.IsNullOrWhiteSpace(Word);
}

/// <summary>Slots to choose from.</summary>
/// <param name="Declaration">The pre-declaration that it is for, handed on to the form; null for none.</param>
public sealed record SlotChoicePage(DateOnly? From, string? Place, int? Places, DeclarationNumber? Declaration, Page<SlotRow> Rows)
{
    public bool IsNarrowed => From is not null || Places is not null || !string.IsNullOrWhiteSpace(Place);
}

/// <summary>The slot that was chosen, and the form.</summary>
public sealed record BookPage(InspectionSlot Slot, BookForm Form);
