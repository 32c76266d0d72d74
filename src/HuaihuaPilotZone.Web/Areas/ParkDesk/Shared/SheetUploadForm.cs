using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

/// <summary>A file whose rows are taken in as a whole.</summary>
public sealed class SheetUploadForm
{
    [Display(Name = "文件")]
    public IFormFile? File { get; set; }

    /// <summary>Whether the file is only tried.</summary>
    public bool Trial { get; set; }

    /// <summary>As many bookings as the page has said that the file reaches.</summary>
    public int Seen { get; set; }
}

public sealed class SheetUploadFormValidator : AbstractValidator<SheetUploadForm>
{
    public const int MostBytes = 5_000_000;

    public SheetUploadFormValidator() =>
        RuleFor(f => f.File).NotNull().WithMessage("请选择文件。").Must(f => f is null || f.Length <= MostBytes).WithMessage("文件最大 5 兆字节。");
}
