using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Web.Shared.Declarations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>
/// The fields of a document as a form posts them, before it is known which kind of document they belong to:
/// TradeMode for a field of the header, Goods[0].Gcode for a field of a line.
/// </summary>
[ModelBinder(typeof(PostedDocumentBinder))]
public sealed class PostedDocument
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SortedSet<int>> _lines = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every posted name with its value.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>How many lines each posted collection has.</summary>
    public IReadOnlyDictionary<string, int> LineCounts => _lines.ToDictionary(l => l.Key, l => l.Value.Count, StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes one field of the form.</summary>
    public void Add(string name, string value)
    {
        if (!_values.TryAdd(name, value) || IndexOf(name) is not var (lines, index)) return;
        if (!_lines.TryGetValue(lines, out var known)) _lines[lines] = known = [];
        known.Add(index);
    }

    /// <summary>The document of a kind; names it does not know are left out, lines close up where numbers are missing.</summary>
    public CustomsDocument ToDocument(DocumentSchema schema)
    {
        var document = schema.Header.Aggregate(new CustomsDocument(schema), (d, field) => ValueOf(FieldNames.Name(field, 0)) is { } value ? d.With(field, value) : d);
        foreach (var collection in schema.Collections)
        {
            if (!_lines.TryGetValue(collection.Collection.Name, out var indexes)) continue;
            document = document.With(collection.Collection, [.. indexes.Select(i => collection.Fields.Aggregate(new DocumentLine(collection), (line, field) => ValueOf(FieldNames.Name(field, i)) is { } value ? line.With(field, value) : line))]);
        }

        return document;
    }

    /// <summary>Blanks alone are no value.</summary>
    private string? ValueOf(string name) => _values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static (string Lines, int Index)? IndexOf(string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        var close = name.IndexOf("].", StringComparison.Ordinal);
        return open > 0 && close > open && int.TryParse(name.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? (name[..open], index) : null;
    }
}

/// <summary>What no draft may hold.</summary>
public static class DraftLimits
{
    public const int MostCharacters = 4000;

    /// <summary>Lines of a collection for which no other limit is known.</summary>
    public const int MostLines = 100;
}

/// <summary>Takes the form as it was posted.</summary>
public sealed class PostedDocumentBinder : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var form = await bindingContext.HttpContext.Request.ReadFormAsync(bindingContext.HttpContext.RequestAborted);
        var posted = new PostedDocument();
        foreach (var (name, values) in form)
        {
            var value = values.ToString();
            if (ReadableText.Problem(value, FieldNames.LabelOf(name)) is { } problem) bindingContext.ModelState.TryAddModelError(name, problem);
            posted.Add(name, ReadableText.Clean(value));
        }
        bindingContext.Result = ModelBindingResult.Success(posted);
    }
}

/// <summary>
/// Only what no draft may hold: texts so long that they are not typing, and far too many lines.
/// Everything else is kept however wrong it is; the pre-check says what is wrong.
/// </summary>
public sealed class PostedDocumentValidator : AbstractValidator<PostedDocument>
{
    public PostedDocumentValidator() => RuleFor(d => d).Custom(static (posted, context) =>
    {
        foreach (var (name, value) in posted.Values.Where(v => v.Value.Length > DraftLimits.MostCharacters))
            context.AddFailure(name, $"{FieldNames.LabelOf(name)}超过 {DraftLimits.MostCharacters} 个字符，没有保存。");
        foreach (var lines in DocumentSchemas.All.SelectMany(s => s.Collections).Select(c => c.Collection).DistinctBy(c => c.Name))
        {
            var most = Math.Max(lines.MaxLines ?? 0, DraftLimits.MostLines);
            if (posted.LineCounts.GetValueOrDefault(lines.Name) > most * 2) context.AddFailure(lines.Name, $"{lines.LineWord}最多 {most} 项，请分成几份填报。");
        }
    });
}
