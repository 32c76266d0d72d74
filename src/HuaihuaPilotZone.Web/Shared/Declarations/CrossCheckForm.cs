using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Declarations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HuaihuaPilotZone.Web.Shared.Declarations;

/// <summary>Files of one shipment, and the list where it is filed here.</summary>
public sealed class CrossCheckForm
{
    /// <summary>Bytes of one file; one shipment needs a few kilobytes.</summary>
    public const int MostBytes = 2_000_000;

    private const int MostFiles = 8;

    [Display(Name = "清单的申报单号")]
    public string? Number { get; set; }

    [Display(Name = "报文文件")]
    public IFormFileCollection? Files { get; set; }

    /// <summary>The answer; never sent.</summary>
    [BindNever]
    public CrossAnswer? Answer { get; set; }

    public DeclarationNumber? Filed => DeclarationNumber.TryParse(Number?.Trim(), null, out var number) ? number : null;

    /// <summary>The files with their content.</summary>
    public async Task<IReadOnlyList<SentFile>> ReadAsync(CancellationToken cancellation)
    {
        var sent = new List<SentFile>();
        foreach (var file in Files ?? Enumerable.Empty<IFormFile>())
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellation);
            sent.Add(new SentFile(file.FileName, content.ToArray()));
        }
        return sent;
    }

    /// <summary>Checks what was sent.</summary>
    public sealed class Validator : AbstractValidator<CrossCheckForm>
    {
        public Validator()
        {
            RuleFor(f => f.Number).Must((form, number) => string.IsNullOrWhiteSpace(number) || form.Filed is not null).WithMessage("申报单号应为 HH-年月日-序号，例如 HH-20261122-000001。");
            RuleFor(f => f.Files).Must(files => files is null || files.Count <= MostFiles).WithMessage($"一次最多 {MostFiles} 个文件。");
            RuleFor(f => f.Files).Must(files => files is null || files.All(f => f.Length <= MostBytes)).WithMessage("单个文件不超过 2 MB。");
        }
    }
}
