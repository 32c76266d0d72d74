using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Declarations;

/// <summary>A document that is being filled in, with the origin of every value.</summary>
internal sealed class LineFilling(CustomsDocument document, string origin)
{
    private readonly Dictionary<string, PrefilledValue> _origins = new(StringComparer.Ordinal);

    public CustomsDocument Document { get; private set; } = document;

    public IReadOnlyDictionary<string, PrefilledValue> Origins => _origins;

    /// <summary>Puts a value into a field; an empty one empties it, so that two sources are never mixed.</summary>
    public void Put(Field? field, int line, string? value, string? from = null, decimal? perUnit = null)
    {
        if (field is null) return;
        var text = string.IsNullOrEmpty(value) ? null : value;
        Document = Document.With(field, line, text);
        if (text is not null || perUnit is not null) _origins[field.PathAt(line)] = new PrefilledValue(text ?? "", from ?? origin, perUnit);
    }

    /// <summary>Says why a field stays empty.</summary>
    public void LeaveBlank(Field field, int line, string why, decimal? perUnit = null) => _origins[field.PathAt(line)] = new PrefilledValue("", why, perUnit);
}
