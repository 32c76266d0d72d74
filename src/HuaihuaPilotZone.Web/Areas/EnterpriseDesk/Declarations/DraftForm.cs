using FluentValidation;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>What travels with a document's fields when a draft is saved.</summary>
public sealed class DraftForm
{
    public int? Version { get; set; }

    /// <summary>"RULE-001|/path" of the proposal to adopt.</summary>
    public string? Apply { get; set; }

    /// <summary>Proposals that the page has already written into its fields.</summary>
    public List<string> Applied { get; set; } = [];

    /// <summary>Adopted proposal to take back.</summary>
    public int? Undo { get; set; }

    /// <summary>After a conflict: the version that this save may replace.</summary>
    public int? Overwrite { get; set; }

    /// <summary>"submit" saves and submits; "addline" adds a goods line.</summary>
    public string? Act { get; set; }

    /// <summary>Goods line to leave out, from 0.</summary>
    public int? RemoveLine { get; set; }

    /// <summary>The goods lines; a document's own list is read-only, so the binder fills this one.</summary>
    public List<GoodsLine> Goods { get; set; } = [];

    public DraftChange ToChange(ExportList header) => new(
        Overwrite ?? Version ?? 0, WithLines(ToDocument(header)), Fix(Apply), Undo, [.. Applied.Take(200).Select(Fix).OfType<WantedFix>()]);

    /// <summary>Header and goods together, as typed; of far too many lines, which are refused, only as many as a page can show.</summary>
    public ExportList ToDocument(ExportList header) => header with { Goods = [.. Goods.Take(DraftFormValidator.MostLines)] };

    private ExportList WithLines(ExportList document)
    {
        if (RemoveLine is { } line && line >= 0 && line < document.Goods.Count) document = document with { Goods = [.. document.Goods.Where((_, i) => i != line)] };
        if (Act == "addline" && document.Goods.Count < FieldMap.MaxLines) document = document with { Goods = [.. document.Goods, new GoodsLine()] };
        return document;
    }

    private static WantedFix? Fix(string? text) => text?.Split('|', 2) is [var rule, var path] ? new WantedFix(rule, path) : null;
}

/// <summary>
/// Only what no draft may hold: texts so long that they are not typing, and far too many lines.
/// Everything else is kept however wrong it is; the pre-check says what is wrong.
/// </summary>
public sealed class DraftFormValidator : AbstractValidator<DraftForm>
{
    public const int MostCharacters = 4000;
    public const int MostLines = 200;

    public DraftFormValidator()
    {
        RuleFor(f => f.Version).NotNull().WithMessage("页面已过期，请刷新后再保存。");
        RuleFor(f => f.Goods).Must(g => g.Count <= MostLines).WithMessage($"商品最多 {FieldMap.MaxLines} 项，请分成几份填报。");
        RuleFor(f => f.Goods).Custom(static (goods, context) =>
        {
            for (var i = 0; i < goods.Count; i++)
            {
                foreach (var field in FieldMap.Goods.Where(f => f.Read(goods[i])?.Length > MostCharacters))
                    context.AddFailure($"Goods[{i}].{char.ToUpperInvariant(field.Name[0])}{field.Name[1..]}", $"商品第 {i + 1} 项的{field.Label}超过 {MostCharacters} 个字符，没有保存。");
            }
        });
    }
}

/// <inheritdoc cref="DraftFormValidator"/>
public sealed class ExportListValidator : AbstractValidator<ExportList>
{
    public ExportListValidator() => RuleFor(d => d).Custom(static (document, context) =>
    {
        foreach (var field in FieldMap.Header.Where(f => f.Read(document)?.Length > DraftFormValidator.MostCharacters))
            context.AddFailure(char.ToUpperInvariant(field.Name[0]) + field.Name[1..], $"{field.Label}超过 {DraftFormValidator.MostCharacters} 个字符，没有保存。");
    });
}
