using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Imports.Batches;

namespace HuaihuaPilotZone.Web.Shared.Imports;

/// <summary>A file to import.</summary>
public sealed class UploadForm
{
    /// <summary>Name of the kind.</summary>
    public string? Kind { get; set; }

    [Display(Name = "监管方式")]
    public string? Variant { get; set; }

    [Display(Name = "文件")]
    public IFormFile? File { get; set; }
}

/// <summary>What the columns of a file mean.</summary>
public sealed class MatchForm
{
    /// <summary>For each column of the file the name of a column; empty for one that is not used.</summary>
    public List<string?> Targets { get; set; } = [];
}

/// <summary>New values for cells of the rows that a page shows. Whatever button is pressed, everything that was typed is kept.</summary>
public sealed class RowForm
{
    /// <summary>The row whose button was pressed; null for a button of the whole page.</summary>
    [Display(Name = "行号")]
    public int? Row { get; set; }

    /// <summary>Column of that row for which a button named the value; null for other buttons.</summary>
    public string? TakeColumn { get; set; }

    /// <summary>The value of that button.</summary>
    public string? Take { get; set; }

    public List<CellForm> Cells { get; set; } = [];

    /// <summary>Query of the page to go back to.</summary>
    public string? Back { get; set; }

    /// <summary>Whether a field of a request belongs here and not to the button's own form.</summary>
    public static bool IsOwn(string field) => field.Split('[')[0] is nameof(Row) or nameof(TakeColumn) or nameof(Take) or nameof(Cells) or nameof(Back);

    /// <summary>What differs from what the page showed, by rows: a colleague may have mended the others meanwhile.</summary>
    public IReadOnlyDictionary<int, IReadOnlyDictionary<string, string?>> ToRows()
    {
        var cells = Cells.Where(c => c.IsChanged);
        // a button that names a value goes before what was typed into the same cell
        if (Row is { } row && TakeColumn is { } column) cells = cells.Prepend(new CellForm { Row = row, Column = column, Value = Take });
        // rows of one order share values: the row whose button was pressed has the last word
        return cells.Where(c => c.Column is not null && (c.Row ?? Row) is not null).GroupBy(c => (c.Row ?? Row)!.Value).OrderBy(g => g.Key == Row).ToDictionary(
            g => g.Key, g => (IReadOnlyDictionary<string, string?>)g.DistinctBy(c => c.Column, StringComparer.Ordinal).ToDictionary(c => c.Column!, c => c.Value, StringComparer.Ordinal));
    }
}

public sealed class CellForm
{
    /// <summary>Null for the row of the form.</summary>
    public int? Row { get; set; }

    public string? Column { get; set; }

    public string? Value { get; set; }

    /// <summary>What the page showed, where it names the row.</summary>
    public string? Was { get; set; }

    /// <summary>A cell without a row of its own is meant by whoever sends it.</summary>
    public bool IsChanged => Row is null || OneLine(Value) != OneLine(Was);

    /// <summary>As a field of one line gives it back untouched.</summary>
    private static string OneLine(string? text) => (text ?? "").ReplaceLineEndings("");
}

/// <summary>A repair of all problems of one kind.</summary>
public sealed class KindForm
{
    public const string Suggestions = "suggestions";

    /// <summary>The act that leaves the cells empty. An empty new value alone does not: a button pressed too early must not empty a whole column.</summary>
    public const string Clear = "clear";

    public string? RuleId { get; set; }

    public string? Column { get; set; }

    /// <summary><see cref="Suggestions"/> takes each problem's own suggestion, <see cref="Clear"/> nothing, anything else the value in <see cref="To"/>.</summary>
    public string? Act { get; set; }

    /// <summary>Only cells with this value.</summary>
    public string? From { get; set; }

    public string? To { get; set; }

    /// <summary>Which of <see cref="Texts"/> stands for <see cref="From"/> and <see cref="To"/>; null where these say it themselves.</summary>
    public int? At { get; set; }

    /// <summary>What was typed beside each kind of the page.</summary>
    public List<TextForm> Texts { get; set; } = [];

    internal TextForm Meant => At is not { } at ? new TextForm { From = From, To = To } : Texts.ElementAtOrDefault(at) ?? new TextForm();

    public KindRepair ToRepair() => new(RuleId ?? "", Column, string.IsNullOrEmpty(Meant.From) ? null : Meant.From, Act switch { Suggestions => null, Clear => "", _ => Meant.To ?? "" });
}

/// <summary>An old and a new value.</summary>
public sealed class TextForm
{
    public string? From { get; set; }

    public string? To { get; set; }
}

public sealed class UploadFormValidator : AbstractValidator<UploadForm>
{
    public UploadFormValidator()
    {
        RuleFor(f => f.Variant).NotEmpty().WithMessage("请选择监管方式。");
        RuleFor(f => f.File).NotNull().WithMessage("请选择文件。");
    }
}

public sealed class MatchFormValidator : AbstractValidator<MatchForm>
{
    public MatchFormValidator() => RuleFor(f => f.Targets).NotEmpty().WithMessage("请选择各列的含义。");
}

public sealed class RowFormValidator : AbstractValidator<RowForm>
{
    public RowFormValidator()
    {
        RuleForEach(f => f.Cells).SetValidator(new CellFormValidator());
        RuleFor(f => f.Take).MaximumLength(4000).WithMessage("内容最多 4000 个字。");
    }
}

public sealed class CellFormValidator : AbstractValidator<CellForm>
{
    public CellFormValidator() => RuleFor(f => f.Value).MaximumLength(4000).WithMessage("内容最多 4000 个字。");
}

public sealed class KindFormValidator : AbstractValidator<KindForm>
{
    public KindFormValidator()
    {
        RuleFor(f => f.RuleId).NotEmpty().WithMessage("请选择要处理的问题。");
        RuleFor(f => f.Meant.To).NotEmpty().When(f => f.Act is not (KindForm.Suggestions or KindForm.Clear)).WithMessage("请填写改为什么；要清空的，请按“全部清空”。");
        RuleFor(f => f.Meant.To).MaximumLength(ImportProblem.ReasonMaxLength).WithMessage($"新内容最多 {ImportProblem.ReasonMaxLength} 个字。");
        RuleFor(f => f.Meant.From).MaximumLength(ImportProblem.ValueMaxLength).WithMessage($"原内容最多 {ImportProblem.ValueMaxLength} 个字。");
    }
}
