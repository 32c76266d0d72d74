using System.Globalization;
using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>退运报关单 (4561): against the declaration that the goods left with, and against what has come back of it already.</summary>
internal static class ReturnDeclarationRules
{
    private const string China = "CHN";

    /// <summary>海关编号: 4 digits of office, 4 of year, 0 for an export, 9 of serial (facts B2 #1).</summary>
    private const int NumberLength = 18;

    private const int DirectionAt = 8;

    /// <summary>Days within which goods are declared, from the day on which their vehicle was declared in.</summary>
    private const int DaysToDeclare = 14;

    /// <summary>What goods that come back as they went are called by on both declarations.</summary>
    private static readonly (Field Return, Field Declared)[] _same =
    [
        (ReturnDeclaration.Gcode, DeclarationGoods.Gcode), (ReturnDeclaration.Gname, DeclarationGoods.Gname),
        (ReturnDeclaration.Unit, DeclarationGoods.Unit), (ReturnDeclaration.Unit1, DeclarationGoods.Unit1), (ReturnDeclaration.Unit2, DeclarationGoods.Unit2),
    ];

    private static readonly Rule _mode = New("REIMPORT-001", "退运的监管方式不符", Severity.MustFix, Bases.Experience("报关单出口的货物退运进境用 4561 退运货物"),
        "报关单出口的货物退回境内，监管方式填 4561。请改填。", "B1 4561 [K]");

    private static readonly Rule _number = New("REIMPORT-002", "原报关单号的写法不符", Severity.MustFix, Bases.Filling("海关编号：4 位关区、4 位年份、1 位进出口标志、9 位流水号"),
        "出口报关单的海关编号是 18 位数字，第 9 位是 0。请从原报关单抄录。", "B2 #1, #2; D7");

    private static readonly Rule _noNumber = New("REIMPORT-003", "原报关单号没有填写", Severity.Advice, Bases.DecMessage("DecFreeTxt/RelId：关联报关单号"),
        "退运货物填写原出口报关单的编号，海关据以核对原出口。请补填。", "B3 DecFreeTxt RelId");

    private static readonly Rule _noLine = New("REIMPORT-004", "原报关单没有这一项", Severity.MustFix, Bases.Consistency("退运商品与原出口报关单"),
        "退运商品填原报关单的项号，平台据以核对数量，报文里没有这一项时按商品对应。请对照原报关单改填。", "A9 X8; mission row 35");

    private static readonly Rule _differs = New("REIMPORT-005", "商品与原报关单不一致", Severity.Advice, Bases.Consistency("退运商品与原出口报关单的同一项"),
        "原状退运的商品，编号、名称和单位应与原报关单的同一项相同。可以直接采用原报关单的内容。", "B1 4561 [K]; E20");

    private static readonly Rule _tooMuch = New("REIMPORT-006", "退运数量超过可退", Severity.MustFix, Bases.Consistency("退运数量与原出口数量"),
        "退运数量不能大于原出口数量减去已申请退运的数量。请核对后改小。", "A9 X8; mission row 35");

    private static readonly Rule _lineTwice = New("REIMPORT-007", "同一项号重复退运", Severity.MustFix, Bases.Consistency("退运商品各行"),
        "原报关单的一项在退运报关单里只列一行。请合并数量，删去重复的一行。", "A9 X13");

    private static readonly Rule _fromChina = New("REIMPORT-008", "启运国不能是中国", Severity.MustFix, Bases.Filling("启运国（地区）"),
        "启运国是货物退回时启运的国家，不能是中国。请改填。", "B2 #20; B3 TradeCountry");

    private static readonly Rule _notHome = New("REIMPORT-009", "最终目的国应为中国", Severity.Advice, Bases.Filling("最终目的国（地区）"),
        "退运进境的货物最终目的国一般是中国。请核对。", "B3 DestinationCountry");

    private static readonly Rule _noSender = New("REIMPORT-010", "境外发货人没有填写", Severity.Advice, Bases.Filling("境外收发货人"),
        "境外发货人填外文名称。没有境外发货人时填“NO”。", "B2 #8; B3 OverseasConsignorEname");

    private static readonly Rule _badDate = New("REIMPORT-011", "进口日期不是有效日期", Severity.MustFix, Bases.Filling("进出口日期"),
        "进口日期填运输工具申报进境的日期，例如 2026-07-01。请改为存在的日期，还不知道时留空。", "B2 #5; B3 IEDate");

    private static readonly Rule _portShape = New("REIMPORT-012", "港口代码的写法不符", Severity.MustFix, Bases.Filling("启运港、经停港"),
        "启运港和经停港填国别三个字母加三位数字，未列明的填国别加 000。请从代码表选择。", "B2 #17, #21; C10");

