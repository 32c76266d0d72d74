using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck.Rules;

namespace HuaihuaPilotZone.Customs.PreCheck.Repairs;

/// <summary>The numbers of one document that must fit together, and how. Numbers that cannot be read or are zero have findings of their own and are left out.</summary>
internal sealed class NumberNet
{
    private readonly List<decimal> _values = [];
    private readonly List<(Field Field, int Line, string? Typed)> _places = [];
    private readonly Dictionary<(Field, int), int> _numbers = [];
    private readonly List<Relation> _relations = [];

    public NumberNet(CustomsDocument document, Tolerances tolerances)
    {
        Reading = new DocumentReading(document);
        Tolerances = tolerances;
        var roles = document.Schema.Roles;
        for (var line = 0; line < Reading.Lines; line++)
        {
            AddProduct(roles, line);
            AddEqual(roles, line, roles.Unit1, roles.Quantity1);
            AddEqual(roles, line, roles.Unit2, roles.Quantity2);
        }

        if (document.Schema.Scope == DocumentScope.List) AddOrderValue();
        AddWeights(roles);
    }

    public DocumentReading Reading { get; }

    public IReadOnlyList<Relation> Relations => _relations;

    public decimal[] Values => [.. _values];

    private Tolerances Tolerances { get; }

    public (Field Field, int Line, string? Typed) Place(int number) => _places[number];

    private void AddProduct(DocumentRoles roles, int line)
    {
        if (Number(roles.Quantity, line) is { } quantity && Number(roles.Price, line) is { } price && Number(roles.Total, line) is { } total)
            _relations.Add(new ProductRelation(quantity, price, total, Tolerances));
    }

    private void AddEqual(DocumentRoles roles, int line, Field unit, Field quantity)
    {
        var code = Reading[line, unit].Text;
        if (code.Length > 0 && code == Reading[line, roles.Unit].Text && Number(roles.Quantity, line) is { } traded && Number(quantity, line) is { } statutory)
            _relations.Add(new EqualRelation(traded, statutory));
    }

    private void AddOrderValue()
    {
        var currency = Reading[HeaderFields.OrderCurrency].Text;
        if (Reading.Lines == 0 || currency.Length == 0 || Number(HeaderFields.OrderGoodsValue, 0) is not { } sum) return;
        var parts = new int[Reading.Lines];
        for (var line = 0; line < parts.Length; line++)
        {
            if (Reading[line, GoodsFields.Currency].Text != currency || Number(GoodsFields.TotalPrice, line) is not { } part) return;
            parts[line] = part;
        }

        _relations.Add(new SumRelation(sum, parts, Tolerances));
    }

    private void AddWeights(DocumentRoles roles)
    {
        if (Number(roles.NetWeight, 0) is not { } net) return;
        if (Number(roles.GrossWeight, 0) is { } gross) _relations.Add(new WeightRelation(net, gross));
        var parts = new List<int>();
        for (var line = 0; line < Reading.Lines; line++)
        {
            if (WeightRules.KilogramsOf(Reading, line) is { } quantity && Number(quantity, line) is { } part) parts.Add(part);
        }

        if (parts.Count > 0) _relations.Add(new KilogramRelation(net, [.. parts], parts.Count == Reading.Lines, Tolerances));
    }

    private int? Number(Field field, int line)
    {
        ref readonly var reading = ref Reading[line, field];
        if (reading.Number is not { HasValue: true, Value: > 0 }) return null;
        if (_numbers.TryGetValue((field, line), out var known)) return known;
        _numbers.Add((field, line), _values.Count);
        _places.Add((field, line, reading.Raw));
        _values.Add(reading.Number.Value);
        return _values.Count - 1;
    }
}
