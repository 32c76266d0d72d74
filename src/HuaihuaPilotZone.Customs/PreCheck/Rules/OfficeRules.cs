using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Customs offices. The official table is kept by staff; until a row is there, a code is only doubted.</summary>
internal static class OfficeRules
{
    private static readonly Rule _shape = new Rule("OFFICE-001", "关区代码应为四位数字", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 5 项 customsCode、第 16 项 portCode"),
        "申报地海关和口岸海关填 4 位关区代码。请从代码表选择。", "A4 CEB603 #5, #16; C9; B2 #4").AlsoForDeclarations(Bases.Filling("申报地海关、进出境关别")).AlsoForApplications(basis: Bases.Specification("各报文的 customsCode、portCode"));

    private static readonly Rule _unlisted = new Rule("OFFICE-002", "关区代码待核", Severity.Advice, Bases.Experience("本平台登记的关区代码表"),
        "关区代码不在本平台登记的代码表内，或在出口日期无效。请向申报地海关核对，管理员可补录。", "C9; F1").AlsoForDeclarations().AlsoForApplications();

    private static readonly Rule _district = new Rule("OFFICE-003", "关区应具体到海关", Severity.Advice, Bases.Experience("关区代码末两位为 00 的是直属海关关区"),
        "末两位为 00 的代码表示整个直属关区。请核对是否应填具体的海关。", "C9").AlsoForDeclarations().AlsoForApplications();

    private static readonly Rule _declarationOffice = new Rule("OFFICE-004", "申报地海关不能为关区", Severity.MustFix, Bases.Guide("申报地海关"),
        "申报地海关的代码末两位不能为 00。请填具体受理申报的海关。", "B3 CustomMaster; B6 R7").ForDeclarations().AlsoForReturnDeclarations();

    public static IReadOnlyList<Rule> All { get; } = [_shape, _unlisted, _district, _declarationOffice];

    public static void Check(Examination examination)
    {
        foreach (var field in examination.Schema.Keys.Offices) CheckOffice(examination, field);
    }

    /// <summary>Whether a code has the form of one of an office.</summary>
    internal static bool HasShape(string code) => code.Length == 4 && code.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private static void CheckOffice(Examination examination, Field field)
    {
        var code = examination.Reading[field].Text;
        if (code.Length == 0) return;
        if (!HasShape(code))
        {
            examination.Add(_shape, field, $"{field.Label}填的是{Words.Quote(code)}，应为 4 位数字的关区代码。");
            return;
        }

        if (examination.IsDeclared && field == examination.Schema.Keys.Offices[0] && code.EndsWith("00", StringComparison.Ordinal))
        {
            examination.Add(_declarationOffice, field, $"{field.Label}代码 {code} 表示整个直属关区，不能作为申报地海关。请填具体的海关。");
            return;
        }

        if (examination.Tables.Offices.Find(code, examination.Date) is null)
        {
            examination.Add(_unlisted, field, $"{field.Label}代码 {code} 不在本平台 {DateReading.Format(examination.Date)} 有效的关区代码表内，待核。");
        }
        else if (code.EndsWith("00", StringComparison.Ordinal))
        {
            examination.Add(_district, field, $"{field.Label}代码 {code} 表示整个直属关区。请核对是否应填具体的海关。");
        }
    }
}
