using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Where the goods go: country, port and transport mode have to tell one story.</summary>
internal static class PlaceRules
{
    private const string China = "CHN";

    private static readonly Rule _portShape = new("PORT-001", "指运港应为六位代码", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 37 项 POD"),
        "指运港填国别三个字母加三位数字，例如 VNM901 河内。请从代码表选择。", "A4 CEB603 #37; C10");

    private static readonly Rule _portUnlisted = new("PORT-002", "指运港不在代码表", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 37 项 POD"),
        "平台没有这个港口的旧版代码，无法写入报文。可以填国别加 000，或请管理员补录港口。", "A4 CEB603 #37; C10; F9");

    private static readonly Rule _chinaArrival = new("COUNTRY-001", "运抵国不能是中国", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 36 项 country"),
        "运抵国（地区）是货物离境后直接到达的国家或地区，不能是中国。请改正。", "A4 CEB603 #36; B6 R15");

    private static readonly Rule _chinaDestination = new("COUNTRY-002", "最终目的国为中国", Severity.Advice, Bases.Consistency("出口清单与最终目的国"),
        "出口商品的最终目的国一般不是中国。请核对。", "A4 CEB603 list #9");

    private static readonly Rule _otherDestination = new("COUNTRY-003", "目的国与运抵国不同", Severity.Advice, Bases.Consistency("商品的最终目的国与运抵国"),
        "经第三地转运时两者可以不同。请确认不是漏改。", "A4 CEB603 #36, list #9");

    private static readonly Rule _otherPort = new("COUNTRY-004", "指运港与运抵国不同", Severity.Advice, Bases.Consistency("指运港所在国与运抵国"),
        "指运港通常在运抵国境内，经第三地转运时可以不同。请确认。", "A4 CEB603 #36, #37");

    private static readonly Rule _noCrossing = new("TRAF-001", "运输方式不实际离境", Severity.Advice, new Basis(BasisKind.Law, "《海关统计条例》", "运输方式：水路、铁路、公路、航空等", Verified: false),
        "这种运输方式用于货物不实际离境的情形，与境外的运抵国不符。请核对。", "C2; B2 special transport modes; mission D5 R-12");

    public static IReadOnlyList<Rule> All { get; } =
        [_portShape, _portUnlisted, _chinaArrival, _chinaDestination, _otherDestination, _otherPort, _noCrossing];

    public static void Check(Examination examination)
    {
        var arrival = examination.Reading[HeaderFields.Country].Text;
        var arrivalName = examination.Tables.Countries.Find(arrival)?.Name;
        if (arrival == China) examination.Add(_chinaArrival, HeaderFields.Country, "运抵国（地区）填的是 CHN 中国。出口清单应填货物离境后直接到达的国家或地区。");
        CheckPort(examination, arrival, arrivalName);
        CheckTransport(examination, arrival, arrivalName);
        for (var line = 0; line < examination.Reading.Lines; line++) CheckDestination(examination, line, arrival, arrivalName);
    }

    private static void CheckPort(Examination examination, string arrival, string? arrivalName)
    {
        var code = examination.Reading[HeaderFields.Pod].Text;
        if (code.Length == 0) return;
        if (examination.Tables.Ports.Find(code) is { OldCode: not null } port)
        {
            if (arrivalName is not null && port.CountryCode != arrival)
            {
                examination.Add(_otherPort, HeaderFields.Pod, $"指运港 {code} {port.Name}属于 {port.CountryCode}，运抵国是 {arrival} {arrivalName}。请确认是否经第三地转运。");
            }

            return;
        }

        var country = code.Length == 6 ? examination.Tables.Countries.Find(code[..3]) : null;
        var named = examination.Tables.Ports.FindByName(code) is { OldCode: not null } byName ? byName.Code : null;
        if (country is null || code.AsSpan(3).IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            examination.Add(_portShape, HeaderFields.Pod, $"指运港填的是{Words.Quote(code)}，应为国别三个字母加三位数字。", named);
        }
        else
        {
            examination.Add(_portUnlisted, HeaderFields.Pod, $"指运港 {code} 不在平台的港口代码表内，没有可写入报文的旧版代码。可按国别填 {country.Code}000，或请管理员补录。", country.Code + "000");
        }
    }

    private static void CheckTransport(Examination examination, string arrival, string? arrivalName)
    {
        var mode = examination.Tables.TransportModes.Find(examination.Reading[HeaderFields.TrafMode].Text);
        if (mode is null || mode.CrossesBorder || arrivalName is null || arrival == China) return;
        examination.Add(_noCrossing, HeaderFields.TrafMode, $"运输方式 {mode.Code} {mode.Name}用于不实际离境的货物，运抵国却是 {arrival} {arrivalName}。请核对。");
    }

    private static void CheckDestination(Examination examination, int line, string arrival, string? arrivalName)
    {
        var destination = examination.Reading[line, GoodsFields.Country].Text;
        if (destination.Length == 0) return;
        if (destination == China)
        {
            examination.Add(_chinaDestination, line, GoodsFields.Country, "最终目的国（地区）填的是 CHN 中国。出口商品一般不以中国为最终目的国，请核对。");
        }
        else if (arrivalName is not null && arrival != China && destination != arrival && examination.Tables.Countries.Find(destination) is { } country)
        {
            examination.Add(_otherDestination, line, GoodsFields.Country, $"这项商品的最终目的国是 {destination} {country.Name}，运抵国是 {arrival} {arrivalName}。请确认是否经第三地转运。");
        }
    }
}
