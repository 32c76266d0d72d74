using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>What travels with a document's fields when a draft is saved.</summary>
public sealed class DraftForm
{
    public int? Version { get; set; }

    private const string AddLine = "addline";
    private const string KeepLine = "keep/";
    private const string Goods = "goods";

    /// <summary>"RULE-001|/path" of the proposal to adopt; "RULE-001|/path|1" for the second of its alternatives.</summary>
    public string? Apply { get; set; }

    /// <summary>Proposals that the page has already written into its fields.</summary>
    public List<string> Applied { get; set; } = [];

    /// <summary>Adopted proposal to take back.</summary>
    public int? Undo { get; set; }

    /// <summary>Key of the smallest repair to make.</summary>
    public string? Repair { get; set; }

    /// <summary>
    /// "compute" saves and fills in what follows from what was typed, "parties" and "products" save and lead to the books, "keep/0" saves and puts a goods line into the product book;
    /// "submit" saves and submits, "convert" saves and makes a declaration of a list, "applyall" adopts every safe proposal, "addline" adds a goods line and "addline/containers" a line elsewhere.
    /// </summary>
    public string? Act { get; set; }

    /// <summary>Line to leave out, from 0: "2" of the goods, "containers/2" elsewhere.</summary>
    public string? RemoveLine { get; set; }

    public bool IsSubmit => Act == "submit";

    public bool IsConversion => Act == "convert";

    public bool AppliesAll => Act == "applyall";

    /// <summary>Whether the save mends something by itself, so that the person should look at the check next.</summary>
    public bool Mends => AppliesAll || Apply is not null || Undo is not null || Repair is not null;

    public bool IsComputation => Act == "compute";

    /// <summary>The page of a book that the person wants to choose from, or null.</summary>
    public string? Book => Act is "parties" or "products" ? Act : null;

    /// <summary>The goods line that goes into the product book, from 0, or null.</summary>
    public int? KeptLine => Act?.StartsWith(KeepLine, StringComparison.Ordinal) == true && int.TryParse(Act.AsSpan(KeepLine.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : null;

    /// <summary>The collection whose lines the person is at work on, or null.</summary>
    public string? LinesAtWork => Act?.StartsWith(AddLine, StringComparison.Ordinal) == true ? Target(Act).Name : RemoveLine is { } text ? Target(text).Name : null;

    public DraftChange ToChange(CustomsDocument document) => new(
        Version ?? 0, WithLines(document), Fix(Apply), Undo, [.. Applied.Take(200).Select(Fix).OfType<WantedFix>()], AppliesAll, Repair: Repair);

    private CustomsDocument WithLines(CustomsDocument document)
    {
        if (RemoveLine is { } text && Target(text) is var (from, index) && document.Schema.FindCollection(from) is { Collection: var lines } && index is { } line && line < document.Lines(lines).Count)
            document = document.With(lines, [.. document.Lines(lines).Where((_, i) => i != line)]);
        if (Act?.StartsWith(AddLine, StringComparison.Ordinal) == true && document.Schema.FindCollection(Target(Act).Name) is { } to && document.Lines(to.Collection).Count < (to.Collection.MaxLines ?? DraftLimits.MostLines))
            document = document.With(to.Collection, [.. document.Lines(to.Collection), new DocumentLine(to)]);
        return document;
    }

    // "2", "containers/2", "addline", "addline/containers": the goods are meant where nothing is named
    private static (string Name, int? Index) Target(string text)
    {
        var parts = text.Split('/', 2);
        var (name, number) = parts.Length == 2 ? (parts[0] == AddLine ? parts[1] : parts[0], parts[1]) : (Goods, parts[0]);
        return (name, int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null);
    }

    private static WantedFix? Fix(string? text) => text?.Split('|', 3) switch
    {
        [var rule, var path] => new WantedFix(rule, path),
        [var rule, var path, var choice] when int.TryParse(choice, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => new WantedFix(rule, path, index),
        _ => null,
    };
}

public sealed class DraftFormValidator : AbstractValidator<DraftForm>
{
    public DraftFormValidator() => RuleFor(f => f.Version).NotNull().WithMessage("页面已过期，请刷新后再保存。");
}
