using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Where the goods go: country, port and transport mode have to tell one story.</summary>
internal static class PlaceRules
{
    private const string China = "CHN";
    private const string NoPort = "CHN000";

    private static readonly Rule _portShape = new("PORT-001", "指运港应为六位代码", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 37 项 POD"),
        "指运港填国别三个字母加三位数字，例如 VNM901 河内。请从代码表选择。", "A4 CEB603 #37; C10");

    private static readonly Rule _portUnlisted = new("PORT-002", "指运港不在代码表", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 37 项 POD"),
        "平台没有这个港口的旧版代码，无法写入报文。可以填国别加 000，或请管理员补录港口。", "A4 CEB603 #37; C10; F9");

    private static readonly Rule _chinaArrival = new Rule("COUNTRY-001", "运抵国不能是中国", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 36 项 country"),
        "运抵国（地区）是货物离境后直接到达的国家或地区，不能是中国。请改正。", "A4 CEB603 #36; B6 R15").AlsoForDeclarations(Bases.Filling("启运国（地区）/运抵国（地区）"));

    private static readonly Rule _chinaDestination = new Rule("COUNTRY-002", "最终目的国为中国", Severity.Advice, Bases.Consistency("出口单证与最终目的国"),
        "出口商品的最终目的国一般不是中国。请核对。", "A4 CEB603 list #9").AlsoForDeclarations();

    private static readonly Rule _otherDestination = new Rule("COUNTRY-003", "目的国与运抵国不同", Severity.Advice, Bases.Consistency("商品的最终目的国与运抵国"),
        "经第三地转运时两者可以不同。请确认不是漏改。", "A4 CEB603 #36, list #9").AlsoForDeclarations();

    private static readonly Rule _otherPort = new Rule("COUNTRY-004", "指运港与运抵国不同", Severity.Advice, Bases.Consistency("指运港所在国与运抵国"),
        "指运港通常在运抵国境内，经第三地转运时可以不同。请确认。", "A4 CEB603 #36, #37").AlsoForDeclarations();

    private static readonly Rule _noCrossing = new Rule("TRAF-001", "运输方式不实际离境", Severity.Advice, new Basis(BasisKind.Law, "《海关统计条例》", "运输方式：水路、铁路、公路、航空等", Verified: false),
        "这种运输方式用于货物不实际离境的情形，与境外的运抵国不符。请核对。", "C2; B2 special transport modes; mission D5 R-12").AlsoForDeclarations();

    private static readonly Rule _portForm = new Rule("PORT-003", "指运港代码写法不符", Severity.MustFix, Bases.Filling("经停港/指运港"),
        "指运港填国别三个字母加三位数字，未列明的填国别加 000。请从代码表选择。", "B2 #21; C10").ForDeclarations();

    private static readonly Rule _portNotLoaded = new Rule("PORT-004", "指运港未载入待核", Severity.Advice, Bases.Consistency("平台载入的港口代码"),
        "平台只载入了部分港口，查不到所填的这个。请在单一窗口核对，无误即可提交。", "C10; F9").ForDeclarations();

    private static readonly Rule _portAtHome = new Rule("PORT-005", "指运港应为 CHN000", Severity.MustFix, Bases.Filling("经停港/指运港：无实际进出境的填中国境内"),
        "货物不实际离境时，指运港填 CHN000。可以直接采用。", "B2 #21; B3 DistinatePort").ForDeclarations();

    private static readonly Rule _soldToChina = new Rule("COUNTRY-005", "贸易国不应为中国", Severity.Advice, Bases.Filling("贸易国（地区）：出口填售予国（地区）"),
        "出口报关单的贸易国（地区）填买方所在的国家或地区。请核对。", "B2 #19; B3 TradeAreaCode").ForDeclarations();

    public static IReadOnlyList<Rule> All { get; } =
        [_portShape, _portUnlisted, _chinaArrival, _chinaDestination, _otherDestination, _otherPort, _noCrossing, _portForm, _portNotLoaded, _portAtHome, _soldToChina];

