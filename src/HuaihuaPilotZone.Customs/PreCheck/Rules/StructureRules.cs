using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>What must be there, how long it may be and which characters it may hold.</summary>
internal static class StructureRules
{
    private static readonly Rule _noLines = new Rule("LINES-001", "没有任何商品项", Severity.MustFix, Bases.Specification("CEB603 InventoryList 1..100"),
        "清单和报关单至少有一项商品。请添加商品，或从表格导入。", "A1.19; A4 CEB603 InventoryList; B6 R3").AlsoForDeclarations(Bases.DecMessage("DecLists/DecList 1..50")).AlsoForApplications(DocumentScope.Return | DocumentScope.Totals | DocumentScope.Departure, Bases.Specification("InvtRefundList、WayBillList、DepartureList 至少一项")).AlsoForReturnDeclarations();

    private static readonly Rule _tooManyLines = new Rule("LINES-002", "商品超过一百项", Severity.MustFix, Bases.Specification("CEB603 InventoryList 1..100"),
        "一份清单最多 100 项商品。请拆成几份，每份对应各自的订单。", "A1.19").AlsoForApplications(DocumentScope.Return, Bases.Specification("CEB213 InvtRefundList 1..100"));

    private static readonly Rule _tooManyItems = new Rule("LINES-003", "商品超过五十项", Severity.MustFix, Bases.DecMessage("DecLists/DecList 0..50"),
        "一份报关单最多 50 项商品。请拆成几份。", "B3 DecLists; B6 R3").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _tooManyOthers = new Rule("LINES-004", "明细超过规定行数", Severity.MustFix, Bases.DecMessage("Container 0..500、LicenseDocu 0..7、EdocRealation 1..10"),
        "集装箱最多 500 个，随附单证最多 7 份，随附单据最多 10 份，运单或清单明细一次最多 1000 行。请删减，或拆成几份。", "B3 DecContainers, DecLicenseDocus, EdocRealation; A1.19").ForDeclarations().AlsoForApplications(DocumentScope.Totals | DocumentScope.Arrival | DocumentScope.Departure | DocumentScope.Aggregation, Bases.Experience("一份表单可填的行数"));

    private static readonly Rule _emptyHeader = new Rule("REQUIRED-001", "必填项没有填写", Severity.MustFix, Bases.Specification("CEB603 InventoryHead、CEB303 OrderHead 必填项"),
        "报文规范规定的必填项不能为空，只有空白也算空。请补填。", "A4 CEB603 #5-47; A4 CEB303 #6-13; A1.9; B3 DecHead declare").AlsoForDeclarations(Bases.Filling("表头必填栏目")).AlsoForApplications(basis: Bases.Specification("各报文的必填项")).AlsoForReturnDeclarations();

    private static readonly Rule _emptyGoods = new Rule("REQUIRED-002", "商品必填项没有填写", Severity.MustFix, Bases.Specification("CEB603 InventoryList、CEB303 OrderList 必填项"),
        "每项商品的必填项不能为空，只有空白也算空。请补填。", "A4 CEB603 list #2-18; A4 CEB303 list #2-10; A1.9; B3 DecList declare").AlsoForDeclarations(Bases.Filling("商品必填栏目")).AlsoForApplications(DocumentScope.Return, Bases.Specification("CEB213 InvtRefundList 必填项")).AlsoForReturnDeclarations();

    private static readonly Rule _emptyLine = new Rule("REQUIRED-003", "明细必填项没有填写", Severity.MustFix, Bases.DecMessage("Container、LicenseDocu、DecOtherPack、EdocRealation 必填项"),
        "集装箱、随附单证、运单等明细填了一行，就要填全这一行的必填项。请补填，或删去这一行。", "B3 Container, LicenseDocu, DecOtherPack, EdocRealation").ForDeclarations().AlsoForApplications(DocumentScope.Totals | DocumentScope.Arrival | DocumentScope.Departure | DocumentScope.Aggregation, Bases.Specification("各报文明细的必填项"));

    private static readonly Rule _tooLong = new Rule("LENGTH-001", "文字超过规定长度", Severity.MustFix, Bases.Specification("各元素的长度"),
        "每个元素有最大长度，超出的报文会被退回。请缩短。", "A4 CEB603, CEB303: lengths; B3 current (v4.9)").AlsoForDeclarations(Bases.DecMessage("各元素的长度")).AlsoForApplications();

    private static readonly Rule _forbiddenCharacter = new Rule("TEXT-001", "含有不可传输的字符", Severity.MustFix, Bases.Specification("报文采用 XML 1.0、UTF-8"),
        "从其他软件粘贴时可能带入看不见的控制字符，报文不能传输。请去掉。", "A1.1; B3").AlsoForDeclarations(Bases.DecMessage("报文采用 XML 1.0、UTF-8")).AlsoForApplications();

    private static readonly Rule _blanks = new Rule("TEXT-002", "首尾空白或全角字符", Severity.Advice, Bases.Consistency("文字的写法"),
        "名称首尾的空白、单号里的全角字符会让比对失败。请核对后去掉。", "B2 (half-width); A9 X14").AlsoForDeclarations().AlsoForApplications();

