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
        RuleFor(f => f.File).NotNull().WithMessage("请选择单证文件。浏览器不保留上次选的文件，每次都要重选。");
        RuleFor(f => f.File!.Length).GreaterThan(0).When(f => f.File is not null).OverridePropertyName("File").WithMessage("文件是空的，请检查是不是没有导出完。");
        RuleFor(f => f.File!.Length).LessThanOrEqualTo(FileCheckForm.MostBytes).When(f => f.File is not null).OverridePropertyName("File").WithMessage("文件超过 5 MB，请分成几份再检查。");
    }
}

internal static class CheckedFileWords
{
    /// <summary>The answer in one sentence.</summary>
    public static string Verdict(this CheckedFile answer)
    {
        if (answer.IsUnreadable) return "文件读不出来，没有检查。";
        if (answer.Documents.Count == 0) return answer.Problems.Count == 0 ? "没有发现问题。" : $"{answer.Problems.Count} 处不合报文规范。";
        var (mustFix, advice) = (answer.Documents.Sum(d => d.Result.MustFixCount), answer.Documents.Sum(d => d.Result.AdviceCount));
        var own = answer.Problems.Count == 0 ? "" : $"文件本身 {answer.Problems.Count} 处问题；";
        return $"{own}{answer.Documents.Count} 份单证，{mustFix} 处必须修改，{advice} 处建议核对。";
    }
}
