using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>What must be there, how long it may be and which characters it may hold.</summary>
internal static class StructureRules
{
    private static readonly Rule _noLines = new("LINES-001", "没有任何商品项", Severity.MustFix, Bases.Specification("CEB603 InventoryList 1..100"),
        "清单和订单至少有一项商品。请添加商品，或从表格导入。", "A1.19; A4 CEB603 InventoryList");

    private static readonly Rule _tooManyLines = new("LINES-002", "商品超过一百项", Severity.MustFix, Bases.Specification("CEB603 InventoryList 1..100"),
        "一份清单最多 100 项商品。请拆成几份，每份对应各自的订单。", "A1.19");

    private static readonly Rule _emptyHeader = new("REQUIRED-001", "必填项没有填写", Severity.MustFix, Bases.Specification("CEB603 InventoryHead、CEB303 OrderHead 必填项"),
        "报文规范规定的必填项不能为空，只有空白也算空。请补填。", "A4 CEB603 #5-47; A4 CEB303 #6-13; A1.9");

    private static readonly Rule _emptyGoods = new("REQUIRED-002", "商品必填项没有填写", Severity.MustFix, Bases.Specification("CEB603 InventoryList、CEB303 OrderList 必填项"),
        "每项商品的必填项不能为空，只有空白也算空。请补填。", "A4 CEB603 list #2-18; A4 CEB303 list #2-10; A1.9");

    private static readonly Rule _tooLong = new("LENGTH-001", "文字超过规定长度", Severity.MustFix, Bases.Specification("各元素的长度"),
        "每个元素有最大长度，超出的报文会被退回。请缩短。", "A4 CEB603, CEB303: lengths");

    private static readonly Rule _forbiddenCharacter = new("TEXT-001", "含有不可传输的字符", Severity.MustFix, Bases.Specification("报文采用 XML 1.0、UTF-8"),
        "从其他软件粘贴时可能带入看不见的控制字符，报文不能传输。请去掉。", "A1.1");

    private static readonly Rule _blanks = new("TEXT-002", "首尾空白或全角字符", Severity.Advice, Bases.Consistency("文字的写法"),
        "名称首尾的空白、单号里的全角字符会让比对失败。请核对后去掉。", "B2 (half-width); A9 X14");

    private static readonly Rule _codeForm = new("TEXT-003", "代码的写法不规范", Severity.MustFix, Bases.Specification("代码元素的取值"),
        "代码应为半角、大写，中间不留空格、连字符或点。可以直接采用整理后的写法。", "A1.13; D1; D4; B2 (half-width)");

    public static IReadOnlyList<Rule> All { get; } = [_noLines, _tooManyLines, _emptyHeader, _emptyGoods, _tooLong, _forbiddenCharacter, _blanks, _codeForm];

    public static void Check(Examination examination)
    {
        var lines = examination.Reading.Lines;
        if (lines == 0) examination.AddForGoods(_noLines, "清单里还没有商品。请至少添加一项。");
        if (lines > FieldMap.MaxLines) examination.AddForGoods(_tooManyLines, Invariant($"清单有 {lines} 项商品，最多 {FieldMap.MaxLines} 项，多出 {lines - FieldMap.MaxLines} 项。请拆成几份。"));
        foreach (var field in FieldMap.Header) CheckField(examination, field, line: 0);
        for (var line = 0; line < lines; line++)
        {
            foreach (var field in FieldMap.Goods) CheckField(examination, field, line);
        }
    }

    private static void CheckField(Examination examination, Field field, int line)
    {
        ref readonly var reading = ref examination.ReadingOf(field, line);
        if (reading.IsEmpty)
        {
            CheckPresence(examination, field, line);
            return;
        }

        if (field.Kind is FieldKind.Number or FieldKind.WholeNumber or FieldKind.Date) return;
        if (field.Kind is FieldKind.Text or FieldKind.Reference)
        {
            CheckText(examination, field, line, reading);
        }
        else if (reading.WasCleaned)
        {
            examination.AddAt(_codeForm, field, line, $"{field.Label}填的是{Words.Quote(reading.Raw)}，应写作{Words.Quote(reading.Text)}。", reading.Text);
        }
    }

    private static void CheckPresence(Examination examination, Field field, int line)
    {
        // an empty bar code has its own rule and its own proposal
        if (!field.IsRequired(examination.Mode) || ReferenceEquals(field, GoodsFields.BarCode)) return;
        var label = field.LabelFor(examination.Mode);
        var blank = string.IsNullOrEmpty(examination.ReadingOf(field, line).Raw) ? "没有填写" : "只有空白";
        examination.AddAt(field.IsGoods ? _emptyGoods : _emptyHeader, field, line, $"{label}{blank}。{Hint(field)}", basis: Bases.Specification(field.Article));
    }

    private static string Hint(Field field) => field.Name switch
    {
        "ebpCode" => "境外平台没有代码时填“无”。",
        "ownerCode" => "生产销售单位未在海关注册时填“NO”。",
        "orderFreight" => "没有运杂费时填“0”。",
        "insuredFee" => "没有保费时填“0”。",
        "insuredFeeCurrency" => "保费为 0 时也要填币制。",
        "pod" => "最终目的港不明时，填已知的港口。",
        _ => "这是必填项。",
    };

    private static void CheckText(Examination examination, Field field, int line, in FieldReading reading)
    {
        // the item number has its own length rule, because order and list differ
        var length = TextCleaning.CodePoints(reading.Text);
        if (length > field.MaxLength && !ReferenceEquals(field, GoodsFields.ItemNo))
        {
            examination.AddAt(_tooLong, field, line, Invariant($"{field.Label}有 {length} 个字符，最多 {field.MaxLength} 个，多出 {length - field.MaxLength} 个。"), basis: Bases.Specification(field.Article));
        }

        if (!TextCleaning.IsXmlText(reading.Text))
        {
            var clean = TextCleaning.Trim(TextCleaning.XmlTextOf(reading.Text));
            var reason = $"{field.Label}里有看不见的控制字符，报文不能传输。";
            if (clean.Length == 0) examination.AddEmptying(_forbiddenCharacter, field, line, reason);
            else examination.AddAt(_forbiddenCharacter, field, line, reason, clean);
        }
        else if (reading.WasCleaned)
        {
            examination.AddAt(_blanks, field, line, $"{field.Label}的首尾有空白，或单号里有全角字符。整理后为{Words.Quote(reading.Text)}。", reading.Text);
        }
    }
}