    private static readonly Rule _codeForm = new Rule("TEXT-003", "代码的写法不规范", Severity.MustFix, Bases.Specification("代码元素的取值"),
        "代码应为半角、大写，中间不留空格、连字符或点。可以直接采用整理后的写法。", "A1.13; D1; D4; B2 (half-width)").AlsoForDeclarations(Bases.Filling("代码和数字用半角")).AlsoForApplications();

    private static readonly Rule _person = new Rule("TEXT-004", "文字里有身份证号", Severity.Advice, Bases.Experience("个人信息从少填写"),
        "平台不保存身份证号，存入时已遮盖。请改写这段文字，需要时在单一窗口补填。", "B2 #13; D5").AlsoForDeclarations().AlsoForApplications();

    public static IReadOnlyList<Rule> All { get; } = [_noLines, _tooManyLines, _tooManyItems, _tooManyOthers, _emptyHeader, _emptyGoods, _emptyLine, _tooLong, _forbiddenCharacter, _blanks, _codeForm, _person];

    public static void Check(Examination examination)
    {
        if (examination.Reading.Lines == 0 && examination.Schema.Collections is [{ Collection: { MayBeEmpty: false } first }, ..]) examination.AddForLines(_noLines, first, $"{examination.Schema.Noun}里还没有{first.LineWord}。请至少添加一项。");
        foreach (var field in examination.Schema.Header) CheckField(examination, field, line: 0);
        foreach (var (collection, fields) in examination.Schema.Collections)
        {
            var lines = examination.Reading.Count(collection);
            if (lines > collection.MaxLines) examination.AddForLines(RuleOf(examination, collection), collection, Invariant($"{examination.Schema.Noun}有 {lines} 项{collection.LineWord}，最多 {collection.MaxLines} 项，多出 {lines - collection.MaxLines} 项。请拆成几份。"));
            examination.ForEachLine(collection, (all, line) =>
            {
                foreach (var field in fields) CheckField(all, field, line);
            });
        }
    }

    private static Rule RuleOf(Examination examination, LineGroup collection) =>
        collection.Index > 0 || !IsGoods(collection) ? _tooManyOthers : examination.IsDeclared ? _tooManyItems : _tooManyLines;

    private static bool IsGoods(LineGroup collection) => collection.Name == GoodsFields.Lines.Name;

    private static void CheckField(Examination examination, Field field, int line)
    {
        ref readonly var reading = ref examination.Reading[line, field];
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
            examination.Add(_codeForm, line, field, $"{field.Label}填的是{Words.Quote(reading.Raw)}，应写作{Words.Quote(reading.Text)}。", reading.Text);
        }
    }

    private static void CheckPresence(Examination examination, Field field, int line)
    {
        // an empty bar code has its own rule and its own proposal
        if (!field.IsRequired(examination.Mode) || ReferenceEquals(field, GoodsFields.BarCode)) return;
        var label = field.LabelFor(examination.Mode);
        var blank = string.IsNullOrEmpty(examination.Reading[line, field].Raw) ? "没有填写" : "只有空白";
        var rule = field.Collection switch { null => _emptyHeader, var lines when IsGoods(lines) => _emptyGoods, _ => _emptyLine };
        examination.Add(rule, line, field, $"{label}{blank}。{field.EmptyHint ?? "这是必填项。"}", basis: Bases.Of(field));
    }

    private static void CheckText(Examination examination, Field field, int line, in FieldReading reading)
    {
        // the item number has its own length rule, because order and list differ
        var length = TextCleaning.CodePoints(reading.Text);
        if (length > field.MaxLength && !ReferenceEquals(field, GoodsFields.ItemNo))
        {
            examination.Add(_tooLong, line, field, Invariant($"{field.Label}有 {length} 个字符，最多 {field.MaxLength} 个，多出 {length - field.MaxLength} 个。"), basis: Bases.LengthOf(field));
        }

        // a text that was only sent to be checked still has its number
        if (field.Kind == FieldKind.Text && (IdentityNumbers.AreHiddenIn(reading.Text) || IdentityNumbers.HideWithin(reading.Text) != reading.Text))
            examination.Add(_person, line, field, $"{field.Label}里有身份证号，平台不保存，存入时遮盖。请改写。");
        if (!TextCleaning.IsXmlText(reading.Text))
        {
            var clean = TextCleaning.Trim(TextCleaning.XmlTextOf(reading.Text));
            var reason = $"{field.Label}里有看不见的控制字符，报文不能传输。";
            if (clean.Length == 0) examination.AddEmptying(_forbiddenCharacter, field, line, reason);
            else examination.Add(_forbiddenCharacter, line, field, reason, clean);
        }
        else if (reading.WasCleaned)
        {
            examination.Add(_blanks, line, field, $"{field.Label}的首尾有空白，或单号里有全角字符。整理后为{Words.Quote(reading.Text)}。", reading.Text);
        }
    }
}