    private static readonly Rule _portNotLoaded = New("REIMPORT-013", "港口未载入待核", Severity.Advice, Bases.Consistency("平台载入的港口代码"),
        "平台只载入了部分港口，查不到所填的这个。请在单一窗口核对，无误即可提交。", "C10; F9");

    private static readonly Rule _late = New("REIMPORT-014", "申报进境已超十四日", Severity.Advice, new Basis(BasisKind.Law, "《中华人民共和国海关法》", "第二十四条：自运输工具申报进境之日起十四日内申报", Verified: false),
        "进口货物应在运输工具申报进境之日起十四日内申报，逾期要缴滞报金。请尽快申报，或核对进口日期。", "mission D5 R-04");

    public static IReadOnlyList<Rule> All { get; } =
        [_mode, _number, _noNumber, _noLine, _differs, _tooMuch, _lineTwice, _fromChina, _notHome, _noSender, _badDate, _portShape, _portNotLoaded, _late];

    public static void Check(Examination examination)
    {
        if (examination.Mode.Length > 0 && examination.Mode != ReturnDeclaration.Mode)
            examination.Add(_mode, ReturnDeclaration.TradeMode, $"监管方式填的是{Words.Quote(examination.Mode)}，退运货物应为 {ReturnDeclaration.Mode}。", ReturnDeclaration.Mode);
        CheckNumber(examination);
        if (examination.Reading[ReturnDeclaration.TradeCountry].Text == China) examination.Add(_fromChina, ReturnDeclaration.TradeCountry, "启运国（地区）填的是 CHN 中国。请填货物退回时启运的国家。");
        if (examination.Reading[ReturnDeclaration.OverseasName].IsEmpty) examination.Add(_noSender, ReturnDeclaration.OverseasName, "境外发货人没有填写。请填外文名称，没有境外发货人时填“NO”。");
        CheckDate(examination);
        CheckPort(examination, ReturnDeclaration.DespatchPort);
        CheckPort(examination, ReturnDeclaration.StopPort);
        CheckTwice(examination);
        for (var line = 0; line < examination.Reading.Lines; line++) CheckLine(examination, line);
    }

    private static Rule New(string id, string title, Severity severity, Basis basis, string explanation, string facts) =>
        new Rule(id, title, severity, basis, explanation, facts).For(DocumentScope.ReturnDeclaration);

    private static void CheckNumber(Examination examination)
    {
        ref readonly var number = ref examination.Reading[ReturnDeclaration.RelatedDeclaration];
        if (number.IsEmpty) examination.Add(_noNumber, ReturnDeclaration.RelatedDeclaration, "原出口报关单号没有填写。请补填海关给出的 18 位编号。");
        else if (ApplicationRules.IsSound(number, ReturnDeclaration.RelatedDeclaration) && !IsExportNumber(number.Text))
            examination.Add(_number, ReturnDeclaration.RelatedDeclaration, $"原出口报关单号填的是{Words.Quote(number.Text)}，应为 18 位数字，第 9 位是 0。");
    }

    private static void CheckDate(Examination examination)
    {
        ref readonly var typed = ref examination.Reading[ReturnDeclaration.IeDate];
        if (typed.IsEmpty) return;
        var reading = DateReading.Read(typed.Raw);
        if (reading.Value is not { } day) examination.Add(_badDate, ReturnDeclaration.IeDate, $"进口日期填的是{Words.Quote(typed.Raw)}，不是有效日期。请按“年-月-日”填写。");
        else if (reading.NeedsCleaning) examination.Add(_badDate, ReturnDeclaration.IeDate, $"进口日期填的是{Words.Quote(typed.Raw)}，应写作“{DateReading.Format(day)}”。", DateReading.Format(day));
        else if (day.AddDays(DaysToDeclare) < examination.Today)
            examination.Add(_late, ReturnDeclaration.IeDate, $"进口日期是 {DateReading.Format(day)}，十四日到 {DateReading.Format(day.AddDays(DaysToDeclare))} 为止，现在申报可能要缴滞报金。");
    }

    private static void CheckPort(Examination examination, Field field)
    {
        var code = examination.Reading[field].Text;
        if (code.Length == 0 || examination.Tables.Ports.Find(code) is not null) return;
        var country = code.Length == 6 ? examination.Tables.Countries.Find(code[..3]) : null;
        if (country is null || code.AsSpan(3).IndexOfAnyExceptInRange('0', '9') >= 0)
            examination.Add(_portShape, field, $"{field.Label}填的是{Words.Quote(code)}，应为国别三个字母加三位数字。", examination.Tables.Ports.FindByName(code)?.Code);
        else if (!code.EndsWith("000", StringComparison.Ordinal))
            examination.Add(_portNotLoaded, field, $"{field.Label} {code} 不在平台载入的港口之内，待核。未列明的港口可按国别填 {country.Code}000。");
    }

