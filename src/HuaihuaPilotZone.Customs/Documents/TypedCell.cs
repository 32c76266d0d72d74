using System.Globalization;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Codes.Kept;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>
/// A cell of a spreadsheet as a document writes its value: days in any form, numbers with separators and units, codes by name.
/// A cell of several lines becomes one, since no field has more. What has no single meaning stays as it was typed, so that the pre-check can say so.
/// </summary>
public static partial class TypedCell
{
    // day 1 of the serials is 1900-01-01, and the file format counts a 29 February 1900 that never was
    private static readonly DateOnly _firstSerial = new(1899, 12, 30);

    private const int LeastSerial = 36_526;
    private const int MostSerial = 73_050;

    // none of them changes the magnitude: 克, 吨 and 万元 are left for a person to see
    private static readonly string[] _units = ["千克", "公斤", "人民币", "元", "圆", "个", "件", "箱", "只", "套", "台", "双", "条", "包", "kgs", "kg", "pcs", "ctns"];

    // what people call a code, where that is not its name in the table; letters are upper case
    private static readonly Dictionary<(CodeList, string), string> _otherNames = OtherNames(
        (CodeList.Currencies, "USD", "美金"), (CodeList.Currencies, "CNY", "RMB 人民币元"),
        (CodeList.Units, "035", "公斤 KG KGS"), (CodeList.Units, "007", "PCS"),
        (CodeList.TransportModes, "2", "水路 水运 海运 船运"), (CodeList.TransportModes, "3", "铁路 铁运 火车 班列 中欧班列"), (CodeList.TransportModes, "4", "公路 汽车 卡车 货车"),
        (CodeList.TransportModes, "5", "航空 空运 飞机"), (CodeList.TransportModes, "6", "邮件 邮政 邮寄"),
        (CodeList.Packaging, "22", "纸箱 纸盒"), (CodeList.Packaging, "23", "木箱 木盒"), (CodeList.Packaging, "06", "包 袋 编织袋"));

    /// <summary>The value of a cell for a field.</summary>
    /// <param name="tables">Where names of codes are looked up.</param>
    /// <param name="date">The day whose customs offices are meant.</param>
    /// <returns>Trimmed text where nothing better is certain; empty for nothing.</returns>
    public static string Read(Field field, string? typed, CustomsTables tables, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(tables);
        var text = TextCleaning.Trim(typed ?? "");
        if (text.AsSpan().IndexOfAny('\r', '\n', '\t') >= 0) text = LineBreaks().Replace(text, " ");
        // an export protects spreadsheets from formulas with this sign
        if (text is ['\'', '=' or '+' or '-' or '@', ..]) text = text[1..];
        if (text.Length == 0) return "";
        return field.Kind switch
        {
            FieldKind.Date => ReadDay(text),
            FieldKind.Number or FieldKind.WholeNumber => Number(text),
            FieldKind.Code => Code(field.CodeList, text, tables, date),
            FieldKind.HsCode => Tariff(TextCleaning.Code(text, field.Kind), tables, date),
            FieldKind.Party => TextCleaning.Code(text, field.Kind),
            FieldKind.Reference => TextCleaning.HalfWidth(text),
            _ => text,
        };
    }

    /// <summary>A day in any form, also as a spreadsheet counts it, as 2026-06-01; the text itself where it is none.</summary>
    public static string ReadDay(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var narrow = TextCleaning.HalfWidth(text);
        var withoutTime = TimeOfDay().Replace(narrow, "");
        if (DateReading.Read(withoutTime).Value is { } day) return DateReading.Format(day);
        return int.TryParse(narrow, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= LeastSerial and <= MostSerial
            ? DateReading.Format(_firstSerial.AddDays(serial))
            : text;
    }

    private static string Number(string text)
    {
        var bare = TextCleaning.Trim(TextCleaning.HalfWidth(text));
        if (_units.FirstOrDefault(u => bare.Length > u.Length && bare.EndsWith(u, StringComparison.OrdinalIgnoreCase)) is { } unit) bare = TextCleaning.Trim(bare[..^unit.Length]);
        var reading = NumberReading.Read(bare);
        return reading.HasValue ? NumberReading.Format(reading.Value) : reading.Fault == NumberFault.Negative ? reading.Text : text;
    }

    // a spreadsheet drops the zero in front of chapters 1 to 9; with it the code has to be known, and without it to mean nothing else
    private static string Tariff(string code, CustomsTables tables, DateOnly date) =>
        TableSchemas.Of(CodeTableId.Tariff).WithLostZeros(code) is { } whole && tables.Subheadings.Find(code[..6]) is null
        && (tables.TariffLines.Find(whole, date) is not null || tables.Subheadings.Find(whole[..6]) is not null) ? whole : code;

    private static string Code(CodeList list, string text, CustomsTables tables, DateOnly date)
    {
        if (OneCode(list, text, tables, date) is { } code) return code;
        // "USD 美元", "美元(USD)", "007|个": every part that means something must mean the same
        var parts = Separators().Split(TextCleaning.HalfWidth(text)).Where(p => p.Length > 0).ToArray();
        var meant = parts.Select(p => OneCode(list, p, tables, date)).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return parts.Length > 1 && meant.Length == 1 ? meant[0] : text;
    }

    private static string? OneCode(CodeList list, string text, CustomsTables tables, DateOnly date)
    {
        var code = TextCleaning.Code(text, FieldKind.Code);
        if (tables.Find(list, code, date) is not null) return code;
        // a spreadsheet drops the zeros in front of a number
        if (list == CodeList.Units && code.Length is > 0 and < 3 && code.All(char.IsAsciiDigit) && code.PadLeft(3, '0') is var unit && tables.Find(list, unit, date) is not null) return unit;
        if (list == CodeList.CustomsOffices) return tables.Rows(list, date).Where(r => r.Name == text).Select(r => r.Code).Take(2).ToArray() is [var only] ? only : null;
        if (CodeLists.TableOf(tables, list)?.FindByName(text) is { } row) return row.Code;
        return _otherNames.TryGetValue((list, code), out var other) && tables.Find(list, other, date) is not null ? other : null;
    }

    private static Dictionary<(CodeList, string), string> OtherNames(params ReadOnlySpan<(CodeList List, string Code, string Names)> codes)
    {
        var names = new Dictionary<(CodeList, string), string>();
        foreach (var (list, code, words) in codes)
        {
            foreach (var word in words.Split(' ')) names.Add((list, word), code);
        }

        return names;
    }

    [GeneratedRegex(@"\s*[\r\n\t]\s*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex LineBreaks();

    [GeneratedRegex(@"[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"[\s|/,、;:()\[\]\-]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Separators();
}
