using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Customs.PreCheck;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.FileChecks;

/// <summary>A file to be checked as it is.</summary>
public sealed class FileCheckForm
{
    /// <summary>The act that keeps the document as a draft.</summary>
    public const string Keep = "keep";

    /// <summary>As much as the interface takes.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    [Display(Name = "单证文件")]
    public IFormFile? File { get; set; }

    /// <summary><see cref="Keep"/>, or nothing to check only.</summary>
    public string? Act { get; set; }

    /// <summary>The answer; never sent.</summary>
    [BindNever]
    public CheckedFile? Answer { get; set; }

    public async Task<byte[]> ReadAsync(CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await File!.CopyToAsync(content, cancellation);
        return content.ToArray();
    }
}

public sealed class FileCheckFormValidator : AbstractValidator<FileCheckForm>
{
    public FileCheckFormValidator()
    {
        RuleFor(f => f.File).NotNull().WithMessage("请选择单证文件。");
        RuleFor(f => f.File!.Length).InclusiveBetween(1, FileCheckForm.MostBytes).When(f => f.File is not null).OverridePropertyName("File").WithMessage("文件是空的，或超过 5 MB。");
    }
}
