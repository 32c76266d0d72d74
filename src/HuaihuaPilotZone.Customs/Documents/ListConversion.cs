namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>A value of the list that the declaration has no place for.</summary>
/// <param name="Path">JSON Pointer into the list.</param>
/// <param name="Label">Chinese label.</param>
/// <param name="Value">As typed.</param>
/// <param name="Reason">Why it did not fit; one Chinese sentence.</param>
public sealed record UnfitValue(string Path, string Label, string Value, string Reason);

/// <summary>A declaration made of a list, and what did not fit.</summary>
/// <param name="Carried">JSON Pointers into the declaration whose values came from the list.</param>
public sealed record ConvertedList(CustomsDocument Document, IReadOnlyList<string> Carried, IReadOnlyList<UnfitValue> Unfit);

/// <summary>Moves what an export list says into a 报关单: every value that has a place there, and a word on every one that has none.</summary>
public static class ListConversion
{
    private const string NoPlace = "报关单没有这一栏。";
    private const string OfOrder = "属于订单或运单，不写进报关单。";

    private static readonly (Field From, Field To)[] _header =
    [
        (HeaderFields.TradeMode, DeclarationFields.TradeMode),
        (HeaderFields.CustomsCode, DeclarationFields.CustomsCode),
        (HeaderFields.PortCode, DeclarationFields.PortCode),
        (HeaderFields.LicenseNo, DeclarationFields.LicenseNo),
        (HeaderFields.Note, DeclarationFields.Note),
        (HeaderFields.EbcName, DeclarationFields.TradeName),
        (HeaderFields.OwnerName, DeclarationFields.OwnerName),
        (HeaderFields.AgentName, DeclarationFields.AgentName),
        (HeaderFields.OrderNo, DeclarationFields.ContractNo),
        (HeaderFields.TrafMode, DeclarationFields.TrafMode),
        (HeaderFields.TrafName, DeclarationFields.TrafName),
        (HeaderFields.VoyageNo, DeclarationFields.VoyageNo),
        (HeaderFields.BillNo, DeclarationFields.BillNo),
        (HeaderFields.Country, DeclarationFields.TradeCountry),
        (HeaderFields.Pod, DeclarationFields.DestinationPort),
        (HeaderFields.WrapType, DeclarationFields.WrapType),
        (HeaderFields.PackNo, DeclarationFields.PackNo),
        (HeaderFields.GrossWeight, DeclarationFields.GrossWeight),
        (HeaderFields.NetWeight, DeclarationFields.NetWeight),
    ];

    // a list takes either code in one field
    private static readonly (Field From, Field Credit, Field Customs)[] _parties =
    [
        (HeaderFields.EbcCode, DeclarationFields.TradeCoScc, DeclarationFields.TradeCode),
        (HeaderFields.OwnerCode, DeclarationFields.OwnerCodeScc, DeclarationFields.OwnerCode),
        (HeaderFields.AgentCode, DeclarationFields.AgentCodeScc, DeclarationFields.AgentCode),
    ];

    private static readonly (Field Rate, Field Currency, Field Mark, Field ToRate, Field ToCurrency)[] _charges =
    [
        (HeaderFields.Freight, HeaderFields.FreightCurrency, DeclarationFields.FeeMark, DeclarationFields.FeeRate, DeclarationFields.FeeCurrency),
        (HeaderFields.InsuredFee, HeaderFields.InsuredFeeCurrency, DeclarationFields.InsuranceMark, DeclarationFields.InsuranceRate, DeclarationFields.InsuranceCurrency),
    ];

    private static readonly (Field From, Field To)[] _goods =
    [
        (GoodsFields.ItemNo, DeclarationGoods.ItemNo),
        (GoodsFields.Gcode, DeclarationGoods.Gcode),
        (GoodsFields.Gname, DeclarationGoods.Gname),
        (GoodsFields.Gmodel, DeclarationGoods.Gmodel),
        (GoodsFields.Country, DeclarationGoods.DestinationCountry),
        (GoodsFields.Currency, DeclarationGoods.Currency),
        (GoodsFields.Qty, DeclarationGoods.Qty),
        (GoodsFields.Unit, DeclarationGoods.Unit),
        (GoodsFields.Qty1, DeclarationGoods.Qty1),
        (GoodsFields.Unit1, DeclarationGoods.Unit1),
        (GoodsFields.Qty2, DeclarationGoods.Qty2),
        (GoodsFields.Unit2, DeclarationGoods.Unit2),
        (GoodsFields.Price, DeclarationGoods.Price),
        (GoodsFields.TotalPrice, DeclarationGoods.TotalPrice),
    ];