    private static bool IsExportNumber(string text) => text.Length == NumberLength && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && text[DirectionAt] == '0';

    private static int? NumberOf(Examination examination, int line) =>
        examination.Reading[line, ReturnDeclaration.SourceLine].Number is { HasValue: true, Value: >= 0 and <= 99_999, Decimals: 0 } number ? (int)number.Value : null;

    private static void CheckTwice(Examination examination)
    {
        var seen = new Dictionary<int, int>();
        for (var line = 0; line < examination.Reading.Lines; line++)
        {
            if (NumberOf(examination, line) is not { } number || seen.TryAdd(number, line)) continue;
            examination.Add(_lineTwice, line, ReturnDeclaration.SourceLine, Invariant($"原报关单第 {number} 项在第 {seen[number] + 1} 行已经列出。请合并成一行。"));
        }
    }

    private static void CheckLine(Examination examination, int line)
    {
        ref readonly var destination = ref examination.Reading[line, ReturnDeclaration.DestinationCountry];
        if (!destination.IsEmpty && destination.Text != China && examination.Tables.Countries.Find(destination.Text) is not null)
            examination.Add(_notHome, line, ReturnDeclaration.DestinationCountry, $"最终目的国填的是{Words.Quote(destination.Text)}，退运进境的货物一般填 CHN 中国。", China);
        if (examination.Lookups.Sources is not [var source, ..] || source.Document.Schema.Scope != DocumentScope.Declaration) return;
        ref readonly var typed = ref examination.Reading[line, ReturnDeclaration.SourceLine];
        if (typed.IsEmpty) AddNoLine(examination, source, line, "原报关单项号没有填写，平台不能核对可退的数量。请补填。");
        if (!typed.Number.HasValue) return;
        if (NumberOf(examination, line) is not { } number || number < 1 || number > source.Document.Goods.Count)
        {
            AddNoLine(examination, source, line, Invariant($"{source.Number} 有 {source.Document.Goods.Count} 项商品，没有第 {Words.Cut(typed.Text)} 项。"));
            return;
        }

        var goods = source.Document.Goods[number - 1];
        foreach (var (field, declared) in _same) CheckSame(examination, goods, line, field, declared);
        if (ReturnBalance.Left(source, number) is not { } left) return;
        CheckQuantity(examination, line, ReturnDeclaration.Qty, left.Quantity);
        CheckQuantity(examination, line, ReturnDeclaration.Qty1, left.Quantity1);
        CheckQuantity(examination, line, ReturnDeclaration.Qty2, left.Quantity2);
    }

    // what the goods are called tells the item, where only one is called so
    private static void AddNoLine(Examination examination, SourceDocument source, int line, string reason)
    {
        var fitting = SourceLines.Fitting(examination.Reading.Document, line, source).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
        if (fitting is [var only]) examination.Add(_noLine, line, ReturnDeclaration.SourceLine, $"{reason}按商品的编码、名称和单位，应是第 {only} 项。", only);
        else examination.AddWithChoice(_noLine, line, ReturnDeclaration.SourceLine, reason, fitting);
    }

    private static void CheckSame(Examination examination, DocumentLine goods, int line, Field field, Field declared)
    {
        ref readonly var reading = ref examination.Reading[line, field];
        var filed = FieldReading.Read(goods[declared], declared.Kind).Text;
        if (!ApplicationRules.IsSound(reading, field) || filed == reading.Text) return;
        // a unit that is in no table has its own finding
        if (field.CodeList == CodeList.Units && examination.Tables.Units.Find(reading.Text) is null) return;
        examination.Add(_differs, line, field, $"{field.Label}填的是{Words.Quote(reading.Text)}，原报关单上是{Words.Quote(filed)}。", filed.Length == 0 ? null : filed);
    }

    private static void CheckQuantity(Examination examination, int line, Field field, decimal left)
    {
        ref readonly var reading = ref examination.Reading[line, field];
        if (!reading.Number.HasValue || reading.Number.Value <= left) return;
        var most = Math.Max(0, left);
        examination.Add(_tooMuch, line, field, $"{field.Label}填的是 {Words.Cut(reading.Text)}，原报关单减去已申请退运的，最多还可退 {NumberReading.Format(most)}。", most > 0 ? NumberReading.Format(most) : null);
    }
}
