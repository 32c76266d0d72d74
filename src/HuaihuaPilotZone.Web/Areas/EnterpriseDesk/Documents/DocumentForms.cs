using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises.Vault;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Documents;

/// <summary>What is said of a paper.</summary>
public class DocumentForm
{
    public int Version { get; set; }

    [Display(Name = "种类")]
    public VaultType? Type { get; set; }

    [Display(Name = "名称")]
    public string? Title { get; set; }

    [Display(Name = "编号")]
    public string? Number { get; set; }

    [Display(Name = "签发机关")]
    public string? Issuer { get; set; }

    [Display(Name = "有效期起")]
    public DateOnly? ValidFrom { get; set; }

    [Display(Name = "有效期止")]
    public DateOnly? ValidTo { get; set; }

    [Display(Name = "备注")]
    public string? Note { get; set; }

    public VaultData ToData() => new(Type!.Value, Title!, Number, ValidFrom, ValidTo, Note) { Issuer = Issuer };

    public static DocumentForm Of(VaultDocument d) => new()
    {
        Version = d.Version,
        Type = d.Type,
        Title = d.Title,
        Number = d.Number,
        Issuer = d.Issuer,
        ValidFrom = d.ValidFrom,
        ValidTo = d.ValidTo,
        Note = d.Note,
    };
}

/// <summary>A paper with its first file.</summary>
public sealed class NewDocumentForm : DocumentForm
{
    [Display(Name = "文件")]
    public IFormFile? File { get; set; }
}

/// <summary>A newer file of a paper.</summary>
public sealed class NewVersionForm
{
    [Display(Name = "文件")]
    public IFormFile? File { get; set; }

    [Display(Name = "说明")]
    public string? Remark { get; set; }
}

/// <summary>Which paper goes with the declaration.</summary>
public sealed class AttachForm
{
    public int? DocumentId { get; set; }
}

/// <summary>The form alone says what is missing; the rest is the service's.</summary>
public sealed class DocumentFormValidator : AbstractValidator<DocumentForm>
{
    public DocumentFormValidator()
    {
        RuleFor(f => f.Type).NotNull().WithMessage("请选择种类。").IsInEnum().WithMessage("请选择种类。");
        RuleFor(f => f.Issuer).MaximumLength(VaultDocument.IssuerMaxLength).WithMessage($"签发机关最多 {VaultDocument.IssuerMaxLength} 个字。");
        RuleFor(f => f.Title).NotEmpty().WithMessage("请填写名称。").MaximumLength(VaultDocument.TitleMaxLength).WithMessage($"名称最多 {VaultDocument.TitleMaxLength} 个字。");
    }
}

public sealed class NewDocumentFormValidator : AbstractValidator<NewDocumentForm>
{
    public NewDocumentFormValidator()
    {
        Include(new DocumentFormValidator());
        RuleFor(f => f.File).NotNull().WithMessage("请选择文件。");
    }
}

public sealed class NewVersionFormValidator : AbstractValidator<NewVersionForm>
{
    public NewVersionFormValidator()
    {
        RuleFor(f => f.File).NotNull().WithMessage("请选择文件。");
        RuleFor(f => f.Remark).MaximumLength(VaultDocument.NoteMaxLength).WithMessage($"说明最多 {VaultDocument.NoteMaxLength} 个字。");
    }
}

public sealed class AttachFormValidator : AbstractValidator<AttachForm>
{
    public AttachFormValidator() => RuleFor(f => f.DocumentId).NotNull().WithMessage("请选择要附上的文件。");
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed class DocumentQuery
{
    public string? Type { get; set; }

    public string? Validity { get; set; }

    public string? Q { get; set; }

    public bool Archived { get; set; }

    public string? Sort { get; set; }

    public string? Dir { get; set; }

    public int? Page { get; set; }

    public int? Size { get; set; }

    public VaultFilter ToFilter() => new(
        Parse<VaultType>(Type), Parse<VaultValidity>(Validity), Q is { Length: > 100 } ? Q[..100] : Q, Parse<VaultSort>(Sort) ?? VaultSort.Updated,
        string.Equals(Dir, "asc", StringComparison.OrdinalIgnoreCase), Archived);

    private static T? Parse<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}

/// <param name="Expiring">How many have expired or soon will.</param>
public sealed record DocumentListPage(DocumentQuery Query, Page<VaultRow> Rows, int Expiring);

public static class DocumentLooks
{
    public static string Tone(this VaultValidity validity) => validity switch
    {
        VaultValidity.Valid => "ok",
        VaultValidity.Expiring => "warn",
        VaultValidity.Expired => "bad",
        _ => "hollow",
    };

    /// <summary>2026-01-01 至 2026-12-31.</summary>
    public static string Validity(this VaultDocument document) => Validity(document.ValidFrom, document.ValidTo);

    /// <inheritdoc cref="Validity(VaultDocument)"/>
    public static string Validity(DateOnly? validFrom, DateOnly? validTo) => (validFrom, validTo) switch
    {
        (null, null) => "长期",
        ({ } from, null) => $"{from:yyyy-MM-dd} 起",
        (null, { } to) => $"至 {to:yyyy-MM-dd}",
        ({ } from, { } to) => $"{from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}",
    };

    /// <summary>312 KB.</summary>
    public static string Size(long bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024):N0} KB" : $"{bytes / 1024m / 1024m:N1} MB";
}