    public static void Check(Examination examination)
    {
        var arrival = examination.Reading[examination.Roles.Arrival].Text;
        var arrivalName = examination.Tables.Countries.Find(arrival)?.Name;
        var transport = examination.Tables.TransportModes.Find(examination.Reading[examination.Roles.Transport].Text);
        var staysAtHome = examination.IsDeclaration && transport is { CrossesBorder: false };

        // 9 stands for other ways across the border and, at home, for whatever has no mode of its own
        var mayStay = staysAtHome || (examination.IsDeclaration && transport?.Code == "9");
        if (arrival == China && !mayStay) examination.Add(_chinaArrival, examination.Roles.Arrival, $"运抵国（地区）填的是 CHN 中国。出口{examination.Schema.Noun}应填货物离境后直接到达的国家或地区。");
        CheckPort(examination, arrival, arrivalName, staysAtHome);
        CheckTransport(examination, transport, arrival, arrivalName);
        if (examination.IsDeclaration && !staysAtHome && examination.Reading[DeclarationFields.TradeArea].Text == China)
        {
            examination.Add(_soldToChina, DeclarationFields.TradeArea, "贸易国（地区）填的是 CHN 中国，出口应填买方所在的国家或地区。请核对。");
        }

        examination.ForEachLine((all, line) => CheckDestination(all, line, arrival, arrivalName));
    }

    private static void CheckPort(Examination examination, string arrival, string? arrivalName, bool staysAtHome)
    {
        var field = examination.Roles.Port;
        var code = examination.Reading[field].Text;
        if (code.Length == 0) return;
        if (staysAtHome)
        {
            if (code != NoPort) examination.Add(_portAtHome, field, $"运输方式用于不实际离境的货物，指运港填的是{Words.Quote(code)}，应为 {NoPort}。", NoPort);
            return;
        }

        if (examination.Tables.Ports.Find(code) is { } port && (port.OldCode is not null || examination.IsDeclaration))
        {
            if (arrivalName is not null && port.CountryCode != arrival)
            {
                examination.Add(_otherPort, field, $"指运港 {code} {port.Name}属于 {port.CountryCode}，运抵国是 {arrival} {arrivalName}。请确认是否经第三地转运。");
            }

            return;
        }

        var country = code.Length == 6 ? examination.Tables.Countries.Find(code[..3]) : null;
        var named = examination.Tables.Ports.FindByName(code) is { } byName && (byName.OldCode is not null || examination.IsDeclaration) ? byName.Code : null;
        if (country is null || code.AsSpan(3).IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            examination.Add(examination.IsDeclaration ? _portForm : _portShape, field, $"指运港填的是{Words.Quote(code)}，应为国别三个字母加三位数字。", named);
        }
        else if (examination.IsDeclaration)
        {
            examination.Add(_portNotLoaded, field, $"指运港 {code} 不在平台载入的港口之内，待核。未列明的港口可按国别填 {country.Code}000。");
        }
        else
        {
            examination.Add(_portUnlisted, field, $"指运港 {code} 不在平台的港口代码表内，没有可写入报文的旧版代码。可按国别填 {country.Code}000，或请管理员补录。", country.Code + "000");
        }
    }

    private static void CheckTransport(Examination examination, TransportMode? mode, string arrival, string? arrivalName)
    {
        if (mode is null || mode.CrossesBorder || arrivalName is null || arrival == China) return;
        examination.Add(_noCrossing, examination.Roles.Transport, $"运输方式 {mode.Code} {mode.Name}用于不实际离境的货物，运抵国却是 {arrival} {arrivalName}。请核对。");
    }

    private static void CheckDestination(Examination examination, int line, string arrival, string? arrivalName)
    {
        var destination = examination.Reading[line, examination.Roles.Destination].Text;
        if (destination.Length == 0) return;
        if (destination == China)
        {
            examination.Add(_chinaDestination, line, examination.Roles.Destination, "最终目的国（地区）填的是 CHN 中国。出口商品一般不以中国为最终目的国，请核对。");
        }
        else if (arrivalName is not null && arrival != China && destination != arrival && examination.Tables.Countries.Find(destination) is { } country)
        {
            examination.Add(_otherDestination, line, examination.Roles.Destination, $"这项商品的最终目的国是 {destination} {country.Name}，运抵国是 {arrival} {arrivalName}。请确认是否经第三地转运。");
        }
    }
}