    /// <summary>Converts a list.</summary>
    /// <exception cref="ArgumentException">The document is no list.</exception>
    public static ConvertedList ToDeclaration(CustomsDocument list)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (list.Schema != DocumentSchemas.ExportList) throw new ArgumentException("Only an export list can become a declaration.", nameof(list));
        var moving = new Moving(list);
        foreach (var (from, to) in _header) moving.Put(from, to);
        foreach (var (from, credit, customs) in _parties) moving.Put(from, TypedParty(list[from]) ? customs : credit);
        foreach (var charge in _charges) PutCharge(moving, charge);
        PutGoods(moving);
        return moving.Done();
    }

    private static bool TypedParty(string? code) => FieldReading.Read(code, FieldKind.Party).Text.Length == Identifiers.CustomsRegistrationCode.Length;

    // A list says 0 where nothing was paid; a declaration says nothing. Its freight is always a total.
    private static void PutCharge(Moving moving, (Field Rate, Field Currency, Field Mark, Field ToRate, Field ToCurrency) charge)
    {
        if (NumberReading.Read(moving.List[charge.Rate]) is { HasValue: true, Value: 0 })
        {
            moving.Pass(charge.Rate);
            moving.Pass(charge.Currency);
            return;
        }

        moving.Put(charge.Rate, charge.ToRate);
        moving.Put(charge.Currency, charge.ToCurrency);
        if (!string.IsNullOrWhiteSpace(moving.List[charge.Rate])) moving.Set(charge.Mark, "3");
    }

    private static void PutGoods(Moving moving)
    {
        var schema = DocumentSchemas.CustomsDeclaration.Goods;
        for (var line = 0; line < moving.List.Goods.Count; line++)
        {
            moving.Lines.Add(new DocumentLine(schema));
            foreach (var (from, to) in _goods) moving.PutLine(from, to, line);
        }
    }

    private sealed class Moving(CustomsDocument list)
    {
        private readonly HashSet<Field> _moved = [];
        private readonly List<string> _carried = [];
        private CustomsDocument _document = new(DocumentSchemas.CustomsDeclaration);

        public CustomsDocument List { get; } = list;

        public List<DocumentLine> Lines { get; } = [];

        public void Pass(Field from) => _moved.Add(from);

        public void Put(Field from, Field to)
        {
            _moved.Add(from);
            Set(to, List[from]);
        }

        public void PutLine(Field from, Field to, int line)
        {
            _moved.Add(from);
            if (string.IsNullOrWhiteSpace(List.Goods[line][from])) return;
            Lines[line] = Lines[line].With(to, List.Goods[line][from]);
            _carried.Add(to.PathAt(line));
        }

        public void Set(Field to, string? value)
        {
            if (string.IsNullOrWhiteSpace(value)) return;
            _document = _document.With(to, value);
            _carried.Add(to.PathAt());
        }

        public ConvertedList Done()
        {
            var unfit = new List<UnfitValue>();
            foreach (var field in List.Schema.Header) Leave(unfit, field, line: 0);
            for (var line = 0; line < List.Goods.Count; line++)
            {
                foreach (var field in List.Schema.Goods.Fields) Leave(unfit, field, line);
            }

            return new ConvertedList(_document.With(DeclarationGoods.Lines, Lines), _carried, unfit);
        }

        private void Leave(List<UnfitValue> unfit, Field field, int line)
        {
            if (_moved.Contains(field) || List.At(field, line) is not { } value || string.IsNullOrWhiteSpace(value)) return;
            var path = field.PathAt(line);
            unfit.Add(new UnfitValue(path, List.Schema.Label(path, List.TradeMode), value, ReasonFor(field)));
        }

        private static string ReasonFor(Field field) =>
            ReferenceEquals(field, HeaderFields.IeDate) ? "报关单申报出口时不填出口日期。"
            : field.OrderElement is not null || field.Section is FormSection.Order || ReferenceEquals(field, HeaderFields.LogisticsCode) || ReferenceEquals(field, HeaderFields.LogisticsName) ? OfOrder
            : NoPlace;
    }
}
